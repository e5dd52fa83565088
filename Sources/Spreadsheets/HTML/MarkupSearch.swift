/// Looking for ASCII words in pages without parsing them.
extension ArraySlice<UInt8> {
  /// The first place at or after `start` where `word`, in lower case, stands in any case.
  func place(of word: StaticString, from start: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      let length = word.utf8CodeUnitCount
      var index = Swift.max(0, start - startIndex)
      while index + length <= bytes.count {
        var matched = 0
        while matched < length, Self.lowered(bytes[index + matched]) == word.utf8Start[matched] {
          matched += 1
        }
        if matched == length { return index + startIndex }
        index += 1
      }
      return nil
    }
  }

  /// An ASCII letter in lower case, anything else as it is.
  static func lowered(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
