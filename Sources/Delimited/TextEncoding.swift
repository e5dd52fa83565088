/// How the characters of a text file are stored as bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8; ASCII is a part of it.
  case utf8 = "utf-8"
  /// UTF-16, low byte first, as Excel's "Unicode text" writes it.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows code page 1252, Western European.
  case windows1252 = "windows-1252"

  /// The name for people.
  public var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 LE"
    case .utf16BigEndian: "UTF-16 BE"
    case .windows1252: "Windows-1252"
    }
  }

  /// The bytes that announce this encoding at the start of a file; empty where there are none.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .windows1252: []
    }
  }

  /// The encoding whose byte order mark `bytes` begin with.
  static func announced(by bytes: some Collection<UInt8>) -> TextEncoding? {
    allCases.first { !$0.byteOrderMark.isEmpty && bytes.starts(with: $0.byteOrderMark) }
  }
}
