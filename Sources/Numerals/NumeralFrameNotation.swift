extension NumeralFrame {
  /// The notation of a numeral with this frame and these digits.
  ///
  /// `bytes` before `outer` and after it (the literal text of a pattern) belong to the affixes.
  func notation(
    _ bytes: UnsafeBufferPointer<UInt8>, pattern: Range<Int>, digits: StrictDigits,
    convention: Notation.Convention
  ) -> Notation {
    var notation = Notation(convention: convention)
    if !digits.isGrouped, digits.wholeDigits > 3 { notation.grouping = .none }
    if opening != nil { notation.negative = .parentheses }
    if hasPrefix || hasSuffix || pattern != whole {
      notation.prefix = prefix(bytes, from: pattern.lowerBound)
      notation.suffix = suffix(bytes, to: pattern.upperBound)
    }
    if isNegative { notation.signPlace = signPlace(pattern) }
    return notation
  }

  private var hasPrefix: Bool { prefixStart != nil }
  private var hasSuffix: Bool { suffixStart != nil }

  private func prefix(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    var kept = Array(bytes[start..<whole.lowerBound])
    guard let prefixStart, let prefixEnd else { return String(decoding: kept, as: UTF8.self) }
    for place in prefixStart..<prefixEnd where place != opening && !(sign?.contains(place) ?? false)
    {
      kept.append(bytes[place])
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private func suffix(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> String {
    var kept: [UInt8] = []
    if let suffixStart, let suffixEnd {
      for place in suffixStart..<suffixEnd where place != closing { kept.append(bytes[place]) }
    }
    kept.append(contentsOf: bytes[whole.upperBound..<end])
    return String(decoding: kept, as: UTF8.self)
  }

  private func signPlace(_ pattern: Range<Int>) -> Notation.SignPlace {
    guard hasPrefix || hasSuffix || pattern != whole else { return .outside }
    guard pattern == whole else { return .inside }
    if let closing {
      let wrapsPrefix = opening == whole.lowerBound
      let wrapsSuffix = closing == whole.upperBound - 1
      return wrapsPrefix && wrapsSuffix ? .outside : .inside
    }
    guard let sign, let prefixStart else { return .outside }
    return sign.lowerBound < prefixStart ? .outside : .inside
  }
}
