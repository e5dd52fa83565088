import Foundation
import Tabular
import Testing

@testable import Spreadsheets

/// Workbooks of the same content in three formats, made by one office program.
@Suite("The same content in XLSX, ODS and XLS")
struct SameContentTests {
  static let files = ["isi.ods", "isi.xls", "isi-1904.ods", "isi-1904.xls"]

  @Test("Cells and rows are those of XLSX, but for what is listed", arguments: files)
  func same(_ file: String) throws {
    let folder = Corpus.package + "Tests/SpreadsheetsTests/Fixtures/sama/"
    let stem = try #require(file.split(separator: ".").first)
    let one = try Workbook(path: folder + stem + ".xlsx")
    let other = try Workbook(path: folder + file)
    #expect(one.sheets == other.sheets)
    var differences = Tally()
    for index in one.sheets.indices {
      let name = one.sheets[index].name
      try Self.compareCells(one, other, index, in: "sama/\(file) | \(name)", &differences)
      try Self.compareRows(one, other, index, in: "sama/\(file) | \(name)", &differences)
    }
    let listed = try Self.listed(for: "sama/\(file)")
    for (key, difference) in differences.all.sorted(by: { $0.key < $1.key }) {
      #expect(
        listed[key] == difference.count, "\(key) | \(difference.count) | \(difference.example)")
    }
    for key in listed.keys.sorted() {
      #expect(differences.all[key] != nil, "'\(key)' is listed and no longer differs")
    }
  }

  /// Any other folder of workbooks in several formats, told by `SAME_CONTENT`: what differs from
  /// XLSX is printed, and no workbook may lose or gain a cell.
  @Test("Cells of other workbooks are there in every format")
  func others() throws {
    guard let folder = ProcessInfo.processInfo.environment["SAME_CONTENT"] else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let parts = name.split(separator: ".")
      guard let stem = parts.first, let kind = parts.last, kind == "ods" || kind == "xls" else {
        continue
      }
      let one = try Workbook(path: "\(folder)/\(stem).xlsx")
      let other = try Workbook(path: "\(folder)/\(name)")
      var differences = Tally()
      for index in one.sheets.indices {
        let key = "\(name) | \(one.sheets[index].name)"
        try Self.compareCells(one, other, index, in: key, &differences)
        try Self.compareRows(one, other, index, in: key, &differences)
      }
      for (key, difference) in differences.all.sorted(by: { $0.key < $1.key }) {
        print("\(key) | \(difference.count) | \(difference.example)")
        #expect(!key.hasSuffix("existence"), "\(key)")
      }
    }
  }

  /// Differences by file, sheet and what differs.
  struct Tally {
    var all: [String: (count: Int, example: String)] = [:]

    mutating func compare<Value: Equatable>(
      _ one: Value, _ other: Value, _ key: String, at place: String
    ) {
      guard one != other else { return }
      all[key, default: (0, "\(place): \(one) and \(other)")].count += 1
    }
  }

  private static func compareCells(
    _ one: Workbook, _ other: Workbook, _ index: Int, in key: String, _ differences: inout Tally
  ) throws {
    let (left, right) = (try cells(one, index), try cells(other, index))
    for place in Set(left.keys).union(right.keys).sorted() {
      let (cell, twin) = (left[place], right[place])
      guard let cell, let twin else {
        differences.compare(cell?.value, twin?.value, key + " | existence", at: place)
        continue
      }
      differences.compare(cell.type, twin.type, key + " | type", at: place)
      differences.compare(cell.value, twin.value, key + " | value", at: place)
      differences.compare(cell.display, twin.display, key + " | display", at: place)
      differences.compare(cell.formula, twin.formula, key + " | formula", at: place)
    }
  }

  private static func compareRows(
    _ one: Workbook, _ other: Workbook, _ index: Int, in key: String, _ differences: inout Tally
  ) throws {
    let (left, right) = (try rows(one, index), try rows(other, index))
    differences.compare(left.hidden, right.hidden, key + " | hidden", at: "")
    for row in Set(left.rows.keys).union(right.rows.keys).sorted() {
      let (line, twin) = (left.rows[row] ?? [], right.rows[row] ?? [])
      for column in 0..<max(line.count, twin.count) {
        differences.compare(
          column < line.count ? line[column] : nil, column < twin.count ? twin[column] : nil,
          key + " | row", at: SheetAddress.name(column: column, row: row))
      }
    }
  }

  private static func cells(_ workbook: Workbook, _ index: Int) throws -> [String: SheetCell] {
    let cells = try workbook.cells(of: index)
    var all: [String: SheetCell] = [:]
    while let next = try cells.next() { for cell in next { all[cell.cell] = cell } }
    return all
  }

  private static func rows(
    _ workbook: Workbook, _ index: Int
  ) throws -> (rows: [Int: [String]], hidden: String) {
    let rows = try workbook.rows(of: index)
    var all: [Int: [String]] = [:]
    while let block = try rows.next() {
      for row in 0..<block.rowCount {
        all[Int(block.lines[row])] = (0..<block.cellCount(ofRow: row)).map { column in
          let cell = Int(block.firstCells[row]) + column
          let stored = block.stored[UInt32(cell)].map { " stored \($0)" } ?? ""
          let indent = block.indents[UInt32(cell)].map { " indent \($0)" } ?? ""
          return "\(block.text(row: row, column: column)) marks \(block.marks[cell].rawValue)"
            + stored + indent
        }
      }
    }
    return (all, "rows \(rows.hiddenRows), columns \(rows.hiddenColumns), last \(rows.rowCount)")
  }

  private static func listed(for file: String) throws -> [String: Int] {
    let path = Corpus.package + "Tests/SpreadsheetsTests/Cells/Differences.md"
    var counts: [String: Int] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, cells[0] == file else { continue }
      counts[cells[..<3].joined(separator: " | ")] = Int(cells[3])
    }
    return counts
  }
}
