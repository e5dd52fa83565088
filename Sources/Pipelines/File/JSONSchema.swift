/// The JSON Schema (draft 2020-12) of a file that people write, for editors; made from the keys
/// that the reader knows.
public enum JSONSchema: String, Sendable, CaseIterable {
  /// That of the pipeline file.
  case pipeline
  /// That of the settings file.
  case settings
  /// That of the settings of a portal.
  case portal

  /// Writes the schema; throws what the stream throws.
  public func write(to stream: TextStream) throws {
    var json = JSONWriter(to: stream)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "Cermat \(rawValue)")
      Self.writeMembers(of: keys, to: &json)
    }
    try json.finish()
  }

  /// The keys of the file.
  var keys: KeyTable {
    switch self {
    case .pipeline: .pipeline
    case .settings: .settings
    case .portal: .portal
    }
  }

  private static func writeMembers(of table: KeyTable, to json: inout JSONWriter) {
    json.member("type", "object")
    json.key("properties")
    json.object { json in
      for key in table.keys {
        json.key(key.name)
        json.object { json in
          json.member("description", key.purpose)
          writeMembers(of: key.shape, to: &json)
        }
      }
    }
    let required = table.keys.filter { $0.need == .required }.map(\.name)
    if !required.isEmpty { writeList("required", required, to: &json) }
    json.key("additionalProperties")
    json.value(false)
  }

  private static func writeMembers(of shape: Shape, to json: inout JSONWriter) {
    switch shape {
    case .text, .sentence: writeList("type", ["string", "number", "boolean"], to: &json)
    case .number: json.member("type", "number")
    case .ordinal:
      json.member("type", "integer")
      json.member("minimum", 1)
    case .truth: json.member("type", "boolean")
    case .word(let words): writeList("enum", words, to: &json)
    case .list(let member):
      json.member("type", "array")
      writeShape("items", member, to: &json)
    case .map(let value):
      json.member("type", "object")
      writeShape("additionalProperties", value, to: &json)
    case .object(let table): writeMembers(of: table, to: &json)
    case .verb(let table):
      writeMembers(of: table, to: &json)
      json.member("minProperties", 1)
      json.member("maxProperties", 1)
    case .either(let shapes):
      json.key("anyOf")
      json.array { json in
        for shape in shapes { json.object { writeMembers(of: shape, to: &$0) } }
      }
    case .anything: break
    case .nothing: json.member("type", "null")
    }
  }

  private static func writeShape(_ key: String, _ shape: Shape, to json: inout JSONWriter) {
    json.key(key)
    json.object { writeMembers(of: shape, to: &$0) }
  }

  private static func writeList(_ key: String, _ texts: [String], to json: inout JSONWriter) {
    json.key(key)
    json.line { json in
      json.array { json in
        for text in texts { json.value(text) }
      }
    }
  }
}
