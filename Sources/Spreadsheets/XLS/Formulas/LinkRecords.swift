/// Reads the records that tell what formulas refer to.
struct LinkRecords {
  /// What was read so far.
  private(set) var links = WorkbookLinks()
  private let globals: WorkbookGlobals

  /// Starts with the sheets of the workbook.
  init(_ globals: WorkbookGlobals) {
    self.globals = globals
    links.ownSheets = globals.tabs.map(\.sheet.name)
  }

  /// Takes in all of the globals at the beginning of a stream.
  mutating func read(_ stream: [UInt8]) {
    var records = RecordSequence(stream, from: 0)
    guard let first = records.next(), Beginning(first)?.part == .globals else { return }
    while let record = records.next() {
      switch record.kind {
      case RecordKind.begin, RecordKind.end: return
      case RecordKind.name: links.names.append(name(record.body) ?? "#NAME?")
      case RecordKind.supBook: links.books.append(book(record.body, &records))
      case RecordKind.externName:
        guard !links.books.isEmpty else { break }
        let name = globals.shortText(record.body, at: 6) ?? "#NAME?"
        links.books[links.books.count - 1].names.append(name)
      case RecordKind.externSheet:
        switch globals.version {
        case .eight: readSheetRanges(record.body, records.continuations())
        case .five: links.books.append(oldBook(record.body))
        }
      default: break
      }
    }
  }

  /// A name that the workbook defines; those of fixed meaning have a number instead.
  private func name(_ body: ArraySlice<UInt8>) -> String? {
    guard let options = body.uint16(at: 0), let count = body.uint8(at: 3),
      let name = globals.text(body, at: 14, count: Int(count))
    else { return nil }
    guard options & 0x20 != 0, let code = name.unicodeScalars.first else { return name }
    return Self.fixedNames.indices.contains(Int(code.value))
      ? "_xlnm." + Self.fixedNames[Int(code.value)] : name
  }

  /// The names of fixed meaning, by their numbers.
  private static let fixedNames = [
    "Consolidate_Area", "Auto_Open", "Auto_Close", "Extract", "Database", "Criteria", "Print_Area",
    "Print_Titles", "Recorder", "Data_Form", "Auto_Activate", "Auto_Deactivate", "Sheet_Title",
    "_FilterDatabase",
  ]

  private func book(
    _ body: ArraySlice<UInt8>, _ records: inout RecordSequence
  ) -> WorkbookLinks.Book {
    guard let count = body.uint16(at: 0), let length = body.uint16(at: 2) else {
      return WorkbookLinks.Book(kind: .unknown)
    }
    if body.count == 4 {
      return WorkbookLinks.Book(
        kind: length == 0x0401 ? .own : length == 0x3A01 ? .addIn : .unknown)
    }
    var source = ContinuedBytes(body, from: 4, continued: records.continuations())
    guard let path = Self.text(Int(length), &source) else {
      return WorkbookLinks.Book(kind: .unknown)
    }
    var sheets: [String] = []
    while sheets.count < Int(count), let length = source.uint16(),
      let name = Self.text(Int(length), &source)
    {
      sheets.append(name)
    }
    guard let place = Self.path(path) else { return WorkbookLinks.Book(kind: .unknown) }
    return WorkbookLinks.Book(kind: .other("\(place.folder)[\(place.file)]"), sheets: sheets)
  }

  /// A sheet elsewhere as BIFF5 names it.
  private func oldBook(_ body: ArraySlice<UInt8>) -> WorkbookLinks.Book {
    guard let count = body.uint8(at: 0), let mark = body.uint8(at: 1) else {
      return WorkbookLinks.Book(kind: .unknown)
    }
    switch mark {
    case 0x01:
      let text = globals.codePage.string(body.from(2).prefix(Int(count)))
      guard let path = Self.path("\u{1}" + text) else { break }
      return WorkbookLinks.Book(kind: .other(path.folder + path.file))
    case 0x02: return WorkbookLinks.Book(kind: .own)
    case 0x03:
      return WorkbookLinks.Book(
        kind: .other(globals.codePage.string(body.from(2).prefix(Int(count)))))
    case 0x3A: return WorkbookLinks.Book(kind: .addIn)
    default: break
    }
    return WorkbookLinks.Book(kind: .unknown)
  }

  private mutating func readSheetRanges(
    _ body: ArraySlice<UInt8>, _ continued: [ArraySlice<UInt8>]
  ) {
    var source = ContinuedBytes(body, continued: continued)
    guard let count = source.uint16() else { return }
    while links.sheetRanges.count < Int(count), let book = source.uint16(),
      let first = source.uint16(), let last = source.uint16()
    {
      links.sheetRanges.append(.init(book: Int(book), first: first, last: last))
    }
  }

  private static func text(_ count: Int, _ source: inout ContinuedBytes) -> String? {
    var bytes: [UInt8] = []
    return source.text(count, to: &bytes) ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// A path that is written with marks for drives and folders ([MS-XLS] 2.5.277); nil where it is
  /// no path of a file.
  private static func path(_ text: String) -> (folder: String, file: String)? {
    var scalars = text.unicodeScalars[...]
    guard scalars.popFirst() == "\u{1}" else { return nil }
    var parts = [""]
    while let scalar = scalars.popFirst() {
      switch scalar.value {
      case 0x01:
        let drive = scalars.popFirst()
        parts[parts.count - 1] += drive == "@" ? "\\\\" : drive.map { "\($0):\\" } ?? ""
      case 0x02: parts[parts.count - 1] += "\\"
      case 0x03: parts.append("")
      case 0x04: parts[parts.count - 1] += "..\\"
      case 0x05...0x08: break
      default: parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    let file = parts.removeLast()
    return (parts.map { $0 + "\\" }.joined(), file)
  }
}
