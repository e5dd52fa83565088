/// A sheet as the workbook lists it.
struct WorkbookTab {
  /// Its name and whether it is shown.
  var sheet: Sheet
  /// Where it begins in the stream.
  var offset: Int
  /// Whether it holds cells: no chart, macro sheet or module of programs.
  var isTable: Bool
}

/// What all sheets of a workbook share.
struct WorkbookGlobals {
  /// How the records are laid out.
  let version: BIFFVersion
  /// How texts of BIFF5 are read.
  let codePage: CodePage
  /// True where day 0 is 1 January 1904.
  private(set) var beginsIn1904 = false
  /// The sheets.
  private(set) var tabs: [WorkbookTab] = []
  /// The styles of cells; at least one.
  private(set) var styles: [CellStyle] = []
  /// The texts that cells share.
  private(set) var sharedTexts = SharedTexts()
  private var formats: [Int: String] = [:]
  private var styleFormats: [(format: Int, indent: UInt8)] = []

  /// Reads the globals at the beginning of a stream, or what a stream of a single sheet lacks.
  ///
  /// - Throws: where the workbook is encrypted, the stream ends before the globals do, or they are
  ///   larger than the limits.
  init(_ stream: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetError) {
    var records = RecordSequence(stream, from: 0)
    guard let first = records.next(), let beginning = Beginning(first) else {
      throw SpreadsheetError(.damaged(part: "Workbook", detail: "does not begin with BOF"))
    }
    version = beginning.version
    codePage = try Self.codePage(after: records)
    if beginning.part == .globals {
      try read(&records, limits: limits)
    } else {
      tabs = [
        WorkbookTab(sheet: Sheet(name: "Sheet1"), offset: 0, isTable: beginning.part == .sheet)
      ]
    }
    settleStyles()
  }

  /// A text that begins with its length in one byte.
  func shortText(_ body: ArraySlice<UInt8>, at offset: Int) -> String? {
    guard let count = body.uint8(at: offset) else { return nil }
    return text(body, at: offset + 1, count: Int(count))
  }

  /// A text of that many characters.
  func text(_ body: ArraySlice<UInt8>, at offset: Int, count: Int) -> String? {
    switch version {
    case .five:
      let text = body.from(offset).prefix(count)
      return text.count == count ? codePage.string(text) : nil
    case .eight:
      var bytes: [UInt8] = []
      var source = ContinuedBytes(body, from: offset)
      guard source.text(count, to: &bytes) else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func codePage(after start: RecordSequence) throws(SpreadsheetError) -> CodePage {
    for record in start {
      switch record.kind {
      case RecordKind.filePass: throw SpreadsheetError(.passwordProtected)
      case RecordKind.codePage: return CodePage(record.body.uint16(at: 0).map(Int.init))
      case RecordKind.begin, RecordKind.end: return CodePage(nil)
      default: break
      }
    }
    return CodePage(nil)
  }

  private mutating func read(
    _ records: inout RecordSequence, limits: SpreadsheetLimits
  ) throws(SpreadsheetError) {
    while let record = records.next() {
      switch record.kind {
      // A sheet that begins before the globals end tells as much.
      case RecordKind.end, RecordKind.begin: return
      case RecordKind.filePass: throw SpreadsheetError(.passwordProtected)
      case RecordKind.sharedStrings:
        sharedTexts = try SharedTexts(
          record.body, continued: records.continuations(), limit: limits.sharedTextSize)
      case RecordKind.boundSheet: tabs.append(try tab(record.body))
      default: note(record)
      }
    }
    throw SpreadsheetError(.truncated)
  }

  private mutating func note(_ record: BIFFRecord) {
    let body = record.body
    switch record.kind {
    case RecordKind.dateMode: beginsIn1904 = body.uint16(at: 0) == 1
    case RecordKind.format:
      guard let number = body.uint16(at: 0) else { break }
      switch version {
      case .five: formats[Int(number)] = shortText(body, at: 2)
      case .eight:
        formats[Int(number)] = body.uint16(at: 2).flatMap { text(body, at: 4, count: Int($0)) }
      }
    case RecordKind.extendedFormat:
      let indent = version == .eight ? (body.uint8(at: 8) ?? 0) & 0x0F : 0
      styleFormats.append((Int(body.uint16(at: 2) ?? 0), indent))
    default: break
    }
  }

  private func tab(_ body: ArraySlice<UInt8>) throws(SpreadsheetError) -> WorkbookTab {
    guard let offset = body.uint32(at: 0), let state = body.uint8(at: 4),
      let kind = body.uint8(at: 5), let name = shortText(body, at: 6)
    else {
      throw SpreadsheetError(.damaged(part: "Workbook", detail: "list of sheets cut off"))
    }
    let visibility: Sheet.Visibility =
      switch state & 0x03 {
      case 1: .hidden
      case 2: .veryHidden
      default: .visible
      }
    return WorkbookTab(
      sheet: Sheet(name: name, visibility: visibility), offset: Int(offset), isTable: kind == 0)
  }

  private mutating func settleStyles() {
    styles = styleFormats.map { style in
      let code = formats[style.format] ?? BuiltInFormats.code(style.format)
      return CellStyle(
        format: code.map(NumberFormat.init(code:)) ?? .general, indent: style.indent)
    }
    if styles.isEmpty { styles = [CellStyle(format: .general)] }
  }
}
