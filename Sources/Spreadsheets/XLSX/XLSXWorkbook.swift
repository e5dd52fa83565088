/// An Office Open XML workbook.
final class XLSXWorkbook: WorkbookReading {
  /// Sheets of at most so many bytes are unpacked once and held.
  private static let heldSize = 8 << 20

  private let archive: ZipArchive
  private let tabs: [XLSXTabs.Tab]
  private let texts: SharedTextTable

  let styles: [CellStyle]
  let beginsIn1904: Bool
  var sheets: [Sheet] { tabs.map(\.sheet) }

  /// Opens the workbook in an archive.
  ///
  /// - Throws: where there is none in it, or it is damaged.
  init(archive: ZipArchive, limits: SpreadsheetLimits) throws(SpreadsheetError) {
    self.archive = archive
    let package = try XLSXPackage(archive: archive)
    guard let main = try package.mainPart() else { throw SpreadsheetError(.foreign(.archive)) }
    if let foreign = Self.foreign(main, package) { throw SpreadsheetError(.foreign(foreign)) }
    let relationships = try package.relationships(of: main.name)
    let content = try XLSXTabs(main, of: package, relationships: relationships)
    tabs = content.tabs
    beginsIn1904 = content.beginsIn1904
    func part(_ kind: String) -> ZipArchive.Part? {
      relationships.first { $0.kind == kind }.flatMap { archive.part(named: $0.target) }
    }
    let styles = try part("styles").map { part throws(SpreadsheetError) in
      try XLSXStyles.read(part, of: archive)
    }
    self.styles = styles.flatMap { $0.isEmpty ? nil : $0 } ?? [CellStyle(format: .general)]
    if let shared = part("sharedStrings") {
      texts = try SharedTextTable(try XMLSource(shared, of: archive), limits: limits)
    } else {
      texts = SharedTextTable()
    }
  }

  func open(_ sheet: Int) throws(SpreadsheetError) -> any SheetReading {
    guard tabs.indices.contains(sheet) else { throw SpreadsheetError(.noSheets) }
    let tab = tabs[sheet]
    guard tab.isTable else { throw SpreadsheetError(.notATable(sheet: tab.sheet.name)) }
    guard let part = tab.part.flatMap({ archive.part(named: $0) }) else {
      throw SpreadsheetError(.missingPart(tab.part ?? tab.sheet.name), sheet: tab.sheet.name)
    }
    do {
      let source =
        part.size <= Self.heldSize
        ? XMLSource(bytes: try archive.bytes(of: part), name: part.name)
        : try XMLSource(part, of: archive)
      let merges = try SheetMerges.all(of: source)
      let content = SheetContent(part: part.name, texts: texts, styleCount: styles.count)
      return XLSXSheet(source, content: content, merges: merges)
    } catch {
      var error = error
      error.sheet = tab.sheet.name
      throw error
    }
  }

  /// What the archive holds where it is no workbook that can be read.
  private static func foreign(
    _ main: ZipArchive.Part, _ package: XLSXPackage
  ) -> SpreadsheetError.Foreign? {
    let type = package.contentType(of: XLSXPackage.resolve(main.name, from: ""))
    if type.contains("sheet.binary") || main.name.lowercased().hasSuffix(".bin") { return .xlsb }
    if type.contains("wordprocessingml") || type.contains("ms-word") { return .document }
    if type.contains("presentationml") || type.contains("powerpoint") { return .presentation }
    return nil
  }
}
