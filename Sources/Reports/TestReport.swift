public import Pipelines
import Rules
import Tabular

/// Writes `junit.xml`: the rules as test cases, for programs that read the reports of tests.
///
/// A pipeline is a test suite and a rule a test case; it fails where it is violated, and is skipped
/// where it does not apply or could not be checked. What reading found is a case a check. Same
/// inputs, same bytes: no times.
public struct TestReport: Sendable {
  /// The language of the texts.
  public var language: Language
  /// The most findings of a case that are told.
  private static let findingLimit = 100

  /// Makes a report.
  public init(language: Language) { self.language = language }

  /// Writes `report` to `stream` and ends it; throws the first error of the sink.
  public func write(_ report: RunReport, to stream: TextStream) throws {
    var stream = stream
    var findings: [RuleName: [Finding]] = [:]
    for finding in report.findings {
      findings[RuleName(pipeline: finding.pipeline, id: finding.rule), default: []].append(finding)
    }
    stream.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"cermat\">\n")
    for pipeline in report.pipelines {
      suite(pipeline, report, findings, to: &stream)
    }
    stream.write("</testsuites>\n")
    try stream.finish()
  }

  /// A rule, or a check of reading, with what it came to.
  private struct Case {
    var id: String
    var findings: [Finding]
    var isFailed: Bool
    var skipped: String?
  }

  private func suite(
    _ pipeline: RunReport.Pipeline, _ report: RunReport, _ findings: [RuleName: [Finding]],
    to stream: inout TextStream
  ) {
    let outcomes = report.rules.filter { $0.pipeline == pipeline.name }
    var cases = outcomes.map { rule in
      Case(
        id: rule.id, findings: findings[RuleName(pipeline: pipeline.name, id: rule.id)] ?? [],
        isFailed: rule.value == .violated,
        skipped: rule.value == .unverifiable ? rule.reason?.text(in: language) ?? rule.title : nil)
    }
    let known = Set(outcomes.map(\.id))
    for (name, found) in findings.sorted(by: { $0.key.id < $1.key.id })
    where name.pipeline == pipeline.name && !known.contains(name.id) {
      let isFailed = found.contains { $0.severity > .note }
      cases.append(Case(id: name.id, findings: found, isFailed: isFailed))
    }
    let failures = report.failures.filter { $0.pipeline == pipeline.name }
    let name = attribute(pipeline.name)
    stream.write(
      "  <testsuite name=\"\(name)\" tests=\"\(cases.count + failures.count)\""
        + " failures=\"\(cases.count(where: \.isFailed))\" errors=\"\(failures.count)\""
        + " skipped=\"\(cases.count { !$0.isFailed && $0.skipped != nil })\">\n")
    for one in cases { write(one, in: name, to: &stream) }
    for failure in failures {
      let text = attribute(failure.message.text(in: language))
      stream.write("    <testcase classname=\"\(name)\" name=\"\(name)\">\n")
      stream.write("      <error message=\"\(text)\"/>\n    </testcase>\n")
    }
    stream.write("  </testsuite>\n")
  }

  private func write(_ one: Case, in suite: String, to stream: inout TextStream) {
    let opening = "    <testcase classname=\"\(suite)\" name=\"\(attribute(one.id))\""
    if one.isFailed {
      let first = one.findings.first?.message.text(in: language) ?? one.id
      stream.write(opening + ">\n      <failure message=\"\(attribute(first))\">")
      for finding in one.findings.prefix(Self.findingLimit) {
        let place = finding.cells.first.map { Place.text($0.location, in: language) } ?? ""
        stream.write(attribute("\(place): \(finding.message.text(in: language))") + "\n")
      }
      let more = one.findings.count - Self.findingLimit
      if more > 0 { stream.write("… +\(more)\n") }
      stream.write("</failure>\n    </testcase>\n")
    } else if let skipped = one.skipped {
      stream.write(
        opening + ">\n      <skipped message=\"\(attribute(skipped))\"/>\n    </testcase>\n")
    } else {
      stream.write(opening + "/>\n")
    }
  }

  /// A text as XML; what XML 1.0 can't hold is shown as a replacement character.
  private func attribute(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      case "\t": escaped += "&#9;"
      case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": escaped += "\u{fffd}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
