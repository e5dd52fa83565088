extension NumeralReader {
  /// Says why a text is no numeral of the field, and which numerals are near.
  func refuse(_ bytes: UnsafeBufferPointer<UInt8>, _ numeral: FramedNumeral) -> ExaminedNumeral {
    ExaminedNumeral(.malformed(.noDigits, nearest: []))
  }
}
