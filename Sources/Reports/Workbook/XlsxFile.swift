import CXlsxWriter
import Glibc

/// A workbook that libxlsxwriter writes, and the only place that speaks with it.
///
/// A class, because it owns the C object.
final class XlsxFile {
  /// How cells look.
  enum Look: CaseIterable {
    case plain, title, header, wrapped, link, error, warning, good
  }

  /// libxlsxwriter could not write the file.
  struct Failure: Error {
    /// What happened, in its words.
    let reason: String
    /// What the system said last; 0 where it said nothing.
    let errno: Int32
  }

  /// What programs can open.
  struct Limits {
    /// The most rows of a sheet.
    var rows = 1_048_576
    /// The most links of a sheet.
    var links = 65_530
    /// The most UTF-16 units of a cell.
    var text = 32_767
  }

  /// A sheet before anything stands in it.
  struct Sheet {
    let name: String
    /// The widths of its columns, in digits of the standard font.
    let widths: [Double]
  }

  let limits: Limits
  /// How many links each sheet had no room for.
  private(set) var missingLinks: [Int]

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheets: [Sheet]
  private let tabs: [UnsafeMutablePointer<lxw_worksheet>]
  private let cutMark: String
  private var looks: [Look: UnsafeMutablePointer<lxw_format>] = [:]
  private var numbers: [Int: UnsafeMutablePointer<lxw_format>] = [:]
  private var rows: [Int]
  private var links: [Int]
  private var refused: Failure?

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - folder: Where temporary files go.
  ///   - sheets: The sheets, the first shown first.
  ///   - cutMark: What a text ends with that is too long for a cell.
  ///   - limits: What programs can open.
  /// - Throws: `Failure` where there is no memory for it.
  init(
    path: String, temporary folder: String, sheets: [Sheet], cutMark: String,
    limits: Limits = Limits()
  ) throws(Failure) {
    self.sheets = sheets
    self.cutMark = cutMark
    self.limits = limits
    links = sheets.map { _ in 0 }
    rows = links
    missingLinks = links
    var book: UnsafeMutablePointer<lxw_workbook>?
    folder.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      book = workbook_new_opt(path, &options)
    }
    guard let book else { throw Failure(reason: "workbook_new", errno: errno) }
    self.book = book
    tabs = sheets.compactMap { workbook_add_worksheet(book, $0.name) }
    guard tabs.count == sheets.count else {
      lxw_workbook_free(book)
      throw Failure(reason: "workbook_add_worksheet", errno: 0)
    }
    var properties = lxw_doc_properties()
    // The reports of the same data are the same bytes, so they have no time of their own.
    properties.created = 1_672_531_200
    workbook_set_properties(book, &properties)
    for look in Look.allCases { looks[look] = format(look) }
    for (tab, sheet) in zip(tabs, sheets) { Self.prepare(tab, sheet) }
  }

  private static func prepare(_ tab: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) {
    for (column, width) in sheet.widths.enumerated() {
      worksheet_set_column(tab, UInt16(column), UInt16(column), width, nil)
    }
    worksheet_set_landscape(tab)
    worksheet_set_paper(tab, 9)
    worksheet_fit_to_pages(tab, 1, 0)
  }

  private func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(book)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if look != .plain, look != .title { format_set_text_wrap(format) }
    switch look {
    case .plain, .wrapped: break
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .header:
      format_set_bold(format)
      format_set_bg_color(format, 0x1F3A5F)
      format_set_font_color(format, 0xFFFFFF)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .link:
      format_set_font_color(format, 0x0B57D0)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .error: format_set_bg_color(format, 0xFFC7CE)
    case .warning: format_set_bg_color(format, 0xFFEB9C)
    case .good: format_set_bg_color(format, 0xC6EFCE)
    }
    return format
  }

  /// The format of numbers with `scale` decimals, none of which is hidden or made up.
  private func format(scale: Int) -> UnsafeMutablePointer<lxw_format>? {
    if let format = numbers[scale] { return format }
    let format = workbook_add_format(book)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    let decimals = scale == 0 ? "" : "." + String(repeating: "0", count: scale)
    format_set_num_format(format, "#,##0" + decimals)
    numbers[scale] = format
    return format
  }

  // MARK: rows

  /// Writes the next row of a sheet, as high as its texts need.
  ///
  /// - Returns: The row, counted from 0; nil where the sheet is full.
  @discardableResult
  func append(_ cells: [XlsxCell], to tab: Int) -> Int? {
    let row = rows[tab]
    guard row < limits.rows else { return nil }
    rows[tab] += 1
    var lines = 1
    var isTitle = false
    for (column, cell) in cells.enumerated() {
      write(cell, tab, row, column)
      if case .text(_, .title) = cell { isTitle = true }
      guard let text = cell.wrapped else { continue }
      lines = max(lines, RowHeight.lines(of: text, width: sheets[tab].widths[column]))
    }
    if let height = isTitle ? RowHeight.title : RowHeight.points(lines: lines) {
      note(worksheet_set_row(tabs[tab], UInt32(row), height, nil))
    }
    return row
  }

  private func write(_ cell: XlsxCell, _ tab: Int, _ row: Int, _ column: Int) {
    switch cell {
    case .empty: break
    case .text(let text, let look): write(text, look, tab, row, column)
    case .count(let count): write(Double(count), scale: 0, tab, row, column)
    case .decimal(let text):
      guard let number = Double(text) else { return write(text, .wrapped, tab, row, column) }
      let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
      write(number, scale: decimals, tab, row, column)
    case .link(let text, let link): write(text, link, tab, row, column)
    }
  }

  /// Writes a text, never as a formula or a link.
  private func write(_ text: String, _ look: Look, _ tab: Int, _ row: Int, _ column: Int) {
    let stored = XlsxText.stored(text, limit: limits.text, cutMark: cutMark)
    note(
      worksheet_write_string(
        tabs[tab], UInt32(row), UInt16(column), stored, looks[look] ?? nil))
  }

  private func write(_ number: Double, scale: Int, _ tab: Int, _ row: Int, _ column: Int) {
    note(
      worksheet_write_number(
        tabs[tab], UInt32(row), UInt16(column), number, format(scale: scale)))
  }

  /// Writes a link, or its text alone where the sheet has no room for it.
  private func write(_ text: String, _ link: XlsxLink, _ tab: Int, _ row: Int, _ column: Int) {
    let address =
      switch link {
      case .row(let target, let other): "internal:'\(sheets[other].name)'!A\(target + 1)"
      case .file(let address): address
      }
    let stored = XlsxText.stored(text, limit: limits.text, cutMark: cutMark)
    let isWritten =
      links[tab] < limits.links
      && worksheet_write_url_opt(
        tabs[tab], UInt32(row), UInt16(column), address, looks[.link] ?? nil, stored, nil)
        == LXW_NO_ERROR
    guard isWritten else {
      missingLinks[tab] += 1
      return write(text, .wrapped, tab, row, column)
    }
    links[tab] += 1
  }

  /// Freezes a header, repeats it on every page and lets people filter below it.
  func filter(_ tab: Int, header row: Int) {
    worksheet_freeze_panes(tabs[tab], UInt32(row + 1), 0)
    worksheet_repeat_rows(tabs[tab], UInt32(row), UInt32(row))
    let last = min(max(row + 1, rows[tab] - 1), limits.rows - 1)
    worksheet_autofilter(
      tabs[tab], UInt32(row), 0, UInt32(last), UInt16(max(0, sheets[tab].widths.count - 1)))
  }

  // MARK: the end

  private func note(_ error: lxw_error) {
    guard error != LXW_NO_ERROR, refused == nil else { return }
    refused = Failure(reason: Self.words(error), errno: 0)
  }

  private static func words(_ error: lxw_error) -> String {
    lxw_strerror(error).map { String(cString: $0) } ?? "libxlsxwriter \(error.rawValue)"
  }

  /// Writes the file; the workbook can't be used any more.
  ///
  /// - Throws: `Failure` where the file, or a cell of it, could not be written.
  func close() throws(Failure) {
    Glibc.errno = 0
    let error = workbook_close(book)
    let number = Glibc.errno
    if error != LXW_NO_ERROR { throw Failure(reason: Self.words(error), errno: number) }
    if let refused { throw refused }
  }
}
