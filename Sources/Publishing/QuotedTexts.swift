import Delimited
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
