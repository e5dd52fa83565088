/// Addresses of cells in a sheet, as `C12`.
public enum SheetAddress {
  /// The A1 name of a column (from 0) and a row (from 1).
  public static func name(column: Int, row: Int) -> String {
    letters(ofColumn: column) + String(row)
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
