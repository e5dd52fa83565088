import Tabular
import Testing

@testable import Reports

@Suite struct WorkbookWordsTests {
  @Test(arguments: [
    (WorkbookWords.source, "Berkas sumber", "Source file"),
    (WorkbookWords.copy, "Salinan bertanda", "Marked copy"),
    (WorkbookWords.notFitting, "Yang tidak muat", "What does not fit"),
    (WorkbookWords.heading(.note), "Catatan", "Notes"),
    (WorkbookWords.rules(.violated), "Aturan dilanggar", "Rules violated"),
    (
      WorkbookWords.allFindings(in: Heading.findings.words),
      "Temuan, satu baris di lembar 'Temuan' untuk masing-masing",
      "Findings, a row each in sheet 'Findings'"
    ),
    (WorkbookWords.ofThese(.error), "   di antaranya: kesalahan", "   of these: errors"),
    (
      WorkbookWords.discrepancies, "Ketidaksesuaian (kesalahan dan peringatan, tanpa catatan)",
      "Discrepancies (errors and warnings, without notes)"
    ),
    (
      WorkbookWords.unlisted, "Temuan lain, yang hanya dihitung dan tidak dirinci",
      "Other findings, which are counted but not listed"
    ),
    (WorkbookWords.alsoOf(3), "sel lain dari penyebab 3", "another cell of cause 3"),
    (
      WorkbookWords.missingLinks(1_000, in: Heading.causes.words, most: 65_530),
      "Lembar 'Penyebab': 1.000 tautan ditulis sebagai teks biasa, "
        + "karena satu lembar hanya dapat memuat 65.530 tautan",
      "Sheet 'Causes': 1,000 links are written as plain text, as a sheet can hold only 65,530"
    ),
  ])
  func saysIt(message: Message, indonesian: String, english: String) {
    #expect(message.indonesian == indonesian)
    #expect(message.english == english)
  }
}
