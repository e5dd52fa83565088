public import Diagnosis
public import Tabular

/// A change of a source that a cause proposes, and what became of it.
public struct Fix: Sendable, Hashable {
  /// Why a change was not made.
  public enum Refusal: String, Sendable, Hashable, CaseIterable {
    /// The cause does not say what should stand in each of its cells.
    case noProposal
    /// It is not sure enough.
    case notSure
    /// Another cause wants another value there.
    case contradicted
    /// What was found does not stand there any more, or more than once.
    case otherText
    /// The cell holds a formula that others share.
    case sharedFormula
    /// Files of that kind can't be changed.
    case format
    /// The file lies outside of the working folder.
    case outside
    /// The place names no cell.
    case noCell
    /// The file can't be read again.
    case unreadable
  }

  /// The number of the cause.
  public var cause: Int
  /// The cell, with what stands there and what should.
  public var cell: Cause.Cell
  /// How the mistake came about.
  public var mechanism: Cause.Mechanism
  /// How sure the cause is.
  public var confidence: Cause.Confidence
  /// The sentence of the cause.
  public var message: Message
  /// Why the change was not made; nil where it was.
  public var refusal: Refusal?
}

/// The changes that the causes of a run propose.
struct FixPlan {
  /// The changes that are to be made, and those that are not.
  private(set) var fixes: [Fix] = []

  /// Plans the changes of all causes that are at least as sure as `least`.
  init(_ causes: [Cause], least: Cause.Confidence) {
    let order = Cause.Confidence.allCases
    let wanted = order.prefix((order.firstIndex(of: least) ?? 0) + 1)
    var values: [Location: (proposal: String, place: Int)] = [:]
    var clashes: [Int] = []
    for cause in causes where cause.explanation.mechanism != .conflict {
      let cells = cause.explanation.cells
      let isWhole = !cells.isEmpty && cells.allSatisfy { $0.proposal != nil }
      for cell in cells {
        var fix = Fix(
          cause: cause.id, cell: cell, mechanism: cause.explanation.mechanism,
          confidence: cause.confidence, message: cause.explanation.message)
        if !wanted.contains(cause.confidence) {
          fix.refusal = .notSure
        } else if !isWhole {
          fix.refusal = .noProposal
        } else if let proposal = cell.proposal {
          if let other = values[cell.location], other.proposal != proposal {
            clashes += [other.place, fixes.count]
          }
          values[cell.location] = (proposal, fixes.count)
        }
        fixes.append(fix)
      }
    }
    // Of two values for one cell neither is taken, nor what else their causes would change.
    for place in clashes { _ = refuse(place, .contradicted) }
  }

  /// The places in `fixes` of the changes to be made in a file.
  func changes(in path: String) -> [Int] {
    fixes.indices.filter { fixes[$0].refusal == nil && fixes[$0].cell.location.resource == path }
  }

  /// Notes that a change can't be made, and with it none of its cause; false where that was known.
  mutating func refuse(_ place: Int, _ reason: Fix.Refusal) -> Bool {
    guard fixes[place].refusal == nil else { return false }
    for other in fixes.indices where fixes[other].cause == fixes[place].cause {
      if fixes[other].refusal == nil { fixes[other].refusal = reason }
    }
    return true
  }
}
