import Tabular

/// How the texts of a field of dates, periods or truth values are written, as far as a Table Schema
/// can name it.
public struct TextShape: Sendable, Hashable {
  /// A form that a Table Schema has a type for.
  public enum Form: Sendable, Hashable, CaseIterable {
    /// `2023-12-31`.
    case date
    /// `2023`.
    case year
    /// `2023-12`.
    case yearMonth
    /// Words for yes and no, as in `trueWords` and `falseWords`.
    case boolean
  }

  /// Words for yes.
  public static let trueWords = [
    "true", "True", "TRUE", "1", "ya", "Ya", "YA", "ada", "Ada", "ADA",
  ]
  /// Words for no.
  public static let falseWords = [
    "false", "False", "FALSE", "0", "tidak", "Tidak", "TIDAK", "tidak ada", "Tidak ada",
    "TIDAK ADA",
  ]

  /// The forms that all texts so far have.
  private(set) var forms: Set<Form>
  private var examined = 1
  private var pool: ObjectIdentifier?

  /// The shape of a field before any text is seen.
  init(of field: Field) {
    forms =
      switch field.kind {
      case .date: [.date]
      case .period: [.year, .yearMonth]
      case .boolean: [.boolean]
      default: []
      }
  }

  /// The form of all texts; nil where they have none in common.
  public var form: Form? { Form.allCases.first(where: forms.contains) }

  /// Takes in the texts that the pool gained since.
  mutating func examine(_ pool: TextPool) {
    if self.pool != ObjectIdentifier(pool) { (self.pool, examined) = (ObjectIdentifier(pool), 1) }
    while !forms.isEmpty, examined < pool.count {
      let text = pool[UInt32(examined)]
      forms = forms.filter { Self.has(text, $0) }
      examined += 1
    }
  }

  private static func has(_ text: String, _ form: Form) -> Bool {
    switch form {
    case .date: matches(text, [4, 2, 2]) && isDay(text)
    case .year: matches(text, [4])
    case .yearMonth: matches(text, [4, 2]) && (1...12).contains(Int(text.suffix(2)) ?? 0)
    case .boolean: trueWords.contains(text) || falseWords.contains(text)
    }
  }

  /// True where the text is groups of that many digits with hyphens between them.
  private static func matches(_ text: String, _ lengths: [Int]) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == lengths
      && groups.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// True where year, month and day name a day of the Gregorian calendar.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return false }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return parts[0] > 0 && (1...days[parts[1] - 1]).contains(parts[2])
  }
}
