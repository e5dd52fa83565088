import Numerals

/// The sentences about whole columns and records.
enum ReadingWords {
  static func remark(_ remark: NumeralRemark, field: String, count: Int, example: String)
    -> Message
  {
    let example = DecodingWords.shortened(example)
    let end = (
      id: "\(count) kali di kolom '\(field)', misalnya '\(example)'",
      en: "\(count) times in '\(field)', as '\(example)'"
    )
    func words(_ indonesian: String, _ english: String) -> Message {
      Message(indonesian: indonesian + " " + end.id, english: english + " " + end.en)
    }
    return switch remark {
    case .caretForComma: words("tanda '^' dipakai sebagai koma", "'^' stands for a comma")
    case .blankGroups: words("ribuan dipisah spasi", "blanks group the digits")
    case .zeroFraction:
      words("bilangan bulat ditulis dengan desimal nol", "whole numbers have zero decimals")
    case .typographicMinus:
      words("tanda minus tipografis dipakai", "a typographic minus sign stands")
    case .plusSign: words("tanda plus ditulis", "a plus sign stands")
    case .leadingZeros: words("angka diawali nol", "numbers begin with zeros")
    }
  }

  static func mixed(
    field: String, indonesian: ConventionEvidence.Tally, english: ConventionEvidence.Tally
  ) -> Message {
    Message(
      indonesian:
        "dua cara menulis angka di kolom '\(field)': \(indonesian.count) cara Indonesia ('\(indonesian.example ?? "")') dan \(english.count) cara Inggris ('\(english.example ?? "")')",
      english:
        "two ways of writing numbers in '\(field)': \(indonesian.count) Indonesian ('\(indonesian.example ?? "")') and \(english.count) English ('\(english.example ?? "")')"
    )
  }

  static func alike(field: String, _ earlier: String, _ later: String) -> Message {
    Message(
      indonesian:
        "kolom '\(field)' memuat '\(later)' dan '\(earlier)', yang hanya berbeda spasi atau huruf besar",
      english: "'\(field)' holds '\(later)' and '\(earlier)', which differ only in blanks or case")
  }

  static func blanked(field: String, count: Int) -> Message {
    Message(
      indonesian: "\(count) sel kolom '\(field)' berspasi di tepi; spasinya diabaikan",
      english: "\(count) cells of '\(field)' have outer blanks, which were ignored")
  }

  static func unnamed(column: Int) -> Message {
    Message(
      indonesian: "kolom ke-\(column) tidak bernama tetapi berisi nilai",
      english: "column \(column) has no name but holds values")
  }

  static func unnamed(letters: String) -> Message {
    Message(
      indonesian: "kolom \(letters) tidak bernama tetapi berisi nilai",
      english: "column \(letters) has no name but holds values")
  }

  static func textNumbers(field: String, count: Int, numbers: Int, example: String) -> Message {
    let example = DecodingWords.shortened(example)
    return Message(
      indonesian:
        "angka tersimpan sebagai teks: \(count) sel di kolom '\(field)', misalnya '\(example)', di samping \(numbers) sel angka",
      english:
        "numbers stored as text: \(count) cells of '\(field)', as '\(example)', beside \(numbers) cells with numbers"
    )
  }

  static func mergedNumbers(field: String, count: Int, example: String) -> Message {
    let example = DecodingWords.shortened(example)
    return Message(
      indonesian:
        "sel angka di kolom '\(field)' digabung melintasi beberapa baris, misalnya '\(example)'; angkanya berlaku untuk \(count) baris di bawahnya juga, dan ikut terjumlah di setiap baris",
      english:
        "cells with numbers in '\(field)' are merged over several rows, as '\(example)'; the number holds for \(count) more rows and counts once a row in sums"
    )
  }

  static func stray(_ text: String) -> Message {
    let text = DecodingWords.shortened(text)
    return Message(
      indonesian: "'\(text)' berdiri sendiri di luar tabel; sel ini tidak dipakai",
      english: "'\(text)' stands alone outside the table and was not used")
  }

  static func beyond(count: Int, example: String) -> Message {
    let example = DecodingWords.shortened(example)
    return Message(
      indonesian:
        "\(count) sel di sebelah kanan tabel tidak dipakai, yang pertama '\(example)'",
      english: "\(count) cells to the right of the table were not used, the first is '\(example)'")
  }

  static func wrongWidth(cells: Int, expected: Int) -> Message {
    Message(
      indonesian: "baris ini memuat \(cells) sel, seharusnya \(expected); baris tidak dipakai",
      english: "this record has \(cells) cells instead of \(expected) and was not used")
  }

  static func short(count: Int, expected: Int) -> Message {
    Message(
      indonesian:
        "\(count) baris memuat kurang dari \(expected) sel; sel yang kurang di ujung dianggap kosong",
      english: "\(count) records have fewer than \(expected) cells; the missing ones count as empty"
    )
  }

  static func more(field: String, count: Int) -> Message {
    Message(
      indonesian: "masih ada \(count) temuan sejenis di kolom '\(field)' yang tidak dirinci",
      english: "\(count) more findings of this kind in '\(field)' are not listed")
  }
}
