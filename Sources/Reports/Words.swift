import Pipelines
import Rules
import Tabular

/// The words of all reports, in both languages; sentences of findings come with the findings.
enum Words {
  static func both(_ indonesian: String, _ english: String) -> Message {
    Message(indonesian: indonesian, english: english)
  }

  /// `count` things: English has a plural, Indonesian has none.
  private static func counted(
    _ count: Int, _ indonesian: String, _ singular: String, _ plural: String
  ) -> Message {
    both(
      "\(ShownNumber.text(count, in: .indonesian)) \(indonesian)",
      "\(ShownNumber.text(count, in: .english)) \(count == 1 ? singular : plural)")
  }

  // MARK: facts of a finding

  static func stated(_ value: String) -> Message { both("tertulis \(value)", "stated \(value)") }
  static func expected(_ value: String) -> Message {
    both("seharusnya \(value)", "expected \(value)")
  }
  static func difference(_ value: String) -> Message {
    both("selisih \(value)", "difference \(value)")
  }
  static func between(_ low: String, _ high: String) -> Message {
    both("antara \(low) dan \(high)", "between \(low) and \(high)")
  }
  static func verdict(_ verdict: Finding.Verdict) -> Message? {
    switch verdict {
    case .impossible: nil
    case .implausible:
      both(
        "masih dalam pembulatan, tetapi hampir mustahil kebetulan",
        "within rounding, but hardly by chance")
    case .truncated: both("dipotong, bukan dibulatkan", "cut off, not rounded")
    }
  }

  // MARK: places

  static func sheet(_ name: String) -> Message { both("lembar '\(name)'", "sheet '\(name)'") }
  static func cell(_ address: String) -> Message { both("sel \(address)", "cell \(address)") }
  static func column(_ label: String) -> Message { both("kolom '\(label)'", "column '\(label)'") }

  // MARK: grades

  static func severity(_ severity: Severity) -> Message {
    switch severity {
    case .error: both("kesalahan", "error")
    case .warning: both("peringatan", "warning")
    case .note: both("catatan", "note")
    }
  }
  static func outcome(_ outcome: ShownOutcome) -> Message {
    switch outcome {
    case .satisfied: both("terpenuhi", "satisfied")
    case .violated: both("dilanggar", "violated")
    case .unverifiable: both("tidak dapat diperiksa", "unverifiable")
    case .inapplicable: both("tidak berlaku", "not applicable")
    }
  }
  static func use(_ use: ReadingSummary.LineUse) -> Message {
    switch use {
    case .data: both("data", "data")
    case .header: both("judul kolom", "header")
    case .heading: both("judul", "heading")
    case .note: both("keterangan", "note")
    case .blank: both("kosong", "blank")
    case .total: both("jumlah", "total")
    case .rejected: both("ditolak", "rejected")
    case .leftOut: both("disisihkan", "left out")
    }
  }

  // MARK: counts

  static func records(_ count: Int) -> Message { counted(count, "rekaman", "record", "records") }
  static func rules(_ count: Int, _ outcome: ShownOutcome) -> Message {
    let outcome = Words.outcome(outcome)
    return counted(
      count, "aturan \(outcome.indonesian)", "rule \(outcome.english)", "rules \(outcome.english)")
  }
  static func count(_ count: Int, _ severity: Severity) -> Message {
    let name = Words.severity(severity)
    return counted(count, name.indonesian, name.english, name.english + "s")
  }
  /// How many discrepancies a run came to; where there are none, whether everything was checked.
  static func discrepancies(_ count: Int, in status: RunReport.Status) -> Message {
    let found = discrepancies(count)
    guard count == 0, status != .clean else { return found }
    return both(
      found.indonesian + amongChecked.indonesian, found.english + amongChecked.english)
  }
  static func discrepancies(_ count: Int) -> Message {
    let counted = counted(count, "ketidaksesuaian", "discrepancy", "discrepancies")
    guard count > 0 else {
      return both("Tidak ditemukan ketidaksesuaian", "No discrepancies found")
    }
    return both("Ditemukan \(counted.indonesian)", "Found \(counted.english)")
  }
  /// What follows where a part of the run could not be completed or checked.
  static let amongChecked = both(" pada bagian yang diperiksa", " in what was checked")
  static func andNotes(_ count: Int) -> Message {
    let notes = Words.count(count, .note)
    return both(" dan \(notes.indonesian)", " and \(notes.english)")
  }
  static func butNotes(_ count: Int) -> Message {
    let notes = Words.count(count, .note)
    return both(", tetapi ada \(notes.indonesian)", ", but \(notes.english)")
  }
  static func more(_ count: Int, rule: String, in path: String) -> Message {
    both(
      "… dan \(ShownNumber.text(count, in: .indonesian)) lagi dari aturan '\(rule)'; "
        + "selengkapnya di \(path)",
      "… and \(ShownNumber.text(count, in: .english)) more of rule '\(rule)'; all are in \(path)")
  }

  /// The pipelines in the order they ran; those that use others say so.
  static func order(_ pipelines: [RunReport.Pipeline]) -> Message {
    func text(_ opening: String, _ verb: String) -> String {
      opening
        + pipelines.map { pipeline in
          let uses = pipeline.uses.joined(separator: ", ")
          return pipeline.name + (uses.isEmpty ? "" : " (\(verb) \(uses))")
        }.joined(separator: ", ")
    }
    return both(text("Urutan: ", "memakai"), text("Order: ", "uses"))
  }

  // MARK: datasets

  static func published(_ dataset: RunReport.Dataset) -> Message {
    let records = records(dataset.records)
    return both("sah, \(records.indonesian)", "valid, \(records.english)")
  }
  static func quarantined(by rules: [String]) -> Message {
    let names = rules.map { "'\($0)'" }.joined(separator: ", ")
    return both(
      "ditahan di karantina karena aturan \(names)",
      "kept in quarantine because of \(rules.count == 1 ? "rule" : "rules") \(names)")
  }
  static func withheld(_ count: Int) -> Message {
    counted(count, "rekaman ditahan", "record withheld", "records withheld")
  }
}

/// Headings and labels of the reports, in both languages.
enum Heading: CaseIterable {
  case report, inputs, file, size, lines, otherLines, line, text, use, records, rules, rule, title
  case severity, outcome, checked, findings, reason, discrepancies, unverifiable, inapplicable
  case datasets, dataset
  case state, failures, place, pipelines, digest, because, statement, noFindings, causes
  case summary, number, sureness, mechanism, stated, proposal, expected, difference, explanation
  case cause

  /// The words.
  var words: Message {
    switch self {
    case .report: Message(indonesian: "Laporan pemeriksaan data", english: "Data check report")
    case .inputs: Message(indonesian: "Data yang dibaca", english: "What was read")
    case .file: Message(indonesian: "Berkas", english: "File")
    case .size: Message(indonesian: "Ukuran (byte)", english: "Size (bytes)")
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
    case .inapplicable: Message(indonesian: "Tidak berlaku", english: "Not applicable")
    case .causes: Message(indonesian: "Penyebab", english: "Causes")
    case .cause: Message(indonesian: "Penyebab", english: "Cause")
    case .summary: Message(indonesian: "Ringkasan", english: "Summary")
    case .number: Message(indonesian: "No.", english: "No.")
    case .sureness: Message(indonesian: "Kepastian", english: "Certainty")
    case .mechanism: Message(indonesian: "Jenis kesalahan", english: "Kind of mistake")
    case .stated: Message(indonesian: "Tertulis", english: "Stated")
    case .proposal: Message(indonesian: "Usulan", english: "Proposal")
    case .expected: Message(indonesian: "Seharusnya", english: "Expected")
    case .difference: Message(indonesian: "Selisih", english: "Difference")
    case .explanation: Message(indonesian: "Penjelasan", english: "Explanation")
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
