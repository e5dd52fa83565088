/// Adds filled twins of cell styles to the styles of a workbook.
struct StyleEditing {
  private let bytes: [UInt8]
  private var formats: [Range<Int>] = []
  private var fillCount = 0
  private var fillsEnd: (tag: XMLTag, opening: XMLTag)?
  private var formatsEnd: (tag: XMLTag, opening: XMLTag)?
  private var fills: [String] = []
  private var added: [(format: Int, fill: Int)] = []

  /// Reads the styles; nil where they lack fills or formats.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    var tags = XMLTags(bytes)
    var open: [XMLTag] = []
    while let tag = tags.next() {
      let parent = open.last
      if tag.isEnd {
        if tag.localName == "fills", let opening = parent { fillsEnd = (tag, opening) }
        if tag.localName == "cellXfs", let opening = parent { formatsEnd = (tag, opening) }
        if tag.localName == "xf", open.dropLast().last?.localName == "cellXfs", let opening = parent
        {
          formats.append(opening.range.lowerBound..<tag.range.upperBound)
        }
        if !open.isEmpty { open.removeLast() }
        continue
      }
      if tag.localName == "fill", parent?.localName == "fills" { fillCount += 1 }
      if tag.isEmpty {
        if tag.localName == "xf", parent?.localName == "cellXfs" { formats.append(tag.range) }
      } else {
        open.append(tag)
      }
    }
    guard fillsEnd != nil, formatsEnd != nil, !formats.isEmpty else { return nil }
  }

  /// The number of the style that is like `style`, filled with a colour as `FFC7CE`.
  mutating func filled(_ style: Int, color: String) -> Int {
    let style = formats.indices.contains(style) ? style : 0
    let fill: Int
    if let known = fills.firstIndex(of: color) {
      fill = known
    } else {
      fill = fills.count
      fills.append(color)
    }
    if let known = added.firstIndex(where: { $0 == (style, fill) }) { return formats.count + known }
    added.append((style, fill))
    return formats.count + added.count - 1
  }

  /// The styles with what was added.
  var edited: [UInt8] {
    guard !added.isEmpty, let fillsEnd, let formatsEnd else { return bytes }
    var changes = PartChanges()
    let prefix = fillsEnd.tag.prefix
    let newFills = fills.map { color in
      "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\"><\(prefix)fgColor rgb=\"FF\(color)\"/>"
        + "<\(prefix)bgColor indexed=\"64\"/></\(prefix)patternFill></\(prefix)fill>"
    }
    changes.insert(newFills.joined(), at: fillsEnd.tag.range.lowerBound)
    let newFormats = added.map { format($0.format, fill: fillCount + $0.fill) }
    changes.insert(newFormats.joined(), at: formatsEnd.tag.range.lowerBound)
    count(fillsEnd.opening, fillCount + fills.count, &changes)
    count(formatsEnd.opening, formats.count + added.count, &changes)
    return changes.applied(to: bytes)
  }

  private func count(_ tag: XMLTag, _ count: Int, _ changes: inout PartChanges) {
    let attributes = tag.attributes.map { attribute in
      " \(attribute.name)=\"\(attribute.name == "count" ? String(count) : attribute.value)\""
    }
    changes.replace(tag.range, by: "<\(tag.name)\(attributes.joined())>")
  }

  /// A format with another fill, all else as it was.
  private func format(_ number: Int, fill: Int) -> String {
    let range = formats[number]
    var tags = XMLTags(bytes, from: range.lowerBound)
    guard let tag = tags.next() else { return "" }
    var attributes = tag.attributes.filter { $0.name != "fillId" && $0.name != "applyFill" }
    attributes += [("fillId", String(fill)), ("applyFill", "1")]
    let opening = attributes.map { " \($0.name)=\"\($0.value.quotedForXML)\"" }.joined()
    guard !tag.isEmpty else { return "<\(tag.name)\(opening)/>" }
    let rest = String(decoding: bytes[tag.range.upperBound..<range.upperBound], as: UTF8.self)
    return "<\(tag.name)\(opening)>\(rest)"
  }
}
