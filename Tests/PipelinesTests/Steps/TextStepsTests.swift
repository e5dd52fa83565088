import Rules
import Tabular
import Testing

@testable import Pipelines

/// A reshaping: what goes in, what is done and what comes out.
struct Reshaping: Sendable, CustomTestStringConvertible {
  var name: String
  var table: String
  var headers = 1
  var steps: [Step.Action]
  var result: String
  var testDescription: String { name }
}

private let here = FilePlace(file: "contoh.yaml", line: 7, column: 9)

private func reshaped(_ table: TextTable, _ actions: [Step.Action]) throws -> [TextTable] {
  let steps = actions.map {
    Step(action: $0, place: here, node: YAMLNode(.scalar("", plain: true), line: 7, column: 9))
  }
  let list = CodeList(codes: ["DINKES"], aliases: ["DINAS KESEHATAN": "DINKES"])
  return try TextSteps.apply(steps, to: [table], lists: ["opd": list])
}

private let penduduk = """
  No|Kab/Kota||0-4||5-9|
  |Kode|Nama|Pria|Jumlah|Pria|Kab./Kota
  1|33.04|BANJARNEGARA|32.840|63.801|42.855|83.122
  """

@Suite struct TextStepsTests {
  @Test(arguments: [
    Reshaping(
      name: "select keeps the order it names", table: "a|b|c\n1|2|3", steps: [.select(["c", "a"])],
      result: "c|a\n3|1"),
    Reshaping(
      name: "rename finds a label by its form", table: "Anggaran (Rp.)|b\n1|2",
      steps: [.rename([.init(old: "anggaran rp", new: "anggaran")])], result: "anggaran|b\n1|2"),
    Reshaping(
      name: "fill-down repeats over empty cells", table: "a|b\n1|x\n|y\n2|z\n |w",
      steps: [.fillDown(["a"])], result: "a|b\n1|x\n1|y\n2|z\n2|w"),
    Reshaping(
      name: "split gives the rest to the last part", table: "nama|n\nA - B - C|1\nD|2",
      steps: [.split(column: "nama", at: " - ", into: ["satu", "dua"])],
      result: "satu|dua|n\nA|B - C|1\nD||2"),
    Reshaping(
      name: "unpivot of one header row", table: "kode|2022|2023\nA|1|2\nB|3|4",
      steps: [.unpivot(keys: ["kode"], into: ["tahun"], value: "nilai")],
      result: "kode|tahun|nilai\nA|2022|1\nA|2023|2\nB|2022|3\nB|2023|4"),
    Reshaping(
      name: "rename counts the columns of the file", table: "a|b|c\n1|2|3",
      steps: [.rename([.init(old: "#2", new: "kedua")])], result: "a|kedua|c\n1|2|3"),
    Reshaping(
      name: "unpivot into one column takes the lowest label", table: "No|Nilai|\n|U1|U2\n1|3|4",
      headers: 2, steps: [.unpivot(keys: ["No"], into: ["unsur"], value: "nilai")],
      result: "No|unsur|nilai\n1|U1|3\n1|U2|4"),
    Reshaping(
      name: "unpivot and pivot of two header rows", table: penduduk, headers: 2,
      steps: [
        .unpivot(keys: ["kode", "nama"], into: ["kelompok_umur", "ukuran"], value: "nilai"),
        .pivot(
          column: "ukuran",
          names: [
            .init(text: "Pria", column: "pria"), .init(text: "Jumlah", column: "jumlah"),
            .init(text: "Kab./Kota", column: "jumlah"),
          ], value: "nilai"),
      ],
      result: """
        Kode|Nama|kelompok_umur|pria|jumlah
        33.04|BANJARNEGARA|0-4|32.840|63.801
        33.04|BANJARNEGARA|5-9|42.855|83.122
        """),
    Reshaping(
      name: "pivot loses no second value", table: "k|u|nilai\nA|P|1\nA|P|2\nA|W|3",
      steps: [
        .pivot(
          column: "u", names: [.init(text: "P", column: "p"), .init(text: "W", column: "w")],
          value: "nilai")
      ], result: "k|p|w\nA|1|\nA|2|3"),
    Reshaping(
      name: "pivot leaves out what is told to be left out", table: "k|u|nilai\nA|P|1\nA|x|2",
      steps: [
        .pivot(
          column: "u", names: [.init(text: "P", column: "p"), .init(text: "x", column: nil)],
          value: "nilai")
      ], result: "k|p\nA|1"),
  ])
  func reshapes(_ example: Reshaping) throws {
    let tables = try reshaped(TextTable(example.table, headers: example.headers), example.steps)
    #expect(tables.map(\.text) == [example.result])
  }

  @Test func everyCellKeepsItsPlace() throws {
    let unpivot = Step.Action.unpivot(keys: ["kode"], into: ["umur", "ukuran"], value: "nilai")
    let tables = try reshaped(TextTable(penduduk, headers: 2), [unpivot])
    let record = try #require(tables.first?.records.last)
    let places = record.cells.map { [$0.place.line, $0.place.column] }
    #expect(places == [[3, 1], [1, 6], [2, 6], [3, 6]])
  }

  @Test(arguments: [
    ("  Dinas   Kesehatan ", "DINKES"), ("dinas kesehatan", "DINKES"), ("a  b", "A B"),
    ("- BAGIAN UMUM", "BAGIAN UMUM"), ("x", "Y"), ("kode.", "KODE"),
  ])
  func normalises(_ written: String, _ expected: String) throws {
    var normalisation = Normalisation()
    normalisation.blanks = .collapse
    normalisation.letterCase = .upper
    normalisation.dropPrefixes = ["- "]
    normalisation.dropSuffixes = ["."]
    normalisation.replacements = ["X": "Y"]
    normalisation.aliases = "opd"
    var table = TextTable("nama\nx")
    table.records[0].cells[0].text = written
    let result = try reshaped(table, [.normalise(column: "nama", normalisation)])
    let cell = try #require(result.first?.records.first?.cells.first)
    #expect(cell.text == expected)
    #expect(cell.raw == written)
    #expect(cell.place == CellPlace(line: 2, column: 0))
  }

  @Test func missingColumnIsToldWithTheNearest() {
    #expect(
      throws: PipelineError(
        .missingColumn(
          "tahn", resource: "contoh.csv", nearest: ["tahun"], known: ["kode", "tahun"]),
        at: here)
    ) { try reshaped(TextTable("kode|tahun\n1|2"), [.fillDown(["tahn"])]) }
  }

  @Test func unknownPivotTextIsAnError() {
    let names = [Step.PivotName(text: "Pria", column: "pria")]
    #expect(
      throws: PipelineError(
        .unknownPivotText("Prai", column: "u", nearest: ["pria"], known: ["pria"]), at: here)
    ) {
      try reshaped(
        TextTable("k|u|nilai\nA|Prai|1"), [.pivot(column: "u", names: names, value: "nilai")])
    }
  }
}
