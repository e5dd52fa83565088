/// What Excel, and programs that imitate it, note in a page of the sheets that it came from.
struct WorksheetNames {
  /// A sheet.
  struct Entry: Equatable {
    /// Its name.
    var name: String
    /// True where it is hidden.
    var isHidden: Bool
    /// The page that holds it, where there is one page a sheet.
    var page: String?

    /// True where the page at `address` holds it.
    func isAt(_ address: String) -> Bool {
      page.map(WorksheetNames.file) == WorksheetNames.file(address)
    }
  }

  /// The sheets in the order of their tabs.
  var entries: [Entry] = []

  /// Looks for `<x:ExcelWorksheet>` in the first 256 KiB of a page.
  init(in page: [UInt8]) {
    let head = page.prefix(256 << 10)
    var place = head.startIndex
    while let open = head.place(of: "<x:excelworksheet>", from: place) {
      let end = head.place(of: "</x:excelworksheet>", from: open) ?? head.endIndex
      let sheet = head[open..<end]
      place = end
      guard let name = Self.content(of: "<x:name>", in: sheet) else { continue }
      let visible = Self.content(of: "<x:visible>", in: sheet) ?? ""
      entries.append(
        Entry(
          name: name, isHidden: visible.lowercased().contains("hidden"), page: Self.source(sheet)))
    }
  }

  private static func file(_ address: String) -> String {
    String(address.split(whereSeparator: { "/\\".contains($0) }).last ?? "").lowercased()
  }

  private static func content(of tag: StaticString, in sheet: ArraySlice<UInt8>) -> String? {
    guard let open = sheet.place(of: tag, from: sheet.startIndex) else { return nil }
    let text = sheet[(open + tag.utf8CodeUnitCount)...].prefix { $0 != UInt8(ascii: "<") }.trimmed
    return text.isEmpty ? nil : unescaped(String(decoding: text, as: UTF8.self))
  }

  private static func source(_ sheet: ArraySlice<UInt8>) -> String? {
    guard let open = sheet.place(of: "href=", from: sheet.startIndex) else { return nil }
    let value = sheet[(open + 5)...].drop { "'\"".utf8.contains($0) }
      .prefix { !"'\">".utf8.contains($0) }
    return String(decoding: value, as: UTF8.self)
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
