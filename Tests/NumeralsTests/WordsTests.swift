import Numerals
import Testing

/// Every fault with its words in both languages.
private let faultWords: [(NumeralFault, String, String)] = [
  (.noDigits, "tidak memuat angka", "holds no digits"),
  (
    .patternMismatch, "tidak sesuai dengan pola yang ditetapkan",
    "does not have the form of the declared pattern"
  ),
  (
    .unexpectedText("orang"), "memuat teks 'orang' yang tidak ditetapkan",
    "holds the undeclared text 'orang'"
  ),
  (
    .letterForDigit("O"), "memuat huruf 'O' di tempat angka",
    "has the letter 'O' in place of a digit"
  ),
  (
    .scientific, "ditulis dalam notasi ilmiah, sehingga ketelitiannya sudah hilang",
    "is in scientific notation, so that its precision is gone"
  ),
  (.doubledMark, "memuat dua tanda pemisah berurutan", "has two marks in a row"),
  (.leadingMark, "diawali tanda pemisah", "begins with a mark"),
  (.trailingMark, "diakhiri tanda pemisah", "ends with a mark"),
  (.strayBlank, "memuat spasi yang tidak pada tempatnya", "has a blank where none belongs"),
  (
    .groupLength(1), "memuat kelompok ribuan 1 angka, seharusnya 3",
    "has a group of 1 digit where 3 belong"
  ),
  (
    .groupLength(4), "memuat kelompok ribuan 4 angka, seharusnya 3",
    "has a group of 4 digits where 3 belong"
  ),
  (
    .leadingZero, "diawali angka nol yang tidak pada tempatnya",
    "begins with a zero that does not belong"
  ),
  (.twoDecimalMarks, "memuat lebih dari satu tanda desimal", "has more than one decimal mark"),
  (
    .groupAfterDecimal, "memuat pemisah ribuan sesudah tanda desimal",
    "has a group mark after the decimal mark"
  ),
  (
    .otherConvention(.english),
    "ditulis dengan kebiasaan Inggris (1,234.56), berbeda dari kolomnya",
    "is written by the English (1,234.56) convention, unlike its field"
  ),
  (
    .otherConvention(.indonesian),
    "ditulis dengan kebiasaan Indonesia (1.234,56), berbeda dari kolomnya",
    "is written by the Indonesian (1.234,56) convention, unlike its field"
  ),
  (
    .fraction, "memuat pecahan padahal harus bilangan bulat",
    "has decimals although it must be a whole number"
  ),
  (.overflow, "lebih dari 38 angka", "has more than 38 digits"),
  (.doubleSign, "memuat dua tanda negatif atau positif", "has two signs"),
  (.misplacedSign, "memuat tanda di belakang angka", "has its sign after the digits"),
  (
    .unbalancedParentheses, "memuat tanda kurung tanpa pasangan",
    "has a parenthesis without its partner"
  ),
]

@Test(arguments: faultWords)
func tellsFaultsInBothLanguages(_ fault: NumeralFault, _ indonesian: String, _ english: String) {
  #expect(fault.words == (indonesian, english))
}

@Test(
  arguments: [
    (
      .caretForComma, "memakai '^' sebagai pengganti koma", "has '^' in place of the comma"
    ),
    (.blankGroups, "memakai spasi sebagai pemisah ribuan", "separates thousands by blanks"),
    (
      .zeroFraction, "ditulis dengan desimal nol padahal bilangan bulat",
      "is written with zero decimals although it is a whole number"
    ),
    (
      .typographicMinus, "memakai tanda pisah sebagai tanda minus",
      "has a dash in place of the minus sign"
    ),
    (.plusSign, "memakai tanda plus", "has a plus sign"),
    (
      .leadingZeros, "diawali angka nol yang tidak berarti", "begins with zeros that mean nothing"
    ),
  ] as [(NumeralRemark, String, String)])
func tellsRemarksInBothLanguages(_ remark: NumeralRemark, _ indonesian: String, _ english: String) {
  #expect(remark.words == (indonesian, english))
}

@Test(
  arguments: [
    (.noGroup, "tidak memuat kelompok '(.*)' untuk angkanya", "has no group '(.*)' for the number"),
    (
      .unsupported("["),
      "memuat '[' yang tidak didukung; tulis '\\[' bila dimaksud tanda itu sendiri",
      "holds '[', which is not supported; write '\\[' to mean the sign itself"
    ),
    (.unfinishedEscape, "diakhiri garis miring terbalik", "ends with a backslash"),
  ] as [(NumberPattern.Problem, String, String)])
func tellsPatternProblemsInBothLanguages(
  _ problem: NumberPattern.Problem, _ indonesian: String, _ english: String
) {
  #expect(problem.words == (indonesian, english))
}

@Test(
  arguments: [
    (.empty, "tidak memuat kata bilangan", "holds no number words"),
    (
      .unknownWord("jtua"), "memuat kata 'jtua' yang bukan kata bilangan",
      "holds 'jtua', which is no number word"
    ),
    (
      .misplacedWord("juta"), "memuat kata 'juta' yang tidak pada tempatnya",
      "has 'juta' where it does not belong"
    ),
    (
      .overflow, "melebihi bilangan yang dapat dieja", "exceeds the numbers that can be spelled"
    ),
  ] as [(SpelledNumber.Problem, String, String)])
func tellsSpellingProblemsInBothLanguages(
  _ problem: SpelledNumber.Problem, _ indonesian: String, _ english: String
) {
  #expect(problem.words == (indonesian, english))
}

private struct SettlementWords: Sendable, CustomTestStringConvertible {
  let texts: [String]
  var declared: Notation.Convention?
  var wholeOnly = false
  let indonesian: String
  let english: String

  var testDescription: String { english }
}

@Test(arguments: [
  SettlementWords(
    texts: ["1"], declared: .english, indonesian: "ditetapkan dalam pipeline",
    english: "given in the pipeline"),
  SettlementWords(
    texts: ["1,5", "2,5"], indonesian: "ditunjukkan 2 nilai seperti '1,5'",
    english: "shown by values like '1,5' (2)"),
  SettlementWords(
    texts: ["2.5"] + [String](repeating: "1,5", count: 20),
    indonesian: "ditunjukkan 20 nilai seperti '1,5', berlawanan dengan 1 nilai seperti '2.5'",
    english: "shown by values like '1,5' (20), against values like '2.5' (1)"),
  SettlementWords(
    texts: ["5.015"], wholeOnly: true,
    indonesian: "bilangan bulat tidak berdesimal, jadi tanda pada '5.015' adalah pemisah ribuan",
    english: "whole numbers have no decimals, so the mark in '5.015' separates thousands"),
  SettlementWords(
    texts: ["1"], indonesian: "tidak ada nilai yang menunjukkannya", english: "no value shows it"),
  SettlementWords(
    texts: ["11.16", "13,84"],
    indonesian:
      "dua cara penulisan dalam satu kolom: 1 nilai seperti '13,84' dan 1 nilai seperti '11.16'",
    english: "two conventions in one field: values like '13,84' (1) and like '11.16' (1)"),
  SettlementWords(
    texts: ["5.015"],
    indonesian:
      "'5.015' dapat berarti 5015 atau 5,015, dan tidak ada nilai lain yang memastikannya",
    english: "'5.015' may mean 5015 or 5.015, and no other value settles it"),
])
private func tellsSettlementsInBothLanguages(_ sample: SettlementWords) {
  var evidence = ConventionEvidence()
  sample.texts.forEach { evidence.observe($0) }
  let settled = evidence.settle(declared: sample.declared, wholeOnly: sample.wholeOnly)
  #expect(settled.words == (sample.indonesian, sample.english))
}
