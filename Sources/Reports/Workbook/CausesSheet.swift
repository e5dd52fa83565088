import Diagnosis
import Pipelines
import Tabular

/// The sheet of the causes: a row for each of their cells.
///
/// What tells a cause apart is repeated in each of its rows, so that they stay together when people
/// filter and sort.
struct CausesSheet {
  let report: RunReport
  let language: Language
  let links: FileLinks
  let rows: WorkbookRows

  private let tab = WorkbookReport.Tab.causes.rawValue

  /// Writes the sheet.
  func write(to file: XlsxFile) {
    let headings: [Heading] = [
      .number, .severity, .sureness, .mechanism, .place, .stated, .proposal, .explanation,
      .findings,
    ]
    file.append(
      (headings.map(\.words) + [WorkbookWords.source, WorkbookWords.copy]).map {
        .header($0, language)
      }, to: tab)
    let places = places()
    var room = rows.room
    for cause in report.causes where room > 0 {
      for row in self.rows(of: cause, places).prefix(room) {
        file.append(row, to: tab)
        room -= 1
      }
    }
    file.filter(tab, header: 0)
    if rows.missingCauses > 0 {
      file.append(
        [.text(WorkbookWords.missingCauses(rows.missingCauses).text(in: language), .plain)],
        to: tab)
    }
  }

  /// Where the first findings of causes that change no cell stand.
  private func places() -> [String: Location] {
    let wanted = Set(
      report.causes.filter { $0.explanation.cells.isEmpty }.compactMap(\.findings.first))
    guard !wanted.isEmpty else { return [:] }
    var places: [String: Location] = [:]
    for finding in report.findings where wanted.contains(finding.id) {
      places[finding.id] = finding.cells.first?.location
    }
    return places
  }

  private func rows(of cause: Cause, _ places: [String: Location]) -> [[XlsxCell]] {
    let mechanism = PageWords.mechanism(cause.explanation.mechanism)
    let common: [XlsxCell] = [
      .count(cause.id), .severity(cause.severity, language),
      .text(Words.confidence(cause.confidence).text(in: language)),
      .text(mechanism.text(in: language)),
    ]
    let target = cause.findings.lazy.compactMap { rows.findings[$0] }.first
    let findings: XlsxCell =
      target.map {
        .link("\(cause.findings.count)", .row($0, tab: WorkbookReport.Tab.findings.rawValue))
      } ?? .count(cause.findings.count)
    let sentence = cause.explanation.message.text(in: language)
    guard !cause.explanation.cells.isEmpty else {
      let place = cause.findings.first.flatMap { places[$0] }
      let shown = place.map { Place.text($0, in: language) } ?? ""
      return [
        common + [.text(shown), .empty, .empty, .text(sentence), findings] + .files(place, links)
      ]
    }
    return cause.explanation.cells.enumerated().map { index, cell in
      let told = index == 0 ? sentence : WorkbookWords.alsoOf(cause.id).text(in: language)
      return common + [
        .text(Place.text(cell.location, in: language)), .text(cell.raw),
        .text(cell.proposal ?? ""), .text(told), index == 0 ? findings : .empty,
      ] + .files(cell.location, links)
    }
  }
}
