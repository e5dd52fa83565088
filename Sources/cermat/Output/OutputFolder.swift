import Glibc
import Pipelines
import Publishing
import Reports
import Tabular

/// The output folder of a run: reports, datasets and quarantine.
///
/// Every file is written beside its place and renamed, datasets before the reports that speak of
/// them.
struct OutputFolder {
  let path: String

  init(_ path: String) { self.path = path }

  /// Makes sure that the folder is there and can be written to.
  func prepare() throws(OutputError) {
    let probe = try AtomicOutput(path: "\(path)/.cermat")
    _ = probe
  }

  /// Writes everything that a run has to say.
  func write(_ run: CompletedRun, language: Language) throws {
    try DatasetOutput(folder: path).write(run)
    try AtomicOutput.write(to: "\(path)/report.json") { output in
      try MachineReport.write(run.report, to: TextStream(to: output))
    }
    try AtomicOutput.write(to: "\(path)/findings.csv") { output in
      try FindingsTable.write(run.report, in: language, to: TextStream(to: output))
    }
    try AtomicOutput.write(to: "\(path)/report.md") { output in
      try MarkdownReport(language: language).write(run.report, to: TextStream(to: output))
    }
  }

  /// Writes what differs from run to run.
  func write(_ record: RunRecord, of report: RunReport) throws {
    try AtomicOutput.write(to: "\(path)/run.json") { output in
      try record.write(report, to: TextStream(to: output))
    }
  }

  /// An error of writing in words.
  static func message(of error: any Error) -> Message {
    if let error = error as? OutputError { return error.message }
    if let error = error as? TabularError { return error.message }
    return Message(indonesian: "\(error)", english: "\(error)")
  }
}
