import Numerals
import Tabular

/// A finding before its cells are fetched and its sentence is made.
struct Draft {
  /// A cell named by its record and field.
  struct CellReference: Hashable {
    var role: Finding.Cell.Role
    var table: Int
    /// From 1.
    var record: Int
    var field: Int
  }

  var kind: Finding.Kind
  var severity: Severity
  var verdict: Finding.Verdict?
  /// In the unit of the stated field, with the precision it was printed with.
  var stated: ExactDecimal?
  var expected: ExactDecimal?
  var expectedInterval: (ExactDecimal, ExactDecimal)?
  /// What both numbers are told in, as powers of ten.
  var magnitude: (stated: Int, expected: Int) = (0, 0)
  /// What stands there or should, where it is no number.
  var statedText: String?
  var expectedText: String?
  /// The judged cell first; empty where the finding is about something that is not there.
  var cells: [CellReference]
  /// The table that a finding without cells is about.
  var table: Int
  /// What tells this fact from others of the same rule; part of the fingerprint.
  var key: [String]
  var fact: Fact
  /// The record of the rule's own table (from 1) that it is about.
  var record: Int?
  /// The parts of sums beyond those that the finding names.
  var furtherParts: [CellReference] = []
  /// Which place of the rule it is about, where that is a relation between figures.
  var violation: Violation?
}

extension Draft {
  /// True where two numbers in two tables should be the same, each in a cell of its own.
  var statesOneFactTwice: Bool {
    guard case .elsewhere = fact else { return false }
    return stated != nil && expected != nil
  }

  /// Tells both numbers in what the stated one is printed in; where that is printed as it stands,
  /// or the other stands in a cell of its own, each in its own way.
  mutating func tell(stated: Int, expected: Int) {
    if case .elsewhere = fact {
      magnitude = (stated, expected)
    } else {
      magnitude = (stated, stated > 0 ? stated : expected)
    }
  }
}

/// What is wrong, in the terms of the sentence that will be made of it.
enum Fact {
  /// A number that differs from a calculated one.
  case number(formula: String, title: String?)
  /// A quotient that differs from what its two numbers give.
  case ratio(part: Figure, whole: Figure, isPercentage: Bool)
  /// Numbers that differ, at least one of them calculated.
  case calculated(stated: Calculation?, expected: Calculation?)
  /// A number of records; `isStated` where a cell states it.
  case counted(isStated: Bool)
  /// A stated whole that differs from the sum of its parts.
  case sum(parts: Int)
  /// The same fact with another value in another table.
  case elsewhere(label: String)
  /// A name that is written otherwise in another list.
  case spelling(other: String, SpellingDifference)
  /// A name that is not written as its list has it.
  case unofficial(name: String, SpellingDifference)
  /// A name that another list lacks.
  case absent(name: String, list: String)
  /// A key that an earlier record has.
  case repeated(key: String)
  /// A record that ought to be there.
  case missingRecord(key: String)
  /// A number out of order.
  case sequence
  /// A value of a series that neither rises nor falls throughout: lower or higher than another that
  /// stands before or after it, although there is a third on its other side (`isAfter`: behind it).
  case unsteady(
    SeriesValue, isHigher: Bool, than: SeriesValue, beside: SeriesValue?, isAfter: Bool)
  /// Values of such a series of which so many are wrong, without it being clear which.
  case unsettled([SeriesValue], wrong: Int)
  /// A number of an outline that does not follow the one before it.
  case outline(text: String, found: Int, expected: Int)
  /// An indent, in blanks, that is none of those that are open above.
  case indent(found: Int, known: [Int])
  /// A value that a list lacks.
  case unlisted(list: String, nearest: String?)
  /// A category that does not fit its value.
  case category(value: String)
  /// A number in words that spells another number.
  case words
  /// A text that should be another.
  case text
  /// An empty cell that must not be empty.
  case required
  /// A cell that must be empty.
  case superfluous
  /// A number on the wrong side of a limit.
  case limit(Syntax.Comparator, Figure)
  /// A condition that does not hold, as written and as its rule is called.
  case condition(text: String, title: String?)
}
