import Delimited
public import Spreadsheets
import Tabular

/// Every cell of a file that holds something, one JSON object a line, so that a reading can be
/// compared with anyone else's.
///
/// The members are `sheet` (null for text), `row` and `column` (from 1), `cell` (`C12`), `raw` (as
/// the file has it), `value` (a number, text, truth value or ISO date; null where there is none),
/// `type`, `display` (as it is shown) and `formula` (null for most). In text files a row is the
/// physical line on which its record begins, and every cell is text.
public enum CellListing {
  /// Writes the cells of the file at `path`.
  ///
  /// - Parameters:
  ///   - path: The file, relative to `folder`.
  ///   - folder: The working folder with its final slash, empty for that of the process.
  ///   - sheets: The only sheets of a workbook to list, by name or pattern; empty for all.
  ///   - limits: What is too large in a workbook.
  ///   - json: Where the lines go.
  /// - Throws: `PipelineError` where the file can't be read on; what was read until then is written.
  public static func write(
    path: String, in folder: String = "", sheets: [String] = [],
    limits: SpreadsheetLimits = SpreadsheetLimits(), to json: inout JSONWriter
  ) throws(PipelineError) {
    var probe = Resource(describing: path)
    probe.sheets = sheets
    probe.limits = limits
    let input = try InputFile(
      path: path, resource: probe, parallel: false, folder: folder, progress: nil)
    guard case .workbook(let workbook) = input.content else {
      return try write(try input.sources()[0], to: &json)
    }
    let wanted =
      sheets.isEmpty
      ? Array(workbook.workbook.sheets.indices)
      : try SheetChoice(workbook, probe, nil).sheets(probing: input.source).places
    for index in wanted { try write(workbook.workbook, index, path, to: &json) }
  }

  private static func write(
    _ workbook: Workbook, _ index: Int, _ path: String, to json: inout JSONWriter
  ) throws(PipelineError) {
    do throws(SpreadsheetError) {
      let cells = try workbook.cells(of: index)
      while let records = try cells.next() {
        for record in records { json.document { write(record, to: &$0) } }
      }
    } catch {
      if case .notATable = error.reason { return }
      throw PipelineError(error, path: path)
    }
  }

  private static func write(_ record: SheetCell, to json: inout JSONWriter) {
    json.member("sheet", record.sheet)
    json.member("row", record.row)
    json.member("column", record.column)
    json.member("cell", record.cell)
    json.member("raw", record.raw)
    json.key("value")
    switch record.type {
    case .number, .boolean: json.verbatim(record.value ?? "null")
    default: json.value(record.value)
    }
    json.member("type", record.type.rawValue)
    json.member("display", record.display)
    json.member("formula", record.formula)
  }

  private static func write(
    _ source: SourceFile, to json: inout JSONWriter
  ) throws(PipelineError) {
    _ = try source.read { (block) throws(PipelineError) in
      for row in 0..<block.rowCount {
        for column in 0..<block.cellCount(ofRow: row) {
          let text = block.text(row: row, column: column)
          guard !text.isEmpty else { continue }
          let line = Int(block.lines[row])
          let address = SheetAddress.name(column: column, row: line)
          json.document { json in
            json.member("sheet", nil as String?)
            json.member("row", line)
            json.member("column", column + 1)
            json.member("cell", address)
            json.member("raw", text)
            json.member("value", text)
            json.member("type", "text")
            json.member("display", text)
            json.member("formula", nil as String?)
          }
        }
      }
    }
  }
}
