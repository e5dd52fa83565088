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
      if finding.kind == .numeral { wrong.value = finding.expected.flatMap(Self.value) }
    }
    let isClear = mechanism != .unknown && wrong.proposal != nil
    return Cause(
      id: 0, findings: [finding.id], severity: finding.severity,
      // Of two names for one thing nothing tells which is wrong, unless one is the official one.
      confidence: isClear && [.reference, .numeral].contains(finding.kind) ? .likely : .possible,
      explanation: Cause.Explanation(
        mechanism: isClear ? mechanism : .unknown,
        cells: cell.raw.isEmpty && wrong.proposal == nil ? [] : [wrong],
        evidence: Array(finding.cells.dropFirst()),
        message: Words.message { words in
          "\(words.place(cell.location)): "
            + words.pick(finding.message.indonesian, finding.message.english)
        }))
  }

  /// The value of a numeral as Cermat proposes it: with a comma before its decimals.
  private static func value(_ text: String) -> String? {
    let plain = text.filter { $0.isNumber || $0 == "," || $0 == "-" }
    let parts = plain.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, let mantissa = Int128(parts.joined()) else { return nil }
    return ExactDecimal(mantissa: mantissa, scale: parts.count > 1 ? parts[1].count : 0).description
  }
}

extension Cause {
  /// Notes what the rules say where the proposed reading of an unreadable numeral stands in its
  /// cell: where all that speak of it hold the reading is certain, else it is only possible.
  ///
  /// - Parameters:
  ///   - kept: How many relations of the cell hold.
  ///   - broken: How many do not.
  public mutating func readingWasTried(kept: Int, broken: Int) {
    guard kept + broken > 0 else { return }
    confidence = broken == 0 ? .certain : .possible
    let message = explanation.message
    explanation.message = Words.message { words in
      words.pick(message.indonesian, message.english) + "; "
        + words.tried(kept: kept, broken: broken)
    }
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
