import Delimited
import Tabular

/// What the reader of delimited text met, as findings.
///
/// Notes are told by `describe` alone: a byte order mark is nothing to act upon.
enum RemarkFindings {
  /// The name that the findings carry.
  static let rule = "berkas"

  /// The findings of the remarks on one file, from `least` up.
  static func findings(
    _ remarks: [Remark], of path: String, pipeline: String, from least: Severity = .warning
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
