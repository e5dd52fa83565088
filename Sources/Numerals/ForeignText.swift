/// Characters within a numeral that are neither digits nor marks nor blanks.
struct ForeignText {
  private let core: [UInt8]
  private let places: [Int]

  /// Nil where there are none.
  init?(_ core: [UInt8]) {
    self.core = core
    places = core.withUnsafeBufferPointer { bytes in
      var places: [Int] = []
      var at = 0
      while at < bytes.count {
        let blanks = Blanks.skip(bytes, at..<bytes.count)
        if blanks > at {
          at = blanks
        } else {
          if !Self.belongs(bytes[at]) { places.append(at) }
          at += 1
        }
      }
      return places
    }
    if places.isEmpty { return nil }
  }

  private static func belongs(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: "^")
  }

  /// The fault, and what `read` makes of the text once it is mended.
  func diagnosis(_ read: ([UInt8]) -> [ExactDecimal]) -> (NumeralFault, [ExactDecimal]) {
    if let digits = withDigitsForLetters {
      let letter = String(decoding: [core[places[0]]], as: UTF8.self)
      return (.letterForDigit(letter), read(digits))
    }
    if places == [core.count - 1], "+-".utf8.contains(core[core.count - 1]) {
      let values = read(Self.trimmed(core.dropLast()))
      return (
        .misplacedSign, core.last == UInt8(ascii: "-") ? values.compactMap(\.negated) : values
      )
    }
    let numbers = stretches(where: { !places.contains($0) })
      .map { Self.trimmed(core[$0]) }.filter { $0.contains { $0 &- 0x30 < 10 } }
    return (.unexpectedText(foreign), numbers.count == 1 ? read(numbers[0]) : [])
  }

  /// The text with O as 0 and l, I as 1, where no other foreign character stands in it.
  private var withDigitsForLetters: [UInt8]? {
    var digits = core
    for place in places {
      switch core[place] {
      case UInt8(ascii: "O"), UInt8(ascii: "o"): digits[place] = UInt8(ascii: "0")
      case UInt8(ascii: "l"), UInt8(ascii: "I"): digits[place] = UInt8(ascii: "1")
      default: return nil
      }
    }
    return digits
  }

  /// The first stretch of foreign text, with the blanks and marks inside it.
  private var foreign: String {
    let first = places[0]
    let nextDigit = core[first...].firstIndex { $0 &- 0x30 < 10 } ?? core.count
    return String(decoding: Self.trimmed(core[first..<nextDigit]), as: UTF8.self)
  }

  private func stretches(where belongs: (Int) -> Bool) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for place in core.indices where belongs(place) {
      if let last = stretches.last, last.upperBound == place {
        stretches[stretches.count - 1] = last.lowerBound..<(place + 1)
      } else {
        stretches.append(place..<(place + 1))
      }
    }
    return stretches
  }

  private static func trimmed(_ text: some Collection<UInt8>) -> [UInt8] {
    Array(text).withUnsafeBufferPointer { Array($0[Blanks.trim($0, 0..<$0.count)]) }
  }
}
