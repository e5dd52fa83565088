import Numerals
import Rules
import Tabular

/// A figure known elsewhere that is exactly what a cell lacks or has too much.
struct FactTrace {
  /// The figure.
  let fact: FactIndex.Fact
  let trace: MistakeTrace

  /// Looks for the difference that a change makes; nil where no figure equals it, or several that
  /// stand for different things.
  init?(_ repair: Repair, _ network: RelationNetwork, _ facts: FactIndex) {
    let cell = network.system.cells[repair.cell]
    guard cell.halfWidth == .zero, cell.shift == 0,
      let difference = cell.center.subtracting(Rational(repair.value)), difference != .zero,
      difference.denominator == 1, difference.significantDigits >= 5,
      let size = difference.magnitude
    else { return nil }
    let own = CellKey(cell.location, raw: cell.raw)
    let found = facts.facts(of: size.numerator).filter {
      CellKey($0.cell.location, raw: $0.cell.raw) != own
    }
    guard let first = found.first else { return nil }
    fact = first
    trace = MistakeTrace(
      mechanism: difference < .zero ? .missingPart : .countedTwice, weight: 2.4)
  }
}
