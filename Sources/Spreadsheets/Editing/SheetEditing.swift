import Tabular

/// Changes cells in the XML of one sheet, byte by byte as it was elsewhere.
struct SheetEditing {
  /// A cell element, or the place where it would stand.
  private struct Place {
    /// From `<c` to behind its end; empty where the cell is not there.
    var range: Range<Int>
    var prefix = ""
    var attributes: [(name: String, value: String)] = []
    /// The tags within.
    var inner: [XMLTag] = []
    /// The row's own element where it has to be opened: `<row r="3"/>`.
    var emptyRow: XMLTag?
    var isThere = false
  }

  private let bytes: [UInt8]
  private(set) var changes = PartChanges()
  private(set) var refused: [RefusedEdit] = []
  private(set) var lostFormulas: [String] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Makes the changes; `style` gives the number of the style of a marked cell for that of the cell
  /// as it was.
  mutating func apply(_ edits: [CellEdit], style: (Int, CellEdit.Mark) -> Int) {
    var places = places(of: Set(edits.map { $0.cell.uppercased() }))
    for edit in edits.sorted(by: { SheetAddress.isBefore($0.cell, $1.cell) }) {
      guard let place = places.removeValue(forKey: edit.cell.uppercased()) else {
        refused.append(RefusedEdit(edit: edit, reason: .noCell))
        continue
      }
      apply(edit, at: place, style)
    }
  }

  private mutating func apply(
    _ edit: CellEdit, at place: Place, _ style: (Int, CellEdit.Mark) -> Int
  ) {
    let formula = place.inner.first { $0.localName == "f" && !$0.isEnd }
    if edit.value != nil, let formula {
      if formula["t"] == "shared" && formula["ref"] != nil || formula["t"] == "array" {
        refused.append(RefusedEdit(edit: edit, reason: .sharedFormula))
        return
      }
      lostFormulas.append("\(edit.sheet)!\(edit.cell)")
    }
    var attributes = place.attributes.filter { edit.value == nil || $0.name != "t" }
    if !place.isThere { attributes = [("r", edit.cell.uppercased())] }
    if let mark = edit.mark {
      let own = attributes.first { $0.name == "s" }.flatMap { Int($0.value) } ?? 0
      attributes.removeAll { $0.name == "s" }
      attributes.append(("s", String(style(own, mark))))
    }
    var content = ""
    let kind = place.attributes.first { $0.name == "t" }?.value ?? "n"
    let value: CellEdit.Value? =
      if case .figure(let number, let text)? = edit.value {
        kind == "n" && place.isThere ? .number(number) : .text(text)
      } else {
        edit.value
      }
    switch value {
    case .number(let number): content = "<\(place.prefix)v>\(number)</\(place.prefix)v>"
    case .text(let text):
      attributes.append(("t", "inlineStr"))
      let p = place.prefix
      content = "<\(p)is><\(p)t xml:space=\"preserve\">\(text.escapedForXML)</\(p)t></\(p)is>"
    case .figure, nil: content = self.content(of: place)
    }
    let opening = attributes.map { " \($0.name)=\"\($0.value.quotedForXML)\"" }.joined()
    let name = place.prefix + "c"
    let cell = content.isEmpty ? "<\(name)\(opening)/>" : "<\(name)\(opening)>\(content)</\(name)>"
    guard let row = place.emptyRow else { return changes.replace(place.range, by: cell) }
    let attributesOfRow = row.attributes.map { " \($0.name)=\"\($0.value.quotedForXML)\"" }.joined()
    changes.replace(place.range, by: "<\(row.name)\(attributesOfRow)>\(cell)</\(row.name)>")
  }

  private func content(of place: Place) -> String {
    guard place.isThere, let first = place.inner.first, let last = place.inner.last else {
      return ""
    }
    return String(decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
  }

  // MARK: places

  /// Where the cells of that address stand, or would.
  private mutating func places(of wanted: Set<String>) -> [String: Place] {
    var places: [String: Place] = [:]
    let rows = Dictionary(grouping: wanted, by: SheetAddress.row(of:))
    var tags = XMLTags(bytes)
    var row = 0
    var column = 0
    while let tag = tags.next() {
      switch (tag.localName, tag.isEnd) {
      case ("row", false):
        row = tag["r"].flatMap { Int($0) } ?? row + 1
        column = 0
        guard tag.isEmpty else { continue }
        for cell in rows[row] ?? [] {
          places[cell] = Place(range: tag.range, prefix: tag.prefix, emptyRow: tag)
        }
      case ("row", true):
        for cell in rows[row] ?? [] where places[cell] == nil {
          let place = tag.range.lowerBound
          places[cell] = Place(range: place..<place, prefix: tag.prefix)
        }
      case ("c", false):
        let address = tag["r"]?.uppercased() ?? SheetAddress.name(column: column, row: row)
        column = SheetAddress.column(of: address) + 1
        for cell in rows[row] ?? []
        where places[cell] == nil && cell != address && SheetAddress.isBefore(cell, address) {
          let place = tag.range.lowerBound
          places[cell] = Place(range: place..<place, prefix: tag.prefix)
        }
        let place = element(tag, &tags)
        if wanted.contains(address) { places[address] = place }
      default: continue
      }
    }
    return places
  }

  private func element(_ tag: XMLTag, _ tags: inout XMLTags) -> Place {
    var place = Place(range: tag.range, prefix: tag.prefix, attributes: tag.attributes)
    place.isThere = true
    guard !tag.isEmpty else { return place }
    while let inner = tags.next() {
      if inner.isEnd, inner.name == tag.name {
        place.range = tag.range.lowerBound..<inner.range.upperBound
        return place
      }
      place.inner.append(inner)
    }
    return place
  }
}
