/// What a file that is no delimited text really holds, by its first bytes.
public enum FileContent: String, Sendable, Hashable, CaseIterable {
  /// An Excel workbook (Office Open XML).
  case xlsx
  /// An OpenDocument spreadsheet.
  case ods
  /// A ZIP archive of another kind.
  case zip
  /// An OLE compound file: an old Excel workbook or Word document.
  case ole
  /// A PDF document.
  case pdf
  /// A PNG image.
  case png
  /// A JPEG image.
  case jpeg
  /// A GIF image.
  case gif
  /// Compressed with gzip.
  case gzip
  /// Compressed with bzip2, xz, zstd, 7-Zip or RAR.
  case archive
  /// An SQLite database.
  case sqlite
  /// A Parquet file.
  case parquet
  /// A web page, or one saved as a single file (MHTML).
  case html
  /// An XML document.
  case xml
  /// A rich text document.
  case rtf
  /// Text in UTF-32.
  case utf32
  /// Bytes that are no text.
  case binary

  /// What the first bytes show, or nil where they may be delimited text.
  static func recognise(_ window: [UInt8]) -> FileContent? {
    for (signature, content) in signatures where window.starts(with: signature) {
      return content == .zip ? zipContent(window) : content
    }
    if let markup = markup(window) { return markup }
    return hasTooManyControls(window) ? .binary : nil
  }

  private static let signatures: [([UInt8], FileContent)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole),
    (Array("%PDF-".utf8), .pdf),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ([0xFF, 0xD8, 0xFF], .jpeg),
    (Array("GIF87a".utf8), .gif),
    (Array("GIF89a".utf8), .gif),
    ([0x1F, 0x8B, 0x08], .gzip),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive),
    ([0x28, 0xB5, 0x2F, 0xFD], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    (Array("Rar!".utf8) + [0x1A, 0x07], .archive),
    (Array("BZh91AY&SY".utf8), .archive),
    (Array("SQLite format 3".utf8) + [0], .sqlite),
    (Array("PAR1".utf8) + [0x15], .parquet),
    (Array("{\\rtf".utf8), .rtf),
    ([0xFF, 0xFE, 0x00, 0x00], .utf32),
    ([0x00, 0x00, 0xFE, 0xFF], .utf32),
  ]

  private static func zipContent(_ window: [UInt8]) -> FileContent {
    let head = String(decoding: window.prefix(4096), as: UTF8.self)
    if head.contains("opendocument.spreadsheet") { return .ods }
    return head.contains("[Content_Types].xml") || head.contains("xl/") ? .xlsx : .zip
  }

  private static func markup(_ window: [UInt8]) -> FileContent? {
    let body = window.starts(with: [0xEF, 0xBB, 0xBF]) ? window.dropFirst(3) : window[...]
    let head = String(decoding: body.prefix(200), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace }
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<table")
      || head.hasPrefix("from: <saved by") || head.hasPrefix("mime-version:")
    {
      return .html
    }
    return head.hasPrefix("<?xml") ? .xml : nil
  }

  /// More than one control character in 32 bytes is no text, unless it is UTF-16.
  private static func hasTooManyControls(_ window: [UInt8]) -> Bool {
    let controls = window.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x1A) }
    return controls > 8 && controls * 32 > window.count
      && EncodingDetection.utf16ByZeros(window) == nil
      && TextEncoding.announced(by: window) == nil
  }
}
