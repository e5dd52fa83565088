import Tabular

/// What is said of series that neither rise nor fall throughout.
extension Words {
  /// The most values that a sentence names.
  private static let valueLimit = 8

  func unsteady(
    _ value: SeriesValue, isHigher: Bool, than other: SeriesValue, beside third: SeriesValue?,
    isAfter: Bool
  ) -> String {
    let from = value.calculation.map {
      pick(", dari \($0.written(in: language)),", ", from \($0.written(in: language)),")
    }
    let start =
      pick("\(self.value(value)) pada \(value.time)", "\(self.value(value)) in \(value.time)")
      + (from ?? "")
    let middle = pick(
      "lebih \(isHigher ? "tinggi" : "rendah") daripada \(plain(other)) pada \(other.time)",
      "\(isHigher ? "higher" : "lower") than \(plain(other)) in \(other.time)")
    let rest: String
    if let third {
      rest = pick(
        "padahal \(isAfter ? "sesudahnya" : "sebelumnya") \(plain(third)) pada \(third.time)",
        "although \(plain(third)) \(isAfter ? "follows" : "precedes") in \(third.time)")
    } else {
      let rises = isHigher != isAfter
      rest = pick(
        "padahal nilai lainnya tidak pernah \(rises ? "turun" : "naik")",
        "although the others never \(rises ? "fall" : "rise")")
    }
    return pick("\(start) \(middle), \(rest)", "\(start) is \(middle), \(rest)")
  }

  func unsettled(_ values: [SeriesValue], wrong: Int) -> String {
    var told = values.prefix(Self.valueLimit).map {
      pick("\(value($0)) pada \($0.time)", "\(value($0)) in \($0.time)")
    }
    let rest = values.count - told.count
    if rest > 0 { told.append(pick("\(rest) lainnya", "\(rest) others")) }
    let last = told.removeLast()
    let list = told.joined(separator: "; ") + pick("; atau \(last)", "; or \(last)")
    if wrong == 1 {
      return pick(
        "nilainya naik turun; yang keliru salah satu dari: \(list); data ini tidak menentukan yang mana",
        "the values rise and fall; the wrong one is: \(list); the data do not settle which")
    }
    return pick(
      "nilainya naik turun; yang keliru \(wrong) dari: \(list); data ini tidak menentukan yang mana",
      "the values rise and fall; \(wrong) of these are wrong: \(list); the data do not settle which"
    )
  }

  /// A value with how it came about.
  private func value(_ value: SeriesValue) -> String {
    let number = plain(value)
    guard value.isImplied else { return value.name.map { "\($0) \(number)" } ?? number }
    let name = value.name ?? pick("nilai", "value")
    let ends = value.range.map {
      " (\($0.lower.written(in: language))–\($0.upper.written(in: language)))"
    }
    return pick("\(name) tersirat \(number)", "the implied \(name) \(number)") + (ends ?? "")
  }

  private func plain(_ value: SeriesValue) -> String { value.figure.written(in: language) }
}
