import Numerals
import Rules
import Tabular
import Testing

@testable import Pipelines

@Suite struct ReferencesTests {
  private let pipeline = """
    pipeline: contoh
    title: Contoh
    references: [references/umur.yaml]
    parameters: { batas: 5, kode_kabupaten: "33.04" }
    resources:
      data: { path: data.csv, fields: [{ name: umur, list: umur }] }
    """

  private func load(_ references: String) throws -> PipelineLoading {
    let folder = try TemporaryFolder()
    folder.makeFolder("pipelines")
    folder.makeFolder("pipelines/references")
    try folder.write(pipeline, to: "pipelines/contoh.yaml")
    try folder.write(references, to: "pipelines/references/umur.yaml")
    return PipelineLoading(paths: ["pipelines/contoh.yaml"], in: folder.path)
  }

  @Test func sharedVocabularyIsThere() throws {
    let loading = try load(
      """
      lists: { umur: { codes: [0-4, ">=75"], aliases: { ">=75": [">= 75", "75+"] } } }
      bands: { mutu: { ranges: [{ category: A, from: 3.5 }, { category: B, below: 3.5 }] } }
      """)
    #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
    let vocabulary = try #require(loading.files.first).vocabulary
    #expect(vocabulary.lists["umur"]?.codes == ["0-4", ">=75"])
    #expect(vocabulary.lists["umur"]?.aliases == [">= 75": ">=75", "75+": ">=75"])
    #expect(vocabulary.bands["mutu"]?.bands.map(\.includesUpper) == [true, false])
    #expect(vocabulary.parameters["kode_kabupaten"] == .text("33.04"))
    #expect(vocabulary.parameters["batas"] == .number(PlainNumber.value(of: "5") ?? .zero))
  }

  @Test(arguments: [
    (
      "parameters: { batas: 6 }\nlists: { umur: [a] }",
      "pipelines/contoh.yaml:4:15: parameter 'batas' is there already"
    ),
    (
      "list: { umur: [a] }",
      "pipelines/references/umur.yaml:1:1: unknown key 'list' in references; did you mean 'lists'?"
    ),
    (
      "lists: { umur: { codes: [a], aliases: { b: x } } }",
      "pipelines/references/umur.yaml:1:41: there is no code 'b'"
    ),
    (
      "bands: { x: { ranges: [{ category: A, from: 1, above: 2 }] } }\nlists: { umur: [a] }",
      "pipelines/references/umur.yaml:1:24: use exactly one of 'from', 'above'"
    ),
  ])
  func mistakeIsToldInTheFileThatHoldsIt(_ references: String, _ said: String) throws {
    let errors = try load(references).refused.flatMap(\.errors).map(\.message.english)
    #expect(errors.contains { $0.hasPrefix(said) }, "\(errors)")
  }
}
