import Delimited
import Spreadsheets
import Tabular

extension PipelineError {
  /// The error of the reader of delimited text, in its words.
  init(_ error: DelimitedError, path: String) {
    self.init(.reading(error.message), file: path, line: error.line)
  }

  /// The error of the reader of workbooks, in its words.
  init(_ error: SpreadsheetError, path: String) {
    self.init(
      .reading(error.message),
      at: FilePlace(file: path, sheet: error.sheet, cell: error.cell))
  }

  /// The error of a table in memory, in its words; `path` where it names no resource.
  init(_ error: TabularError, path: String) {
    let place = error.location
    self.init(
      .reading(error.message),
      at: FilePlace(
        file: place?.resource ?? path, line: place?.line, sheet: place?.sheet, cell: place?.cell))
  }

  /// The error of a table in memory, in its words, at a place of the pipeline file.
  init(_ error: TabularError, at place: FilePlace) {
    self.init(.reading(error.message), at: place)
  }
}
