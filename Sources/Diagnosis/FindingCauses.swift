import Numerals
import Tabular

/// The causes of findings that no relation between figures is behind: what is misspelt, unreadable,
/// missing or repeated.
enum FindingCauses {
  /// Adds what the causes do not explain yet: to the cause that changes the very cell that a finding
  /// is about, else as causes of their own, one for the findings about the same text; notes have
  /// none.
  static func add(_ findings: [Finding], to causes: inout [Cause]) {
    let told = Set(causes.flatMap(\.findings))
    var changed: [Location: Int] = [:]
    for (number, cause) in causes.enumerated() where cause.explanation.mechanism != .conflict {
      for cell in cause.explanation.cells where cell.proposal != nil {
        if changed[cell.location] == nil { changed[cell.location] = number }
      }
    }
    var numbers: [Place: Int] = [:]
    for finding in findings where finding.severity > .note && !told.contains(finding.id) {
      if !finding.isAboutText, let known = changed[finding.cells[0].location] {
        causes[known].findings.append(finding.id)
        continue
      }
      let place = Place(cell: finding.cells[0], expected: finding.expected)
      if finding.isAboutText, let known = numbers[place] {
        causes[known].findings.append(finding.id)
        continue
      }
      if finding.isAboutText { numbers[place] = causes.count }
      causes.append(cause(of: finding))
    }
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
      if finding.kind == .numeral, let value = finding.expected {
        (wrong.proposal, wrong.value) = (Self.written(value, like: cell.raw), value)
      }
    }
    let isClear = mechanism != .unknown && wrong.proposal != nil
    return Cause(
      id: 0, findings: [finding.id], severity: finding.severity,
      confidence: isClear ? .likely : .possible,
      explanation: Cause.Explanation(
        mechanism: isClear ? mechanism : .unknown,
        cells: cell.raw.isEmpty && wrong.proposal == nil ? [] : [wrong],
        evidence: Array(finding.cells.dropFirst()),
        message: Words.message { words in
          "\(words.place(cell.location)): "
            + words.pick(finding.message.indonesian, finding.message.english)
        }))
  }

  /// A value in the notation that the source seems to use: with the last of its separators as the
  /// decimal mark where both kinds occur, else in the Indonesian way.
  private static func written(_ value: String, like raw: String) -> String? {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    guard let mantissa = Int128(parts.joined()) else { return nil }
    let decimal = ExactDecimal(mantissa: mantissa, scale: parts.count > 1 ? parts[1].count : 0)
    let isEnglish = raw.lastIndex(of: ".").map { mark in
      raw.lastIndex(of: ",").map { $0 < mark } ?? false
    }
    let convention = isEnglish ?? false ? Notation.Convention.english : .indonesian
    let grouping = raw.filter { $0 == "." || $0 == "," }.count > (decimal.scale > 0 ? 1 : 0)
    return Notation(convention: convention, grouping: grouping ? .thousands : .none).written(
      decimal)
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
