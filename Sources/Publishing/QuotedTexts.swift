import Tabular

/// The texts of a pool as they stand in a CSV, quoted where that is needed, by code.
///
/// Texts that many cells share are quoted once. A pool of very many texts is not copied; its texts
/// are quoted each time.
struct QuotedTexts {
  /// Beyond this many texts a pool is not copied, so that memory stays small.
  private static let most = 1 << 18

  let pool: TextPool
  /// All texts in sequence.
  private(set) var bytes: [UInt8] = []
  /// Where each text ends in `bytes`; code 0, the missing value, is nothing.
  private(set) var ends: [UInt32] = [0]
  /// True where `bytes` holds all texts of the pool.
  private(set) var isComplete = false

  init(pool: TextPool) { self.pool = pool }

  /// Takes in the texts that the pool gained since.
  mutating func update() {
    isComplete = pool.count <= Self.most && bytes.count < 1 << 30
    guard isComplete else { return }
    while ends.count < pool.count {
      pool.withBytes(of: UInt32(ends.count)) { CSVText.append($0, to: &bytes) }
      ends.append(UInt32(bytes.count))
    }
  }
}

/// Texts as cells of a CSV (RFC 4180): quoted only where they hold a comma, a quote or a line end.
enum CSVText {
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard needsQuotes(text) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
    return bytes
  }

  private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
  }
}
