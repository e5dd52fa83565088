import Rules
import Tabular
import Testing

@testable import Pipelines

@Suite struct InterpolationTests {
  private func read(_ text: String) throws -> PipelineFile {
    try PipelineFile.read(text: text, path: "p.yaml")
  }

  private func errors(of text: String) -> [String] {
    do throws(PipelineError.Collection) {
      _ = try PipelineFile.read(text: text, path: "p.yaml")
      return []
    } catch {
      return error.errors.sortedByPlace().map(\.message.english)
    }
  }

  private func pipeline(_ parameters: String, _ more: String = "", path: String = "a.csv") -> String
  {
    """
    pipeline: contoh
    title: Contoh
    parameters: \(parameters)
    resources:
      data: { path: "\(path)", fields: [{ name: umur }] }
    \(more)
    """
  }

  @Test(
    arguments: [
      ("a${b}c", [.text("a"), .parameter("b", at: 1), .text("c")]),
      ("${b}${c}", [.parameter("b", at: 0), .parameter("c", at: 4)]),
      ("$${b}", [.text("${b}")]), ("$$${b}", [.text("$${b}")]), ("$b {c}", [.text("$b {c}")]),
      ("a${", [.text("a"), .open(at: 1)]), ("${}", [.open(at: 0)]), ("${b", [.open(at: 0)]),
      ("", []),
    ] as [(String, [Placeholders.Piece])])
  func textIsTakenApart(_ text: String, _ pieces: [Placeholders.Piece]) {
    #expect(Placeholders(text).pieces == pieces)
  }

  @Test func textsEverywhereAreReplaced() throws {
    let file = try read(
      """
      pipeline: contoh
      title: Kabupaten ${nama}, ${tahun}
      period: ${tahun}
      parameters: { nama: LEMBAYUNG, tahun: 2024, kosong: "~", lalu: "${tahun}-1" }
      lists: { kode: ["${nama}-1", "$${nama}"] }
      resources:
        data:
          path: ["data/${tahun}/*.csv", "${nama}.csv"]
          sheet: Lembar ${lalu}
          title: ${kosong}
          fields:
            - { name: umur, label: "Umur ${tahun}" }
            - { name: isi }
          steps:
            - rename: { "Isi ${tahun}": isi }
      datasets:
        data: { from: data, metadata: { period: "${tahun}", source: ["${nama}"] } }
      """)
    #expect(file.title == "Kabupaten LEMBAYUNG, 2024")
    #expect(file.period == "2024")
    #expect(file.vocabulary.lists["kode"]?.codes == ["LEMBAYUNG-1", "${nama}"])
    let data = try #require(file[resource: "data"])
    #expect(data.paths == ["data/2024/*.csv", "LEMBAYUNG.csv"])
    #expect(data.sheets == ["Lembar 2024-1"])
    #expect(data.title == "~")
    #expect(data.schema.fields[0].label == "Umur 2024")
    #expect(data.steps[0].action == .rename([.init(old: "Isi 2024", new: "isi")]))
    #expect(
      file.datasets[0].metadata == [
        .init(key: "period", value: .text("2024")),
        .init(key: "source", value: .list([.text("LEMBAYUNG")])),
      ])
  }

  @Test func parametersKeepTheirKind() throws {
    let file = try read(
      pipeline(##"{ a: 5, b: "5", c: "${a}", d: "x${a}", e: "$${a}" }"##))
    let parameters = file.vocabulary.parameters
    #expect(parameters["b"] == .text("5"))
    #expect(parameters["c"] == .text("5"))
    #expect(parameters["d"] == .text("x5"))
    #expect(parameters["e"] == .text("${a}"))
    let plain = try read(
      pipeline("\n  a: 5\n  b: \"5\"\n  c: ${a}\n  d: ${b}\n  e: ${c}\n  f: ${a}0")
    ).vocabulary.parameters
    let number = PlainNumber.value(of: "5").map { RuleCatalog.Parameter.number($0) }
    #expect(plain["c"] == number)
    #expect(plain["d"] == .text("5"))
    #expect(plain["e"] == number)
    #expect(plain["f"] == PlainNumber.value(of: "50").map { .number($0) })
  }

  @Test(arguments: [
    (
      "{ tahun: 2024 }", "a-${tahn}.csv", "",
      ["p.yaml:5:20: there is no parameter 'tahn'; did you mean 'tahun'?"]
    ),
    (
      "{ tahun: 2024 }", "${tahun.csv", "",
      [
        "p.yaml:5:18: no name of a parameter and '}' follow '${'; for the sign itself write '$${'"
      ]
    ),
    (
      #"{ a: "${b}", b: "x${c}", c: "${a}" }"#, "a.csv", "",
      ["p.yaml:3:41: these wait for each other: a → b → c → a; remove one of the links"]
    ),
    (
      #"{ a: "${a}" }"#, "a.csv", "",
      ["p.yaml:3:18: these wait for each other: a → a; remove one of the links"]
    ),
    (
      #"{ a: "${x}" }"#, "${a}", "", ["p.yaml:3:19: there is no parameter 'x'; known are: a"]
    ),
    (
      "{ batas: 3 }", "a.csv", #"rules: [{ id: a, in: data, rule: "umur < ${batas}" }]"#,
      ["p.yaml:6:42: rules and conditions name a parameter without '${' and '}'"]
    ),
    (
      "{ batas: 3 }", "a.csv", #"datasets: { d: { from: data, where: "umur = '${batas}'" } }"#,
      ["p.yaml:6:46: rules and conditions name a parameter without '${' and '}'"]
    ),
    (
      "{ a: 3, b: 3 }", "a.csv", #"lists: { "l${a}": [x], "l${b}": [y] }"#,
      ["p.yaml:6:24: the key 'l3' stands twice; leave one"]
    ),
    (
      "{ a: 3 }", "a.csv",
      #"bands: { b: { ranges: [{ category: x, from: "${a}", to: "${c}" }] } }"#,
      ["p.yaml:6:58: there is no parameter 'c'; known are: a"]
    ),
  ])
  func mistakeIsToldWithItsPlace(
    _ parameters: String, _ path: String, _ more: String, _ said: [String]
  ) {
    #expect(errors(of: pipeline(parameters, more, path: path)) == said)
  }

  /// Each text twice the one before it: without a limit the last would have 2⁶⁰ letters.
  @Test func textsThatGrowWithoutEndAreRefused() {
    let doubled = (1...60).map { "  a\($0): ${a\($0 - 1)}${a\($0 - 1)}" }
    let text = pipeline("\n  a0: x\n" + doubled.joined(separator: "\n"))
    let said = errors(of: text)
    #expect(said.count == 1)
    #expect(said[0].hasSuffix("parameters make texts of more than 4000000 bytes; shorten them"))
  }

  /// A way of parameters from one to the next is no deeper than the memory of a thread.
  @Test func longWayIsFollowed() throws {
    let names = (1...20_000).map { "  a\($0): ${a\($0 + 1)}" }.joined(separator: "\n")
    let file = try read(pipeline("\n\(names)\n  a20001: ya", path: "${a1}.csv"))
    #expect(file.resources[0].paths == ["ya.csv"])
  }
}
