import Numerals
import Rules
import Tabular

/// Figures known elsewhere that a sum lacks: its whole is right, and its table is not complete.
struct MissingParts {
  /// The parts that are missing, as they stand elsewhere.
  private(set) var facts: [FactIndex.Fact]

  /// The most figures of one field that are searched for pairs.
  private static let pairLimit = 4_000

  /// Looks for what the parts of a stated sum lack; nil where nothing equals it, or too much does.
  init?(of repair: Repair, _ network: RelationNetwork, _ index: FactIndex) {
    let cells = network.system.cells
    let cell = cells[repair.cell]
    guard let sum = StatedSum(of: repair.cell, in: repair.resolved, network),
      let difference = cell.center.subtracting(Rational(repair.value)), difference > .zero,
      difference.denominator == 1
    else { return nil }
    let own = Set(
      (sum.parts + [repair.cell]).map { CellKey(cells[$0].location, raw: cells[$0].raw) })
    let wanted = difference.numerator
    let digits = difference.significantDigits
    func outside(_ fact: FactIndex.Fact) -> Bool {
      !own.contains(CellKey(fact.cell.location, raw: fact.cell.raw))
    }
    if digits >= 5 {
      let single = index.facts(of: wanted).filter(outside)
      if let first = single.first {
        facts = [first]
        return
      }
    }
    // Two figures only where they hardly add up to it by chance.
    let field = cell.location.field
    let near = index.facts.filter {
      $0.field == field && outside($0) && $0.value < ExactDecimal(mantissa: wanted)
    }
    let values = Set(near.compactMap { $0.value.rescaled(to: 0)?.mantissa })
    guard near.count <= Self.pairLimit, digits >= 6,
      Self.chance(of: values.count, digits: digits) < 0.01
    else { return nil }
    var found: [[FactIndex.Fact]] = []
    var seen: Set<Int128> = []
    for fact in near {
      guard let value = fact.value.rescaled(to: 0)?.mantissa, seen.insert(value).inserted,
        2 * value <= wanted, values.contains(wanted - value),
        let other = near.first(where: { $0.value == ExactDecimal(mantissa: wanted - value) })
      else { continue }
      found.append([fact, other])
    }
    guard found.count == 1 else { return nil }
    facts = found[0]
  }

  /// How often two of so many figures add up to a number of so many digits by chance.
  private static func chance(of count: Int, digits: Int) -> Double {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return Double(count) * Double(count) / 2 / scale
  }
}
