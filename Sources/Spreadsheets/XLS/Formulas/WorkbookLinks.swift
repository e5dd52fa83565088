/// What formulas refer to by numbers: sheets, other workbooks, and names.
struct WorkbookLinks {
  /// A workbook that formulas refer to.
  struct Book {
    /// Which it is.
    enum Kind: Hashable {
      /// The workbook itself.
      case own
      /// Functions of an extension of the program.
      case addIn
      /// Another workbook, by its path with the file in brackets.
      case other(String)
      /// Something that can't be told.
      case unknown
    }

    var kind: Kind
    /// The names of its sheets, of another workbook only.
    var sheets: [String] = []
    /// The names in it that formulas use.
    var names: [String] = []
  }

  /// Sheets of a book, from the first to the last.
  struct SheetRange {
    var book: Int
    var first: UInt16
    var last: UInt16
  }

  /// The sheets of the workbook itself.
  var ownSheets: [String] = []
  /// The names that the workbook defines.
  var names: [String] = []
  /// The workbooks; of BIFF5 one for each sheet elsewhere.
  var books: [Book] = []
  /// The sheets that formulas refer to; BIFF8 only.
  var sheetRanges: [SheetRange] = []

  /// The mark of a sheet that was deleted.
  private static let deleted: UInt16 = 0xFFFF
  /// The mark of a whole workbook.
  private static let whole: UInt16 = 0xFFFE

  /// What stands before a reference to sheets, by their number: `Sheet1!`; nil where it can't be
  /// told.
  func prefix(_ number: Int) -> String? {
    guard sheetRanges.indices.contains(number) else { return nil }
    let range = sheetRanges[number]
    guard books.indices.contains(range.book) else { return nil }
    let book = books[range.book]
    switch book.kind {
    case .own: return ownPrefix(range.first, range.last)
    case .other(let path):
      guard range.first != Self.deleted else { return "#REF!" }
      guard range.first != Self.whole else { return Self.quoted(path) + "!" }
      return Self.prefix(book.sheets, range.first, range.last, path: path)
    case .addIn, .unknown: return nil
    }
  }

  /// What stands before a reference to sheets of the workbook itself, by their places.
  func ownPrefix(_ first: UInt16, _ last: UInt16) -> String? {
    first == Self.deleted || last == Self.deleted
      ? "#REF!" : Self.prefix(ownSheets, first, last, path: "")
  }

  /// What stands before a reference of BIFF5 to a sheet elsewhere, by the number of its record.
  func otherPrefix(_ number: Int) -> String? {
    guard books.indices.contains(number), case .other(let path) = books[number].kind else {
      return nil
    }
    return Self.quoted(path) + "!"
  }

  /// A name that the workbook defines, by its number from 1.
  func name(_ number: Int) -> String? {
    names.indices.contains(number - 1) ? Self.shown(names[number - 1]) : nil
  }

  /// A name of a book, by its number from 1.
  func name(_ number: Int, ofBook place: Int) -> String? {
    guard books.indices.contains(place) else { return nil }
    let book = books[place]
    if book.kind == .own { return name(number) }
    guard book.names.indices.contains(number - 1) else { return nil }
    return Self.shown(book.names[number - 1])
  }

  private static func prefix(
    _ sheets: [String], _ first: UInt16, _ last: UInt16, path: String
  ) -> String? {
    guard Int(first) < sheets.count, Int(last) < sheets.count else { return nil }
    let name = sheets[Int(first)] + (first == last ? "" : ":" + sheets[Int(last)])
    return quoted(path + name, isRange: first != last) + "!"
  }

  /// A sheet's name as it stands in a formula: in quotes where it is more than a plain word.
  private static func quoted(_ name: String, isRange: Bool = false) -> String {
    let parts = isRange ? name.split(separator: ":").map(String.init) : [name]
    if parts.allSatisfy(isPlain) { return name }
    let doubled = name.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + doubled.joined(separator: "''") + "'"
  }

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.properties.numericType == nil else {
      return false
    }
    let isWord = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "."
    }
    return isWord && !looksLikeReference(name)
  }

  /// Whether a name could be taken for a cell: `AB12`, `RC`, `R1C1`.
  private static func looksLikeReference(_ name: String) -> Bool {
    let text = name.uppercased()
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    let rest = text.dropFirst(letters.count)
    if letters.count <= 3, !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return true
    }
    return ["R", "C", "RC"].contains(text)
      || (text.first == "R" || text.first == "C")
        && text.dropFirst().allSatisfy { $0 == "C" || $0.isASCII && $0.isNumber }
  }

  /// A name without the mark that old workbooks put before functions of Excel 2007.
  private static func shown(_ name: String) -> String {
    let later = ["IFERROR", "COUNTIFS", "SUMIFS", "AVERAGEIF", "AVERAGEIFS"]
    return later.first { name == "_xlfn." + $0 } ?? name
  }
}
