/// What the first bytes of a file say that it is.
enum FileBeginning {
  /// A ZIP archive: XLSX, ODS or something else.
  case archive
  /// A compound file or a bare stream of records: XLS, or an encrypted XLSX.
  case records
  /// A web page, or one saved as a single file.
  case page

  /// How many bytes are enough.
  static let length = 4096

  /// Recognises a file by its beginning; nil where it is none of a workbook.
  init?(_ prefix: [UInt8]) {
    if prefix.starts(with: [0x50, 0x4b, 3, 4]) || prefix.starts(with: [0x50, 0x4b, 5, 6]) {
      self = .archive
    } else if XLSWorkbook.begins(prefix) {
      self = .records
    } else if HTMLWorkbook.recognises(prefix) {
      self = .page
    } else {
      return nil
    }
  }
}

extension Workbook {
  /// True where the first bytes of a file are those of a workbook, or of a file that looks like one
  /// to those who send it; 4096 bytes are enough.
  public static func recognises(_ prefix: [UInt8]) -> Bool { FileBeginning(prefix) != nil }
}
