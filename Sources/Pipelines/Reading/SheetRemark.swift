import Spreadsheets
import Tabular

/// Something that the reader of a report should know of a sheet, which did not keep it from being
/// read.
enum SheetRemark: Hashable {
  /// The sheet is hidden.
  case hiddenSheet
  /// Rows, from 1, that are hidden and read all the same.
  case hiddenRows([ClosedRange<Int>])
  /// Columns, from 0, that are hidden and read all the same.
  case hiddenColumns([ClosedRange<Int>])
  /// Other tables of the sheet, which this resource does not read.
  case otherTables([String])
  /// Hidden sheets that have the declared labels too, and are not read.
  case hiddenTwins([String])
  /// The file was changed while it was read.
  case changed

  /// How much it matters.
  var severity: Severity { self == .changed ? .warning : .note }

  /// Where it is.
  func place(in source: SourceFile) -> Location {
    var place = source.place
    switch self {
    case .hiddenRows(let rows):
      place.cell = rows.first.map { SheetAddress.name(column: 0, row: $0.lowerBound) }
    case .hiddenColumns(let columns):
      place.cell = columns.first.map { SheetAddress.name(column: $0.lowerBound, row: 1) }
    case .otherTables(let ranges):
      place.cell = ranges.first?.split(separator: ":").first.map(String.init)
    case .hiddenSheet, .hiddenTwins, .changed: place.cell = "A1"
    }
    return place
  }
}

extension SheetOutcome {
  /// What is to be told of the sheet.
  var remarks: [SheetRemark] {
    var remarks: [SheetRemark] = []
    if hasChanged { remarks.append(.changed) }
    if visibility != .visible { remarks.append(.hiddenSheet) }
    if !hiddenRows.isEmpty { remarks.append(.hiddenRows(hiddenRows)) }
    if !hiddenColumns.isEmpty { remarks.append(.hiddenColumns(hiddenColumns)) }
    if !otherTables.isEmpty { remarks.append(.otherTables(otherTables)) }
    if !hiddenTwins.isEmpty { remarks.append(.hiddenTwins(hiddenTwins)) }
    return remarks
  }
}

extension SheetRemark {
  /// What is to be told, in words.
  var message: Message {
    switch self {
    case .hiddenSheet:
      Message(
        indonesian: "lembar ini tersembunyi; isinya tetap dibaca",
        english: "this sheet is hidden; it is read all the same")
    case .hiddenRows(let rows):
      Message(
        indonesian: "baris \(Self.list(rows) { String($0) }) tersembunyi; isinya tetap dibaca",
        english: "rows \(Self.list(rows) { String($0) }) are hidden; they are read all the same")
    case .hiddenColumns(let columns):
      Message(
        indonesian:
          "kolom \(Self.list(columns, SheetAddress.letters)) tersembunyi; isinya tetap dibaca",
        english:
          "columns \(Self.list(columns, SheetAddress.letters)) are hidden; they are read all the same"
      )
    case .otherTables(let ranges):
      Message(
        indonesian:
          "lembar ini juga memuat tabel lain di \(ranges.joined(separator: ", ")), yang tidak dibaca di sini",
        english:
          "the sheet also holds other tables at \(ranges.joined(separator: ", ")), which are not read here"
      )
    case .hiddenTwins(let names):
      Message(
        indonesian:
          "lembar tersembunyi dengan kolom yang sama tidak dibaca: \(names.quoted); sebut dengan 'sheet' jika perlu",
        english:
          "hidden sheets with the same columns are not read: \(names.quoted); name them with 'sheet' if they are needed"
      )
    case .changed:
      Message(
        indonesian: "berkas berubah saat dibaca; jalankan lagi setelah penulisannya selesai",
        english: "the file was changed while it was read; run again when it is complete")
    }
  }

  /// `12–14, 20`, at most eight of them.
  private static func list(
    _ ranges: [ClosedRange<Int>], _ name: (Int) -> String
  ) -> String {
    let shown = ranges.prefix(8).map { range in
      range.count == 1
        ? name(range.lowerBound) : "\(name(range.lowerBound))–\(name(range.upperBound))"
    }
    return shown.joined(separator: ", ") + (ranges.count > 8 ? ", …" : "")
  }
}
