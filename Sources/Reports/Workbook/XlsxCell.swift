/// What a cell of a workbook holds.
enum XlsxCell {
  case empty
  case text(String, XlsxFile.Look = .wrapped)
  case count(Int)
  /// An exact decimal, shown with all the decimals that it has.
  case decimal(String)
  case link(String, XlsxLink)

  /// `text` as a number where a double holds all its digits and they are a numeral as reports keep
  /// them, else as text.
  static func figure(_ text: String) -> XlsxCell {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 }
    let isNumeral = ShownNumber.text(canonical: text, in: .english) != nil
    return isNumeral && digits.count <= 15 ? .decimal(text) : .text(text)
  }

  /// The text that takes room in a column; nil where it is on one line anyway.
  var wrapped: String? {
    switch self {
    case .empty, .count, .decimal: nil
    case .text(let text, let look): look == .plain || look == .title ? nil : text
    case .link(let text, _): text
    }
  }
}

/// Where a link leads.
enum XlsxLink {
  /// To a row of another sheet, counted from 0.
  case row(Int, tab: Int)
  /// To a file: a relative address as RFC 3986 has it, with the cell after a `#`.
  case file(String)
}
