/// A text with parameters in it: `data/${tahun}/rekap.csv`; `$${` is a literal `${`.
struct Placeholders {
  /// A piece of the text.
  enum Piece: Hashable {
    /// What stands for itself.
    case text(String)
    /// The parameter of this name, which begins at a character from 0.
    case parameter(String, at: Int)
    /// `${`, at a character from 0, without a name and `}` behind it.
    case open(at: Int)
  }

  /// The pieces, in order.
  private(set) var pieces: [Piece] = []

  /// The names of the parameters, in order.
  var names: [String] {
    pieces.compactMap { if case .parameter(let name, _) = $0 { name } else { nil } }
  }

  /// True where a text has to be taken apart at all.
  static func stand(in text: String) -> Bool { text.contains("${") }

  /// Takes a text apart.
  init(_ text: String) {
    var plain = ""
    var rest = Array(text)[...]
    while let sign = rest.first {
      if rest.starts(with: "$${") {
        plain += "${"
        rest = rest.dropFirst(3)
      } else if rest.starts(with: "${") {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        let start = rest.startIndex
        let name = rest.dropFirst(2).prefix { $0 != "}" }
        guard !name.isEmpty, name.endIndex < rest.endIndex else {
          pieces.append(.open(at: start))
          return
        }
        pieces.append(.parameter(String(name), at: start))
        rest = rest[(name.endIndex + 1)...]
      } else {
        plain.append(sign)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
  }
}

extension YAMLNode {
  /// The place of a character (from 0) of the text of the node: exact for texts on one line, else
  /// the beginning of the text.
  func place(of offset: Int, in file: String) -> FilePlace {
    var place = FilePlace(of: self, in: file)
    guard case .scalar(let text, let plain) = content, !text.contains("\n") else { return place }
    place.column = column + offset + (plain ? 0 : 1)
    return place
  }
}
