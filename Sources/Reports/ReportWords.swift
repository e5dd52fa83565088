import Pipelines
import Tabular

/// Headings and labels of the reports, in both languages.
enum Heading: CaseIterable {
  case report, inputs, file, size, lines, otherLines, line, text, use, records, rules, rule, title
  case severity, outcome, checked, findings, reason, discrepancies, unverifiable, datasets, dataset
  case state, failures, place, pipelines, digest, because, statement, noFindings

  /// The words.
  var words: Message {
    switch self {
    case .report: Message(indonesian: "Laporan pemeriksaan data", english: "Data check report")
    case .inputs: Message(indonesian: "Data yang dibaca", english: "What was read")
    case .file: Message(indonesian: "Berkas", english: "File")
    case .size: Message(indonesian: "Ukuran (bita)", english: "Size (bytes)")
    case .lines: Message(indonesian: "Baris", english: "Lines")
    case .otherLines:
      Message(indonesian: "Baris yang bukan data", english: "Lines that are not data")
    case .line: Message(indonesian: "Baris", english: "Line")
    case .text: Message(indonesian: "Isi", english: "Text")
    case .use: Message(indonesian: "Dibaca sebagai", english: "Read as")
    case .records: Message(indonesian: "Rekaman", english: "Records")
    case .rules: Message(indonesian: "Aturan", english: "Rules")
    case .rule: Message(indonesian: "Aturan", english: "Rule")
    case .title: Message(indonesian: "Judul", english: "Title")
    case .severity: Message(indonesian: "Tingkat", english: "Severity")
    case .outcome: Message(indonesian: "Hasil", english: "Outcome")
    case .checked: Message(indonesian: "Diperiksa", english: "Checked")
    case .findings: Message(indonesian: "Temuan", english: "Findings")
    case .reason: Message(indonesian: "Alasan", english: "Reason")
    case .discrepancies: Message(indonesian: "Ketidaksesuaian", english: "Discrepancies")
    case .unverifiable:
      Message(indonesian: "Tidak dapat diperiksa", english: "Could not be checked")
    case .datasets: Message(indonesian: "Dataset", english: "Datasets")
    case .dataset: Message(indonesian: "Dataset", english: "Dataset")
    case .state: Message(indonesian: "Keadaan", english: "State")
    case .failures: Message(indonesian: "Tidak selesai", english: "Not completed")
    case .place: Message(indonesian: "Tempat", english: "Place")
    case .pipelines: Message(indonesian: "Pipeline", english: "Pipelines")
    case .digest: Message(indonesian: "SHA-256", english: "SHA-256")
    case .because: Message(indonesian: "Dasar", english: "Because")
    case .statement: Message(indonesian: "Bunyi", english: "Statement")
    case .noFindings:
      Message(indonesian: "Tidak ada ketidaksesuaian.", english: "No discrepancies.")
    }
  }

  /// What the run came to, as a sentence.
  static func status(_ status: RunReport.Status) -> Message {
    switch status {
    case .clean:
      Message(
        indonesian: "Semua aturan terpenuhi dan semuanya dapat diperiksa.",
        english: "All rules hold and all could be checked.")
    case .discrepancies:
      Message(
        indonesian: "Ada data yang tidak sesuai atau tidak dapat diperiksa.",
        english: "Some data disagree or could not be checked.")
    case .incomplete:
      Message(
        indonesian: "Pemeriksaan tidak selesai; lihat bagian 'Tidak selesai'.",
        english: "The run was not completed; see 'Not completed'.")
    }
  }
}
