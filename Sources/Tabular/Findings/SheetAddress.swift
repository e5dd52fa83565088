/// Addresses of cells in a sheet, as `C12`.
public enum SheetAddress {
  /// The A1 name of a column (from 0) and a row (from 1).
  public static func name(column: Int, row: Int) -> String {
    letters(ofColumn: column) + String(row)
  }

  /// True where one cell stands before another: in a row above, or to the left in the same row.
  public static func isBefore(_ one: String, _ other: String) -> Bool {
    let (left, right) = (parts(one), parts(other))
    if left.row != right.row { return left.row < right.row }
    if left.letters.count != right.letters.count {
      return left.letters.count < right.letters.count
    }
    return left.letters < right.letters
  }

  /// The column of an address, from 0; -1 where it names none.
  public static func column(of cell: String) -> Int {
    parts(cell).letters.utf8.reduce(0) { $0 * 26 + Int($1 & 0x1f) } - 1
  }

  /// The row of an address, from 1; 0 where it names none.
  public static func row(of cell: String) -> Int { parts(cell).row }

  private static func parts(_ cell: String) -> (row: Int, letters: Substring) {
    let letters = cell.prefix { $0.isLetter }
    return (Int(cell.dropFirst(letters.count)) ?? 0, letters)
  }

  /// The letters of a column, from 0: `A`, `Z`, `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
