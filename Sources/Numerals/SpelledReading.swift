extension SpelledNumber {
  /// The number that Indonesian words spell; throws the first word that does not fit.
  ///
  /// Upper and lower case and repeated blanks don't matter; `rupiah` may follow. `seratus`, `seribu`
  /// and `sebelas` are spelled so, and so are the rarer `sejuta`, `semiliar`; `satu ribu` and `satu
  /// ratus` are read as well, because people write them on forms, but `satu puluh` and `satu belas`
  /// are not, because nobody does.
  public static func value(of text: String) throws(Problem) -> Int128 {
    var words = text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "-" }.map(
      String.init)
    if words.last == "rupiah" { words.removeLast() }
    words = words.map { variants[$0] ?? $0 }
    let isNegative = words.first == minus
    if isNegative { words.removeFirst() }
    guard !words.isEmpty else { throw .empty }
    if words == [units[0]] { return 0 }
    var sum = SpelledSum()
    for word in words { try sum.add(word) }
    let value = try sum.total()
    return isNegative ? -value : value
  }
}

/// A spelled number while its words are read, from the largest scale down.
private struct SpelledSum {
  private var finished: Int128 = 0
  private var thousands: Int128 = 0
  private var lastScale = Int.max
  private var hundreds = 0
  private var rest = 0
  private var stage = Stage.open

  /// What the group of up to three digits has so far.
  private enum Stage {
    /// Nothing.
    case open
    /// A digit word that may still become hundreds, tens or teens.
    case digit(Int)
    /// Hundreds; tens, teens or a unit may follow.
    case hundreds
    /// Hundreds and a digit that may still become tens or teens.
    case digitAfterHundreds(Int)
    /// Tens; a unit may follow.
    case tens
    /// All that a group can have.
    case full
  }

  mutating func add(_ word: String) throws(SpelledNumber.Problem) {
    if let digit = SpelledNumber.units.firstIndex(of: word), digit > 0 {
      try addDigit(digit, word)
    } else if let scale = SpelledNumber.scales.first(where: { $0.name == word }) {
      try close(scale.exponent, word)
    } else if word.hasPrefix("se"),
      let place = SpelledNumber.scales.first(where: { "se" + $0.name == word })
    {
      guard case .open = stage else { throw .misplacedWord(word) }
      rest = 1
      stage = .full
      try close(place.exponent, word)
    } else {
      try addPlace(word)
    }
  }

  private mutating func addDigit(_ digit: Int, _ word: String) throws(SpelledNumber.Problem) {
    switch stage {
    case .open: stage = .digit(digit)
    case .hundreds: stage = .digitAfterHundreds(digit)
    case .tens:
      rest += digit
      stage = .full
    case .digit, .digitAfterHundreds, .full: throw .misplacedWord(word)
    }
  }

  private mutating func addPlace(_ word: String) throws(SpelledNumber.Problem) {
    switch (word, stage) {
    case ("seratus", .open): (hundreds, stage) = (1, .hundreds)
    case ("ratus", .digit(let digit)): (hundreds, stage) = (digit, .hundreds)
    case ("sepuluh", .open), ("sepuluh", .hundreds): (rest, stage) = (10, .full)
    case ("sebelas", .open), ("sebelas", .hundreds): (rest, stage) = (11, .full)
    case ("puluh", .digit(let digit)) where digit > 1,
      ("puluh", .digitAfterHundreds(let digit)) where digit > 1:
      (rest, stage) = (digit * 10, .tens)
    case ("belas", .digit(let digit)) where digit > 1,
      ("belas", .digitAfterHundreds(let digit)) where digit > 1:
      (rest, stage) = (digit + 10, .full)
    case ("seratus", _), ("ratus", _), ("sepuluh", _), ("sebelas", _), ("puluh", _), ("belas", _),
      ("nol", _), ("minus", _), ("rupiah", _):
      throw .misplacedWord(word)
    default: throw .unknownWord(word)
    }
  }

  /// Ends a group with the word of its scale.
  ///
  /// `ribu` may be multiplied once more: budgets say `tiga ribu enam ratus triliun`.
  private mutating func close(_ exponent: Int, _ word: String) throws(SpelledNumber.Problem) {
    let group = takeGroup()
    if exponent == 3 {
      guard let group, thousands == 0 else { throw .misplacedWord(word) }
      thousands = Int128(group) * 1000
      return
    }
    let multiplier = thousands + Int128(group ?? 0)
    guard multiplier > 0, thousands == 0 || exponent >= 12, exponent < lastScale,
      let unit = PowersOfTen.power(exponent)
    else { throw .misplacedWord(word) }
    thousands = 0
    finished += multiplier * unit
    lastScale = exponent
  }

  /// The group so far, or nil where it has no word.
  private mutating func takeGroup() -> Int? {
    defer { (hundreds, rest, stage) = (0, 0, .open) }
    switch stage {
    case .open: return nil
    case .digit(let digit), .digitAfterHundreds(let digit): return hundreds * 100 + digit
    case .hundreds, .tens, .full: return hundreds * 100 + rest
    }
  }

  mutating func total() throws(SpelledNumber.Problem) -> Int128 {
    let total = finished + thousands + Int128(takeGroup() ?? 0)
    guard total < SpelledNumber.limit else { throw .overflow }
    return total
  }
}
