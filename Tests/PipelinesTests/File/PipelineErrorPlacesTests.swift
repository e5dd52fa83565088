import Tabular
import Testing

@testable import Pipelines

/// A sound pipeline, into which each case puts one mistake.
private let sound = """
  pipeline: contoh
  title: Contoh
  resources:
    penduduk:
      path: penduduk.csv
      fields:
        - { name: kode, type: code }
        - { name: pria, type: count }
        - { name: wanita, type: count }
        - { name: jumlah, type: count }
  rules:
    - { id: pria-wanita, in: penduduk, rule: pria + wanita = jumlah }
  datasets:
    keluaran: { from: penduduk, select: [kode, jumlah], withhold: [pria-wanita] }
  """

private func errors(of text: String) -> [String] {
  do throws(PipelineError.Collection) {
    let file = try PipelineFile.read(text: text, path: "contoh.yaml")
    return PipelineExamination.errors(of: file, among: [file]).sortedByPlace()
      .map(\.message.english)
  } catch {
    return error.errors.sortedByPlace().map(\.message.english)
  }
}

/// One mistake: what is written instead of what, and what must be said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var instead: String
  var mistake: String
  var said: String
  var testDescription: String { mistake }

  init(_ instead: String, _ mistake: String, _ said: String) {
    self.instead = instead
    self.mistake = mistake
    self.said = said
  }
}

@Suite struct PipelineErrorPlacesTests {
  @Test func soundFileHasNoErrors() {
    #expect(errors(of: sound) == [])
  }

  @Test(arguments: [
    Mistake(
      "title:", "titel:", "contoh.yaml:2:1: unknown key 'titel' in pipeline; did you mean 'title'?"),
    Mistake(
      "type: code", "type: cod", "contoh.yaml:7:29: unknown word 'cod'; did you mean 'code'?"),
    Mistake(
      "path: penduduk.csv", "sheet: A", "contoh.yaml:5:5: the key 'path' is needed in resource"),
    Mistake(
      "[kode, jumlah]", "[kode, jumla]",
      "contoh.yaml:14:46: there is no field 'jumla'; did you mean 'jumlah'?"),
    Mistake(
      "withhold: [pria-wanita]", "withhold: [priawanita]",
      "contoh.yaml:14:66: there is no rule 'priawanita'; did you mean 'pria-wanita'?"),
    Mistake(
      "name: pria,", "name: Pria,",
      "contoh.yaml:8:17: the name 'Pria' is not allowed; use lower case letters, digits, '_' or '-', with a letter first"
    ),
    Mistake("name: wanita", "name: pria", "contoh.yaml:9:17: field 'pria' is there already"),
    Mistake("fields:", "fields: x\n    y:", "contoh.yaml:6:13: found a text, expected a list"),
    Mistake(
      "from: penduduk,", "from: pendudik,",
      "contoh.yaml:14:21: there is no table 'pendudik'; did you mean 'penduduk'?"),
    Mistake(
      "title: Contoh", "title: Contoh\ntitle: Lagi",
      "contoh.yaml:2:1: the key 'title' stands twice; leave one"),
    Mistake("title: Contoh", "title: [", "contoh.yaml:4:11: not valid YAML"),
    Mistake(
      "type: count }\n      - { name: wanita",
      "type: count, minimum: 1.000,5 }\n      - { name: wanita",
      "contoh.yaml:8:51: unknown key '5' in field"),
  ])
  func mistakeIsToldWithItsPlace(_ mistake: Mistake) {
    let text = sound.replacing(mistake.instead, with: mistake.mistake, maxReplacements: 1)
    #expect(text != sound)
    let said = errors(of: text)
    #expect(said.contains { $0.hasPrefix(mistake.said) }, "\(said)")
  }

  @Test func everythingWrongIsCollected() {
    let text = sound.replacing("title:", with: "titel:").replacing("type: code", with: "typ: code")
      .replacing("from:", with: "form:")
    #expect(errors(of: text).count == 5, "\(errors(of: text))")
  }

  @Test func ruleErrorsCarryTheTextAndACaret() {
    let text = sound.replacing("pria + wanita = jumlah", with: "pria + wanitaa = jumlah")
    let said = errors(of: text)
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("contoh.yaml:12:51: ") == true, "\(said)")
    #expect(
      said.first?.hasSuffix("    pria + wanitaa = jumlah\n           ^^^^^^^") == true, "\(said)")
  }
}
