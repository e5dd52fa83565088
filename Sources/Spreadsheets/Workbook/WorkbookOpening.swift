/// Opens what a file holds by its content.
enum WorkbookOpening {
  /// The reader of a workbook and its format.
  static func open(
    _ file: WorkbookFile, limits: SpreadsheetLimits, onBytes: (UnsafeRawBufferPointer) -> Void
  ) throws(SpreadsheetError) -> (any WorkbookReading, Workbook.Format) {
    guard file.byteCount > 0 else { throw SpreadsheetError(.empty) }
    let prefix = try file.beginning(FileBeginning.length)
    let kind = FileBeginning(prefix)
    let isHeld = kind.map { $0 != .archive } ?? false
    guard !isHeld || file.byteCount <= limits.heldSize else {
      throw SpreadsheetError(.tooLarge(.heldSize, allowed: limits.heldSize, part: nil))
    }
    let bytes = try file.read(holding: isHeld ? file.byteCount : 0, onBytes)
    switch kind {
    case .archive:
      let archive = try ZipArchive(
        descriptor: file.descriptor, byteCount: file.byteCount, limits: limits)
      return try open(archive, limits: limits)
    case .records: return (try XLSWorkbook(bytes: bytes, limits: limits), .xls)
    case .page: return (try HTMLWorkbook(bytes: bytes, limits: limits), .html)
    case nil: throw SpreadsheetError(.foreign(.unknown))
    }
  }

  private static func open(
    _ archive: ZipArchive, limits: SpreadsheetLimits
  ) throws(SpreadsheetError) -> (any WorkbookReading, Workbook.Format) {
    guard let part = archive.part(named: "mimetype") else {
      return (try XLSXWorkbook(archive: archive, limits: limits), .xlsx)
    }
    let text = String(decoding: try archive.bytes(of: part, limit: 1 << 16), as: UTF8.self)
    let type = text.lowercased().split { $0.isWhitespace }.first ?? ""
    let open = "application/vnd.oasis.opendocument."
    if type.hasPrefix(open + "spreadsheet") {
      return (try ODSWorkbook(archive: archive, limits: limits), .ods)
    }
    if type.hasPrefix(open + "text") { throw SpreadsheetError(.foreign(.document)) }
    if type.hasPrefix(open + "presentation") { throw SpreadsheetError(.foreign(.presentation)) }
    return (try XLSXWorkbook(archive: archive, limits: limits), .xlsx)
  }
}
