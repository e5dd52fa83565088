/// What a cell is in its workbook, beyond its text.
public struct CellMarks: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes marks of bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A number; its text has a decimal comma and groups of three with points, whatever other cells
  /// of its column are written like.
  public static let number = CellMarks(rawValue: 1)
  /// A day or a moment; its text is ISO 8601.
  public static let date = CellMarks(rawValue: 2)
  /// `TRUE` or `FALSE`.
  public static let boolean = CellMarks(rawValue: 4)
  /// An error value, as `#REF!`.
  public static let error = CellMarks(rawValue: 8)
  /// A formula without a stored result; its text is the formula with its `=`.
  public static let withoutResult = CellMarks(rawValue: 16)
  /// The value stands in the leftmost cell of the same merged range.
  public static let mergedAcross = CellMarks(rawValue: 32)
  /// The value stands in an upper row of the same merged range.
  public static let mergedDown = CellMarks(rawValue: 64)
}

extension CellMarks {
  /// The value stands in another cell of the same merged range.
  static let merged: CellMarks = [.mergedAcross, .mergedDown]
  /// What is no text, so that its writing says nothing about how texts of the column are written.
  static let typed: CellMarks = [.number, .date, .boolean, .error, .withoutResult]
  /// What is not read as a text that stands alone would be.
  static let special: CellMarks = [
    .number, .date, .error, .withoutResult, .mergedAcross, .mergedDown,
  ]

  /// True where the value stands in another cell.
  var isMerged: Bool { !isDisjoint(with: .merged) }
}
