import Diagnosis
import Glibc
public import Pipelines
import Rules
import Tabular

/// Makes `report.xlsx`: summary, causes and findings, each a sheet, for people who filter and sort.
public struct WorkbookReport: Sendable {
  /// The language of the texts.
  public var language: Language

  private static let (summary, causes, findings) = (0, 1, 2)

  /// Makes a report.
  public init(language: Language) { self.language = language }

  /// The workbook; the same report gives the same bytes.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - folder: Where the file is made before it is read back and removed.
  /// - Returns: The bytes of the workbook.
  /// - Throws: `OutputError` where it can't be written.
  public func bytes(of report: RunReport, in folder: String) throws -> [UInt8] {
    let path = "\(folder)/.report.xlsx.\(getpid())"
    defer { unlink(path) }
    do {
      let file = try XlsxFile(
        path: path, temporary: folder,
        sheets: [Heading.summary, .causes, .findings].map { $0.words.text(in: language) })
      write(report, to: file)
      try file.close()
      return try FileBytes.read(path, named: path)
    } catch is XlsxFile.Failure {
      throw OutputError(
        path: "\(folder)/report.xlsx", reason: .system(errno: errno == 0 ? EIO : errno))
    }
  }

  private func write(_ report: RunReport, to file: XlsxFile) {
    writeSummary(report, to: file)
    var rows: [String: Int] = [:]
    for (row, finding) in report.findings.enumerated() { rows[finding.id] = row + 1 }
    writeCauses(report, rows, to: file)
    writeFindings(report, to: file)
  }

  // MARK: sheets

  private func writeSummary(_ report: RunReport, to file: XlsxFile) {
    let tab = Self.summary
    file.write(word(.report), tab, row: 0, column: 0, .title)
    file.write(Heading.status(report.status).text(in: language), tab, row: 1, column: 0)
    let checked = report.rules.reduce(0) { $0 + $1.checked }
    file.write(word(.checked), tab, row: 2, column: 0)
    file.write(Double(checked), tab, row: 2, column: 1)
    var row = 4
    header([.pipelines, .records, .checked, .findings], file, tab, row)
    for pipeline in report.pipelines {
      row += 1
      let rules = report.rules.filter { $0.pipeline == pipeline.name }
      file.write(pipeline.title, tab, row: row, column: 0, .wrapped)
      file.write(Double(pipeline.records), tab, row: row, column: 1)
      file.write(Double(rules.reduce(0) { $0 + $1.checked }), tab, row: row, column: 2)
      let found = report.findings.count { $0.pipeline == pipeline.name && $0.severity > .note }
      file.write(Double(found), tab, row: row, column: 3)
    }
    row += 2
    header([.dataset, .records, .state, .file], file, tab, row)
    for dataset in report.datasets {
      row += 1
      let isValid = dataset.blockedBy.isEmpty
      let state =
        isValid ? Words.published(dataset) : Words.quarantined(by: dataset.blockedBy)
      file.write("\(dataset.pipeline)/\(dataset.name)", tab, row: row, column: 0)
      file.write(Double(dataset.records), tab, row: row, column: 1)
      file.write(state.text(in: language), tab, row: row, column: 2, isValid ? .good : .error)
      file.write(dataset.path, tab, row: row, column: 3)
    }
    file.layOut(tab, widths: [48, 16, 60, 50], header: nil, rows: row)
  }

  private func writeCauses(_ report: RunReport, _ rows: [String: Int], to file: XlsxFile) {
    let tab = Self.causes
    header(
      [
        .number, .severity, .sureness, .mechanism, .place, .stated, .proposal, .explanation,
        .findings,
      ],
      file, tab, 0)
    for (index, cause) in report.causes.enumerated() {
      let row = index + 1
      let cell = cause.explanation.cells.first
      file.write(Double(cause.id), tab, row: row, column: 0)
      severity(cause.severity, file, tab, row, 1)
      file.write(Words.confidence(cause.confidence).text(in: language), tab, row: row, column: 2)
      let mechanism = PageWords.mechanism(cause.explanation.mechanism)
      file.write(mechanism.text(in: language), tab, row: row, column: 3)
      file.write(
        cell.map { Place.text($0.location, in: language) } ?? "", tab, row: row, column: 4, .wrapped
      )
      file.write(cell?.raw ?? "", tab, row: row, column: 5)
      file.write(cell?.proposal ?? "", tab, row: row, column: 6)
      file.write(
        cause.explanation.message.text(in: language), tab, row: row, column: 7, .wrapped)
      guard let first = cause.findings.first.flatMap({ rows[$0] }) else { continue }
      file.link(
        "\(cause.findings.count)", to: (Self.findings, first), tab, row: row, column: 8)
    }
    file.layOut(
      tab, widths: [6, 12, 15, 22, 44, 18, 18, 80, 10], header: 0, rows: report.causes.count)
  }

  private func writeFindings(_ report: RunReport, to file: XlsxFile) {
    let tab = Self.findings
    header(
      [
        .pipelines, .rule, .severity, .place, .stated, .expected, .difference, .explanation, .cause,
      ],
      file, tab, 0)
    // What does not fit is told in the last row, and stands in findings.csv.
    let fitting = min(report.findings.count, XlsxFile.rowLimit - 2)
    for (index, finding) in report.findings.prefix(fitting).enumerated() {
      let row = index + 1
      file.write(finding.pipeline, tab, row: row, column: 0)
      file.write(finding.rule, tab, row: row, column: 1)
      severity(finding.severity, file, tab, row, 2)
      let place = finding.cells.first.map { Place.text($0.location, in: language) } ?? ""
      file.write(place, tab, row: row, column: 3, .wrapped)
      figure(finding.stated, file, tab, row, 4)
      figure(finding.isExpectedDoubtful ? nil : finding.expected, file, tab, row, 5)
      figure(finding.difference, file, tab, row, 6)
      file.write(finding.message.text(in: language), tab, row: row, column: 7, .wrapped)
      guard let cause = finding.cause else { continue }
      file.link("\(cause)", to: (Self.causes, cause), tab, row: row, column: 8)
    }
    if fitting < report.findings.count {
      let more = Words.notShown(report.findings.count - fitting).text(in: language)
      file.write(more, tab, row: fitting + 1, column: 0)
    }
    file.layOut(
      tab, widths: [18, 28, 12, 44, 20, 20, 18, 80, 10], header: 0, rows: fitting)
  }

  // MARK: cells

  private func header(_ headings: [Heading], _ file: XlsxFile, _ tab: Int, _ row: Int) {
    for (column, heading) in headings.enumerated() {
      file.write(word(heading), tab, row: row, column: column, .header)
    }
  }

  private func severity(
    _ severity: Severity, _ file: XlsxFile, _ tab: Int, _ row: Int, _ column: Int
  ) {
    let look: XlsxFile.Look =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .note: .plain
      }
    file.write(
      Words.severity(severity).text(in: language), tab, row: row, column: column, look)
  }

  /// A number as a number where a double holds it, else as the text it is.
  private func figure(
    _ text: String?, _ file: XlsxFile, _ tab: Int, _ row: Int, _ column: Int
  ) {
    guard let text else { return }
    let digits = text.filter(\.isNumber).drop { $0 == "0" }.count
    let isPlain = text.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
    if isPlain, digits <= 15, let number = Double(text) {
      file.write(number, tab, row: row, column: column)
    } else {
      file.write(text, tab, row: row, column: column)
    }
  }

  private func word(_ heading: Heading) -> String { heading.words.text(in: language) }
}
