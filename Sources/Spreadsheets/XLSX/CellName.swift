/// Reads the A1 names that cells and ranges of XLSX have.
enum CellName {
  /// The rows of the largest sheet.
  static let rowCount = 1_048_576
  /// The columns of the largest sheet.
  static let columnCount = 16_384

  /// The row (from 1) and the column (from 0) of a name as `C12`; nil where it is none, or beyond
  /// XFD1048576.
  @inline(__always)
  static func parse(_ name: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var place = 0
    let end = name.count
    var column = 0
    while place < end {
      let letter = name[place] & 0xdf
      guard letter >= 0x41, letter <= 0x5a, place < 3 else { break }
      column = column * 26 + Int(letter - 0x40)
      place += 1
    }
    let digits = place
    var row = 0
    while place < end {
      let digit = name[place] &- 0x30
      guard digit < 10, place < digits + 7 else { return nil }
      row = row * 10 + Int(digit)
      place += 1
    }
    guard digits > 0, row > 0, row <= rowCount, column <= columnCount else { return nil }
    return (row, column - 1)
  }

  /// A range as `A1:C12`, or one cell; `$` is skipped.
  static func range(_ text: UnsafeBufferPointer<UInt8>) -> CellRange? {
    let parts = text.filter { $0 != UInt8(ascii: "$") }.split(separator: UInt8(ascii: ":"))
    let cells = parts.compactMap { part in Array(part).withUnsafeBufferPointer(parse) }
    guard let first = cells.first, let last = cells.last, cells.count == parts.count,
      parts.count <= 2
    else { return nil }
    return CellRange(
      rows: min(first.row, last.row)...max(first.row, last.row),
      columns: min(first.column, last.column)...max(first.column, last.column))
  }

  /// A number without a sign, below 10^9; nil where it is none.
  @inline(__always)
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count > 0, text.count < 10 else { return nil }
    var number = 0
    for byte in text {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  /// What `1`, `true` and `on` say.
  static func isTrue(_ text: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let text else { return false }
    return text.elementsEqual("1".utf8) || text.elementsEqual("true".utf8)
      || text.elementsEqual("on".utf8)
  }
}
