import Glibc
import Tabular

@testable import Spreadsheets

/// Reads a sheet to its end and prints what there was: `cells` as they are stored, or `rows` as
/// they are shown.
@main
enum ReadWorkbook {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { return print("usage: read-workbook cells|rows FILE") }
    let workbook = try Workbook(path: arguments[2])
    print(arguments[1] == "cells" ? try cells(workbook) : try rows(workbook))
  }

  private static func cells(_ workbook: Workbook) throws -> String {
    let sheet = try workbook.reading.open(0)
    var block = CellBlock()
    var (count, bytes) = (0, 0)
    while try sheet.read(into: &block) {
      count += block.count
      bytes += block.bytes.count
      block.removeAll()
    }
    return "\(count) cells, \(bytes) bytes"
  }

  private static func rows(_ workbook: Workbook) throws -> String {
    let rows = try workbook.rows(of: 0)
    var count = 0
    while let block = try rows.next() { count += block.rowCount }
    return "\(rows.cellCount) cells, \(count) rows"
  }
}
