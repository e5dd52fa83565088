import Tabular
import Testing

@testable import Pipelines

/// Steps that can't be done, and what is said about them before any data are read.
struct BadSteps: Sendable, CustomTestStringConvertible {
  var steps: String
  var said: String
  var testDescription: String { steps }

  init(_ steps: String, _ said: String) {
    self.steps = steps
    self.said = said
  }
}

@Suite struct StepExaminationTests {
  private func errors(steps: String, more: String = "") -> [String] {
    let text = """
      pipeline: contoh
      title: Contoh
      resources:
        data:
          path: data.csv
          fields:
            - { name: kode, label: Kode Wilayah, type: code }
            - { name: nama, label: [Nama, Uraian] }
            - { name: jumlah, type: count }
          steps:
      \(steps)
      \(more)
      """
    do throws(PipelineError.Collection) {
      let file = try PipelineFile.read(text: text, path: "p.yaml")
      return PipelineExamination.errors(of: file, among: [file]).sortedByPlace()
        .map(\.message.english)
    } catch {
      return error.errors.map(\.message.english)
    }
  }

  @Test(arguments: [
    "      - fill-down: [kode]", "      - fill-down: [Kode Wilayah]",
    "      - rename: { Apa Saja: nama }",
    "      - split: { Apa Saja: { at: ' - ', into: [kode, nama] } }",
    "      - filter: jumlah > 5 and nama is present", "      - derive: { jumlah: 5 + 5 }",
    "      - normalise: { nama: { case: upper } }",
    "      - extract: { Apa Saja: '(?<kode>[0-9]+) (?<nama>.*)' }",
    "      - extract: { nama: ['(?<nama>.*) (?<jumlah>[0-9]+)', '(?<nama>.*)'] }",
    "      - drop: { Apa Saja: ['', x] }\n      - keep: { nama: '.+' }",
  ])
  func soundStepsAreAccepted(_ steps: String) {
    #expect(errors(steps: steps) == [])
  }

  @Test(arguments: [
    BadSteps(
      "      - fill-down: [Uraian]",
      "p.yaml:11:9: there is no column 'Uraian'; known are: kode, nama, jumlah"),
    BadSteps(
      "      - fill-down: [kde]", "p.yaml:11:9: there is no column 'kde'; did you mean 'kode'?"),
    BadSteps(
      "      - select: [kode, nama]", "p.yaml:4:3: the field 'jumlah' is not there after all steps"),
    BadSteps(
      "      - filter: jumlah > 5\n      - select: [kode, nama, jumlah]",
      "p.yaml:12:9: the step 'select' must stand before 'filter'"),
    BadSteps(
      "      - derive: { jumlh: 5 }",
      "p.yaml:11:26: there is no field 'jumlh'; did you mean 'jumlah'?"),
    BadSteps("      - filter: jumlah >", "p.yaml:11:25: "),
    BadSteps("      - filter: jumlh > 5", "p.yaml:11:17: "),
    BadSteps("      - derive: { jumlah: nama }", "p.yaml:11:27: "),
    BadSteps("      - filter: jumlah + 5", "p.yaml:11:17: "),
    BadSteps(
      "      - join: { with: lain, on: kode, take: [jumlah] }",
      "p.yaml:11:9: there is no table 'lain'"),
    BadSteps(
      "      - join: { with: data, on: [kode, nama], take: [jumlah], names: alike }",
      "p.yaml:11:9: 'names' needs one key of type text, but 'on' names 'kode', 'nama'"),
    BadSteps(
      "      - join: { with: data, on: kode, take: [jumlah], names: near }",
      "p.yaml:11:9: 'names' needs one key of type text, but 'on' names 'kode'"),
    BadSteps(
      "      - join: { with: data, on: nama, take: [jumlah], names: mirip }",
      "p.yaml:11:62: unknown word 'mirip'"),
    BadSteps(
      "      - unpivot: { keys: [kode, nama], into: [a, b], value: jumlah }",
      "p.yaml:11:9: found 2 names, expected 1"),
    BadSteps(
      "      - select: [kode, nama, jumlah]\n      - extract: { lain: '(?<x>.)' }",
      "p.yaml:12:9: there is no column 'lain'"),
    BadSteps(
      "      - select: [kode, nama, jumlah]\n      - drop: { nma: x }",
      "p.yaml:12:9: there is no column 'nma'; did you mean 'nama'?"),
    BadSteps(
      "      - filter: jumlah > 5\n      - extract: { nama: '(?<x>.)' }",
      "p.yaml:12:9: the step 'extract' must stand before 'filter'"),
    BadSteps(
      "      - extract: { nama: '(?<x>.)' }\n      - extract: { kode: '(?<x>.)' }",
      "p.yaml:12:9: column 'x' is there already"),
    BadSteps(
      "      - extract: { nama: ['(?<x>.)', '(?<y>'] }",
      "p.yaml:11:38: the pattern '(?<y>' is no regular expression (expected ')'); mend it"),
    BadSteps(
      "      - keep: { nama: '[a' }", "p.yaml:11:23: the pattern '[a' is no regular expression"),
    BadSteps(
      "      - extract: { nama: '(.*)' }", "p.yaml:11:26: the pattern '(.*)' names no part"),
    BadSteps(
      "      - extract: { nama: '(?<x>(a+)*)' }",
      "p.yaml:11:26: the pattern '(?<x>(a+)*)' repeats nothing but repetitions"),
    BadSteps(
      "      - extract: { nama: '(?<Tahun>.)' }", "p.yaml:11:26: the name 'Tahun' is not allowed"),
    BadSteps("      - drop: { nama: { a: b } }", "p.yaml:11:23: found keys"),
    BadSteps(
      "      - pivott: {}", "p.yaml:11:9: unknown key 'pivott' in step; did you mean 'pivot'?"),
    BadSteps(
      "      - normalise: { nama: { aliases: opd } }", "p.yaml:11:39: there is no code list 'opd'"),
  ])
  func badStepIsToldWithItsPlace(_ bad: BadSteps) {
    let said = errors(steps: bad.steps)
    #expect(said.contains { $0.hasPrefix(bad.said) }, "\(said)")
  }

  @Test func ruleOfAnotherTableCannotWithhold() {
    let more = """
      rules:
        - { id: banyak, rule: data.count() = 3 }
      datasets:
        keluar: { from: data, withhold: [banyak, angka] }
      """
    #expect(
      errors(steps: "      - fill-down: [kode]", more: more) == [
        "p.yaml:15:36: the rule 'banyak' checks several tables, not the records of 'data'; take it out of withhold"
      ])
  }
}
