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
  /// Where its text begins in the block.
  var start = 0

  /// True where the value stands for something else than itself.
  @inline(__always)
  var isIndirect: Bool { type == .shared || type == .boolean }

  /// Turns the value, which stands in `target` from `start` on, or apart where it is indirect,
  /// into the text of the cell.
  ///
  /// - Returns: What it is; nil where the value is none of its type.
  @inline(__always)
  func read(
    _ value: [UInt8], _ texts: SharedTextTable, into target: inout [UInt8]
  ) -> CellBlock.Kind? {
    if isInline { return .text }
    switch type {
    case .number:
      let isPlain = target.withUnsafeBufferPointer {
        PlainNumber.isPlain(UnsafeBufferPointer(rebasing: $0[start...]))
      }
      return isPlain ? .number : otherNumber(in: &target)
    case .shared:
      if value.isEmpty { return .withoutResult }
      guard let number = value.withUnsafeBufferPointer(CellName.number),
        texts.append(number, to: &target)
      else { return nil }
      return .text
    case .text, .inline:
      EscapedText.decode(&target, from: start)
      return .text
    case .boolean:
      if value.isEmpty { return .withoutResult }
      target.append(value.withUnsafeBufferPointer(CellName.isTrue) ? 0x31 : 0x30)
      return .boolean
    case .error: return target.count == start ? .withoutResult : .error
    case .date: return target.count == start ? .withoutResult : .isoDate
    }
  }

  /// A number that is written otherwise, or none.
  private func otherNumber(in target: inout [UInt8]) -> CellBlock.Kind {
    let written = Array(target[start...])
    if written.allSatisfy({ $0 <= 0x20 }) {
      target.removeLast(written.count)
      return .withoutResult
    }
    guard let plain = PlainNumber.normalised(written) else { return .text }
    target.replaceSubrange(start..., with: plain)
    return .number
  }
}
