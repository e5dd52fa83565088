import Pipelines

extension JSONWriter {
  /// Writes a value: objects and arrays a line a member.
  mutating func write(_ json: JSONValue) {
    switch json {
    case .null: null()
    case .truth(let truth): value(truth)
    case .number(let text): verbatim(text)
    case .text(let text): value(text)
    case .array(let values): array { writer in for value in values { writer.write(value) } }
    case .object(let members):
      object { writer in
        for member in members {
          writer.key(member.name)
          writer.write(member.value)
        }
      }
    }
  }
}

extension JSONValue {
  /// The value as JSON on one line; the same value gives the same bytes.
  var line: String {
    let text = try? TextStream.text { stream in
      var json = JSONWriter(to: stream)
      json.line { $0.write(self) }
      stream = json.returned()
    }
    return text ?? "null"
  }

  /// The value as a JSON document, a line a member.
  var document: String {
    let text = try? TextStream.text { stream in
      var json = JSONWriter(to: stream)
      json.write(self)
      stream = json.returned()
      stream.write("\n")
    }
    return text ?? "null\n"
  }
}
