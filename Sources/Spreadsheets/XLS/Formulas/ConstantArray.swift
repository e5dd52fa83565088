extension ContinuedBytes {
  /// The next constant of several values, in braces: `{1,2;3,4}`; nil where it is cut off.
  mutating func constantArray(_ version: BIFFVersion, codePage: CodePage) -> String? {
    guard let columns = uint8(), let rows = uint16() else { return nil }
    let width = version == .eight ? Int(columns) + 1 : columns == 0 ? 256 : Int(columns)
    let height = version == .eight ? Int(rows) + 1 : Int(rows)
    var lines: [String] = []
    for _ in 0..<height {
      var values: [String] = []
      for _ in 0..<width {
        guard let value = constant(version, codePage: codePage) else { return nil }
        values.append(value)
      }
      lines.append(values.joined(separator: ","))
    }
    return "{" + lines.joined(separator: ";") + "}"
  }

  private mutating func constant(_ version: BIFFVersion, codePage: CodePage) -> String? {
    switch uint8() {
    case 0x00: return skip(8) ? "" : nil
    case 0x01:
      var bytes: [UInt8] = []
      guard let pattern = uint64(), BinaryNumber.write(Double(bitPattern: pattern), to: &bytes)
      else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    case 0x02:
      var text: [UInt8] = []
      switch version {
      case .eight: guard let count = uint16(), self.text(Int(count), to: &text) else { return nil }
      case .five:
        guard let count = uint8(), let read = bytes(Int(count)),
          codePage.write(read[...], to: &text)
        else { return nil }
      }
      return "\"" + TokenText.doubled(String(decoding: text, as: UTF8.self)) + "\""
    case 0x04:
      guard let value = uint8(), skip(7) else { return nil }
      return value == 0 ? "FALSE" : "TRUE"
    case 0x10:
      guard let value = uint8(), skip(7) else { return nil }
      return BinaryNumber.error(value)
    default: return nil
    }
  }
}
