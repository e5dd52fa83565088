/// How the numbers of a cell are shown, as spreadsheet programs write it: `#,##0.00`, `0%`,
/// `dd/mm/yyyy`.
struct NumberFormat: Hashable, Sendable {
  /// The code as it stands in the workbook, always in the US notation of XLSX.
  var code: String

  /// Shown as entered.
  static let general = NumberFormat(code: "General")
}
