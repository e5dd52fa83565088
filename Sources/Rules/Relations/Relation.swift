import Numerals
public import Tabular

/// A rule at one place: what must hold between some figures.
public struct Relation: Sendable {
  /// What tells a relation from others.
  public struct Key: Hashable, Sendable {
    /// The pipeline.
    public var pipeline: String
    /// The rule.
    public var rule: String
    /// Which statement of the rule.
    public var component: Int
    /// The record or group it is about.
    public var subject: Int

    /// Makes a key.
    public init(pipeline: String, rule: String, component: Int, subject: Int) {
      self.pipeline = pipeline
      self.rule = rule
      self.component = component
      self.subject = subject
    }
  }

  /// What must hold.
  public enum Statement: Sendable {
    /// Two numbers agree, within what was printed or within a tolerance; two prints of the same
    /// fact must do more than touch.
    case agrees(Term, Term, tolerance: Tolerance?, isSameFact: Bool)
    /// The first is less than the second, or not more.
    case less(Term, Term, orEqual: Bool)
    /// The value belongs to the band of that name.
    case category(Term, Bands, String)
  }

  /// What tells it from others.
  public var key: Key
  /// The statement.
  public var statement: Statement
  /// What sort of rule it comes from.
  public var kind: Finding.Kind
  /// How much it matters.
  public var severity: Severity
  /// The fingerprint of the finding that it fails; nil where it holds.
  public var finding: String?
  /// The cell that is stated to be what the others give; nil where there is none.
  public var stated: Int?
  /// The cells, rising, each once.
  public let cells: [Int]

  /// Makes a relation.
  public init(
    key: Key, statement: Statement, kind: Finding.Kind, severity: Severity, finding: String?,
    stated: Int?
  ) {
    self.key = key
    self.statement = statement
    self.kind = kind
    self.severity = severity
    self.finding = finding
    self.stated = stated
    var cells: [Int] = []
    switch statement {
    case .agrees(let left, let right, _, _), .less(let left, let right, _):
      left.forEachCell { cells.append($0) }
      right.forEachCell { cells.append($0) }
    case .category(let term, _, _): term.forEachCell { cells.append($0) }
    }
    self.cells = cells.isSortedAndUnique ? cells : Array(Set(cells)).sorted()
  }

  /// True where it holds with some cells changed; nil where that can't be calculated.
  public func holds(_ change: CellChange = [:]) -> Bool? {
    switch statement {
    case .agrees(let left, let right, let tolerance, let isSameFact):
      guard let one = left.quantity(change), let other = right.quantity(change),
        let agreement = try? one.agreement(with: other, tolerance: tolerance)
      else { return nil }
      switch agreement {
      case .exact: return true
      case .implausible, .impossible: return false
      case .rounding:
        return !(isSameFact && tolerance == nil && one.onlyTouches(other))
      }
    case .less(let left, let right, let orEqual):
      guard let one = left.quantity(change), let other = right.quantity(change) else { return nil }
      return one.center < other.center || (orEqual && one.center == other.center)
    case .category(let term, let bands, let name):
      guard let value = term.quantity(change) else { return nil }
      return bands.category(of: value.center) == name
    }
  }
}

extension Quantity {
  /// True where two printed values have a single value in common, at an end of each.
  func onlyTouches(_ other: Quantity) -> Bool {
    guard !interval.isExact, !other.interval.isExact else { return false }
    return interval.upper == other.interval.lower || interval.lower == other.interval.upper
  }
}

extension [Int] {
  fileprivate var isSortedAndUnique: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
