import Tabular

/// Adds comments to a sheet: its comments part, and the drawing that shows them.
struct CommentEditing {
  /// A comment at a cell.
  struct Comment {
    var cell: String
    var text: String
  }

  private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  /// Who the comments are by.
  private static let author = "Cermat"

  /// A comments part with `comments` in it: the one that was there with more, or a new one.
  static func comments(_ comments: [Comment], in part: [UInt8]?) -> [UInt8] {
    guard let part else {
      let all = comments.map { element($0, prefix: "", author: 0) }.joined()
      return Array(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<comments xmlns=\"\(namespace)\"><authors><author>\(author)</author></authors>"
          + "<commentList>\(all)</commentList></comments>").utf8)
    }
    var changes = PartChanges()
    var authors = 0
    let taken = cells(of: part)
    let new = comments.filter { !taken.contains($0.cell) }
    var open: String?
    var tags = XMLTags(part)
    while let tag = tags.next() {
      let p = tag.prefix
      let author = "<\(p)author>\(author)</\(p)author>"
      switch (tag.localName, tag.isEnd, tag.isEmpty) {
      case ("author", false, _): authors += 1
      case ("authors", false, true):
        changes.replace(tag.range, by: "<\(tag.name)>\(author)</\(tag.name)>")
      case ("authors", true, _): changes.insert(author, at: tag.range.lowerBound)
      case ("comment", false, _): open = tag["ref"]
      case ("text", true, _):
        // A cell that has a comment keeps it, and ours stands behind it.
        guard let own = comments.first(where: { $0.cell == open }) else { continue }
        changes.insert(
          "<\(p)r><\(p)t xml:space=\"preserve\">\n\(own.text.escapedForXML)</\(p)t></\(p)r>",
          at: tag.range.lowerBound)
      case ("commentList", false, true), ("commentList", true, _):
        let all = new.map { element($0, prefix: p, author: authors) }.joined()
        if tag.isEmpty {
          changes.replace(tag.range, by: "<\(tag.name)>\(all)</\(tag.name)>")
        } else {
          changes.insert(all, at: tag.range.lowerBound)
        }
      default: continue
      }
    }
    return changes.applied(to: part)
  }

  /// The cells that have comments in a comments part.
  static func cells(of part: [UInt8]) -> Set<String> {
    var cells: Set<String> = []
    var tags = XMLTags(part)
    while let tag = tags.next() {
      if tag.localName == "comment", !tag.isEnd, let cell = tag["ref"] { cells.insert(cell) }
    }
    return cells
  }

  /// The id of the drawing that shows the comments of a sheet; nil where it has none.
  static func drawingID(of sheet: [UInt8]) -> String? {
    var tags = XMLTags(sheet)
    while let tag = tags.next() {
      guard tag.localName == "legacyDrawing", !tag.isEnd else { continue }
      return tag.attributes.first { $0.name == "id" || $0.name.hasSuffix(":id") }?.value
    }
    return nil
  }

  private static func element(_ comment: Comment, prefix p: String, author: Int) -> String {
    "<\(p)comment ref=\"\(comment.cell)\" authorId=\"\(author)\"><\(p)text><\(p)t xml:space=\"preserve\">"
      + comment.text.escapedForXML + "</\(p)t></\(p)text></\(p)comment>"
  }

  /// A drawing part with the boxes of `comments`: the one that was there with more, or a new one.
  static func drawing(_ comments: [Comment], in part: [UInt8]?) -> [UInt8] {
    let shapes = comments.enumerated().map { shape($1, number: $0) }.joined()
    guard let part else {
      return Array(
        ("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
          + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
          + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
          + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
          + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
          + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
          + shapes + "</xml>").utf8)
    }
    var tags = XMLTags(part)
    while let tag = tags.next() {
      guard tag.isEnd, tag.name == "xml" else { continue }
      var changes = PartChanges()
      changes.insert(shapes, at: tag.range.lowerBound)
      return changes.applied(to: part)
    }
    return part
  }

  private static func shape(_ comment: Comment, number: Int) -> String {
    let (row, column) = (
      SheetAddress.row(of: comment.cell) - 1, SheetAddress.column(of: comment.cell)
    )
    return "<v:shape id=\"_x0000_s\(20_001 + number)\" type=\"#_x0000_t202\""
      + " style=\"position:absolute;margin-left:80pt;margin-top:2pt;width:260pt;height:120pt;"
      + "z-index:\(number + 1);visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
      + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
      + "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
      + "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\">"
      + "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(column + 1), 15, \(max(0, row - 1)), 10,"
      + " \(column + 5), 31, \(row + 7), 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
      + "<x:Row>\(row)</x:Row><x:Column>\(column)</x:Column></x:ClientData></v:shape>"
  }

  /// Where the reference to the drawing of comments stands in a sheet: before what must follow it
  /// (ECMA-376 part 1, 18.3.1.99).
  static func drawingReference(id: String, in sheet: [UInt8]) -> PartChanges {
    let followers: Set<Substring> = [
      "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
      "tableParts", "extLst",
    ]
    var changes = PartChanges()
    var tags = XMLTags(sheet)
    var depth = 0
    while let tag = tags.next() {
      let isTop = depth == 1
      if tag.isEnd { depth -= 1 } else if !tag.isEmpty { depth += 1 }
      let ends = tag.isEnd && tag.localName == "worksheet"
      guard ends || (isTop && !tag.isEnd && followers.contains(tag.localName)) else { continue }
      let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      changes.insert(
        "<\(tag.prefix)legacyDrawing xmlns:r=\"\(relations)\" r:id=\"\(id)\"/>",
        at: tag.range.lowerBound)
      return changes
    }
    return changes
  }
}
