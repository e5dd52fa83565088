/// A workbook of Excel 5 to 2003: a stream of BIFF5 or BIFF8 records ([MS-XLS]), mostly in a
/// compound file.
final class XLSWorkbook: WorkbookReading {
  /// All records.
  let stream: [UInt8]
  /// Where the stream breaks off, if it does.
  let fault: SectorChain.Fault?
  /// What all sheets share.
  let globals: WorkbookGlobals
  /// What formulas refer to.
  let links: WorkbookLinks
  private let limits: SpreadsheetLimits

  var sheets: [Sheet] { globals.tabs.map(\.sheet) }
  var styles: [CellStyle] { globals.styles }
  var beginsIn1904: Bool { globals.beginsIn1904 }

  /// Whether a file begins as a compound file or as a workbook without one around it.
  static func begins(_ bytes: [UInt8]) -> Bool {
    CompoundFile.begins(bytes) || Beginning.begins(bytes)
  }

  /// Opens a workbook from the bytes of its file.
  ///
  /// - Throws: where it is another kind of compound file, encrypted, cut off or damaged.
  init(
    bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(SpreadsheetError) {
    let allowed = min(limits.heldSize, Int(UInt32.max))
    guard bytes.count <= allowed else {
      throw SpreadsheetError(.tooLarge(.heldSize, allowed: allowed, part: nil))
    }
    guard !bytes.isEmpty else { throw SpreadsheetError(.empty) }
    self.limits = limits
    let found = try Self.recordStream(bytes)
    stream = found.bytes
    fault = found.fault
    do throws(SpreadsheetError) {
      globals = try WorkbookGlobals(found.bytes, limits: limits)
    } catch {
      guard error.reason == .truncated, let fault = found.fault else { throw error }
      throw SpreadsheetError(CompoundFile.reason(fault))
    }
    var links = LinkRecords(globals)
    links.read(found.bytes)
    self.links = links.links
  }

  func open(_ sheet: Int) throws(SpreadsheetError) -> any SheetReading {
    guard globals.tabs.indices.contains(sheet) else { throw SpreadsheetError(.noSheets) }
    let tab = globals.tabs[sheet]
    guard tab.isTable else { throw SpreadsheetError(.notATable(sheet: tab.sheet.name)) }
    do throws(SpreadsheetError) {
      let index = try SheetIndex(stream, at: try offset(of: sheet), limits: limits)
      return XLSSheet(self, name: tab.sheet.name, index: index)
    } catch {
      var error = error
      error.sheet = tab.sheet.name
      throw error
    }
  }

  /// Where a sheet begins: where the workbook says, or else the sheet of that number in the stream.
  private func offset(of sheet: Int) throws(SpreadsheetError) -> Int {
    let told = globals.tabs[sheet].offset
    if Self.beginsPart(stream, at: told) { return told }
    if told >= stream.count { throw SpreadsheetError(fault.map(CompoundFile.reason) ?? .truncated) }
    var starts: [Int] = []
    var depth = 0
    for record in RecordSequence(stream, from: 0) {
      if record.kind == RecordKind.begin {
        if depth == 0 { starts.append(record.offset) }
        depth += 1
      } else if record.kind == RecordKind.end {
        depth -= 1
      }
    }
    guard starts.count == globals.tabs.count + 1 else {
      throw SpreadsheetError(
        .damaged(part: "Workbook", detail: "no sheet begins at offset \(told)"))
    }
    return starts[sheet + 1]
  }

  private static func beginsPart(_ stream: [UInt8], at offset: Int) -> Bool {
    var records = RecordSequence(stream, from: offset)
    return records.next().flatMap(Beginning.init) != nil
  }

  private static func recordStream(_ bytes: [UInt8]) throws(SpreadsheetError) -> CompoundFile.Stream
  {
    guard CompoundFile.begins(bytes) else {
      if Beginning.isReadable(bytes) { return CompoundFile.Stream(bytes: bytes, fault: nil) }
      throw SpreadsheetError(.foreign(Beginning.isOld(bytes) ? .oldExcel : .unknown))
    }
    let file = try CompoundFile(bytes: bytes)
    if file.contains("EncryptedPackage") { throw SpreadsheetError(.passwordProtected) }
    let streams = ["Workbook", "Book"].compactMap(file.stream)
    if let readable = streams.first(where: { Beginning.isReadable($0.bytes) }) { return readable }
    if streams.contains(where: { Beginning.isOld($0.bytes) }) {
      throw SpreadsheetError(.foreign(.oldExcel))
    }
    if let stream = streams.first {
      throw SpreadsheetError(
        stream.fault.map(CompoundFile.reason)
          ?? .damaged(part: "Workbook", detail: "does not begin with BOF"))
    }
    if file.contains("WordDocument") { throw SpreadsheetError(.foreign(.document)) }
    if file.contains("PowerPoint Document") { throw SpreadsheetError(.foreign(.presentation)) }
    throw SpreadsheetError(.foreign(.compoundFile))
  }
}
