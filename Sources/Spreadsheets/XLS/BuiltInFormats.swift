/// The number formats that a workbook needs not write, by their numbers (ECMA-376 part 1, 18.8.30;
/// the same in [MS-XLS]).
enum BuiltInFormats {
  /// The code of a format; nil where the number has no meaning of its own.
  static func code(_ number: Int) -> String? {
    switch number {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 5, 6, 37, 38: "#,##0;(#,##0)"
    case 7, 8, 39, 40: "#,##0.00;(#,##0.00)"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    case 14: "mm-dd-yy"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 20: "h:mm"
    case 21: "h:mm:ss"
    case 22: "m/d/yy h:mm"
    case 41, 42: "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"
    case 43, 44: "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mmss.0"
    case 48: "##0.0E+0"
    case 49: "@"
    default: nil
    }
  }
}
