extension NumeralFault {
  /// What is wrong, as a clause for people: the rest of a sentence that begins with the text.
  public var words: (indonesian: String, english: String) {
    switch self {
    case .noDigits: ("tidak memuat angka", "holds no digits")
    case .patternMismatch:
      ("tidak sesuai dengan pola yang ditetapkan", "does not have the form of the declared pattern")
    case .unexpectedText(let text):
      ("memuat teks '\(text)' yang tidak ditetapkan", "holds the undeclared text '\(text)'")
    case .letterForDigit(let letter):
      ("memuat huruf '\(letter)' di tempat angka", "has the letter '\(letter)' in place of a digit")
    case .scientific:
      (
        "ditulis dalam notasi ilmiah, sehingga ketelitiannya sudah hilang",
        "is in scientific notation, so that its precision is gone"
      )
    case .leadingZero:
      (
        "diawali angka nol yang tidak pada tempatnya",
        "begins with a zero that does not belong"
      )
    case .fraction:
      (
        "memuat pecahan padahal harus bilangan bulat",
        "has decimals although it must be a whole number"
      )
    case .overflow: ("lebih dari 38 angka", "has more than 38 digits")
    case .otherConvention(let convention):
      (
        "ditulis dengan kebiasaan \(convention.words.indonesian), berbeda dari kolomnya",
        "is written by the \(convention.words.english) convention, unlike its field"
      )
    case .doubledMark, .leadingMark, .trailingMark, .strayBlank, .groupLength, .twoDecimalMarks,
      .groupAfterDecimal:
      wordsOnMarks
    case .doubleSign, .misplacedSign, .unbalancedParentheses: wordsOnSigns
    }
  }

  private var wordsOnMarks: (indonesian: String, english: String) {
    switch self {
    case .doubledMark: ("memuat dua tanda pemisah berurutan", "has two marks in a row")
    case .leadingMark: ("diawali tanda pemisah", "begins with a mark")
    case .trailingMark: ("diakhiri tanda pemisah", "ends with a mark")
    case .strayBlank: ("memuat spasi yang tidak pada tempatnya", "has a blank where none belongs")
    case .groupLength(let digits):
      (
        "memuat kelompok ribuan \(digits) angka, seharusnya 3",
        "has a group of \(digits) digit\(digits == 1 ? "" : "s") where 3 belong"
      )
    case .groupAfterDecimal:
      ("memuat pemisah ribuan sesudah tanda desimal", "has a group mark after the decimal mark")
    default: ("memuat lebih dari satu tanda desimal", "has more than one decimal mark")
    }
  }

  private var wordsOnSigns: (indonesian: String, english: String) {
    switch self {
    case .doubleSign: ("memuat dua tanda negatif atau positif", "has two signs")
    case .misplacedSign: ("memuat tanda di belakang angka", "has its sign after the digits")
    default: ("memuat tanda kurung tanpa pasangan", "has a parenthesis without its partner")
    }
  }
}

extension NumeralRemark {
  /// What is unusual, as a clause for people: the rest of a sentence that begins with the text.
  public var words: (indonesian: String, english: String) {
    switch self {
    case .caretForComma: ("memakai '^' sebagai pengganti koma", "has '^' in place of the comma")
    case .blankGroups: ("memakai spasi sebagai pemisah ribuan", "separates thousands by blanks")
    case .zeroFraction:
      (
        "ditulis dengan desimal nol padahal bilangan bulat",
        "is written with zero decimals although it is a whole number"
      )
    case .typographicMinus:
      ("memakai tanda pisah sebagai tanda minus", "has a dash in place of the minus sign")
    case .plusSign: ("memakai tanda plus", "has a plus sign")
    case .leadingZeros:
      ("diawali angka nol yang tidak berarti", "begins with zeros that mean nothing")
    }
  }
}

extension NumberPattern.Problem {
  /// What is wrong with the pattern, as a clause for people.
  public var words: (indonesian: String, english: String) {
    switch self {
    case .noGroup:
      ("tidak memuat kelompok '(.*)' untuk angkanya", "has no group '(.*)' for the number")
    case .unsupported(let character):
      (
        "memuat '\(character)' yang tidak didukung; tulis '\\\(character)' bila dimaksud tanda itu sendiri",
        "holds '\(character)', which is not supported; write '\\\(character)' to mean the sign itself"
      )
    case .unfinishedEscape:
      ("diakhiri garis miring terbalik", "ends with a backslash")
    }
  }
}

extension SpelledNumber.Problem {
  /// What is wrong with the spelled number, as a clause for people.
  public var words: (indonesian: String, english: String) {
    switch self {
    case .empty: ("tidak memuat kata bilangan", "holds no number words")
    case .unknownWord(let word):
      ("memuat kata '\(word)' yang bukan kata bilangan", "holds '\(word)', which is no number word")
    case .misplacedWord(let word):
      ("memuat kata '\(word)' yang tidak pada tempatnya", "has '\(word)' where it does not belong")
    case .overflow:
      ("melebihi bilangan yang dapat dieja", "exceeds the numbers that can be spelled")
    }
  }
}

extension Notation.Convention {
  /// The name of the convention in a sentence.
  public var words: (indonesian: String, english: String) {
    switch self {
    case .indonesian: ("Indonesia (1.234,56)", "Indonesian (1.234,56)")
    case .english: ("Inggris (1,234.56)", "English (1,234.56)")
    }
  }
}

extension ConventionSettlement {
  /// What the convention rests on, or why there is none, as a sentence for people.
  public var words: (indonesian: String, english: String) {
    switch self {
    case .settled(_, .given): ("ditetapkan dalam pipeline", "given in the pipeline")
    case .settled(_, .values(let count, let example, 0, _)):
      (
        "ditunjukkan \(count) nilai seperti '\(example)'",
        "shown by values like '\(example)' (\(count))"
      )
    case .settled(_, .values(let count, let example, let against, let counterexample)):
      (
        "ditunjukkan \(count) nilai seperti '\(example)', "
          + "berlawanan dengan \(against) nilai seperti '\(counterexample ?? "")'",
        "shown by values like '\(example)' (\(count)), "
          + "against values like '\(counterexample ?? "")' (\(against))"
      )
    case .settled(_, .type(let example)):
      (
        "bilangan bulat tidak berdesimal, jadi tanda pada '\(example)' adalah pemisah ribuan",
        "whole numbers have no decimals, so the mark in '\(example)' separates thousands"
      )
    case .settled(_, .stored):
      ("tersimpan sebagai angka di lembar kerja", "stored as numbers in the workbook")
    case .settled(_, .assumed): ("tidak ada nilai yang menunjukkannya", "no value shows it")
    case .mixed(let indonesian, let english): Self.words(onMixed: indonesian, english)
    case .ambiguous(let example, let indonesian, let english):
      (
        "'\(example)' dapat berarti \(Self.indonesian(indonesian)) atau "
          + "\(Self.indonesian(english)), dan tidak ada nilai lain yang memastikannya",
        "'\(example)' may mean \(indonesian) or \(english), and no other value settles it"
      )
    }
  }

  private static func words(
    onMixed indonesian: ConventionEvidence.Tally, _ english: ConventionEvidence.Tally
  ) -> (indonesian: String, english: String) {
    (
      "dua cara penulisan dalam satu kolom: "
        + "\(indonesian.count) nilai seperti '\(indonesian.example ?? "")' "
        + "dan \(english.count) nilai seperti '\(english.example ?? "")'",
      "two conventions in one field: "
        + "values like '\(indonesian.example ?? "")' (\(indonesian.count)) "
        + "and like '\(english.example ?? "")' (\(english.count))"
    )
  }

  private static func indonesian(_ value: ExactDecimal) -> String {
    Notation(grouping: .none).written(value)
  }
}
