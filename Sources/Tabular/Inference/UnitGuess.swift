extension FieldGuess {
  /// Gives fields the units that their labels and the lines above the table name.
  static func guessUnits(_ guesses: inout [FieldGuess], header: Header, lines: [UnitLine]) {
    var hasOwn: Set<Int> = []
    for place in guesses.indices where guesses[place].canBeScaled {
      let levels = header.columns[guesses[place].column].levels
      guard let phrase = levels.reversed().lazy.compactMap(UnitPhrase.inLabel).first else {
        continue
      }
      hasOwn.insert(place)
      guesses[place].take(phrase)
    }
    guard let phrase = lines.last?.phrase, phrase.magnitude > 0 else { return }
    let others = guesses.indices.filter {
      !hasOwn.contains($0) && guesses[$0].canBeScaled
        && !hasOtherUnit(header.columns[guesses[$0].column].label)
    }
    for place in chosen(others, of: guesses, for: phrase) { guesses[place].take(phrase) }
  }

  /// The fields that a unit above the table is likely to be meant for.
  ///
  /// Money is meant for amounts, and for numbers with fractions, which are no counts; where there
  /// are none of them, for all numbers.
  private static func chosen(
    _ others: [Int], of guesses: [FieldGuess], for phrase: UnitPhrase
  ) -> [Int] {
    guard let unit = phrase.unit else {
      return others.filter { [.amount, .count].contains(guesses[$0].field.kind) }
    }
    guard UnitWords.isMoney(unit) else {
      return others.filter { guesses[$0].field.kind != .amount }
    }
    let likely = others.filter { [.amount, .decimal].contains(guesses[$0].field.kind) }
    return likely.isEmpty ? others : likely
  }

  /// True for labels that say that their numbers are of another kind than those of the table.
  private static func hasOtherUnit(_ label: String) -> Bool {
    let words = LabelForm.key(label)
    return label.contains("(") || label.contains("%")
      || ["luas", "laju", "rasio", "kepadatan", "indeks", "pertumbuhan", "tahun", "nomor"]
        .contains { words.contains($0) }
  }

  private var canBeScaled: Bool {
    [.amount, .count, .decimal].contains(field.kind)
      && field.unit.map { !["%", "persen"].contains($0) } ?? true
  }

  /// Takes a unit: money makes an amount of the field, people a count.
  private mutating func take(_ phrase: UnitPhrase) {
    guard let unit = phrase.unit else {
      guard field.kind != .decimal else { return }
      field.writtenUnit = phrase.magnitude > 0 ? phrase : nil
      return
    }
    if UnitWords.isMoney(unit) { field.kind = .amount }
    if UnitWords.isPeople(unit) { field.kind = .count }
    field.unit = unit
    field.writtenUnit = phrase.magnitude > 0 ? phrase : nil
  }
}
