/// A workbook in the OpenDocument format (ODF 1.3, part 3).
final class ODSWorkbook: WorkbookReading {
  private static let kind = "application/vnd.oasis.opendocument."

  private let archive: ZipArchive
  private let content: ZipArchive.Part
  private let limits: SpreadsheetLimits
  private let styleTable: ODSStyleTable
  let sheets: [Sheet]
  let beginsIn1904 = false

  var styles: [CellStyle] { styleTable.styles }

  /// Reads the styles and the names of the sheets.
  ///
  /// - Parameters:
  ///   - archive: The file.
  ///   - limits: What is too large.
  /// - Throws: where it is encrypted, another kind of document, or damaged.
  init(archive: ZipArchive, limits: SpreadsheetLimits) throws(SpreadsheetError) {
    (self.archive, self.limits) = (archive, limits)
    try Self.checkKind(archive)
    guard let content = archive.part(named: "content.xml") else {
      throw SpreadsheetError(.missingPart("content.xml"))
    }
    self.content = content
    var declarations = ODSStyleReading()
    if let part = archive.part(named: "styles.xml") {
      let reading = XMLReading(try XMLSource(part, of: archive), listener: declarations)
      try reading.finish()
      declarations = reading.listener
    }
    let reading = XMLReading(try XMLSource(content, of: archive), listener: declarations)
    while !reading.listener.isAtBody, try reading.advance() {}
    let (styleTable, styles) = (ODSStyleTable(reading.listener), reading.listener)
    self.styleTable = styleTable
    let source: XMLSource
    if let skeleton = try ODSSkeleton.read(XMLSource(content, of: archive)) {
      source = XMLSource(bytes: skeleton, name: content.name)
    } else {
      source = try XMLSource(content, of: archive)
    }
    let names = XMLReading(source, listener: ODSSheetNames(hidden: styles.hiddenTables))
    try names.finish()
    guard !names.listener.sheets.isEmpty else {
      let other = names.listener.isSpreadsheet
      throw SpreadsheetError(other ? .noSheets : .foreign(.archive))
    }
    sheets = names.listener.sheets
  }

  func open(_ sheet: Int) throws(SpreadsheetError) -> any SheetReading {
    guard sheets.indices.contains(sheet) else { throw SpreadsheetError(.noSheets) }
    let rows = ODSRows(sheet: sheet, styles: styleTable, limits: limits)
    let source = try XMLSource(content, of: archive)
    return ODSSheet(XMLReading(source, listener: rows), name: sheets[sheet].name)
  }

  /// A part of the manifest says that parts are encrypted, and one of the archive of what kind the
  /// document is; either may be missing.
  private static func checkKind(_ archive: ZipArchive) throws(SpreadsheetError) {
    if let part = archive.part(named: "META-INF/manifest.xml") {
      let manifest = try archive.bytes(of: part)[...]
      if manifest.place(of: "encryption-data", from: 0) != nil {
        throw SpreadsheetError(.passwordProtected)
      }
    }
    guard let part = archive.part(named: "mimetype") else { return }
    let told = String(decoding: try archive.bytes(of: part).prefix(200)[...].trimmed, as: UTF8.self)
    guard told.hasPrefix(kind), !told.hasPrefix(kind + "spreadsheet") else { return }
    let isDocument = told.hasPrefix(kind + "text")
    let isPresentation = told.hasPrefix(kind + "presentation")
    throw SpreadsheetError(
      .foreign(isDocument ? .document : isPresentation ? .presentation : .archive))
  }
}
