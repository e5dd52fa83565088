import Delimited
import Spreadsheets
import Tabular

/// What a reader met, as findings.
enum RemarkFindings {
  /// The name that the findings carry.
  static let rule = "berkas"

  /// The findings on a source that was read, from `least` up.
  ///
  /// Notes on a text are told by `describe` alone: a byte order mark is nothing to act upon. Those
  /// on a sheet are told in reports too: hidden rows count in its sums.
  static func findings(
    _ outcome: SourceFile.Outcome, of source: SourceFile, pipeline: String,
    from least: Severity = .warning
  ) -> [Finding] {
    switch outcome.form {
    case .text(_, let remarks):
      return findings(remarks, of: source.path, pipeline: pipeline, from: least)
    case .sheet(let sheet):
      return sheet.remarks.map { remark in
        let place = remark.place(in: source)
        return Finding(
          id: Fingerprint.of(
            [pipeline, rule, source.path, place.sheet ?? "", "\(remark)"]),
          pipeline: pipeline, rule: rule, kind: .reading, severity: remark.severity,
          about: Finding.Cell(role: .other, location: place, raw: ""), message: remark.message)
      }
    }
  }

  /// The findings of the remarks on one text file, from `least` up.
  private static func findings(
    _ remarks: [Remark], of path: String, pipeline: String, from least: Severity
  ) -> [Finding] {
    var seen: [String: Int] = [:]
    return remarks.filter { $0.severity >= least }.map { remark in
      let parts = [pipeline, rule, path, "\(remark.reason)"]
      let name = parts.joined(separator: "\u{0}")
      seen[name, default: 0] += 1
      let place = Location(resource: path, line: remark.line)
      return Finding(
        id: Fingerprint.of(parts + [String(seen[name, default: 1])]), pipeline: pipeline,
        rule: rule, kind: .reading, severity: remark.severity,
        about: Finding.Cell(role: .other, location: place, raw: ""), message: remark.reason.message)
    }
  }
}
