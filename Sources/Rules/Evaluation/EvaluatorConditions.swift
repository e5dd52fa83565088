import Numerals
import Tabular

/// Conditions, three-valued: a gap where something is missing that decides.
extension Evaluator {
  func holds(_ condition: Condition, at place: Place) throws(Gap) -> Bool {
    switch condition {
    case .constant(let value): return value
    case .comparison(let comparator, let left, let right):
      return try compare(comparator, left, right, at: place)
    case .between(let value, let lower, let upper):
      let middle = try number(value, at: place).center
      let low = try number(lower, at: place).center
      let high = try number(upper, at: place).center
      return low <= middle && middle <= high
    case .missing(let value): return try isMissing(value, at: place)
    case .member(let value, let list): return list.contains(try text(value, at: place))
    case .textTest(let test, let value, let wanted):
      return TextComparison.holds(test, try text(value, at: place), try text(wanted, at: place))
    case .not(let inner): return try !holds(inner, at: place)
    case .and(let left, let right): return try both(left, right, at: place)
    case .or(let left, let right): return try either(left, right, at: place)
    }
  }

  private func both(_ left: Condition, _ right: Condition, at place: Place) throws(Gap) -> Bool {
    do throws(Gap) {
      guard try holds(left, at: place) else { return false }
    } catch {
      if try !holds(right, at: place) { return false }
      throw error
    }
    return try holds(right, at: place)
  }

  private func either(_ left: Condition, _ right: Condition, at place: Place) throws(Gap) -> Bool {
    do throws(Gap) {
      if try holds(left, at: place) { return true }
    } catch {
      if try holds(right, at: place) { return true }
      throw error
    }
    return try holds(right, at: place)
  }

  private func isMissing(_ expression: Expression, at place: Place) throws(Gap) -> Bool {
    do throws(Gap) {
      _ = try value(expression, at: place)
      return false
    } catch {
      switch error {
      case .missing, .noPrevious, .emptyGroup, .noRecord: return true
      case .malformed: return false
      default: throw error
      }
    }
  }

  func text(_ expression: Expression, at place: Place) throws(Gap) -> String {
    switch try value(expression, at: place) {
    case .text(let text): return text
    case .number(let quantity):
      guard let decimal = quantity.center.exactDecimal else { throw .overflow }
      return decimal.description
    }
  }

  private func compare(
    _ comparator: Syntax.Comparator, _ left: Expression, _ right: Expression, at place: Place
  ) throws(Gap) -> Bool {
    switch (try value(left, at: place), try value(right, at: place)) {
    case (.number(let one), .number(let other)):
      return Self.compare(comparator, one, other)
    case (.text(let one), .text(let other)):
      if case .words = right { return TextComparison.sameNumber(one, other) }
      if case .words = left { return TextComparison.sameNumber(other, one) }
      return TextComparison.holds(comparator, one, other)
    default: throw .overflow
    }
  }

  static func compare(
    _ comparator: Syntax.Comparator, _ left: Quantity, _ right: Quantity
  ) -> Bool {
    switch comparator {
    case .agrees: left.interval.meets(right.interval)
    case .same: left.center == right.center
    case .differs: !left.interval.meets(right.interval)
    case .less: left.center < right.center
    case .lessOrEqual: left.center <= right.center
    case .greater: left.center > right.center
    case .greaterOrEqual: left.center >= right.center
    }
  }
}

/// How texts are compared.
enum TextComparison {
  /// `=` and `!=` take letters of either case and runs of blanks as the same, `==` does not.
  static func holds(_ comparator: Syntax.Comparator, _ left: String, _ right: String) -> Bool {
    switch comparator {
    case .same: left == right
    case .differs: ComparableText.of(left) != ComparableText.of(right)
    default: ComparableText.of(left) == ComparableText.of(right)
    }
  }

  /// Tests take letters of either case as the same, patterns do not.
  static func holds(_ test: Syntax.TextTest, _ text: String, _ wanted: String) -> Bool {
    if test == .matches { return matches(text, pattern: wanted) }
    let (text, wanted) = (ComparableText.of(text), ComparableText.of(wanted))
    switch test {
    case .contains: return wanted.isEmpty || text.contains(wanted)
    case .starts: return text.hasPrefix(wanted)
    case .ends: return text.hasSuffix(wanted)
    case .matches: return false
    }
  }

  private static func matches(_ text: String, pattern: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return (try? regex.wholeMatch(in: text)) != nil
  }

  /// True where `text` spells the number that `words` spells, in whatever accepted spelling.
  static func sameNumber(_ text: String, _ words: String) -> Bool {
    guard let one = try? SpelledNumber.value(of: text),
      let other = try? SpelledNumber.value(of: words)
    else { return false }
    return one == other
  }
}
