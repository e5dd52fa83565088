/// A format of numbers while it is read, and its code in the notation of XLSX.
struct ODSNumberFormat {
  /// What the format is for.
  enum Form {
    case number, percentage, currency, date, time, boolean, text

    /// The form of an element that declares a format.
    init?(_ name: XMLName) {
      guard name.namespace == .number else { return nil }
      switch name {
      case "number-style": self = .number
      case "percentage-style": self = .percentage
      case "currency-style": self = .currency
      case "date-style": self = .date
      case "time-style": self = .time
      case "boolean-style": self = .boolean
      case "text-style": self = .text
      default: return nil
      }
    }
  }

  /// The formats used instead where a condition holds, `value()>=0`.
  var maps: [(condition: String, format: String)] = []
  /// The colour of the text, `#ff0000`.
  var color: String?
  private let form: Form
  private let truncatesHours: Bool
  private var code = ""
  private var digits: ODSDigits?
  private var isTextOpen = false
  private var embedded: (place: Int, text: String)?
  private var opened: String?

  init(_ form: Form, truncatesHours: Bool) {
    (self.form, self.truncatesHours) = (form, truncatesHours)
  }

  /// The code of this format alone, without the formats for other conditions.
  var section: String {
    guard form != .boolean else { return "General" }
    let red = color?.lowercased() == "#ff0000" ? "[Red]" : ""
    return red + (code.isEmpty ? "General" : code)
  }

  /// A part of the format begins.
  mutating func start(_ element: XMLElement) {
    switch element.name {
    case "number", "scientific-number": digits = ODSDigits(element)
    case "fraction": code += ODSDigits.fraction(element)
    case "text", "currency-symbol": opened = ""
    case "embedded-text":
      let place = element.string("position", in: .number).flatMap { Int($0) } ?? 0
      embedded = (place, "")
    case "text-content": code += "@"
    case "fill-character", "boolean": break
    default: code += ODSMoment.code(element, truncatesHours: truncatesHours)
    }
  }

  /// A part of the format ends.
  mutating func end(_ name: XMLName) {
    switch name {
    case "number", "scientific-number":
      if let digits { code += digits.code }
      digits = nil
    case "embedded-text":
      if let embedded { digits?.embedded.append(embedded) }
      embedded = nil
    case "text", "currency-symbol":
      if let opened { code += literal(opened) }
      opened = nil
    default: break
    }
  }

  /// A piece of text.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if embedded != nil { embedded?.text += text } else { opened? += text }
  }

  private func literal(_ text: String) -> String {
    if text.isEmpty { return "" }
    let plain: String
    switch form {
    case .percentage: plain = " -()%"
    case .date, .time: plain = " -/:"
    default: plain = " -()"
    }
    return text.allSatisfy { plain.contains($0) } ? text : Self.quoted(text)
  }

  /// A literal text in a code.
  static func quoted(_ text: String) -> String {
    text.split(separator: "\"", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\"\($0)\"" }.joined(separator: "\\\"")
  }
}
