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
    "raw", "stated", "expected", "difference", "message", "id",
  ]

  /// Writes the findings of `report` to `stream` and ends it; throws the first error of the sink.
  public static func write(
    _ report: RunReport, in language: Language, to stream: TextStream
  ) throws {
    var stream = stream
    write(header, to: &stream)
    for finding in report.findings { write(cells(of: finding, in: language), to: &stream) }
    try stream.finish()
  }

  private static func cells(of finding: Finding, in language: Language) -> [String] {
    let cell = finding.cells.first
    let place = cell?.location
    let expected = finding.expected ?? finding.expectedInterval?.joined(separator: "..")
    return [
      finding.pipeline, finding.rule, finding.kind.rawValue, finding.severity.rawValue,
      finding.verdict?.rawValue ?? "", place?.resource ?? "", place?.sheet ?? "",
      place?.cell ?? "", place?.line.map(String.init) ?? "", place?.field ?? "", cell?.raw ?? "",
      finding.stated ?? "", expected ?? "", finding.difference ?? "",
      finding.message.text(in: language), finding.id,
    ].map(SpreadsheetCell.guarded)
  }

  private static func write(_ cells: [String], to stream: inout TextStream) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { stream.write(",") }
      guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
        stream.write(cell)
        continue
      }
      stream.write("\"")
      for (part, text) in cell.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      {
        if part > 0 { stream.write("\"\"") }
        stream.write(text)
      }
      stream.write("\"")
    }
    stream.write("\n")
  }
}
