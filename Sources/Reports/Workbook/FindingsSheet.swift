import Pipelines
import Tabular

/// The sheet of the findings: a row each.
struct FindingsSheet {
  let report: RunReport
  let language: Language
  let links: FileLinks
  let rows: WorkbookRows

  private let tab = WorkbookReport.Tab.findings.rawValue

  /// Writes the sheet; what does not fit is told in its last row and stands in `findings.csv`.
  func write(to file: XlsxFile) {
    let headings: [Heading] = [
      .pipelines, .rule, .severity, .place, .stated, .expected, .difference, .explanation, .cause,
    ]
    file.append(
      (headings.map(\.words) + [WorkbookWords.source, WorkbookWords.copy]).map {
        .header($0, language)
      }, to: tab)
    for finding in report.findings.prefix(rows.room) { file.append(row(of: finding), to: tab) }
    file.filter(tab, header: 0)
    if rows.missingFindings > 0 {
      file.append(
        [.text(WorkbookWords.missingFindings(rows.missingFindings).text(in: language), .plain)],
        to: tab)
    }
  }

  private func row(of finding: Finding) -> [XlsxCell] {
    let place = finding.cells.first?.location
    func figure(_ text: String?) -> XlsxCell {
      guard let text else { return .empty }
      return FindingFacts.isNumeric(finding) ? .figure(text) : .text(text)
    }
    let cause: XlsxCell =
      finding.cause.map { cause in
        rows.causes[cause].map {
          .link("\(cause)", .row($0, tab: WorkbookReport.Tab.causes.rawValue))
        } ?? .count(cause)
      } ?? .empty
    return [
      .text(finding.pipeline), .text(finding.rule), .severity(finding.severity, language),
      .text(place.map { Place.text($0, in: language) } ?? ""), figure(finding.stated),
      figure(finding.isExpectedDoubtful ? nil : finding.expected), figure(finding.difference),
      .text(finding.message.text(in: language)), cause,
    ] + .files(place, links)
  }
}
