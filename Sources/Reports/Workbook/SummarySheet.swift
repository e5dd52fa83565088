import Pipelines
import Rules
import Tabular

/// The first sheet: what the run came to, in figures that can be found again on the others.
struct SummarySheet {
  let report: RunReport
  let language: Language
  let rows: WorkbookRows

  private let tab = WorkbookReport.Tab.summary.rawValue
  private static let severities = Severity.allCases.sorted(by: >)

  /// Writes the sheet; the others must be written before, for it tells what did not fit them.
  func write(to file: XlsxFile) {
    put(to: file, [.text(word(.report), .title)])
    put(to: file, [.text(Heading.status(report.status).text(in: language), .plain)])
    put(to: file, [])
    figures(to: file)
    notFitting(to: file)
    failures(to: file)
    pipelines(to: file)
    datasets(to: file)
  }

  // MARK: figures

  private func figures(to file: XlsxFile) {
    let counts = counts(report.findings)
    let found = counts[.error, default: 0] + counts[.warning, default: 0]
    put(to: file, [.text(word(.checked)), .count(report.rules.reduce(0) { $0 + $1.checked })])
    for outcome in ShownOutcome.allCases {
      let name = WorkbookWords.rules(outcome).text(in: language)
      put(to: file, [.text(name), .count(report.rules.count { ShownOutcome($0) == outcome })])
    }
    let all = WorkbookWords.allFindings(in: WorkbookReport.Tab.findings.name)
    put(to: file, [.text(all.text(in: language)), .count(report.findings.count)])
    for severity in Self.severities {
      let name = WorkbookWords.ofThese(severity).text(in: language)
      put(to: file, [.text(name), .count(counts[severity, default: 0])])
    }
    put(to: file, [.text(WorkbookWords.discrepancies.text(in: language)), .count(found)])
    let unlisted =
      FindingGroups.counts(FindingGroups.of(report)).values.reduce(0, +) - report.findings.count
    if unlisted > 0 {
      put(to: file, [.text(WorkbookWords.unlisted.text(in: language)), .count(unlisted)])
    }
    put(to: file, [.text(word(.causes)), .count(report.causes.count)])
  }

  private func counts(_ findings: [Finding]) -> [Severity: Int] {
    findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
  }

  // MARK: what is missing

  private func notFitting(to file: XlsxFile) {
    var notes: [Message] = []
    if rows.missingFindings > 0 {
      notes.append(WorkbookWords.missingFindings(rows.missingFindings))
    }
    if rows.missingCauses > 0 { notes.append(WorkbookWords.missingCauses(rows.missingCauses)) }
    for tab in WorkbookReport.Tab.allCases where file.missingLinks[tab.rawValue] > 0 {
      notes.append(
        WorkbookWords.missingLinks(
          file.missingLinks[tab.rawValue], in: tab.name, most: file.limits.links))
    }
    section(WorkbookWords.notFitting, notes.map { $0.text(in: language) }, to: file)
  }

  private func failures(to file: XlsxFile) {
    let sentences = report.failures.map { failure in
      let sentence = FailureSentence(failure, in: language)
      return sentence.pipeline.isEmpty ? sentence.text : "\(sentence.pipeline): \(sentence.text)"
    }
    section(Heading.failures.words, sentences, to: file)
  }

  private func section(_ heading: Message, _ lines: [String], to file: XlsxFile) {
    guard !lines.isEmpty else { return }
    put(to: file, [])
    put(to: file, [.header(heading, language)])
    for line in lines { put(to: file, [.text(line)]) }
  }

  // MARK: tables

  private func pipelines(to file: XlsxFile) {
    put(to: file, [])
    let headings: [Heading] = [.pipelines, .records, .checked]
    let severities = Self.severities.map { XlsxCell.header(WorkbookWords.heading($0), language) }
    put(to: file, headings.map { .header($0.words, language) } + severities + [header(.findings)])
    let found = Dictionary(grouping: report.findings, by: \.pipeline)
    for pipeline in report.pipelines {
      let checked = report.rules.reduce(0) {
        $0 + ($1.pipeline == pipeline.name ? $1.checked : 0)
      }
      let findings = found[pipeline.name] ?? []
      let counts = counts(findings)
      put(
        to: file,
        [
          .text(pipeline.title.isEmpty ? pipeline.name : pipeline.title),
          .count(pipeline.records), .count(checked),
        ] + Self.severities.map { .count(counts[$0, default: 0]) } + [.count(findings.count)])
    }
  }

  private func datasets(to file: XlsxFile) {
    guard !report.datasets.isEmpty else { return }
    put(to: file, [])
    // The path has the room of the columns that the table above needs for its figures.
    let blank = XlsxCell.text("", .header)
    put(
      to: file,
      [
        header(.dataset), header(.records), header(.state), header(.file), blank, blank, blank,
        header(.reason),
      ])
    for dataset in report.datasets {
      let isValid = dataset.blockedBy.isEmpty
      let state = isValid ? PageWords.mayGoOut : PageWords.heldBack
      var reasons = isValid ? [] : [Words.quarantined(by: dataset.blockedBy)]
      if dataset.withheld > 0 { reasons.append(Words.withheld(dataset.withheld)) }
      put(
        to: file,
        [
          .text("\(dataset.pipeline)/\(dataset.name)"), .count(dataset.records),
          .text(state.text(in: language), isValid ? .good : .error), .text(dataset.path, .plain),
          .empty, .empty, .empty,
          .text(reasons.map { $0.text(in: language) }.joined(separator: "; ")),
        ])
    }
  }

  // MARK: cells

  private func put(to file: XlsxFile, _ cells: [XlsxCell]) { file.append(cells, to: tab) }
  private func header(_ heading: Heading) -> XlsxCell { .header(heading.words, language) }
  private func word(_ heading: Heading) -> String { heading.words.text(in: language) }
}
