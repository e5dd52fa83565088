import Numerals

/// The pattern that the numerals of a field must have as written, beyond being well-formed.
///
/// What a regular cell looks like depends on its sign and its number of digits alone, so a pattern
/// that treats all digits alike is tried once for each of these, not once a cell.
struct NumeralForm {
  private let pattern: Regex<AnyRegexOutput>
  private let treatsDigitsAlike: Bool
  /// Whether values of a sign and number of digits have the form, at 20 more than the number of
  /// digits, which is negative for negative values: 0 unknown, 1 yes, 2 no.
  private var known = [UInt8](repeating: 0, count: 40)

  /// A form; throws where the pattern can't be used.
  init(_ text: String, field: String) throws(TabularError) {
    do {
      pattern = try Regex(text)
    } catch {
      throw TabularError(.badPattern(field: field, pattern: text))
    }
    treatsDigitsAlike = Self.treatsDigitsAlike(text)
  }

  /// True where the pattern names no digit but `\d`, `[0-9]` and numbers of repetitions.
  private static func treatsDigitsAlike(_ text: String) -> Bool {
    var plain = ""
    var isCount = false
    for character in text {
      if character == "{" { isCount = true }
      if !isCount { plain.append(character) }
      if character == "}" { isCount = false }
    }
    return !plain.split(separator: "[0-9]", omittingEmptySubsequences: false)
      .contains { $0.contains(where: \.isNumber) }
  }

  /// True where a text has the form.
  func holds(_ text: String) -> Bool { (try? pattern.wholeMatch(in: text)) != nil }

  /// The rows from `start` on whose regular value, as the notation writes it, lacks the form.
  mutating func violations(in column: NumeralColumn, from start: Int, irregular: [UInt32]) -> [Int]
  {
    var next = 0
    var rows: [Int] = []
    for row in start..<column.mantissas.count {
      if next < irregular.count, Int(irregular[next]) == row - start {
        next += 1
        continue
      }
      if !holds(column.mantissas[row], column) { rows.append(row) }
    }
    return rows
  }

  private mutating func holds(_ mantissa: Int64, _ column: NumeralColumn) -> Bool {
    var digits = 1
    var limit: UInt64 = 10
    while digits < 19, mantissa.magnitude >= limit {
      digits += 1
      limit *= 10
    }
    let shape = 20 + (mantissa < 0 ? -digits : digits)
    if treatsDigitsAlike, known[shape] != 0 { return known[shape] == 1 }
    let holds = holds(
      column.notation.written(ExactDecimal(mantissa: Int128(mantissa), scale: column.scale)))
    known[shape] = holds ? 1 : 2
    return holds
  }

  /// Forgets what was tried, for values in another notation.
  mutating func forget() { known = [UInt8](repeating: 0, count: 40) }
}
