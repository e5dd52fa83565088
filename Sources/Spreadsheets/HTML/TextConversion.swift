import Glibc

/// Converts texts of any encoding that the C library knows to UTF-8.
enum TextConversion {
  /// The converted text, or nil where no encoding has that name.
  ///
  /// What the encoding leaves open becomes U+FFFD, byte by byte.
  static func utf8(_ bytes: ArraySlice<UInt8>, from encoding: String) -> [UInt8]? {
    let converter = iconv_open("UTF-8", encoding)
    guard let converter, converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var room = [CChar](repeating: 0, count: 64 << 10)
    bytes.withUnsafeBytes { source in
      var input = UnsafeMutablePointer(mutating: source.bindMemory(to: CChar.self).baseAddress)
      var left = source.count
      while left > 0 {
        let before = left
        room.withUnsafeMutableBufferPointer { buffer in
          var next = buffer.baseAddress
          var free = buffer.count
          let status = iconv(converter, &input, &left, &next, &free)
          let isStuck = status == -1 && errno != E2BIG
          output.append(
            contentsOf: UnsafeRawBufferPointer(
              start: buffer.baseAddress, count: buffer.count - free))
          guard isStuck || left == before else { return }
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          input = input.map { $0 + 1 }
          left -= 1
        }
      }
    }
    return output
  }

  /// UTF-8 in which each byte that is none is read as Windows-1252.
  static func repairedUTF8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var rest = bytes
    while !rest.isEmpty {
      let valid = validCount(rest)
      output.append(contentsOf: rest.prefix(valid))
      rest = rest.dropFirst(valid)
      guard !rest.isEmpty else { break }
      output.append(contentsOf: utf8(rest.prefix(1), from: "WINDOWS-1252") ?? [0xEF, 0xBF, 0xBD])
      rest = rest.dropFirst()
    }
    return output
  }

  /// The number of bytes at the start that are UTF-8.
  static func validCount(_ bytes: ArraySlice<UInt8>) -> Int {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return bytes.count
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
