/// Years, semesters, quarters and months as Indonesian and English tables write them.
enum PeriodText {
  /// The period as `2023`, `2023-S1`, `2023-Q1` or `2023-01`, or nil for other texts.
  ///
  /// Reads `2023`, `2023.0`, `Semester I 2023`, `2023-S1`, `Smt 1 Tahun 2023`, `Triwulan II 2023`,
  /// `TW 2/2023`, `2023-Q2`, `Januari 2023`, `2023-01`, `01/2023`.
  static func read(_ text: String) -> String? {
    var words = text.lowercased().split { " -/.,_".contains($0) }.map(String.init)
    words.removeAll { ["tahun", "thn", "th", "year", "bulan", "ta"].contains($0) }
    guard let yearPlace = words.firstIndex(where: isYear) else { return nil }
    let year = words.remove(at: yearPlace)
    if words.isEmpty || words == ["0"] && text.contains(".") { return year }
    if words.count == 1 { return single(words[0], year) }
    guard words.count == 2 else { return nil }
    return part(words[0], words[1], year)
  }

  private static func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && Int(word).map { (1800...2200).contains($0) } == true
  }

  private static func single(_ word: String, _ year: String) -> String? {
    if let month = MonthName.number(of: word) { return year + "-" + DateText.twoDigits(month) }
    if word.utf8.count <= 2, let month = Int(word), (1...12).contains(month) {
      return year + "-" + DateText.twoDigits(month)
    }
    guard let last = word.last else { return nil }
    return part(String(word.dropLast()), String(last), year)
  }

  private static func part(_ name: String, _ number: String, _ year: String) -> String? {
    let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    guard let number = roman[number] ?? Int(number) else { return nil }
    if ["s", "sem", "smt", "semester"].contains(name), (1...2).contains(number) {
      return "\(year)-S\(number)"
    }
    if ["q", "tw", "triwulan", "kuartal", "quarter"].contains(name), (1...4).contains(number) {
      return "\(year)-Q\(number)"
    }
    return nil
  }
}

/// Yes and no as Indonesian and English tables write them.
enum BooleanText {
  private static let yes: Set<String> = [
    "ya", "y", "true", "benar", "1", "yes", "ada", "sudah", "v", "✓", "√",
  ]
  private static let no: Set<String> = [
    "tidak", "t", "false", "salah", "0", "no", "n", "tidak ada", "belum", "x", "tdk",
  ]

  /// `true` or `false`, or nil for other texts.
  static func read(_ text: String) -> String? {
    let text = text.lowercased()
    if yes.contains(text) { return "true" }
    return no.contains(text) ? "false" : nil
  }
}
