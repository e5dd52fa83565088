import Tabular

/// The words of `junit.xml` that no other report needs, in both languages.
enum WordsOfTests {
  /// How many more findings a case has than the one that is told.
  static func more(_ count: Int, _ language: Language) -> String {
    let number = PageWords.number(count)
    return Message(
      indonesian: "dan \(number.indonesian) temuan lain",
      english: "and \(number.english) more \(count == 1 ? "finding" : "findings")"
    ).text(in: language)
  }

  /// How many findings of a case are not told here.
  static func elsewhere(_ count: Int) -> Message {
    let number = PageWords.number(count)
    return Message(
      indonesian: "… \(number.indonesian) temuan lain ada di findings.csv",
      english: "… \(number.english) more \(count == 1 ? "is" : "are") in findings.csv")
  }

  /// How many places of a rule are only counted.
  static func unlisted(_ count: Int) -> Message {
    let number = PageWords.number(count)
    return Message(
      indonesian: "… \(number.indonesian) tempat lain hanya dihitung, tidak dirinci",
      english: "… \(number.english) more \(count == 1 ? "place is" : "places are") only counted")
  }
}
