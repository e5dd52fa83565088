/// The JSON Schema of the pipeline file, for editors; made from the keys that the reader knows.
public enum JSONSchema {
  /// The schema (draft 2020-12) as JSON text, two blanks a level, ended by a line break.
  public static var text: String {
    let head: [(String, JSONText)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Cermat pipeline")),
    ]
    return JSONText.keys(head + members(of: .pipeline)).written(indent: 0) + "\n"
  }

  private static func members(of table: KeyTable) -> [(String, JSONText)] {
    let properties = table.keys.map { key -> (String, JSONText) in
      var shape = schema(of: key.shape)
      if case .keys(let members) = shape {
        shape = .keys([("description", .text(key.purpose))] + members)
      }
      return (key.name, shape)
    }
    let required = table.keys.filter { $0.need == .required }.map { JSONText.text($0.name) }
    var members: [(String, JSONText)] = [
      ("type", .text("object")), ("properties", .keys(properties)),
      ("additionalProperties", .bare("false")),
    ]
    if !required.isEmpty { members.append(("required", .list(required))) }
    return members
  }

  private static func schema(of shape: Shape) -> JSONText {
    switch shape {
    case .text: .keys([("type", .list(["string", "number", "boolean"].map { .text($0) }))])
    case .number: .keys([("type", .text("number"))])
    case .ordinal: .keys([("type", .text("integer")), ("minimum", .bare("1"))])
    case .truth: .keys([("type", .text("boolean"))])
    case .word(let words): .keys([("enum", .list(words.map { .text($0) }))])
    case .list(let member): .keys([("type", .text("array")), ("items", schema(of: member))])
    case .map(let value):
      .keys([("type", .text("object")), ("additionalProperties", schema(of: value))])
    case .object(let table): .keys(members(of: table))
    case .verb(let table):
      .keys(
        members(of: table) + [("minProperties", .bare("1")), ("maxProperties", .bare("1"))])
    case .either(let shapes): .keys([("anyOf", .list(shapes.map { schema(of: $0) }))])
    case .anything: .keys([])
    case .nothing: .keys([("type", .text("null"))])
    }
  }
}

/// JSON as it is written.
indirect enum JSONText {
  /// A string.
  case text(String)
  /// A number or a word, as it stands.
  case bare(String)
  /// An array.
  case list([JSONText])
  /// An object, in the given order.
  case keys([(String, JSONText)])

  /// The text, with its inner lines `indent` levels deep.
  func written(indent: Int) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .text(let text): return Self.quoted(text)
    case .bare(let text): return text
    case .list(let members):
      guard !members.isEmpty else { return "[]" }
      let lines = members.map { inner + $0.written(indent: indent + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .keys(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map {
        inner + Self.quoted($0.0) + ": " + $0.1.written(indent: indent + 1)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\t": "\\t"
      case "\n": "\\n"
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }
}
