/// The distinct texts of one field, numbered in the order they came.
///
/// Code 0 stands for the empty text. Equal texts have equal codes, so that comparing, grouping and
/// joining work on integers. A class, because all batches of a table share it while it grows; it
/// must not be grown by two threads at once.
public final class TextPool: @unchecked Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var slots: [UInt32]
  private var mask: Int

  /// A pool that holds only the empty text.
  public init() {
    slots = [UInt32](repeating: 0, count: 64)
    mask = 63
  }

  /// The number of texts, the empty one included.
  public var count: Int { ends.count }

  /// The text with the given code.
  public subscript(code: UInt32) -> String {
    withBytes(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the UTF-8 bytes of the text with the given code.
  public func withBytes<Result>(
    of code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = code == 0 ? 0 : Int(ends[Int(code) - 1])
    let end = Int(ends[Int(code)])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The code of `text`, giving it the next one where it is new.
  public func intern(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The code of a text in UTF-8, giving it the next one where it is new.
  public func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    var slot = Self.hash(text) & mask
    while slots[slot] != 0 {
      if holds(text, code: slots[slot]) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let code = UInt32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    slots[slot] = code
    if ends.count * 4 > slots.count * 3 { grow() }
    return code
  }

  /// The code of `text`, or nil where no value of the field is written so.
  public func code(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { wanted in
      guard !wanted.isEmpty else { return 0 }
      var slot = Self.hash(wanted) & mask
      while slots[slot] != 0 {
        if holds(wanted, code: slots[slot]) { return slots[slot] }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  private func holds(_ text: UnsafeBufferPointer<UInt8>, code: UInt32) -> Bool {
    withBytes(of: code) { $0.count == text.count && $0.elementsEqual(text) }
  }

  private func grow() {
    mask = slots.count * 2 - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    for code in 1..<UInt32(ends.count) {
      var slot = withBytes(of: code) { Self.hash($0) } & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = code
    }
  }

  /// FNV-1a over words of eight bytes, folded; only spread matters, not strength.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff_ffff_ffff)
  }
}
