public import Tabular

/// A part of a sheet: some of its rows, some of its columns, or both.
public struct SheetRange: Hashable, Sendable {
  /// Why a text names no range.
  public enum Fault: String, Sendable, Hashable, CaseIterable {
    /// It is written like none.
    case unreadable
    /// The row is 0 or beyond the last of a sheet, 1,048,576.
    case rowBeyond
    /// The column is beyond the last of a sheet, XFD.
    case columnBeyond
  }

  /// A text that names no range.
  public struct Failure: Error, Hashable, Sendable {
    /// The text as it was given.
    public var text: String
    /// What is wrong with it.
    public var fault: Fault
  }

  /// The last row of a sheet.
  public static let lastRow = 1_048_576
  /// The last column of a sheet, from 0.
  public static let lastColumn = 16_383
  /// The whole sheet.
  public static let all = SheetRange()

  /// The rows, from 1; nil for all.
  public var rows: ClosedRange<Int>?
  /// The columns, from 0; nil for all.
  public var columns: ClosedRange<Int>?

  /// Makes a range of rows from 1 and columns from 0.
  public init(rows: ClosedRange<Int>? = nil, columns: ClosedRange<Int>? = nil) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads `B4:H20`, `B:H`, `4:20` or `B4`; letters may be small, `$` may stand before a part, and
  /// the corners may come in any order.
  ///
  /// - Throws: where the text names no range of a sheet.
  public init(_ text: String) throws(Failure) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = corners.first, let last = corners.last, corners.count <= 2 else {
      throw Failure(text: text, fault: .unreadable)
    }
    let begin = try Corner(first, of: text)
    let end = try Corner(last, of: text)
    guard (begin.row == nil) == (end.row == nil), (begin.column == nil) == (end.column == nil),
      corners.count == 2 || (begin.row != nil && begin.column != nil)
    else { throw Failure(text: text, fault: .unreadable) }
    rows = Self.span(begin.row, end.row)
    columns = Self.span(begin.column, end.column)
  }

  private static func span(_ one: Int?, _ other: Int?) -> ClosedRange<Int>? {
    guard let one, let other else { return nil }
    return min(one, other)...max(one, other)
  }
}

/// One end of a range: a row from 1, a column from 0, or both.
private struct Corner {
  var row: Int?
  var column: Int?

  init(_ part: Substring, of text: String) throws(SheetRange.Failure) {
    var rest = part.utf8[...]
    if rest.first == UInt8(ascii: "$") { rest = rest.dropFirst() }
    let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    rest = rest.dropFirst(letters.count)
    if !letters.isEmpty, rest.first == UInt8(ascii: "$") { rest = rest.dropFirst() }
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard digits.count == rest.count, !(letters.isEmpty && digits.isEmpty),
      part.utf8.last != UInt8(ascii: "$")
    else { throw SheetRange.Failure(text: text, fault: .unreadable) }
    if !letters.isEmpty {
      let number = letters.prefix(4).reduce(0) { $0 * 26 + Int($1 | 0x20) - 0x60 }
      guard number - 1 <= SheetRange.lastColumn else {
        throw SheetRange.Failure(text: text, fault: .columnBeyond)
      }
      column = number - 1
    }
    if !digits.isEmpty {
      let number = digits.drop { $0 == UInt8(ascii: "0") }
      guard let row = Int(String(Substring(number))), row <= SheetRange.lastRow else {
        throw SheetRange.Failure(text: text, fault: .rowBeyond)
      }
      self.row = row
    }
  }
}

extension SheetRange: CustomStringConvertible {
  /// The range as it is written, `B4:H20`; empty for the whole sheet.
  public var description: String {
    guard let rows = rows else {
      guard let columns else { return "" }
      return SheetAddress.letters(ofColumn: columns.lowerBound) + ":"
        + SheetAddress.letters(ofColumn: columns.upperBound)
    }
    guard let columns else { return "\(rows.lowerBound):\(rows.upperBound)" }
    return SheetAddress.name(column: columns.lowerBound, row: rows.lowerBound) + ":"
      + SheetAddress.name(column: columns.upperBound, row: rows.upperBound)
  }
}

extension SheetRange.Failure {
  /// What is wrong with the text, and what is right.
  public var message: Message { .range(text, fault) }
}
