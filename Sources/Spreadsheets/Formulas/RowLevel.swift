import Tabular

/// How deep a row stands in the outline of a table, by its indentation and numbering.
struct RowLevel: Hashable {
  /// How a label is numbered.
  enum Numbering: Hashable {
    /// Not at all.
    case none
    /// `1.`, `2)`.
    case digits
    /// `a.`, `B)`.
    case letter(isCapital: Bool)
    /// `IV.`
    case roman
    /// `2.16.02`, by its number of parts.
    case parts(Int)
    /// `-`, `•`.
    case dash
  }

  /// The steps of indentation, of the cell and in blanks.
  var indent: Int
  /// How it is numbered.
  var numbering: Numbering

  /// The level of a row.
  init(_ outline: RowOutline, _ styles: [CellStyle]) {
    let style = Int(outline.style)
    let steps = styles.indices.contains(style) ? Int(styles[style].indent) : 0
    let blanks = outline.label.utf8.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0xC2 || $0 == 0xA0 }
    indent = steps * 100 + blanks.count
    numbering = Self.numbering(outline.label.utf8.dropFirst(blanks.count))
  }

  /// True where neither indentation nor numbering tells anything.
  var isPlain: Bool { indent == 0 && numbering == .none }

  private static func numbering(_ label: Substring.UTF8View) -> Numbering {
    let word = Array(label.prefix { $0 != 0x20 && $0 != 0x09 })
    guard let first = word.first, let last = word.last else { return .none }
    if first == UInt8(ascii: "-") || Array("•".utf8).elementsEqual(word.prefix(3)) { return .dash }
    let isClosed = last == UInt8(ascii: ".") || last == UInt8(ascii: ")")
    let pieces = word.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
    if pieces.allSatisfy({ $0.allSatisfy(FormulaParser.isDigit) }) {
      if pieces.count > 1 { return .parts(pieces.count) }
      return isClosed || word.count == label.count ? .digits : .none
    }
    guard isClosed, pieces.count == 1, let piece = pieces.first else { return .none }
    if piece.count == 1, FormulaParser.isLetter(piece[piece.startIndex]), first | 0x20 != 0x69 {
      return .letter(isCapital: first < 0x60)
    }
    return piece.allSatisfy { Array("IVXLivxl".utf8).contains($0) } ? .roman : .none
  }
}

extension RowOutline {
  private static let totals = [
    "jumlah", "total", "sub total", "subtotal", "sub jumlah", "grand total", "rata", "rerata",
    "average", "mean", "surplus", "defisit", "saldo", "sisa", "selisih", "persen", "%", "minim",
    "maks", "median", "sum",
  ]
  private static let excerpts = [
    "di antaranya", "diantaranya", "termasuk", "dari jumlah", "of which", "dimana", "memo",
  ]

  /// True where the row is called a total or another figure of its own.
  var namesTotal: Bool { begins(with: Self.totals) }

  /// True where the row is called a part of the row above.
  var namesExcerpt: Bool { begins(with: Self.excerpts) }

  private func begins(with words: [String]) -> Bool {
    [label, secondLabel].contains { label in
      let text = label.lowercased().drop { !$0.isLetter && $0 != "%" }
      // Behind a number or a letter with a point, as in `A. Jumlah`.
      let inner = text.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
      return words.contains { text.hasPrefix($0) || inner.hasPrefix($0) }
    }
  }
}
