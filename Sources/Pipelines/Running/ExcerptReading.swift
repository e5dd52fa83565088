import Diagnosis
import Tabular

/// Shows each cause in a piece of its sources as they look.
struct ExcerptReading {
  /// The most causes that are shown, the gravest first.
  private static let causeLimit = 500
  /// The most sources that one cause is shown in.
  private static let sourceLimit = 4
  /// The most characters of a cell that are shown.
  private static let textLimit = 300

  private let plans: [(cause: Int, plan: ExcerptPlan)]
  private var rows: ExcerptRows

  /// Reads what shows the causes of `report`; `resources` are those of all pipelines.
  init(_ report: RunReport, resources: [Resource], folder: String) {
    let findings = Dictionary(report.findings.map { ($0.id, $0) }) { first, _ in first }
    plans = report.causes.prefix(Self.causeLimit).map { cause in
      (cause.id, ExcerptPlan(cause, findings: cause.findings.compactMap { findings[$0] }))
    }
    rows = ExcerptRows(folder: folder)
    var wanted: [String: [ExcerptPlan.Source: Set<Int>]] = [:]
    for (_, plan) in plans {
      for (source, points) in plan.sources.prefix(Self.sourceLimit) {
        wanted[source.resource, default: [:]][source, default: []]
          .formUnion(ExcerptPlan.rows(points))
      }
    }
    for resource in resources {
      for path in resource.paths.flatMap({ PathPattern.files($0, in: folder) }) {
        guard let own = wanted.removeValue(forKey: path),
          let input = report.inputs.first(where: { $0.path == path })
        else { continue }
        rows.read(input, as: resource, own)
      }
    }
  }

  /// The excerpts by the number of their cause.
  var excerpts: [Int: [Excerpt]] {
    var excerpts: [Int: [Excerpt]] = [:]
    for (cause, plan) in plans {
      let own = plan.sources.prefix(Self.sourceLimit).compactMap(excerpt)
      if !own.isEmpty { excerpts[cause] = own }
    }
    return excerpts
  }

  private func excerpt(_ source: ExcerptPlan.Source, _ points: [ExcerptPlan.Point]) -> Excerpt? {
    guard let texts = rows.texts[source], let first = points.first,
      let own = texts[first.row], Self.holds(own, first, isText: source.sheet == nil)
    else { return nil }
    let shown = ExcerptPlan.rows(points).filter { texts[$0] != nil }
    let header = Self.header(points, above: first.row, texts)
    let rows = (header + shown.filter { !header.contains($0) }).sorted()
    let width = rows.map { texts[$0]?.count ?? 0 }.max() ?? 0
    let columns = ExcerptPlan.columns(points, width: width)
    return Excerpt(
      resource: source.resource, sheet: source.sheet, columns: columns,
      rows: rows.map { row in
        let cells = texts[row] ?? []
        return Excerpt.Row(
          line: row, isHeader: header.contains(row),
          cells: columns.map {
            $0 <= cells.count ? String(cells[$0 - 1].prefix(Self.textLimit)) : ""
          }
        )
      })
  }

  /// True where the row still holds what was found in it.
  private static func holds(_ texts: [String], _ point: ExcerptPlan.Point, isText: Bool) -> Bool {
    guard let column = point.column, !point.raw.isEmpty else { return true }
    guard column <= texts.count else { return false }
    // A sheet shows a value in its format; text stands there as it was found.
    guard isText else { return !texts[column - 1].isEmpty }
    return texts[column - 1].trimmed == point.raw.trimmed
  }

  /// The rows above that hold the labels of the cells.
  private static func header(
    _ points: [ExcerptPlan.Point], above row: Int, _ texts: [Int: [String]]
  ) -> [Int] {
    var rows: Set<Int> = []
    var labels: Set<Label> = []
    for point in points {
      if let column = point.column, let label = point.label {
        labels.insert(Label(column: column, text: label))
      }
    }
    for label in labels {
      let levels = label.text.withSingleBlanks
      for line in 1...ExcerptRows.headRows where line < row {
        guard let cells = texts[line], label.column <= cells.count else { continue }
        let text = cells[label.column - 1].withSingleBlanks
        if !text.isEmpty,
          levels == text || levels.hasSuffix("/ " + text) || levels.hasPrefix(text + " /")
        {
          rows.insert(line)
        }
      }
    }
    // Labels of several levels stand in rows that follow each other.
    guard let last = rows.max() else { return [] }
    let first = rows.filter { last - $0 < 4 }.min() ?? last
    return (first...last).filter { texts[$0] != nil }
  }

  /// The label of a column, which many cells share.
  private struct Label: Hashable {
    var column: Int
    var text: String
  }
}

extension String {
  /// The text with one blank wherever there are several.
  fileprivate var withSingleBlanks: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
