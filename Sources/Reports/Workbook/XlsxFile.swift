import CXlsxWriter

/// A workbook that libxlsxwriter writes, and the only place that speaks with it.
///
/// A class, because it owns the C object.
final class XlsxFile {
  /// How cells look.
  enum Look: CaseIterable {
    case plain, title, header, wrapped, number, link, error, warning, good
  }

  /// libxlsxwriter could not write the file, in its words.
  struct Failure: Error {
    let reason: String
  }

  /// The most rows of a sheet, and the most characters of a cell.
  static let rowLimit = 1_048_576
  static let textLimit = 32_767
  /// The most links of a sheet.
  static let linkLimit = 65_530

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: [UnsafeMutablePointer<lxw_worksheet>]
  private var looks: [Look: UnsafeMutablePointer<lxw_format>] = [:]
  private var links: [Int]
  private let tabs: [String]

  /// Begins the workbook at `path` with sheets of those names; temporary files go to `folder`.
  init(path: String, temporary folder: String, sheets tabs: [String]) throws(Failure) {
    self.tabs = tabs
    links = tabs.map { _ in 0 }
    var book: UnsafeMutablePointer<lxw_workbook>?
    folder.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      book = workbook_new_opt(path, &options)
    }
    guard let book else { throw Failure(reason: "workbook_new") }
    self.book = book
    sheet = tabs.compactMap { workbook_add_worksheet(book, $0) }
    var properties = lxw_doc_properties()
    // The reports of the same data are the same bytes, so they have no time of their own.
    properties.created = 1_672_531_200
    workbook_set_properties(book, &properties)
    for look in Look.allCases { looks[look] = format(look) }
  }

  private func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(book)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch look {
    case .plain: break
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .header:
      format_set_bold(format)
      format_set_bg_color(format, 0x1F3A5F)
      format_set_font_color(format, 0xFFFFFF)
      format_set_text_wrap(format)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .wrapped: format_set_text_wrap(format)
    case .number: format_set_num_format(format, "#,##0.##########")
    case .link:
      format_set_font_color(format, 0x0B57D0)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .error: format_set_bg_color(format, 0xFFC7CE)
    case .warning: format_set_bg_color(format, 0xFFEB9C)
    case .good: format_set_bg_color(format, 0xC6EFCE)
    }
    return format
  }

  /// Writes a text, never as a formula or a link; characters that a workbook can't hold are shown
  /// as replacement characters, and what is too long is cut with an ellipsis.
  func write(_ text: String, _ tab: Int, row: Int, column: Int, _ look: Look = .plain) {
    guard row < Self.rowLimit else { return }
    var shown = String(
      text.unicodeScalars.map { scalar -> Character in
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
          || scalar.value >= 0xfffe
            && scalar.value <= 0xffff
          ? "\u{fffd}" : Character(scalar)
      })
    if shown.utf16.count > Self.textLimit {
      shown = String(String.UnicodeScalarView(shown.unicodeScalars.prefix(Self.textLimit / 2 - 1)))
      shown += "…"
    }
    worksheet_write_string(sheet[tab], UInt32(row), UInt16(column), shown, looks[look] ?? nil)
  }

  /// Writes a number.
  func write(_ number: Double, _ tab: Int, row: Int, column: Int) {
    guard row < Self.rowLimit else { return }
    worksheet_write_number(sheet[tab], UInt32(row), UInt16(column), number, looks[.number] ?? nil)
  }

  /// Writes a link to a cell of another sheet.
  func link(_ text: String, to target: (tab: Int, row: Int), _ tab: Int, row: Int, column: Int) {
    guard row < Self.rowLimit, links[tab] < Self.linkLimit else {
      return write(text, tab, row: row, column: column)
    }
    links[tab] += 1
    let address = "internal:'\(tabs[target.tab])'!A\(target.row + 1)"
    worksheet_write_url_opt(
      sheet[tab], UInt32(row), UInt16(column), address, looks[.link] ?? nil, text, nil)
  }

  /// Lays a sheet out: widths of its columns, frozen header, filter, and how it prints.
  func layOut(_ tab: Int, widths: [Double], header row: Int?, rows: Int) {
    for (column, width) in widths.enumerated() {
      worksheet_set_column(sheet[tab], UInt16(column), UInt16(column), width, nil)
    }
    worksheet_set_landscape(sheet[tab])
    worksheet_set_paper(sheet[tab], 9)
    worksheet_fit_to_pages(sheet[tab], 1, 0)
    guard let row else { return }
    worksheet_freeze_panes(sheet[tab], UInt32(row + 1), 0)
    worksheet_repeat_rows(sheet[tab], UInt32(row), UInt32(row))
    let last = min(max(row + 1, rows), Self.rowLimit - 1)
    worksheet_autofilter(
      sheet[tab], UInt32(row), 0, UInt32(last), UInt16(max(0, widths.count - 1)))
  }

  /// Writes the file; the workbook can't be used any more.
  func close() throws(Failure) {
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw Failure(reason: lxw_strerror(error).map { String(cString: $0) } ?? "workbook_close")
    }
  }
}
