import Diagnosis
import Pipelines
import Tabular

/// How well the causes of runs name the cell in which a mistake was made.
struct NamedCells {
  var mistakes = 0
  /// The first cell of a cause.
  var first = 0
  /// A cell of a cause or of another explanation of it.
  var within = 0
  /// With the right text as the proposal.
  var restored = 0
  /// Runs in which a cause is certain, and those in which one would mend something else.
  var certain = 0
  var wronglyCertain: [String] = []
  /// The mistakes whose cell no cause names.
  var missed: [String] = []

  /// Notes what a run said of a mistake in a single figure; nothing for other mistakes.
  mutating func note(_ mistake: RegencyMistake, in report: RunReport) {
    guard case .text(let wrong, let column) = mistake.change,
      wrong.contains(where: \.isNumber), mistake.written.contains(where: \.isNumber),
      mistake.grade == .error || mistake.grade == .warning,
      !mistake.written.contains(where: \.isLetter)
    else { return }
    mistakes += 1
    func names(_ cell: Cause.Cell) -> Bool {
      cell.location.resource.hasSuffix(mistake.file) && cell.location.line == mistake.line
        && cell.location.column.map { $0 == column } ?? true
    }
    let sure = report.causes.filter { cause in
      cause.confidence == .certain && !cause.explanation.cells.isEmpty
        && cause.explanation.cells.allSatisfy { $0.proposal != nil }
    }
    if !sure.isEmpty { certain += 1 }
    for cause in sure where !cause.explanation.cells.contains(where: names) {
      wronglyCertain.append("\(mistake): \(cause.explanation.message.indonesian)")
    }
    let firsts = report.causes.compactMap(\.explanation.cells.first).filter(names)
    let all = report.causes.flatMap { [$0.explanation] + $0.alternatives }.flatMap(\.cells)
    if !firsts.isEmpty { first += 1 }
    if all.contains(where: names) { within += 1 } else { missed.append("\(mistake)") }
    if all.contains(where: { names($0) && $0.proposal == mistake.written }) { restored += 1 }
  }

  /// Adds what another run said.
  mutating func add(_ other: NamedCells) {
    mistakes += other.mistakes
    first += other.first
    within += other.within
    restored += other.restored
    certain += other.certain
    wronglyCertain += other.wronglyCertain
    missed += other.missed
  }
}
