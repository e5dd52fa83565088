import Foundation
import Spreadsheets
import Tabular
import Testing

/// Cells of workbooks are changed and marked, and everything else is read as before.
@Suite struct WorkbookEditingTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private struct Shown: Hashable {
    var sheet: String
    var cell: String
    var text: String
  }

  /// What every cell of a workbook shows.
  private func cells(of bytes: [UInt8]) throws -> [Shown] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let workbook = try Workbook(path: path.path)
    var shown: [Shown] = []
    for (index, sheet) in workbook.sheets.enumerated() {
      guard let rows = try? workbook.rows(of: index, within: .all) else { continue }
      while let block = try? rows.next() {
        for row in 0..<block.rowCount {
          for (column, text) in block.texts(row: row).enumerated() where !text.isEmpty {
            let cell = SheetAddress.name(
              column: column + block.firstColumn, row: Int(block.lines[row]))
            shown.append(Shown(sheet: sheet.name, cell: cell, text: text))
          }
        }
      }
    }
    return shown
  }

  private func sample(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.package.appendingPathComponent("samples/\(name)")))
  }

  @Test("a number changes in its cell alone") func number() throws {
    let bytes = try sample("anggaran/realisasi-anggaran-2023.xlsx")
    let edited = try WorkbookEditing.edited(
      bytes,
      by: [
        CellEdit(
          sheet: "Penunjang", cell: "E18", value: .figure(number: "99.57", text: "99,57"))
      ])
    let (before, after) = (Set(try cells(of: bytes)), Set(try cells(of: edited.bytes)))
    #expect(before.subtracting(after) == [Shown(sheet: "Penunjang", cell: "E18", text: "98,57")])
    #expect(after.subtracting(before) == [Shown(sheet: "Penunjang", cell: "E18", text: "99,57")])
    #expect(edited.refused.isEmpty)
  }

  @Test("marks change no value, and the same marks give the same bytes") func marks() throws {
    let bytes = try sample("anggaran/efisiensi-per-sasaran-2023.xlsx")
    let mark = CellEdit.Mark(color: "FFB3BA", comment: "<script> & \"kutip\" \u{1} ‮kanan")
    let edits = [
      CellEdit(sheet: "Sasaran 5", cell: "C8", mark: mark),
      CellEdit(sheet: "Sasaran 5", cell: "Z400", mark: mark),
      CellEdit(sheet: "Sasaran 1", cell: "E7", mark: mark),
    ]
    let edited = try WorkbookEditing.edited(bytes, by: edits)
    #expect(try cells(of: edited.bytes) == cells(of: bytes))
    #expect(edited.refused.map(\.reason) == [.noCell])
    #expect(try WorkbookEditing.edited(bytes, by: edits).bytes == edited.bytes)
  }

  @Test("a second pass adds to the comments and drawings that are there") func again() throws {
    let bytes = try sample("skm/skm-2023.xlsx")
    let mark = CellEdit.Mark(color: "FFE08A", comment: "satu")
    let once = try WorkbookEditing.edited(
      bytes, by: [CellEdit(sheet: "Pengolahan", cell: "I46", mark: mark)])
    let twice = try WorkbookEditing.edited(
      once.bytes, by: [CellEdit(sheet: "Pengolahan", cell: "I47", mark: mark)])
    #expect(try cells(of: twice.bytes) == cells(of: bytes))
  }

  @Test("unknown sheets are refused") func unknownSheets() throws {
    let bytes = try sample("skm/skm-2023.xlsx")
    let edited = try WorkbookEditing.edited(
      bytes, by: [CellEdit(sheet: "Tidak ada", cell: "A1", value: .number("1"))])
    #expect(edited.refused.map(\.reason) == [.noSheet])
    #expect(try cells(of: edited.bytes) == cells(of: bytes))
  }

  @Test("every workbook of the corpus can be marked and is read as before") func corpus() throws {
    let folder = Self.package.appendingPathComponent("../shared/corpus").standardized
    guard FileManager.default.fileExists(atPath: folder.path),
      let files = FileManager.default.enumerator(atPath: folder.path)
    else {
      print("skipped: \(folder.path) is not there")
      return
    }
    var marked = 0
    for case let name as String in files where name.hasSuffix(".xlsx") {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      guard data.count < 300_000, let workbook = try? Workbook(path: folder.path + "/" + name),
        let sheet = workbook.sheets.first, let before = try? cells(of: [UInt8](data)),
        let first = before.first(where: { $0.sheet == sheet.name })
      else { continue }
      let mark = CellEdit.Mark(color: "FFB3BA", comment: "periksa")
      let edited = try WorkbookEditing.edited(
        [UInt8](data), by: [CellEdit(sheet: sheet.name, cell: first.cell, mark: mark)])
      #expect(try cells(of: edited.bytes) == before, "\(name)")
      marked += 1
    }
    #expect(marked > 20)
  }
}
