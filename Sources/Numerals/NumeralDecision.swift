extension NumeralReader {
  /// One strict reading of the digits.
  struct Candidate {
    var digits: StrictDigits
    var convention: Notation.Convention
    var value: ExactDecimal
  }

  /// Decides between the conventions that can read the digits.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, _ numeral: FramedNumeral) -> ExaminedNumeral {
    guard numeral.frame.fault == nil else { return refuse(bytes, numeral) }
    var byPoint: Candidate?
    var byComma: Candidate?
    do {
      if options.convention != .english { byPoint = try reading(bytes, numeral, by: .indonesian) }
      if options.convention != .indonesian { byComma = try reading(bytes, numeral, by: .english) }
    } catch { return ExaminedNumeral(.malformed(.overflow, nearest: [])) }
    if options.wholeOnly { (byPoint, byComma) = Self.wholes(byPoint, byComma) }
    guard let first = byPoint ?? byComma else { return refuse(bytes, numeral) }
    if let byPoint, let byComma, !byPoint.value.isWritten(as: byComma.value) {
      return ExaminedNumeral(.ambiguous([byPoint.value, byComma.value]))
    }
    return accept(bytes, numeral, first)
  }

  /// The reading by one convention, nil where there is none; throws overflow.
  private func reading(
    _ bytes: UnsafeBufferPointer<UInt8>, _ numeral: FramedNumeral,
    by convention: Notation.Convention
  ) throws(StrictDigits.Failure) -> Candidate? {
    switch candidate(bytes, numeral.frame, by: convention) {
    case .success(let candidate): return candidate
    case .failure(.malformed): return nil
    case .failure(.overflow): throw .overflow
    }
  }

  /// Reads the digits of a frame by one convention; the sign is applied.
  func candidate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ frame: NumeralFrame, by convention: Notation.Convention
  ) -> Result<Candidate, StrictDigits.Failure> {
    StrictDigits.read(bytes, frame.core, by: convention).flatMap { digits in
      // `,-` says that there are no decimals.
      guard frame.dashedMark == nil || digits.scale == 0 else { return .failure(.malformed) }
      let magnitude = Int128(digits.magnitude)
      let value = ExactDecimal(
        mantissa: frame.isNegative ? -magnitude : magnitude, scale: digits.scale)
      return .success(Candidate(digits: digits, convention: convention, value: value))
    }
  }

  /// The readings without decimals; where there are none, those whose decimals are zeros.
  private static func wholes(
    _ byPoint: Candidate?, _ byComma: Candidate?
  ) -> (Candidate?, Candidate?) {
    if byPoint?.value.scale == 0 || byComma?.value.scale == 0 {
      return (
        byPoint?.value.scale == 0 ? byPoint : nil, byComma?.value.scale == 0 ? byComma : nil
      )
    }
    return (whole(byPoint), whole(byComma))
  }

  private static func whole(_ candidate: Candidate?) -> Candidate? {
    guard var candidate, let value = candidate.value.rescaled(to: 0) else { return nil }
    candidate.value = value
    return candidate
  }

  private func accept(
    _ bytes: UnsafeBufferPointer<UInt8>, _ numeral: FramedNumeral, _ candidate: Candidate
  ) -> ExaminedNumeral {
    let notation = numeral.frame.notation(
      bytes, pattern: numeral.pattern, digits: candidate.digits, convention: candidate.convention)
    var remarks = numeral.frame.remarks
    if candidate.digits.hasCaret { remarks.append(.caretForComma) }
    if candidate.digits.isGroupedByBlanks { remarks.append(.blankGroups) }
    if candidate.digits.hasLeadingZeros { remarks.append(.leadingZeros) }
    if candidate.digits.scale != candidate.value.scale { remarks.append(.zeroFraction) }
    return ExaminedNumeral(.value(candidate.value, notation), remarks: remarks)
  }
}
