import Tabular

/// The causes of findings that no relation between figures is behind: what is misspelt, unreadable,
/// missing or repeated.
enum FindingCauses {
  /// One cause for the findings about the same cell; notes have none.
  static func causes(of findings: [Finding]) -> [Cause] {
    var causes: [Cause] = []
    var numbers: [Place: Int] = [:]
    for finding in findings where finding.severity > .note {
      let place = Place(cell: finding.cells[0], expected: finding.expected)
      if finding.isAboutText, let known = numbers[place] {
        causes[known].findings.append(finding.id)
        continue
      }
      if finding.isAboutText { numbers[place] = causes.count }
      causes.append(cause(of: finding))
    }
    return causes
  }

  private struct Place: Hashable {
    var cell: Finding.Cell
    var expected: String?

    init(cell: Finding.Cell, expected: String?) {
      self.cell = cell
      self.cell.role = .other
      self.expected = expected
    }
  }

  private static func cause(of finding: Finding) -> Cause {
    let cell = finding.cells[0]
    var wrong = Cause.Cell(location: cell.location, raw: cell.raw)
    var mechanism = Cause.Mechanism.unknown
    if finding.isAboutText {
      mechanism = finding.kind == .numeral ? .separator : .nameTypo
      wrong.proposal = finding.expected
      if finding.kind == .numeral { wrong.value = nil }
    }
    let isClear = mechanism != .unknown && wrong.proposal != nil
    return Cause(
      id: 0, findings: [finding.id], severity: finding.severity,
      confidence: isClear ? .likely : .possible,
      explanation: Cause.Explanation(
        mechanism: isClear ? mechanism : .unknown,
        cells: cell.raw.isEmpty && wrong.proposal == nil ? [] : [wrong],
        evidence: Array(finding.cells.dropFirst()), message: finding.message))
  }
}

extension Finding {
  /// True where it says how a text should be written.
  fileprivate var isAboutText: Bool {
    guard expected != nil, verdict == nil, difference == nil else { return false }
    switch kind {
    case .members, .reference, .agreement, .numeral: return true
    default: return false
    }
  }
}
