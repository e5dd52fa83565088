import Delimited
public import Pipelines
import Tabular

/// Writes `findings.csv`: one record a finding, for spreadsheet programs and scripts.
///
/// UTF-8, commas, line feeds, quotes where a cell needs them, as the datasets. Numbers are exact
/// decimals with a point. Texts are guarded against being taken for formulas (see
/// `SpreadsheetCell`); `report.json` has them unchanged.
public enum FindingsTable {
  /// The labels of the columns.
  public static let header = [
    "pipeline", "rule", "kind", "severity", "verdict", "resource", "sheet", "cell", "line", "field",
    "raw", "stated", "expected", "difference", "message", "cause", "id",
  ]

  /// Writes the findings of `report` to `stream` and ends it; throws the first error of the sink.
  public static func write(
    _ report: RunReport, in language: Language, to stream: TextStream
  ) throws {
    var stream = stream
    var writer = DelimitedWriter { stream.write($0.bindMemory(to: UInt8.self)) }
    try put(header, to: &writer)
    for finding in report.findings { try put(cells(of: finding, in: language), to: &writer) }
    try writer.finish()
    try stream.finish()
  }

  private static func cells(of finding: Finding, in language: Language) -> [String] {
    let cell = finding.cells.first
    let place = cell?.location
    let expected =
      finding.isExpectedDoubtful
      ? nil : finding.expected ?? finding.expectedInterval?.joined(separator: "..")
    return [
      finding.pipeline, finding.rule, finding.kind.rawValue, finding.severity.rawValue,
      finding.verdict?.rawValue ?? "", place?.resource ?? "", place?.sheet ?? "",
      place?.cell ?? "", place?.line.map(String.init) ?? "", place?.field ?? "", cell?.raw ?? "",
      finding.stated ?? "", expected ?? "", finding.difference ?? "",
      finding.message.text(in: language), finding.cause.map(String.init) ?? "", finding.id,
    ].map(SpreadsheetCell.guarded)
  }

  private static func put(_ record: [String], to writer: inout DelimitedWriter) throws {
    for cell in record { writer.append(cell) }
    try writer.endRecord()
  }
}
