/// What is told about units, in words.
enum UnitRemarkWords {
  static func message(_ fact: UnitRemark.Fact) -> Message {
    switch fact {
    case .read(let phrase, let fields):
      let names = list(fields)
      return Message(
        indonesian:
          "'\(phrase.text)': angka kolom \(names) dikalikan \(factor(phrase)) dan dianggap hasil pembulatan",
        english:
          "'\(phrase.text)': the figures of \(names) are multiplied by \(factor(phrase, english: true)) and taken as rounded"
      )
    case .contradiction(let field, let phrase, let other, .given):
      return Message(
        indonesian:
          "pipeline menetapkan satuan '\(phrase.text)' untuk kolom '\(field)', tetapi berkas menyebut '\(other.text)'; angka dibaca dalam '\(phrase.text)', periksa 'as written'",
        english:
          "the pipeline declares '\(phrase.text)' for '\(field)', but the file says '\(other.text)'; the figures are read in '\(phrase.text)', check 'as written'"
      )
    case .contradiction(let field, let phrase, let other, .label),
      .contradiction(let field, let phrase, let other, .lines):
      return Message(
        indonesian:
          "satuan kolom '\(field)' disebut '\(phrase.text)' dan '\(other.text)'; angka dibaca dalam '\(phrase.text)', tetapkan 'as written: { unit: … }' bila bukan itu",
        english:
          "the unit of '\(field)' is called '\(phrase.text)' and '\(other.text)'; the figures are read in '\(phrase.text)', declare 'as written: { unit: … }' if it is another"
      )
    case .unused(let phrase):
      return Message(
        indonesian:
          "tabel menyebut satuan '\(phrase.text)', tetapi tidak ada kolom angka bersatuan itu; angka dibaca apa adanya, tetapkan 'unit' kolomnya",
        english:
          "the table names the unit '\(phrase.text)', but no numeric field has it; the figures are read as they stand, declare the 'unit' of the field"
      )
    case .otherUnit(let field, let declared, let phrase):
      return Message(
        indonesian:
          "judul kolom '\(field)' menyebut satuan '\(phrase.text)', sedangkan pipeline menetapkan '\(declared)'; angka dibaca apa adanya",
        english:
          "the label of '\(field)' names the unit '\(phrase.text)', while the pipeline declares '\(declared)'; the figures are read as they stand"
      )
    }
  }

  private static func factor(_ phrase: UnitPhrase, english: Bool = false) -> String {
    let mark = english ? "," : "."
    return "1" + String(repeating: mark + "000", count: phrase.magnitude / 3)
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension UnitRemark.Fact {
  /// How much it matters.
  var severity: Severity {
    switch self {
    case .read: .note
    case .contradiction(_, _, _, .lines): .error
    case .contradiction, .unused, .otherUnit: .warning
    }
  }
}
