/// How the digits of a number are shown.
struct ODSDigits {
  /// Texts between the digits, by how many digits stand behind them.
  var embedded: [(place: Int, text: String)] = []
  private var decimals: Int?
  private var leastDecimals: Int
  private var wholes: Int
  private var exponent: Int?
  private var hasGroups: Bool
  private var scale: String

  /// Reads `number:number` or `number:scientific-number`.
  init(_ element: XMLElement) {
    decimals = Self.count("decimal-places", element)
    let least =
      Self.count("min-decimal-places", element, .number)
      ?? Self.count("min-decimal-places", element, .libreOfficeExtension)
    leastDecimals = min(least ?? decimals ?? 0, decimals ?? 0)
    if least == nil, element.string("decimal-replacement", in: .number) != nil { leastDecimals = 0 }
    wholes = Self.count("min-integer-digits", element) ?? 0
    hasGroups = element.string("grouping", in: .number) == "true"
    let factor = element.string("display-factor", in: .number) ?? "1"
    let zeros = factor.dropFirst().prefix { $0 == "0" }.count
    scale = factor.first == "1" ? String(repeating: ",", count: min(zeros / 3, 4)) : ""
    exponent =
      element.name == "scientific-number" ? Self.count("min-exponent-digits", element) ?? 2 : nil
  }

  /// The code.
  var code: String {
    guard let decimals else {
      let isGeneral = exponent == nil && !hasGroups && embedded.isEmpty && wholes <= 1
      return isGeneral ? "General" + scale : whole + power
    }
    let fraction =
      decimals == 0
      ? ""
      : "." + String(repeating: "0", count: leastDecimals)
        + String(repeating: "#", count: decimals - leastDecimals)
    return whole + scale + fraction + power
  }

  private var power: String {
    exponent.map { "E+" + String(repeating: "0", count: max($0, 1)) } ?? ""
  }

  private var whole: String {
    var places = max(wholes, hasGroups ? 4 : 1)
    if let farthest = embedded.map(\.place).max() { places = max(places, min(farthest + 1, 40)) }
    var code = ""
    for place in stride(from: places, through: 1, by: -1) {
      code += place <= wholes ? "0" : "#"
      if hasGroups, place == 4 { code += "," }
      for text in embedded where text.place == place - 1 && place > 1 {
        code += ODSNumberFormat.quoted(text.text)
      }
    }
    return code
  }

  private static func count(
    _ name: StaticString, _ element: XMLElement, _ namespace: XMLNamespace = .number
  ) -> Int? {
    element.string(name, in: namespace).flatMap { Int($0) }.map { min(max($0, 0), 30) }
  }

  /// The code of `number:fraction`.
  static func fraction(_ element: XMLElement) -> String {
    let above = max(count("min-numerator-digits", element) ?? 1, 1)
    let whole = count("min-integer-digits", element) == nil ? "" : "# "
    if let below = element.string("denominator-value", in: .number), Int(below) != nil {
      return whole + String(repeating: "?", count: above) + "/" + below
    }
    let below = max(count("min-denominator-digits", element) ?? 1, 1)
    return whole + String(repeating: "?", count: above) + "/" + String(repeating: "?", count: below)
  }
}

/// How the parts of days and times are shown.
enum ODSMoment {
  /// The code of one part.
  static func code(_ element: XMLElement, truncatesHours: Bool) -> String {
    let isLong = element.string("style", in: .number) == "long"
    switch element.name {
    case "day": return isLong ? "dd" : "d"
    case "month":
      if element.string("textual", in: .number) == "true" { return isLong ? "mmmm" : "mmm" }
      return isLong ? "mm" : "m"
    case "year": return isLong ? "yyyy" : "yy"
    case "day-of-week": return isLong ? "dddd" : "ddd"
    case "hours": return truncatesHours ? isLong ? "hh" : "h" : isLong ? "[hh]" : "[h]"
    case "minutes": return isLong ? "mm" : "m"
    case "seconds":
      let decimals = element.string("decimal-places", in: .number).flatMap { Int($0) } ?? 0
      let fraction = decimals > 0 ? "." + String(repeating: "0", count: min(decimals, 9)) : ""
      return (isLong ? "ss" : "s") + fraction
    case "am-pm": return "AM/PM"
    default: return ""
    }
  }
}
