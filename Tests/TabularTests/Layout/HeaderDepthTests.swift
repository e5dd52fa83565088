import Tabular
import Testing

/// Headers of which the pipeline file declares a few labels, or how many rows they have.
@Suite("Depth of headers")
struct HeaderDepthTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var declared: [String]
    var depth: Int?
    var lines: [Int]

    init(_ story: String, _ text: String, _ declared: [String], depth: Int? = nil, _ lines: [Int]) {
      testDescription = story
      self.text = text
      self.declared = declared
      self.depth = depth
      self.lines = lines
    }
  }

  private static let years = "Daerah;2021;;2022;\n;NILAI;SATUAN;NILAI;SATUAN\nBogor;70;%;71;%\n"

  @Test(arguments: [
    Case("the only declared label stands over a row that parts others", years, ["Daerah"], [1, 2]),
    Case("the declared depth", years, ["Daerah"], depth: 2, [1, 2]),
    Case("labels that only the first row has keep it alone", years, ["Daerah", "2021"], [1]),
    Case("one row where that is declared", years, ["Daerah"], depth: 1, [1]),
    Case(
      "a record that begins blank is no part of the header", "Nama;Nilai;\n;;ket\nA;1;\n", ["Nama"],
      [1]),
    Case(
      "a title is none either", "Judul\nNama;Nilai\nA;1\n", ["Nama", "Nilai"], depth: 1, [2]),
  ])
  func rowsAreFound(_ story: Case) throws {
    let layout = try Layout(
      of: TinyCSV.rows(of: story.text), labels: story.declared.map { [$0] },
      request: LayoutRequest(headerDepth: story.depth), in: Location(resource: "x"))
    #expect(layout.headerRows.value == story.lines)
  }
}
