/// What the tags of a cell say, beyond its text.
struct PageCell {
  /// The most columns that one cell may span, as in browsers.
  static let widest = 1000
  /// The most rows that one cell may span, as in browsers.
  static let tallest = 65_534

  /// The columns it spans.
  var width: Int
  /// The rows it spans, 0 for all up to the end of its part of the table.
  var height: Int
  /// True where it is not shown.
  var isHidden: Bool
  /// How it is shown.
  var style: CellStyle
  /// The formula without its `=`, where Excel noted one.
  var formula: String?
  /// The value as stored, where it is noted: Excel's `x:num`, `x:bool` and `x:err`, LibreOffice's
  /// `sdval`.
  private var stored: (kind: CellBlock.Kind, text: String)?
  private var isStoredByLibreOffice = false
  /// True where the text is the number, `x:num` without a value.
  private var isNumberAsShown: Bool

  /// Reads the attributes of a `td` or `th`.
  init(_ element: String, _ attributes: HTMLAttributes, styles: PageStyles) {
    let said = styles.style(of: element, attributes)
    width = min(max(Self.span(attributes["colspan"]) ?? 1, 1), Self.widest)
    height = min(max(Self.span(attributes["rowspan"]) ?? 1, 0), Self.tallest)
    isHidden = said.isHidden == true
    style = CellStyle(format: said.format ?? .general, indent: said.indent ?? 0)
    formula = attributes["x:fmla"].flatMap { $0.first == "=" ? String($0.dropFirst()) : nil }
    isNumberAsShown = false
    if let error = attributes["x:err"], !error.isEmpty {
      stored = (.error, error)
    } else if let truth = attributes["x:bool"] {
      stored = (.boolean, truth.uppercased() == "FALSE" || truth == "0" ? "0" : "1")
    } else if let number = attributes["x:num"] {
      stored = Self.isNumeral(number.utf8) ? (.number, number) : nil
      isNumberAsShown = stored == nil
    } else if let number = attributes["sdval"], Self.isNumeral(number.utf8) {
      isStoredByLibreOffice = true
      take(number, format: attributes["sdnum"] ?? "")
    }
  }

  /// Forgets what is stored once it was written.
  mutating func forgetStored() {
    (stored, isNumberAsShown, formula) = (nil, false, nil)
  }

  /// The kind and the text of the cell, of what is shown in it.
  func content(shown: [UInt8]) -> (kind: CellBlock.Kind, text: [UInt8])? {
    if let stored {
      if isStoredByLibreOffice, let better = Self.better(stored.text, shown) { return better }
      return (stored.kind, Array(stored.text.utf8))
    }
    if shown.isEmpty { return formula == nil ? nil : (.withoutResult, []) }
    if isNumberAsShown, Self.isNumeral(shown) { return (.number, shown) }
    return (Self.errors.contains(shown) ? .error : .text, shown)
  }

  /// LibreOffice stores errors as 0 and truths as numbers.
  private static func better(
    _ number: String, _ shown: [UInt8]
  ) -> (kind: CellBlock.Kind, text: [UInt8])? {
    if errors.contains(shown) { return (.error, shown) }
    let isTruth = number == "1" && shown.elementsEqual("TRUE".utf8)
    let isFalsehood = number == "0" && shown.elementsEqual("FALSE".utf8)
    return isTruth || isFalsehood ? (.boolean, Array(number.utf8)) : nil
  }

  /// LibreOffice notes languages and a format, `1033;0;#,##0`; where that is not in the notation of
  /// XLSX the text as shown is kept.
  private mutating func take(_ number: String, format: String) {
    let pieces = format.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count > 2, !pieces[2].isEmpty else {
      stored = (.number, number)
      return
    }
    guard ["", "0", "1033"].contains(pieces[1]) else { return }
    if pieces[2] == "BOOLEAN" {
      stored = (.boolean, number == "0" ? "0" : "1")
    } else if pieces[2] != "@" {
      stored = (.number, number)
      style.format = NumberFormat(code: String(pieces[2]))
    }
  }

  private static func span(_ text: String?) -> Int? {
    guard let text else { return nil }
    let digits = text.utf8.drop { $0 <= 0x20 }.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return digits.count > 9 ? 1_000_000 : Int(String(Substring(digits)))
  }

  /// True for digits as programs write them: `-12.5`, `1E-3`.
  static func isNumeral(_ text: some Collection<UInt8>) -> Bool {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    rest = rest.dropFirst(whole)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      rest = rest.dropFirst(fraction)
    }
    guard whole + fraction > 0 else { return false }
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    return (1...3).contains(rest.count) && rest.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static let errors: Set<[UInt8]> = Set(
    ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"].map { Array($0.utf8) })
}
