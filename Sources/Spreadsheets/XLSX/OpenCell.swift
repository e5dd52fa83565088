/// What the `t` of a cell says that its value is.
enum CellType {
  case number, shared, text, inline, boolean, error, date

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first else {
      self = .number
      return
    }
    switch (first, text.count) {
    case (UInt8(ascii: "s"), 1): self = .shared
    case (UInt8(ascii: "s"), _): self = .text
    case (UInt8(ascii: "i"), _): self = .inline
    case (UInt8(ascii: "b"), _): self = .boolean
    case (UInt8(ascii: "e"), _): self = .error
    case (UInt8(ascii: "d"), _): self = .date
    default: self = .number
    }
  }
}

/// The formula of a cell that has not ended.
struct OpenFormula {
  var text: [UInt8] = []
  /// The number of the group that shares it.
  var group: Int?
}

/// A cell that has not ended.
struct OpenCell {
  var type = CellType.number
  var style: UInt32 = 0
  var hasValue = false
  var hasFormula = false
  /// True where the value is that of an `<is>`.
  var isInline = false

  /// Adds the text of the cell to `target`.
  ///
  /// - Returns: What it is; nil where the value is none of its type.
  @inline(__always)
  func read(
    _ value: [UInt8], _ texts: SharedTextTable, into target: inout [UInt8]
  ) -> CellBlock.Kind? {
    if isInline {
      target += value
      return .text
    }
    switch type {
    case .number: return number(value, into: &target)
    case .shared:
      if value.isEmpty { return .withoutResult }
      guard let number = value.withUnsafeBufferPointer(CellName.number),
        texts.append(number, to: &target)
      else { return nil }
      return .text
    case .text, .inline:
      let start = target.count
      target += value
      EscapedText.decode(&target, from: start)
      return .text
    case .boolean:
      if value.isEmpty { return .withoutResult }
      target.append(value.withUnsafeBufferPointer(CellName.isTrue) ? 0x31 : 0x30)
      return .boolean
    case .error:
      target += value
      return value.isEmpty ? .withoutResult : .error
    case .date:
      target += value
      return value.isEmpty ? .withoutResult : .isoDate
    }
  }

  private func number(_ value: [UInt8], into target: inout [UInt8]) -> CellBlock.Kind {
    if value.isEmpty { return .withoutResult }
    if value.withUnsafeBufferPointer(PlainNumber.isPlain) {
      target += value
      return .number
    }
    if let plain = PlainNumber.normalised(value) {
      target += plain
      return .number
    }
    target += value
    return value.allSatisfy { $0 <= 0x20 } ? .withoutResult : .text
  }
}
