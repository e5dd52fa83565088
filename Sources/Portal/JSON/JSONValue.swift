/// A value of a JSON text (RFC 8259); numbers keep their text.
public enum JSONValue: Sendable, Hashable {
  /// A member of an object.
  public struct Member: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue
  }

  /// `null`.
  case null
  /// `true` or `false`.
  case truth(Bool)
  /// A number as it is written.
  case number(String)
  /// A text.
  case text(String)
  /// Values in order.
  case array([JSONValue])
  /// Members in order.
  case object([Member])

  /// The value of a member; nil where it is absent or null.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self,
      let value = members.first(where: { $0.name == name })?.value, value != .null
    else { return nil }
    return value
  }

  /// The text; nil for everything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The whole number, also where it is written as a text; nil for everything else.
  public var whole: Int? {
    switch self {
    case .number(let text), .text(let text): Int(text)
    default: nil
    }
  }

  /// The truth value; nil for everything else.
  public var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }

  /// The elements of an array; none of everything else.
  public var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  /// The members of an object; none of everything else.
  public var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// The texts among the elements, or the text by itself.
  public var texts: [String] { text.map { [$0] } ?? elements.compactMap(\.text) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Makes a text.
  public init(stringLiteral text: String) { self = .text(text) }

  /// Makes a truth value.
  public init(booleanLiteral truth: Bool) { self = .truth(truth) }

  /// Makes a number.
  public init(integerLiteral number: Int) { self = .number(String(number)) }

  /// Makes an array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Makes an object with members in this order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member(name: $0.0, value: $0.1) })
  }
}
