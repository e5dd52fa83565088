import Diagnosis
import Pipelines
import Tabular

/// What one office has to repair.
struct SlipItems {
  /// One line of a slip: a cell, or what is told of one place.
  struct Item {
    /// Where it stands.
    var place: Location
    /// The text as found.
    var raw: String
    /// What should stand there; nil where it is not known.
    var proposal: String?
    /// The other cells that must be changed with it.
    var others: [Cause.Cell]
    /// Why it is wrong.
    var reason: Message
    /// How it came about; nil where that is not known.
    var mechanism: Message?
    var severity: Severity
  }

  /// The office.
  var office: String
  /// Its items, the gravest first.
  var items: [Item] = []

  /// The items of every office that has errors or warnings, by office in the order of the report.
  static func all(of report: RunReport) -> [SlipItems] {
    var places: [String: Int] = [:]
    var slips: [SlipItems] = []
    func add(_ item: Item, to office: String?) {
      guard let office else { return }
      if let place = places[office] {
        slips[place].items.append(item)
      } else {
        places[office] = slips.count
        slips.append(SlipItems(office: office, items: [item]))
      }
    }
    let explained = explained(report)
    for cause in report.causes where cause.severity > .note {
      guard let findings = explained[cause.id], let item = Item(cause, findings) else { continue }
      let own = findings.first { $0.cells.first?.location == item.place } ?? findings.first
      add(item, to: own?.office)
    }
    for finding in report.findings where finding.severity > .note && finding.cause == nil {
      if let item = Item(finding) { add(item, to: finding.office) }
    }
    for index in slips.indices {
      let (errors, others) = (
        slips[index].items.filter { $0.severity == .error },
        slips[index].items.filter { $0.severity != .error }
      )
      slips[index].items = errors + others
    }
    return slips
  }

  /// The findings that each cause explains, of which only the first few are needed.
  private static func explained(_ report: RunReport) -> [Int: [Finding]] {
    var findings: [Int: [Finding]] = [:]
    for finding in report.findings {
      guard let cause = finding.cause, findings[cause, default: []].count < 50 else { continue }
      findings[cause, default: []].append(finding)
    }
    return findings
  }
}

extension SlipItems.Item {
  /// The cause as an item; one that changes no cell is told at the place of its first finding.
  fileprivate init?(_ cause: Cause, _ findings: [Finding]) {
    let explanation = cause.explanation
    let mechanism =
      explanation.mechanism == .unknown ? nil : PageWords.mechanism(explanation.mechanism)
    guard let cell = explanation.cells.first else {
      guard let shown = findings.first?.cells.first else { return nil }
      self.init(
        place: shown.location, raw: shown.raw, others: [], reason: explanation.message,
        mechanism: mechanism, severity: cause.severity)
      return
    }
    // The finding that is about the cell itself tells best what speaks against it.
    let main =
      findings.first { $0.cells.first?.location == cell.location }
      ?? findings.first { $0.cells.contains { $0.location == cell.location } } ?? findings.first
    self.init(
      place: cell.location, raw: cell.raw, proposal: cell.proposal,
      others: Array(explanation.cells.dropFirst()),
      reason: main?.message ?? explanation.message, mechanism: mechanism,
      severity: cause.severity)
  }

  fileprivate init?(_ finding: Finding) {
    guard let cell = finding.cells.first else { return nil }
    self.init(
      place: cell.location, raw: cell.raw,
      proposal: finding.isExpectedDoubtful ? nil : finding.expected, others: [],
      reason: finding.message, mechanism: nil, severity: finding.severity)
  }
}
