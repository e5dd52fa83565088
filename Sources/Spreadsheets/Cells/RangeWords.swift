import Tabular

/// What is told of a text that names no range of a sheet.
extension Message {
  static func range(_ text: String, _ fault: SheetRange.Fault) -> Message {
    switch fault {
    case .unreadable:
      Message(
        indonesian: "'\(text)' bukan rentang sel; tulislah seperti B4:H20, B:H, atau 4:20",
        english: "'\(text)' is no range of cells; write it as B4:H20, B:H or 4:20")
    case .rowBeyond:
      Message(
        indonesian: "'\(text)' menyebut baris yang tidak ada; baris bernomor 1 sampai 1048576",
        english: "'\(text)' names a row that no sheet has; rows are numbered 1 to 1048576")
    case .columnBeyond:
      Message(
        indonesian: "'\(text)' menyebut kolom yang tidak ada; kolom terakhir adalah XFD",
        english: "'\(text)' names a column that no sheet has; the last column is XFD")
    }
  }
}
