import Tabular

/// Files without records, as findings.
///
/// A table to which no file gives a record is an error: it would replace the last good dataset by
/// nothing. One empty file among others is a warning.
enum EmptyTables {
  /// The findings on the files that gave no records.
  static func findings(_ inputs: [RunReport.Input], pipeline: String) -> [Finding] {
    let isEmpty = inputs.allSatisfy { $0.records == 0 }
    return inputs.filter { $0.records == 0 }.map { input in
      Finding(
        id: Fingerprint.of([
          pipeline, RemarkFindings.rule, input.path, input.sheet ?? "", "no records",
        ]),
        pipeline: pipeline, rule: RemarkFindings.rule, kind: .reading,
        severity: isEmpty ? .error : .warning,
        about: Finding.Cell(
          role: .other,
          location: Location(
            resource: input.path, sheet: input.sheet, cell: input.sheet.map { _ in "A1" },
            line: input.sheet == nil ? 1 : nil), raw: ""),
        message: message)
    }
  }

  /// What is said of such a file.
  static let message = Message(
    indonesian: "tidak ada rekaman di bawah judul kolom; minta ekspor ulang dari pengirim",
    english: "there are no records below the header; ask the sender to export it again")
}
