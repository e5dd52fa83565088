import Glibc

/// Turns texts of a code page into UTF-8.
///
/// A class, because it owns a converter of the C library.
final class CodePage {
  /// The number of the code page; nil where the workbook names none.
  let number: Int?
  private let converter: iconv_t?

  /// A code page by its number in the CODEPAGE record.
  ///
  /// Where a workbook names none, texts that are valid UTF-8 are taken as such (web applications
  /// write it so) and all others as Windows-1252.
  init(_ number: Int?) {
    self.number = number
    let opened = iconv_open("UTF-8", Self.name(number ?? 1252))
    converter = opened == iconv_t(bitPattern: -1) ? nil : opened
  }

  deinit {
    if let converter { iconv_close(converter) }
  }

  /// Adds a text in UTF-8; what is no character becomes U+FFFD.
  ///
  /// False, and nothing added, where the code page is unknown and the text not plain ASCII.
  func write(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) -> Bool {
    let isPlain = text.allSatisfy { $0 < 0x80 }
    if isPlain || number == nil && String(validating: text, as: UTF8.self) != nil {
      bytes.append(contentsOf: text)
      return true
    }
    guard let converter else { return false }
    convert(Array(text), by: converter, to: &bytes)
    return true
  }

  /// A text as a string; what can't be read becomes U+FFFD.
  func string(_ text: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    return write(text, to: &bytes)
      ? String(decoding: bytes, as: UTF8.self)
      : String(decoding: text.map { $0 < 0x80 ? UInt16($0) : 0xFFFD }, as: UTF16.self)
  }

  private func convert(_ text: [UInt8], by converter: iconv_t, to bytes: inout [UInt8]) {
    var text = text
    var room = [UInt8](repeating: 0, count: text.count * 4 + 16)
    var used = 0
    iconv(converter, nil, nil, nil, nil)
    while used < text.count {
      let (taken, written) = text.withUnsafeMutableBytes { input in
        room.withUnsafeMutableBytes { output in
          var from = input.baseAddress.map { ($0 + used).assumingMemoryBound(to: CChar.self) }
          var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
          var inputLeft = input.count - used
          var outputLeft = output.count
          iconv(converter, &from, &inputLeft, &to, &outputLeft)
          return (input.count - used - inputLeft, output.count - outputLeft)
        }
      }
      bytes.append(contentsOf: room[..<written])
      used += taken
      guard used < text.count else { break }
      bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      used += 1
      iconv(converter, nil, nil, nil, nil)
    }
  }

  private static func name(_ number: Int) -> String {
    switch number {
    case 367: "ASCII"
    case 1200: "UTF-16LE"
    case 1361: "JOHAB"
    case 10000, 32768: "MACINTOSH"
    case 10007: "MAC-CYRILLIC"
    case 10029: "MAC-CENTRALEUROPE"
    case 32769: "CP1252"
    case 65001: "UTF-8"
    default: "CP\(number)"
    }
  }
}
