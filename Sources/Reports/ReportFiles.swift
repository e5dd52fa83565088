public import Pipelines

/// Writes all reports of a run into its output folder, or none of them.
public struct ReportFiles: Sendable {
  /// The names of the files, in the order they take their places.
  public static let names = [
    "findings.csv", "report.md", "report.html", "report.xlsx", "junit.xml", "validation.json",
    "report.json", "run.json",
  ]

  /// The language of the texts.
  public var language: Language
  /// What `run.json` says of the execution.
  public var record: RunRecord

  /// Makes the reports of one execution.
  public init(language: Language, record: RunRecord) {
    self.language = language
    self.record = record
  }

  /// Writes the return slips of the offices and the reports.
  ///
  /// All are on the disk before the first takes its place. Slips of an earlier run go away.
  ///
  /// Throws `OutputError`.
  public func write(_ report: RunReport, into folder: String) throws {
    let outputs = try Self.names.map { name in
      let output = try AtomicOutput(path: "\(folder)/\(name)")
      try write(name, of: report, to: output, in: folder)
      return output
    }
    let slips = ReturnSlips(report, language: language)
    let all = try slips.written(into: folder) + outputs
    for output in all { try output.seal() }
    for output in all { try output.commit() }
    slips.removeStale(in: folder)
  }

  private func write(
    _ name: String, of report: RunReport, to output: AtomicOutput, in folder: String
  ) throws {
    switch name {
    case "findings.csv":
      try FindingsTable.write(report, in: language, to: TextStream(to: output))
    case "report.md":
      try MarkdownReport(language: language).write(report, to: TextStream(to: output))
    case "report.html": try PageReport(language: language).write(report, to: TextStream(to: output))
    case "report.xlsx":
      try WorkbookReport(language: language).bytes(of: report, in: folder)
        .withUnsafeBytes { try output.write($0) }
    case "junit.xml": try TestReport(language: language).write(report, to: TextStream(to: output))
    case "validation.json":
      try ValidationReport(language: language, record: record)
        .write(report, to: TextStream(to: output))
    case "report.json": try MachineReport.write(report, to: TextStream(to: output))
    default: try record.write(report, to: TextStream(to: output))
    }
  }
}
