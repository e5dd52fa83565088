/// The parts of an Office Open XML package and how they refer to each other (ECMA-376 part 2).
struct XLSXPackage {
  /// A reference from one part to another.
  struct Relationship {
    var id: String
    /// The last word of its type, as `worksheet`.
    var kind: String
    /// The name of the part it leads to.
    var target: String
  }

  /// The archive.
  let archive: ZipArchive
  private var defaults: [String: String] = [:]
  private var overrides: [String: String] = [:]

  /// Reads the content types of an archive, where it tells them.
  init(archive: ZipArchive) throws(SpreadsheetError) {
    self.archive = archive
    guard let part = archive.part(named: "[Content_Types].xml") else { return }
    for element in try PartElements.all(of: part, in: archive) {
      guard let type = element.attributes["ContentType"] else { continue }
      if element.name == "Default", let ending = element.attributes["Extension"] {
        defaults[ending.lowercased()] = type.lowercased()
      } else if element.name == "Override", let name = element.attributes["PartName"] {
        overrides[Self.resolve(name, from: "").lowercased()] = type.lowercased()
      }
    }
  }

  /// The content type of a part in small letters, empty where none is told.
  func contentType(of name: String) -> String {
    let name = name.lowercased()
    if let type = overrides[name] { return type }
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return defaults[String(name[name.index(after: dot)...])] ?? ""
  }

  /// What a part refers to; the package itself where `name` is empty.
  func relationships(of name: String) throws(SpreadsheetError) -> [Relationship] {
    let name = Self.resolve(name, from: "")
    let slash = name.lastIndex(of: "/")
    let folder = slash.map { String(name[...$0]) } ?? ""
    let own = slash.map { String(name[name.index(after: $0)...]) } ?? name
    guard let part = archive.part(named: "\(folder)_rels/\(own).rels") else { return [] }
    return try PartElements.all(of: part, in: archive).compactMap { element in
      guard element.name == "Relationship", element.attributes["TargetMode"] != "External",
        let id = element.attributes["Id"], let type = element.attributes["Type"],
        let target = element.attributes["Target"]
      else { return nil }
      let kind = type.split(separator: "/").last.map(String.init) ?? type
      return Relationship(id: id, kind: kind, target: Self.resolve(target, from: folder))
    }
  }

  /// The part that is the document itself: where the package says so, else by its content type or
  /// its usual name.
  func mainPart() throws(SpreadsheetError) -> ZipArchive.Part? {
    let told = try relationships(of: "").first { $0.kind == "officeDocument" }
    if let part = told.flatMap({ archive.part(named: $0.target) }) { return part }
    let typed = archive.parts.first { part in
      let type = contentType(of: Self.resolve(part.name, from: ""))
      return type.contains("officedocument") && type.hasSuffix("main+xml")
        || type.hasSuffix("sheet.main")
    }
    return typed ?? archive.part(named: "xl/workbook.xml") ?? archive.part(named: "xl/workbook.bin")
  }

  /// The name of the part that `target` leads to from a part in `folder`.
  static func resolve(_ target: String, from folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
