import Numerals

/// The sentences of what decoding finds.
enum DecodingWords {
  /// What is wrong with a cell of `field`.
  static func sentence(_ fault: CellFault, field: String) -> Message {
    let raw = shortened(fault.raw)
    switch fault.reason {
    case .numeral(let fault, let nearest):
      return numeral(raw, field, NumeralFaultWords.phrase(fault), nearest.first)
    case .numeralForm(let nearest):
      return numeral(raw, field, NumeralFaultWords.otherForm, nearest)
    case .ambiguousNumeral(let values):
      return Message(
        indonesian:
          "'\(raw)' di kolom '\(field)' bisa berarti \(values.map(comma).joined(separator: " atau ")); pakai type 'count' atau 'amount' bila bilangan bulat, atau tetapkan 'decimalChar'",
        english:
          "'\(raw)' in '\(field)' may mean \(values.joined(separator: " or ")); use the type 'count' or 'amount' for whole numbers, or declare 'decimalChar'"
      )
    case .codeWithExponent:
      return Message(
        indonesian:
          "'\(raw)' di kolom '\(field)' bukan kode: notasi ilmiah, sebagian angkanya sudah hilang; ambil kodenya dari berkas asal",
        english:
          "'\(raw)' in '\(field)' is no code but an exponent, in which digits were lost; take the code from the original file"
      )
    case .spreadsheetError:
      return Message(
        indonesian: "'\(raw)' di kolom '\(field)' adalah pesan galat lembar kerja, bukan nilai",
        english: "'\(raw)' in '\(field)' is an error of the spreadsheet, not a value")
    case .formulaWithoutResult:
      return Message(
        indonesian:
          "rumus '\(raw)' di kolom '\(field)' tersimpan tanpa hasil; buka dan simpan lagi berkasnya dengan program lembar kerja",
        english:
          "the formula '\(raw)' in '\(field)' is stored without its result; open and save the file in a spreadsheet program"
      )
    case .required:
      return Message(
        indonesian: "kolom '\(field)' wajib diisi tetapi kosong",
        english: "'\(field)' is required but empty")
    case .belowMinimum(let bound, let value):
      return Message(
        indonesian:
          "\(comma(value.description)) di kolom '\(field)' kurang dari batas terkecil \(comma(bound.description))",
        english: "\(value) in '\(field)' is below the minimum \(bound)")
    case .aboveMaximum(let bound, let value):
      return Message(
        indonesian:
          "\(comma(value.description)) di kolom '\(field)' melebihi batas terbesar \(comma(bound.description))",
        english: "\(value) in '\(field)' is above the maximum \(bound)")
    case .notListed(let nearest): return notListed(raw, field, nearest)
    case .pattern(let pattern):
      return Message(
        indonesian: "'\(raw)' di kolom '\(field)' tidak sesuai pola '\(pattern)'",
        english: "'\(raw)' in '\(field)' does not match the pattern '\(pattern)'")
    case .date, .ambiguousDate, .period, .boolean: return calendar(fault, field)
    }
  }

  private static func numeral(
    _ raw: String, _ field: String, _ reason: Message, _ nearest: String?
  ) -> Message {
    let hint = nearest.map {
      Message(indonesian: "; mungkin maksudnya \($0)", english: "; perhaps \($0) was meant")
    }
    return Message(
      indonesian:
        "'\(raw)' di kolom '\(field)' bukan angka yang sah: \(reason.indonesian)\(hint?.indonesian ?? "")",
      english:
        "'\(raw)' in '\(field)' is no well-formed number: \(reason.english)\(hint?.english ?? "")")
  }

  /// A decimal with the mark that Indonesian uses.
  private static func comma(_ decimal: String) -> String {
    String(decimal.map { $0 == "." ? "," : $0 })
  }

  private static func notListed(_ raw: String, _ field: String, _ nearest: String?) -> Message {
    let hint = nearest.map {
      Message(indonesian: "; yang paling mirip '\($0)'", english: "; the nearest is '\($0)'")
    }
    return Message(
      indonesian:
        "'\(raw)' tidak termasuk nilai yang diizinkan untuk kolom '\(field)'\(hint?.indonesian ?? "")",
      english: "'\(raw)' is not an allowed value of '\(field)'\(hint?.english ?? "")")
  }

  private static func calendar(_ fault: CellFault, _ field: String) -> Message {
    let raw = shortened(fault.raw)
    switch fault.reason {
    case .ambiguousDate(let readings):
      return Message(
        indonesian:
          "'\(raw)' di kolom '\(field)' bisa berarti \(readings.joined(separator: " atau ")); tetapkan urutan hari dan bulannya",
        english:
          "'\(raw)' in '\(field)' may mean \(readings.joined(separator: " or ")); declare the order of day and month"
      )
    case .period:
      return Message(
        indonesian: "'\(raw)' di kolom '\(field)' bukan tahun, semester, triwulan, atau bulan",
        english: "'\(raw)' in '\(field)' is no year, semester, quarter or month")
    case .boolean:
      return Message(
        indonesian: "'\(raw)' di kolom '\(field)' bukan ya atau tidak",
        english: "'\(raw)' in '\(field)' is neither yes nor no")
    default:
      return Message(
        indonesian: "'\(raw)' di kolom '\(field)' bukan tanggal yang sah",
        english: "'\(raw)' in '\(field)' is no valid date")
    }
  }

  /// At most 80 characters of a text, on one line.
  static func shortened(_ text: String) -> String {
    let text = HeaderText.clean(text)
    return text.count <= 80 ? text : text.prefix(79) + "…"
  }
}

/// Why a text is no numeral, as the end of a sentence.
enum NumeralFaultWords {
  static let otherForm = words(
    "tidak ditulis menurut pola kolom ini", "it is not written in the form of its field")

  static func phrase(_ fault: NumeralFault) -> Message {
    switch fault {
    case .noDigits: words("tidak memuat angka", "it holds no digits")
    case .patternMismatch: words("tidak sesuai pola yang ditetapkan", "it lacks the declared form")
    case .unexpectedText(let text):
      words(
        "teks '\(DecodingWords.shortened(text))' bukan bagian angka",
        "the text '\(DecodingWords.shortened(text))' is no part of a number")
    case .letterForDigit(let letter):
      words(
        "huruf '\(letter)' berdiri di tempat angka", "the letter '\(letter)' stands for a digit")
    case .scientific:
      words(
        "notasi ilmiah, sebagian angkanya sudah hilang", "scientific notation has lost digits")
    case .doubledMark: words("dua tanda baca berurutan", "two marks follow each other")
    case .leadingMark: words("diawali tanda baca", "it begins with a mark")
    case .trailingMark: words("diakhiri tanda baca", "it ends with a mark")
    case .strayBlank: words("ada spasi di tengah angka", "a blank stands within it")
    case .groupLength(let length):
      words(
        "ada kelompok ribuan dengan \(length) angka, seharusnya tiga",
        "a group has \(length) digits instead of three")
    case .leadingZero:
      words("berkelompok ribuan tetapi diawali nol", "it is grouped but begins with a zero")
    case .twoDecimalMarks: words("dua tanda desimal", "it has two decimal marks")
    case .groupAfterDecimal:
      words("tanda ribuan sesudah tanda desimal", "a group mark follows the decimal mark")
    case .otherConvention(let convention): otherConvention(convention)
    case .fraction:
      words("berpecahan, padahal kolom ini bilangan bulat", "it has decimals in a whole field")
    case .overflow: words("lebih dari 38 angka", "it has more than 38 digits")
    case .doubleSign: words("tanda minus atau kurung ganda", "it has two signs")
    case .misplacedSign: words("tanda minus di belakang angka", "its sign stands behind it")
    case .unbalancedParentheses: words("kurung tanpa pasangan", "a parenthesis lacks its partner")
    }
  }

  private static func otherConvention(_ convention: Notation.Convention) -> Message {
    switch convention {
    case .english:
      words(
        "ditulis cara Inggris, sedangkan kolom ini cara Indonesia",
        "it is written the English way in an Indonesian column")
    case .indonesian:
      words(
        "ditulis cara Indonesia, sedangkan kolom ini cara Inggris",
        "it is written the Indonesian way in an English column")
    }
  }

  private static func words(_ indonesian: String, _ english: String) -> Message {
    Message(indonesian: indonesian, english: english)
  }
}
