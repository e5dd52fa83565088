/// Tables of a web page, as portals save them under the name of a workbook: plain HTML, or a page
/// saved as a single file (MHTML).
///
/// Each page is a sheet, with all its tables one below the other.
final class HTMLWorkbook: WorkbookReading {
  /// A page that is a sheet.
  private struct Page {
    var text: [UInt8]
    var outline: PageOutline
    var address = ""
  }

  private let pages: [Page]
  private let registry = StyleRegistry()
  private let limits: SpreadsheetLimits
  let sheets: [Sheet]
  let beginsIn1904 = false

  var styles: [CellStyle] { registry.styles }

  /// Finds the pages with tables.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limits: What is too large.
  /// - Throws: where no page has a table, or one can't be parsed.
  init(bytes: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetError) {
    guard bytes.count <= limits.heldSize else {
      throw SpreadsheetError(.tooLarge(.heldSize, allowed: limits.heldSize, part: nil))
    }
    self.limits = limits
    var pages: [Page] = []
    var names: [WorksheetNames.Entry] = []
    for part in Self.parts(bytes[...]) {
      let text = PageEncoding.decode(part.content[...], announced: part.encoding)
      let noted = WorksheetNames(in: text)
      if names.isEmpty { names = noted.entries }
      let outline = try PageOutline(of: text)
      guard !outline.tables.isEmpty else { continue }
      pages.append(Page(text: text, outline: outline, address: part.address))
    }
    guard !pages.isEmpty else { throw SpreadsheetError(.foreign(.pageWithoutTable)) }
    self.pages = pages
    sheets = Self.sheets(pages, names)
  }

  /// True where the file begins as a web page or a saved one does.
  static func recognises(_ start: [UInt8]) -> Bool {
    if WebArchive.recognises(start[...]) { return true }
    let text = PageEncoding.decode(start.prefix(4096), announced: nil)[...]
    let marks: [StaticString] = ["<!doctype html", "<html", "<body", "<table", "<tr"]
    let found = marks.filter { text.place(of: $0, from: 0) != nil }
    if text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") { return !found.isEmpty }
    return found.count > 1
  }

  func open(_ sheet: Int) throws(SpreadsheetError) -> any SheetReading {
    guard pages.indices.contains(sheet) else { throw SpreadsheetError(.noSheets) }
    return try HTMLSheet(
      pages[sheet].text, name: sheets[sheet].name, outline: pages[sheet].outline,
      registry: registry, limits: limits)
  }

  private static func parts(_ bytes: ArraySlice<UInt8>) -> [WebArchive.Part] {
    guard WebArchive.recognises(bytes) else { return [WebArchive.Part(content: Array(bytes))] }
    let parts = WebArchive.parts(bytes)
    let pages = parts.filter { ["text/html", "application/xhtml+xml"].contains($0.kind) }
    return pages.isEmpty ? parts.filter { $0.kind == "text/plain" } : pages
  }

  /// Names that Excel noted, else the titles; no name twice.
  private static func sheets(_ pages: [Page], _ names: [WorksheetNames.Entry]) -> [Sheet] {
    var sheets: [Sheet] = []
    var taken: Set<String> = []
    for page in pages {
      let entry =
        names.first { pages.count == 1 && names.count == 1 || $0.isAt(page.address) }
      let title = String(decoding: page.outline.title.bytes, as: UTF8.self)
      let base = entry?.name ?? (title.isEmpty ? "Halaman" : title)
      var name = base
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base) \(number)"
        number += 1
      }
      sheets.append(Sheet(name: name, visibility: entry?.isHidden == true ? .hidden : .visible))
    }
    return sheets
  }
}
