public import Pipelines

/// Writes all reports of a run into its output folder, or none of them.
public struct ReportFiles: Sendable {
  /// The names of the files, in the order they take their places.
  public static let names = [
    "findings.csv", "report.md", "report.html", "report.json", "run.json",
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
    let outputs = try Self.names.map { try AtomicOutput(path: "\(folder)/\($0)") }
    let streams = outputs.map { TextStream(to: $0) }
    try FindingsTable.write(report, in: language, to: streams[0])
    try MarkdownReport(language: language).write(report, to: streams[1])
    try PageReport(language: language).write(report, to: streams[2])
    try MachineReport.write(report, to: streams[3])
    try record.write(report, to: streams[4])
    let slips = ReturnSlips(report, language: language)
    let all = try slips.written(into: folder) + outputs
    for output in all { try output.seal() }
    for output in all { try output.commit() }
    slips.removeStale(in: folder)
  }
}
