import Spreadsheets
import Tabular

/// What the formulas of a sheet show, as findings.
enum FormulaFindings {
  /// The findings on a source that was read; none for text.
  ///
  /// - Throws: `PipelineError` where the values that formulas need can't be read.
  static func findings(
    _ outcome: SourceFile.Outcome, of source: SourceFile, pipeline: String
  ) throws(PipelineError) -> [Finding] {
    guard case .sheet(let sheet) = outcome.form else { return [] }
    let found: FormulaAudit?
    do throws(SpreadsheetError) {
      found = try sheet.rows.audit()
    } catch {
      throw PipelineError(error, path: source.path)
    }
    guard let audit = found else { return [] }
    let findings = audit.remarks.map { Finding($0, in: source.path, pipeline: pipeline) }
    return findings + notes(audit, source, pipeline)
  }

  /// What was not looked at.
  private static func notes(
    _ audit: FormulaAudit, _ source: SourceFile, _ pipeline: String
  ) -> [Finding] {
    guard audit.beyondLimits > 0 || audit.omittedRemarks > 0, let message = audit.summary else {
      return []
    }
    var place = source.place
    place.cell = "A1"
    return [
      Finding(
        id: Fingerprint.of([pipeline, "rumus-nilai", source.path, place.sheet ?? "", "limits"]),
        pipeline: pipeline, rule: "rumus-nilai", kind: .reading, severity: .note,
        about: Finding.Cell(role: .other, location: place, raw: ""), message: message)
    ]
  }
}

extension Finding {
  /// The finding of a remark on a formula in the workbook at `path`.
  fileprivate init(_ remark: FormulaRemark, in path: String, pipeline: String) {
    let cells = remark.cells.map { cell in
      Finding.Cell(
        role: cell.role,
        location: Location(resource: path, sheet: cell.sheet, cell: cell.address), raw: cell.value)
    }
    let own = Finding.Cell(
      role: .stated, location: Location(resource: path, sheet: remark.sheet, cell: remark.cell),
      raw: remark.stated ?? "")
    self.init(
      id: Fingerprint.of([pipeline, remark.rule, path, remark.sheet, remark.cell]),
      pipeline: pipeline, rule: remark.rule, kind: remark.findingKind, severity: remark.severity,
      verdict: remark.severity == .error ? .impossible : nil, stated: remark.stated,
      expected: remark.expected, difference: remark.difference, about: cells.first ?? own,
      otherCells: Array(cells.dropFirst()), message: remark.message)
  }
}
