import Delimited
import Tabular

extension PipelineError {
  /// The error of the reader of delimited text, in its words.
  init(_ error: DelimitedError, path: String) {
    self.init(.reading(error.message), file: path, line: error.line)
  }

  /// The error of a table in memory, in its words; `path` where it names no resource.
  init(_ error: TabularError, path: String) {
    let place = error.location
    self.init(.reading(error.message), file: place?.resource ?? path, line: place?.line)
  }

  /// The error of a table in memory, in its words, at a place of the pipeline file.
  init(_ error: TabularError, at place: FilePlace) {
    self.init(.reading(error.message), at: place)
  }
}
