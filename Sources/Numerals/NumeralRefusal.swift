extension NumeralReader {
  /// Says why a text is no numeral of the field, and which numerals are near.
  func refuse(_ bytes: UnsafeBufferPointer<UInt8>, _ numeral: FramedNumeral) -> ExaminedNumeral {
    let frame = numeral.frame
    let core = Array(bytes[frame.core])
    let (fault, magnitudes) = diagnose(bytes, frame, core)
    let fitting = magnitudes.filter { !options.wholeOnly || $0.rescaled(to: 0) != nil }
    let isUnsure = frame.fault == .unbalancedParentheses
    let isNegative = frame.isNegative || isUnsure
    var nearest = fitting.compactMap { isNegative ? $0.negated : $0 }
    if isUnsure { nearest += fitting }
    nearest = Array(nearest.prefix(NumeralRepair.limit))
    return ExaminedNumeral(.malformed(fault, nearest: nearest), remarks: frame.remarks)
  }

  /// The fault, and the nearest readings without their sign.
  private func diagnose(
    _ bytes: UnsafeBufferPointer<UInt8>, _ frame: NumeralFrame, _ core: [UInt8]
  ) -> (NumeralFault, [ExactDecimal]) {
    guard core.contains(where: { $0 &- 0x30 < 10 }) else { return (.noDigits, []) }
    guard core.count <= NumeralRepair.longestText else {
      let start = String(decoding: core, as: UTF8.self).prefix(NumeralRepair.longestText / 2)
      return (.unexpectedText(start + "…"), [])
    }
    if let fault = frame.fault { return (fault, readings(of: core)) }
    if let known = otherReadings(bytes, frame) { return known }
    if let scientific = ScientificNumeral(core) { return (.scientific, scientific.values) }
    if let foreign = ForeignText(core) { return foreign.diagnosis { readings(of: $0) } }
    let marked = MarkedDigits(core)
    let convention = options.convention ?? marked.likelyConvention
    if let known = dashedDecimals(core, frame, convention) { return known }
    let repair = NumeralRepair(core: core, convention: convention, wholeOnly: options.wholeOnly)
    return (marked.fault(by: convention), repair.nearest(marked))
  }

  /// The text is well-formed, but not in this field: by the other convention, or with decimals.
  private func otherReadings(
    _ bytes: UnsafeBufferPointer<UInt8>, _ frame: NumeralFrame
  ) -> (NumeralFault, [ExactDecimal])? {
    var unsigned = frame
    (unsigned.hasMinus, unsigned.opening) = (false, nil)
    let readings = Notation.Convention.allCases.compactMap { convention in
      try? candidate(bytes, unsigned, by: convention).get()
    }
    guard let own = options.convention else {
      return readings.first.map { (.fraction, [$0.value]) }
    }
    let others = readings.filter { $0.convention != own }.map(\.value)
    let wholes = others.filter { !options.wholeOnly || $0.rescaled(to: 0) != nil }
    if readings.contains(where: { $0.convention == own }) {
      return (.fraction, wholes)
    }
    return wholes.isEmpty ? nil : (.otherConvention(own.other), wholes)
  }

  /// Decimals before a `,-` that says there are none: `5.000,00,-`.
  private func dashedDecimals(
    _ core: [UInt8], _ frame: NumeralFrame, _ convention: Notation.Convention
  ) -> (NumeralFault, [ExactDecimal])? {
    guard frame.dashedMark != nil,
      let value = try? StrictDigits.read(core, by: convention).get().value
    else { return nil }
    return (.twoDecimalMarks, [value])
  }

  /// The strict readings of a text by the field's conventions, else its nearest repairs.
  private func readings(of core: [UInt8]) -> [ExactDecimal] {
    let conventions = options.convention.map { [$0] } ?? Notation.Convention.allCases
    var values: [ExactDecimal] = []
    for convention in conventions {
      guard let value = try? StrictDigits.read(core, by: convention).get().value else { continue }
      if !values.contains(where: { $0.isWritten(as: value) }) { values.append(value) }
    }
    guard values.isEmpty else { return values }
    let marked = MarkedDigits(core)
    let convention = options.convention ?? marked.likelyConvention
    let repair = NumeralRepair(core: core, convention: convention, wholeOnly: options.wholeOnly)
    return repair.nearest(marked)
  }
}

extension StrictDigits {
  /// The value without sign.
  var value: ExactDecimal { ExactDecimal(mantissa: Int128(magnitude), scale: scale) }

  /// Reads the whole of `text` by `convention`.
  static func read(
    _ text: [UInt8], by convention: Notation.Convention
  ) -> Result<StrictDigits, Failure> {
    text.withUnsafeBufferPointer { read($0, 0..<$0.count, by: convention) }
  }
}
