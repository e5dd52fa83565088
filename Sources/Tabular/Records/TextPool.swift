/// The distinct texts of one field, numbered in the order they came.
///
/// Code 0 stands for the empty text. Equal texts have equal codes, so that comparing, grouping and
/// joining work on integers. A class, because all batches of a table share it while it grows. Only
/// one thread may add texts; others may meanwhile look at those that are there.
public final class TextPool: @unchecked Sendable {
  /// Behind a pointer, because access to the properties of a class is checked at run time.
  let storage: UnsafeMutablePointer<TextStorage>

  /// A pool that holds only the empty text.
  public init() {
    storage = .allocate(capacity: 1)
    storage.initialize(to: TextStorage())
  }

  deinit {
    storage.pointee.deallocate()
    storage.deallocate()
  }

  /// The number of texts, the empty one included.
  public var count: Int { storage.pointee.looking { storage.pointee.count } }

  /// The text with the given code.
  public subscript(code: UInt32) -> String {
    withBytes(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the UTF-8 bytes of the text with the given code.
  public func withBytes<Result>(
    of code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    storage.pointee.looking {
      precondition(Int(code) < storage.pointee.count, "code of another pool")
      return body(storage.pointee.text(of: code))
    }
  }

  /// The code of `text`, giving it the next one where it is new.
  public func intern(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The code of a text in UTF-8, giving it the next one where it is new.
  public func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let start = text.baseAddress, !text.isEmpty else { return 0 }
    return storage.pointee.intern(start, text.count)
  }

  /// The code of `text`, or nil where no value of the field is written so.
  public func code(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { wanted in
      guard let start = wanted.baseAddress, !wanted.isEmpty else { return 0 }
      return storage.pointee.looking { storage.pointee.code(of: start, wanted.count) }
    }
  }
}
