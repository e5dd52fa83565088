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
    let conventions = options.convention.map { [$0] } ?? Notation.Convention.allCases
    var candidates: [Candidate] = []
    for convention in conventions {
      switch candidate(bytes, numeral.frame, by: convention) {
      case .success(let candidate): candidates.append(candidate)
      case .failure(.overflow): return ExaminedNumeral(.malformed(.overflow, nearest: []))
      case .failure(.malformed): continue
      }
    }
    if options.wholeOnly { candidates = wholes(among: candidates) }
    guard let first = candidates.first else { return refuse(bytes, numeral) }
    if let other = candidates.dropFirst().first, !other.value.isWritten(as: first.value) {
      return ExaminedNumeral(.ambiguous([first.value, other.value]))
    }
    return accept(bytes, numeral, first)
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
  private func wholes(among candidates: [Candidate]) -> [Candidate] {
    let exact = candidates.filter { $0.value.scale == 0 }
    guard exact.isEmpty else { return exact }
    return candidates.compactMap { candidate in
      guard let whole = candidate.value.rescaled(to: 0) else { return nil }
      return Candidate(digits: candidate.digits, convention: candidate.convention, value: whole)
    }
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
