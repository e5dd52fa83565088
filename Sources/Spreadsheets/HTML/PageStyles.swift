/// The style sheets of a web page, as far as cells go.
///
/// Selectors of one class or of an element with a class count; of those with ancestors the last
/// part does. Rules inside `@media` and the like are passed over.
struct PageStyles {
  /// The styles by element and class: `td.xl65`, or `.xl65` for any element.
  private var styles: [String: PageStyle] = [:]

  /// True where there is none.
  var isEmpty: Bool { styles.isEmpty }

  /// What the classes and the style of an element say.
  func style(of element: String, _ attributes: HTMLAttributes) -> PageStyle {
    var style = PageStyle()
    if !styles.isEmpty, let classes = attributes["class"] {
      for name in classes.split(whereSeparator: \.isWhitespace) {
        if let known = styles[".\(name)"] { style.override(by: known) }
        if let known = styles["\(element).\(name)"] { style.override(by: known) }
      }
    }
    if let text = attributes["style"] { style.override(by: PageStyle(text[...])) }
    if attributes["hidden"] != nil { style.isHidden = true }
    return style
  }

  /// Adds the rules of a style sheet.
  mutating func add(_ sheet: String) {
    var rest = Self.uncommented(sheet)[...]
    while let open = rest.firstIndex(of: "{") {
      let selectors = rest[..<open].split(separator: ";").last ?? ""
      let body = rest[rest.index(after: open)...]
      if selectors.contains("@") {
        rest = Self.afterBlock(body)
        continue
      }
      let close = body.firstIndex(of: "}") ?? body.endIndex
      add(selectors, PageStyle(body[..<close]))
      rest = close < body.endIndex ? body[body.index(after: close)...] : ""
    }
  }

  private mutating func add(_ selectors: Substring, _ style: PageStyle) {
    guard !style.isEmpty else { return }
    for selector in selectors.split(separator: ",") {
      guard let last = selector.split(whereSeparator: \.isWhitespace).last,
        let dot = last.firstIndex(of: "."), !last.contains(where: { ":>+~[#".contains($0) })
      else { continue }
      let name = last[last.index(after: dot)...]
      guard !name.contains(".") else { continue }
      let key = "\(last[..<dot].lowercased()).\(name)"
      styles[key, default: PageStyle()].override(by: style)
    }
  }

  private static func uncommented(_ sheet: String) -> String {
    var output = ""
    var rest = sheet.replacing("<!--", with: " ").replacing("-->", with: " ")[...]
    while let open = rest.firstRange(of: "/*") {
      output += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
    }
    return output + rest
  }

  /// What follows a block whose opening brace was passed.
  private static func afterBlock(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return text[text.index(after: index)...] }
    }
    return ""
  }
}
