/// A word, sign or literal of the rule language, with its place.
struct Token: Equatable {
  enum Kind: Equatable {
    case name(String)
    case number(String)
    case text(String)
    case sign(String)
    case end
  }

  var kind: Kind
  /// Offsets in characters from the beginning of the rule.
  var span: Range<Int>

  /// The token as an author would recognise it.
  var described: String {
    switch kind {
    case .name(let name): name
    case .number(let digits): digits
    case .text(let text): "\"\(text)\""
    case .sign(let sign): sign
    case .end: ""
    }
  }
}
