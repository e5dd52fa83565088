/// What a cell of a numeric field turned out to hold.
public enum NumeralReading: Sendable, Hashable {
  /// A number, and the notation it was written in.
  ///
  /// The scale is the number of decimals as written. Where the text says nothing about a part of
  /// the notation (`100` has no groups) that part is the reader's convention or the default.
  case value(ExactDecimal, Notation)
  /// Nothing, or a declared word for it.
  case missing
  /// A well-formed numeral of both conventions with different values: the Indonesian one first.
  case ambiguous([ExactDecimal])
  /// Not a numeral of this field; the nearest well-formed readings, the nearest first, at most
  /// three, none where nothing plausible is near.
  case malformed(NumeralFault, nearest: [ExactDecimal])

  /// Equality of the case, the scale and every digit: `1,0` and `1,00` are different readings.
  public static func == (left: NumeralReading, right: NumeralReading) -> Bool {
    switch (left, right) {
    case (.missing, .missing): true
    case (.value(let one, let notation), .value(let other, let otherNotation)):
      one.isWritten(as: other) && notation == otherNotation
    case (.ambiguous(let some), .ambiguous(let others)):
      some.elementsEqual(others) { $0.isWritten(as: $1) }
    case (.malformed(let fault, let some), .malformed(let otherFault, let others)):
      fault == otherFault && some.elementsEqual(others) { $0.isWritten(as: $1) }
    default: false
    }
  }

  /// Hashes the numbers with their scales.
  public func hash(into hasher: inout Hasher) {
    func add(_ number: ExactDecimal) {
      hasher.combine(number.mantissa)
      hasher.combine(number.scale)
    }
    switch self {
    case .value(let number, let notation):
      add(number)
      hasher.combine(notation)
    case .missing: hasher.combine(0)
    case .ambiguous(let numbers): numbers.forEach(add)
    case .malformed(let fault, let nearest):
      hasher.combine(fault)
      nearest.forEach(add)
    }
  }
}

extension ExactDecimal {
  /// True where the other has the same digits and the same scale, not only the same value.
  public func isWritten(as other: ExactDecimal) -> Bool {
    mantissa == other.mantissa && scale == other.scale
  }
}

/// A reading together with what is worth telling about how the numeral was written.
public struct ExaminedNumeral: Sendable, Hashable {
  /// What the cell holds.
  public var reading: NumeralReading
  /// What is unusual about the writing, though the value is certain.
  public var remarks: [NumeralRemark]

  /// Makes an examined numeral.
  public init(_ reading: NumeralReading, remarks: [NumeralRemark] = []) {
    self.reading = reading
    self.remarks = remarks
  }
}

/// Something unusual about a numeral whose value is nevertheless certain.
public enum NumeralRemark: Sendable, Hashable {
  /// `^` stands where a comma belongs, as an exporter that escapes commas leaves it.
  case caretForComma
  /// Blanks group the digits: `2 691,8`.
  case blankGroups
  /// A whole number was written with zeros after the decimal mark: `2014.0`.
  case zeroFraction
  /// A dash other than the hyphen stands for the minus sign: `−5`, `–5`.
  case typographicMinus
  /// A plus sign was written: `+5`.
  case plusSign
  /// Zeros stand before the first digit that counts: `007`.
  case leadingZeros
}
