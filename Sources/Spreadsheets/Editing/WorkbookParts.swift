/// The parts of a workbook that are being changed.
struct WorkbookParts {
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private let original: [UInt8]
  private let archive: ZipArchive
  private let package: XLSXPackage
  private let tabs: [XLSXTabs.Tab]
  private let main: String
  private var changed: [String: [UInt8]] = [:]
  private var dropped: Set<String> = []
  /// The part with the styles; nil where there is none.
  let stylesPart: String?

  init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetError) {
    original = bytes
    archive = try ZipArchive(bytes: bytes, limits: limits)
    package = try XLSXPackage(archive: archive)
    guard let main = try package.mainPart() else { throw SpreadsheetError(.foreign(.archive)) }
    self.main = main.name
    let relationships = try package.relationships(of: main.name)
    tabs = try XLSXTabs(main, of: package, relationships: relationships).tabs
    stylesPart = relationships.first { $0.kind == "styles" }?.target
  }

  /// The part of a sheet; nil where there is none that is a table of cells.
  func part(ofSheet name: String) -> String? {
    tabs.first { $0.sheet.name == name && $0.isTable }?.part.flatMap {
      archive.part(named: $0)?.name
    }
  }

  /// The bytes of a part as they are now.
  func bytes(of name: String) throws(SpreadsheetError) -> [UInt8] {
    if let bytes = changed[known(name)] { return bytes }
    guard let part = archive.part(named: name) else {
      throw SpreadsheetError(.missingPart(name))
    }
    return try archive.bytes(of: part)
  }

  private func has(_ name: String) -> Bool {
    changed[known(name)] != nil || archive.part(named: name) != nil
  }

  /// Changes a part, or adds it.
  mutating func set(_ bytes: [UInt8], of name: String) { changed[known(name)] = bytes }

  /// A name as the archive has it: some write it with `\\` for `/`.
  private func known(_ name: String) -> String { archive.part(named: name)?.name ?? name }

  // MARK: comments

  /// Adds the comments of marked cells to a sheet.
  mutating func comment(_ edits: [CellEdit], onSheetPart sheet: String) throws(SpreadsheetError) {
    let comments = edits.compactMap { edit in
      edit.mark.map { CommentEditing.Comment(cell: edit.cell.uppercased(), text: $0.comment) }
    }
    guard !comments.isEmpty else { return }
    let own = try package.relationships(of: sheet)
    let known = own.first { $0.kind == "comments" }?.target
    let shown = CommentEditing.drawingID(of: try bytes(of: sheet))
    let drawing = own.first { $0.id == shown }?.target
    let taken = try known.map { name throws(SpreadsheetError) in
      CommentEditing.cells(of: try bytes(of: name))
    }
    let fresh = comments.filter { !(taken?.contains($0.cell) ?? false) }
    let number = try freeNumber()
    let commentsPart = known ?? "xl/comments\(number).xml"
    let drawingPart = drawing ?? "xl/drawings/vmlDrawing\(number).vml"
    set(
      CommentEditing.comments(
        comments, in: try known.map { name throws(SpreadsheetError) in try bytes(of: name) }),
      of: commentsPart)
    set(
      CommentEditing.drawing(
        fresh, in: try drawing.map { name throws(SpreadsheetError) in try bytes(of: name) }),
      of: drawingPart)
    if known == nil {
      try relate(sheet, to: "/" + commentsPart, "comments", id: "rIdCermat1")
      try declare(
        "<Override PartName=\"/\(commentsPart)\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>"
      )
    }
    guard drawing == nil else { return }
    try relate(sheet, to: "/" + drawingPart, "vmlDrawing", id: "rIdCermat2")
    if package.contentType(of: "a.vml").isEmpty {
      try declare(
        "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
      )
    }
    let now = try bytes(of: sheet)
    set(CommentEditing.drawingReference(id: "rIdCermat2", in: now).applied(to: now), of: sheet)
  }

  private func freeNumber() throws(SpreadsheetError) -> Int {
    var number = 1
    while has("xl/comments\(number).xml") || has("xl/drawings/vmlDrawing\(number).vml") {
      number += 1
    }
    return number
  }

  private mutating func relate(
    _ part: String, to target: String, _ kind: String, id: String
  ) throws(SpreadsheetError) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let own = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let name = "\(folder)_rels/\(own).rels"
    let relation =
      "<Relationship Id=\"\(id)\" Type=\"\(Self.relations)/\(kind)\" Target=\"\(target)\"/>"
    guard has(name) else {
      let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
      set(
        Array(
          ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"\(namespace)\">\(relation)</Relationships>").utf8), of: name)
      return
    }
    try insert(relation, beforeEndOf: "Relationships", in: name)
  }

  private mutating func declare(_ element: String) throws(SpreadsheetError) {
    try insert(element, beforeEndOf: "Types", in: "[Content_Types].xml")
  }

  private mutating func insert(
    _ text: String, beforeEndOf element: String, in name: String
  ) throws(SpreadsheetError) {
    let before = try bytes(of: name)
    var changes = PartChanges()
    var tags = XMLTags(before)
    while let tag = tags.next() {
      guard tag.localName == element, tag.isEnd || tag.isEmpty else { continue }
      if tag.isEmpty {
        let attributes = tag.attributes.map { " \($0.name)=\"\($0.value.quotedForXML)\"" }.joined()
        changes.replace(tag.range, by: "<\(tag.name)\(attributes)>\(text)</\(tag.name)>")
      } else {
        changes.insert(text, at: tag.range.lowerBound)
      }
      break
    }
    set(changes.applied(to: before), of: name)
  }

  // MARK: formulas

  /// Drops the order of calculation and has all formulas calculated when the workbook is opened.
  mutating func calculateAgain() throws(SpreadsheetError) {
    let chain = try package.relationships(of: main).first { $0.kind == "calcChain" }
    if let chain, archive.part(named: chain.target) != nil {
      dropped.insert(known(chain.target))
      let slash = main.lastIndex(of: "/")
      let folder = slash.map { String(main[...$0]) } ?? ""
      let own = slash.map { String(main[main.index(after: $0)...]) } ?? main
      try remove("Relationship", where: ("Id", chain.id), from: "\(folder)_rels/\(own).rels")
      try remove("Override", where: ("PartName", "/" + chain.target), from: "[Content_Types].xml")
    }
    let before = try bytes(of: main)
    var changes = PartChanges()
    var tags = XMLTags(before)
    // Where it is missing it stands behind the last of these (ECMA-376 part 1, 18.2.27).
    var place: (end: Int, prefix: String)?
    let earlier: Set<Substring> = [
      "sheets", "functionGroups", "externalReferences", "definedNames",
    ]
    var depth = 0
    while let tag = tags.next() {
      if tag.isEnd { depth -= 1 } else if !tag.isEmpty { depth += 1 }
      if tag.localName == "calcPr", !tag.isEnd {
        let attributes = tag.attributes.filter { $0.name != "fullCalcOnLoad" }
        let opening = (attributes + [("fullCalcOnLoad", "1")]).map {
          " \($0.name)=\"\($0.value.quotedForXML)\""
        }
        changes.replace(tag.range, by: "<\(tag.name)\(opening.joined())\(tag.isEmpty ? "/" : "")>")
        place = nil
        break
      }
      if depth == 1, tag.isEnd || tag.isEmpty, earlier.contains(tag.localName) {
        place = (tag.range.upperBound, tag.prefix)
      }
    }
    if let place { changes.insert("<\(place.prefix)calcPr fullCalcOnLoad=\"1\"/>", at: place.end) }
    if !changes.isEmpty { set(changes.applied(to: before), of: main) }
  }

  private mutating func remove(
    _ element: String, where attribute: (name: String, value: String), from name: String
  ) throws(SpreadsheetError) {
    let before = try bytes(of: name)
    var changes = PartChanges()
    var tags = XMLTags(before)
    while let tag = tags.next() {
      guard tag.localName == element, tag.isEmpty, tag[attribute.name] == attribute.value else {
        continue
      }
      changes.replace(tag.range, by: "")
    }
    set(changes.applied(to: before), of: name)
  }

  /// The archive with the changed parts; all others are copied as they are packed.
  func archived() throws(SpreadsheetError) -> [UInt8] {
    do throws(LibzipFile.Failure) {
      return try LibzipFile.rewritten(original, setting: changed, dropping: dropped)
    } catch {
      throw ZipArchive.translate(error, part: "")
    }
  }
}
