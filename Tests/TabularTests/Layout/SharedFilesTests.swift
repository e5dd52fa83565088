import Tabular
import Testing

@Suite("Layout of real files")
struct SharedFilesTests {
  @Test("Every sample has its header where it is")
  func samples() throws {
    guard let shared = TinyCSV.shared else {
      print("skipped: no ../shared, so no samples")
      return
    }
    let special = [
      "pengikut-media-digital-2023.csv": [4], "agregat-kelompok-umur-2023-s1.csv": [2, 3],
    ]
    let files = TinyCSV.files(in: shared + "/samples")
    #expect(files.count > 60)
    for path in files {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      let rows = TinyCSV.rows(of: try #require(TinyCSV.text(of: path)))
      let layout = try Layout(of: rows, in: Location(resource: path))
      #expect(layout.headerRows.value == special[name] ?? [1], "\(name)")
      #expect(layout.header.columns.allSatisfy { !$0.label.isEmpty }, "\(name)")
    }
  }

  @Test("Every budget upload has its header, its facts, and every line accounted for")
  func budgets() throws {
    guard let shared = TinyCSV.shared else {
      print("skipped: no ../shared, so no budget uploads")
      return
    }
    let files = TinyCSV.files(in: shared + "/corpus/apbd")
    #expect(files.count == 40)
    for path in files {
      let rows = TinyCSV.rows(of: try #require(TinyCSV.text(of: path)))
      let place = Location(resource: path)
      let layout = try Layout(of: rows, in: place)
      let labels = layout.header.columns.map { LabelForm.key($0.label) }
      #expect(labels[0].hasSuffix("rekening") && labels[1] == "uraian", "\(path)")
      // One upload has its facts quoted as one cell a line, which the delimited reader repairs.
      let isWrapped = path.hasSuffix("3404_1473157847.csv")
      #expect(isWrapped || (5...6).contains(layout.metadata.count), "\(path)")
      let fields = FieldGuess.all(layout: layout, block: rows).map(\.field)
      let match = try ColumnMatch(fields: fields, header: layout.header, in: place)
      var decoder = try TableDecoder(name: "t", schema: Schema(fields: fields), pipeline: "p")
      decoder.begin(resource: path, layout: layout, match: match)
      try decoder.decode(rows)
      let reading = try decoder.end()
      let lines = (0..<rows.rowCount).reduce(0) { $0 + rows.lineCount(ofRow: $1) }
      #expect(reading.summary.lineCount == lines, "\(path)")
      #expect(reading.records > 20, "\(path)")
    }
  }
}
