/// What a place in the pipeline file may hold: what the reader accepts and what the JSON Schema
/// for editors says are both made from it.
indirect enum Shape: Sendable {
  /// Any text.
  case text
  /// A sentence, condition or calculation of the rule language, which knows parameters by name.
  case sentence
  /// A number with a point as the decimal mark.
  case number
  /// A whole number from 1.
  case ordinal
  /// `true` or `false`.
  case truth
  /// One of a few words.
  case word([String])
  /// A list.
  case list(Shape)
  /// Keys of one's own, each with such a value.
  case map(Shape)
  /// The keys of a table.
  case object(KeyTable)
  /// Exactly one of the keys of a table.
  case verb(KeyTable)
  /// The first shape whose outline fits: text, list or keys.
  case either([Shape])
  /// Anything.
  case anything
  /// Nothing, to say that something is left out.
  case nothing
}

/// The keys that may stand at one place of the pipeline file.
struct KeyTable: Sendable {
  /// One key.
  struct Key: Sendable {
    /// The key as written.
    var name: String
    /// What it may hold.
    var shape: Shape
    /// Whether a file without it is refused.
    var need: Need
    /// What it is for, shown by editors.
    var purpose: String
  }

  /// Whether a key may be left out.
  enum Need: Sendable {
    /// It must be there.
    case required
    /// It may be left out.
    case optional
  }

  /// What the keys belong to, as a word for messages: `resource`.
  var place: String
  /// The keys.
  var keys: [Key]

  /// Makes a table.
  init(_ place: String, _ keys: [Key]) {
    self.place = place
    self.keys = keys
  }

  /// The key called `name`.
  subscript(name: String) -> Key? { keys.first { $0.name == name } }
}

extension KeyTable.Key {
  /// A key that must be there.
  static func required(_ name: String, _ shape: Shape, _ purpose: String) -> Self {
    Self(name: name, shape: shape, need: .required, purpose: purpose)
  }

  /// A key that may be left out.
  static func optional(_ name: String, _ shape: Shape, _ purpose: String) -> Self {
    Self(name: name, shape: shape, need: .optional, purpose: purpose)
  }
}
