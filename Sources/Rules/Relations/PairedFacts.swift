/// Which records belong together by the rules that are no statements: what nests under what, and
/// which records state the same facts.
///
/// Kept from the check of the rules until the relations are asked for. A class, as the checks that
/// fill it are values.
final class PairedFacts {
  /// The direct whole of each record (from 1) by record; 0 where it has none.
  private(set) var wholes: [String: [UInt32]] = [:]
  /// The records of two tables that state the same facts.
  private(set) var pairs: [String: [(here: Int, there: Int)]] = [:]

  /// Takes note of what nests by the rule of that name.
  func note(_ nesting: Nesting, _ isPart: [Bool], of rule: String) {
    wholes[rule] = nesting.parents.indices.map { isPart[$0] ? nesting.parents[$0] : 0 }
  }

  /// Takes note of two records that a rule compares.
  func note(_ here: Int, _ there: Int, of rule: String) {
    pairs[rule, default: []].append((here, there))
  }
}
