import Tabular

/// Files without records, as findings.
///
/// A table to which no file gives a record is an error: it would replace the last good dataset by
/// nothing. One empty file among others is a warning, and a note where steps left out all it had.
enum EmptyTables {
  /// The findings on the files that gave no records.
  static func findings(
    _ inputs: [RunReport.Input], _ readings: [ReadingSummary], pipeline: String
  ) -> [Finding] {
    let isEmpty = inputs.allSatisfy { $0.records == 0 }
    return zip(inputs, readings).filter { $0.0.records == 0 }.map { input, reading in
      let leftOut = reading.counts[.leftOut, default: 0]
      return Finding(
        id: Fingerprint.of([
          pipeline, RemarkFindings.rule, input.path, input.sheet ?? "", "no records",
        ]),
        pipeline: pipeline, rule: RemarkFindings.rule, kind: .reading,
        severity: isEmpty ? .error : leftOut > 0 ? .note : .warning,
        about: Finding.Cell(
          role: .other,
          location: Location(
            resource: input.path, sheet: input.sheet, cell: input.sheet.map { _ in "A1" },
            line: input.sheet == nil ? 1 : nil), raw: ""),
        message: leftOut > 0 ? allLeftOut(leftOut) : message)
    }
  }

  /// What is said of a file of which steps left out every record.
  static func allLeftOut(_ lines: Int) -> Message {
    Message(
      indonesian:
        "semua rekaman (\(lines) baris) disisihkan oleh langkah pipeline; periksa 'keep' dan 'drop'",
      english: "the steps left out all records, lines: \(lines); check 'keep' and 'drop'")
  }

  /// What is said of a file without records.
  static let message = Message(
    indonesian: "tidak ada rekaman di bawah judul kolom; minta ekspor ulang dari pengirim",
    english: "there are no records below the header; ask the sender to export it again")
}
