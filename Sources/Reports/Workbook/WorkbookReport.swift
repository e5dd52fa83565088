import Diagnosis
import Glibc
public import Pipelines
import Tabular

/// Makes `report.xlsx`: summary, causes and findings, each a sheet, for people who filter and sort.
public struct WorkbookReport: Sendable {
  /// The sheets, in their order.
  enum Tab: Int, CaseIterable {
    case summary, causes, findings

    var name: Message {
      switch self {
      case .summary: Heading.summary.words
      case .causes: Heading.causes.words
      case .findings: Heading.findings.words
      }
    }

    /// The widths of the columns, in digits of the standard font.
    var widths: [Double] {
      switch self {
      case .summary: [60, 15, 15, 15, 15, 15, 15, 70]
      case .causes: [6, 12, 15, 22, 44, 20, 20, 80, 10, 38, 26]
      case .findings: [18, 26, 12, 44, 20, 20, 18, 80, 10, 38, 26]
      }
    }
  }

  /// The language of the texts.
  public var language: Language
  /// What programs can open.
  var limits = XlsxFile.Limits()

  /// Makes a report.
  public init(language: Language) { self.language = language }

  /// The workbook; the same report in the same place gives the same bytes.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - folder: The output folder, which links lead from. The file is made there before it is
  ///     read back and removed; what killed runs left of theirs is removed too.
  ///   - working: The folder that the paths of sources are relative to, with its final slash.
  /// - Returns: The bytes of the workbook.
  /// - Throws: `OutputError` where it can't be written.
  public func bytes(
    of report: RunReport, in folder: String, from working: String = ""
  ) throws -> [UInt8] {
    WorkbookLeftovers.remove(from: folder)
    let path = try WorkbookLeftovers.begin(in: folder)
    defer { unlink(path) }
    do {
      let file = try XlsxFile(
        path: path, temporary: folder,
        sheets: Tab.allCases.map { .init(name: $0.name.text(in: language), widths: $0.widths) },
        cutMark: WorkbookWords.cut.text(in: language), limits: limits)
      write(report, FileLinks(report, from: folder, working: working), to: file)
      try file.close()
      return try FileBytes.read(path, named: path)
    } catch let failure as XlsxFile.Failure {
      throw OutputError(
        path: "\(folder)/report.xlsx",
        reason: failure.errno == 0
          ? .refused(by: "libxlsxwriter: \(failure.reason)") : .init(errno: failure.errno))
    }
  }

  private func write(_ report: RunReport, _ links: FileLinks, to file: XlsxFile) {
    let rows = WorkbookRows(of: report, fitting: limits.rows)
    CausesSheet(report: report, language: language, links: links, rows: rows).write(to: file)
    FindingsSheet(report: report, language: language, links: links, rows: rows).write(to: file)
    SummarySheet(report: report, language: language, rows: rows).write(to: file)
  }
}

/// Which rows of their sheets causes and findings stand in.
struct WorkbookRows {
  /// The rows of findings by their fingerprints, and the first rows of causes by their numbers,
  /// counted from 0; those that don't fit are missing.
  private(set) var findings: [String: Int] = [:]
  private(set) var causes: [Int: Int] = [:]
  /// How many rows of findings and of causes don't fit their sheets.
  let (missingFindings, missingCauses): (Int, Int)

  /// The most rows below the header; the last row of a sheet is kept for what is missing.
  let room: Int

  init(of report: RunReport, fitting limit: Int) {
    room = max(0, limit - 2)
    for (row, finding) in report.findings.prefix(room).enumerated() {
      if findings[finding.id] == nil { findings[finding.id] = row + 1 }
    }
    var next = 1
    for cause in report.causes {
      if next <= room { causes[cause.id] = next }
      next += max(1, cause.explanation.cells.count)
    }
    missingFindings = max(0, report.findings.count - room)
    missingCauses = max(0, next - 1 - room)
  }
}

extension XlsxCell {
  /// A heading of a column.
  static func header(_ words: Message, _ language: Language) -> XlsxCell {
    .text(words.text(in: language), .header)
  }

  /// A severity, in its colour.
  static func severity(_ severity: Severity, _ language: Language) -> XlsxCell {
    let look: XlsxFile.Look =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .note: .wrapped
      }
    return .text(Words.severity(severity).text(in: language), look)
  }
}

extension [XlsxCell] {
  /// Links to the source of a cell and to the marked copy; empty where there is no such file.
  static func files(_ location: Location?, _ links: FileLinks) -> [XlsxCell] {
    guard let location else { return [.empty, .empty] }
    let name = location.resource.split(separator: "/").last.map(String.init) ?? location.resource
    let cell = [location.sheet, location.cell].compactMap { $0 }.joined(separator: "!")
    return [
      links.source(of: location).map { .link(name, .file($0)) } ?? .text(name),
      links.copy(of: location).map { .link(cell.isEmpty ? name : cell, .file($0)) } ?? .empty,
    ]
  }
}
