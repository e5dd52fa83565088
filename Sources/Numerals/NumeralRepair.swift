/// Finds the well-formed numerals nearest to a malformed one, using only the digits that stand
/// there: none is invented.
struct NumeralRepair {
  /// The text as found.
  let core: [UInt8]
  let convention: Notation.Convention
  let wholeOnly: Bool

  /// The most candidates that are told.
  static let limit = 3
  /// Longer texts than any number of 38 digits are not repaired.
  static let longestText = 80

  /// The candidates, those first that change the fewest characters.
  func nearest(_ marked: MarkedDigits) -> [ExactDecimal] {
    guard core.count <= Self.longestText else { return [] }
    var candidates: [ExactDecimal] = []
    for variant in tidied(marked) {
      if let value = try? StrictDigits.read(variant.text, by: convention).get().value {
        candidates.append(value)
      } else {
        let (grouped, decimal) = (regrouped(variant), withOneDecimalMark(variant))
        candidates += withoutOneGroup(variant)
        candidates += variant.endsInHundredths ? decimal + grouped : grouped + decimal
      }
    }
    return ranked(candidates)
  }

  /// The same digits without doubled, leading and trailing marks, in the ways that this can be done.
  private func tidied(_ marked: MarkedDigits) -> [MarkedDigits] {
    var left = marked
    if left.runs[0].isEmpty, left.marks.first == convention.decimalSign {
      left.runs[0] = [UInt8(ascii: "0")]
    }
    var right = left
    left.dropEmptyRuns { $0 }
    right.dropEmptyRuns { $0 - 1 }
    var unspaced = left
    while let blank = unspaced.marks.firstIndex(of: MarkedDigits.blank) { unspaced.join(at: blank) }
    var variants = [left]
    if right.text != left.text { variants.append(right) }
    if unspaced.text != left.text { variants.append(unspaced) }
    return variants
  }

  /// A stray group taken out: `2.073.119.0.000` without its `.0`.
  private func withoutOneGroup(_ marked: MarkedDigits) -> [ExactDecimal] {
    marked.runs.indices.dropFirst().filter { marked.runs[$0].count != 3 }.compactMap { place in
      var shorter = marked
      shorter.runs.remove(at: place)
      shorter.marks.remove(at: place - 1)
      guard !shorter.marks.isEmpty else { return nil }
      return try? StrictDigits.read(shorter.text, by: convention).get().value
    }
  }

  /// The same digits in groups of three: `1.0548.04` as `1.054.804`.
  private func regrouped(_ marked: MarkedDigits) -> [ExactDecimal] {
    let hasDecimals =
      marked.marks.last == convention.decimalSign
      && marked.marks.count { $0 == convention.decimalSign } == 1
    let wholes = hasDecimals ? marked.runs.dropLast() : marked.runs[...]
    let value = number(wholes.flatMap { $0 }, decimals: hasDecimals ? marked.runs.last ?? [] : [])
    return value.map { [$0] } ?? []
  }

  /// One mark as the decimal mark, the others left out: `1.234.56` as `1.234,56`.
  private func withOneDecimalMark(_ marked: MarkedDigits) -> [ExactDecimal] {
    guard !wholeOnly, let last = marked.runs.last, last.count <= 2 else { return [] }
    let value = number(marked.runs.dropLast().flatMap { $0 }, decimals: last)
    return value.map { [$0] } ?? []
  }

  private func number(_ whole: [UInt8], decimals: [UInt8]) -> ExactDecimal? {
    let counting = Array(whole.drop { $0 == UInt8(ascii: "0") })
    let start = counting.isEmpty ? [UInt8(ascii: "0")] : counting
    let text = decimals.isEmpty ? start : start + [convention.decimalSign] + decimals
    return try? StrictDigits.read(text, by: convention).get().value
  }

  private func ranked(_ candidates: [ExactDecimal]) -> [ExactDecimal] {
    var distinct: [(value: ExactDecimal, distance: Int)] = []
    for value in candidates where !distinct.contains(where: { $0.value.isWritten(as: value) }) {
      guard !wholeOnly || value.rescaled(to: 0) != nil else { continue }
      distinct.append((value, distance(to: value)))
    }
    let order = distinct.indices.sorted {
      (distinct[$0].distance, $0) < (distinct[$1].distance, $1)
    }
    return order.prefix(Self.limit).map { distinct[$0].value }
  }

  /// How many characters differ between the text and the way the field would write `value`.
  private func distance(to value: ExactDecimal) -> Int {
    let found = core.map(UInt32.init)
    let groupings: [Notation.Grouping] = [.thousands, .none]
    let distances = groupings.map { grouping in
      let written = Notation(convention: convention, grouping: grouping).written(value)
      return EditDistance.between(found, written.utf8.map(UInt32.init))
    }
    return distances.min() ?? 0
  }
}

extension MarkedDigits {
  /// True for two digits after a whole without groups, as in `297849100 00`.
  fileprivate var endsInHundredths: Bool {
    runs.count == 2 && runs[0].count > 3 && runs[1].count == 2
  }

  /// Removes runs without digits, each with the mark that `mark` chooses for its place.
  fileprivate mutating func dropEmptyRuns(mark: (Int) -> Int) {
    while let place = runs.firstIndex(where: \.isEmpty), runs.count > 1 {
      marks.remove(at: min(max(mark(place), 0), marks.count - 1))
      runs.remove(at: place)
    }
  }

  /// Takes one mark out.
  fileprivate mutating func join(at mark: Int) {
    runs[mark] += runs.remove(at: mark + 1)
    marks.remove(at: mark)
  }
}
