import Rules
import Tabular

/// The words of `report.xlsx` that no other report needs, in both languages.
enum WorkbookWords {
  private static func both(_ indonesian: String, _ english: String) -> Message {
    Message(indonesian: indonesian, english: english)
  }

  // MARK: headings

  static let source = both("Berkas sumber", "Source file")
  static let copy = both("Salinan bertanda", "Marked copy")
  static let notFitting = both("Yang tidak muat", "What does not fit")
  static func heading(_ severity: Severity) -> Message {
    switch severity {
    case .error: both("Kesalahan", "Errors")
    case .warning: both("Peringatan", "Warnings")
    case .note: both("Catatan", "Notes")
    }
  }

  // MARK: figures

  static func rules(_ outcome: ShownOutcome) -> Message {
    let outcome = Words.outcome(outcome)
    return both("Aturan \(outcome.indonesian)", "Rules \(outcome.english)")
  }
  /// All that the sheet of findings lists.
  static func allFindings(in sheet: Message) -> Message {
    both(
      "Temuan, satu baris di lembar '\(sheet.indonesian)' untuk masing-masing",
      "Findings, a row each in sheet '\(sheet.english)'")
  }
  static func ofThese(_ severity: Severity) -> Message {
    let name = heading(severity)
    return both(
      "   di antaranya: \(name.indonesian.lowercased())",
      "   of these: \(name.english.lowercased())")
  }
  static let discrepancies = both(
    "Ketidaksesuaian (kesalahan dan peringatan, tanpa catatan)",
    "Discrepancies (errors and warnings, without notes)")
  static let unlisted = both(
    "Temuan lain, yang hanya dihitung dan tidak dirinci",
    "Other findings, which are counted but not listed")

  // MARK: causes

  /// What the rows of a cause say after the first.
  static func alsoOf(_ cause: Int) -> Message {
    both("sel lain dari penyebab \(cause)", "another cell of cause \(cause)")
  }

  // MARK: what is missing

  static let cut = both(
    "… [dipotong; selengkapnya di report.json]", "… [cut; report.json has all of it]")
  static func missingFindings(_ count: Int) -> Message {
    let number = PageWords.number(count)
    return both(
      "\(number.indonesian) temuan lain tidak muat di lembar 'Temuan'; lihat findings.csv",
      "\(number.english) other findings do not fit sheet 'Findings'; see findings.csv")
  }
  static func missingCauses(_ count: Int) -> Message {
    let number = PageWords.number(count)
    return both(
      "\(number.indonesian) baris penyebab lain tidak muat di lembar 'Penyebab'; lihat report.json",
      "\(number.english) other rows of causes do not fit sheet 'Causes'; see report.json")
  }
  static func missingLinks(_ count: Int, in sheet: Message, most: Int) -> Message {
    let (number, limit) = (PageWords.number(count), PageWords.number(most))
    return both(
      "Lembar '\(sheet.indonesian)': \(number.indonesian) tautan ditulis sebagai teks biasa, "
        + "karena satu lembar hanya dapat memuat \(limit.indonesian) tautan",
      "Sheet '\(sheet.english)': \(number.english) links are written as plain text, "
        + "as a sheet can hold only \(limit.english)")
  }
}
