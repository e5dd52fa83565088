public import Pipelines

/// Writes `junit.xml`: the rules as test cases, for programs that read the reports of tests.
///
/// A pipeline is a test suite and a rule a test case. A case
///
/// - fails where something worse than notes was found; notes stand in its output, and it passes;
/// - is an error where a rule of error severity could not be checked, which keeps its dataset back;
/// - is skipped where a lesser rule could not be checked, or a rule does not apply.
///
/// What reading found is a case a check, and what kept a pipeline from being completed an error.
/// The elements are those of Jenkins (`junit-10.xsd` of its xUnit plugin). Same inputs, same bytes:
/// no times.
public struct TestReport: Sendable {
  /// The language of the texts.
  public var language: Language

  /// Makes a report.
  public init(language: Language) { self.language = language }

  /// Writes `report` to `stream` and ends it.
  ///
  /// - Throws: the first error of the sink.
  public func write(_ report: RunReport, to stream: TextStream) throws {
    var stream = stream
    let suites = TestSuite.all(of: report, in: language)
    let cases = suites.flatMap(\.cases)
    stream.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"cermat\"\(counts(cases))>\n")
    for suite in suites { write(suite, to: &stream) }
    stream.write("</testsuites>\n")
    try stream.finish()
  }

  private func counts(_ cases: [TestSuite.Case]) -> String {
    let failures = cases.count { $0.outcome.isFailure }
    let errors = cases.count { $0.outcome.isError }
    return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
  }

  private func write(_ suite: TestSuite, to stream: inout TextStream) {
    let name = escaped(suite.name)
    let skipped = suite.cases.count { $0.outcome.isSkipped }
    stream.write(
      "  <testsuite name=\"\(name)\"\(counts(suite.cases)) skipped=\"\(skipped)\">\n")
    for one in suite.cases { write(one, in: name, to: &stream) }
    stream.write("  </testsuite>\n")
  }

  private func write(_ one: TestSuite.Case, in suite: String, to stream: inout TextStream) {
    stream.write("    <testcase classname=\"\(suite)\" name=\"\(escaped(one.name))\"")
    switch one.outcome {
    case .passed where one.output.isEmpty: return stream.write("/>\n")
    case .passed: stream.write(">\n")
    case .failed(let message, let type, let lines):
      stream.write(">\n" + opening("failure", type, message) + ">")
      for line in lines { stream.write(escaped(line) + "\n") }
      stream.write("</failure>\n")
    case .error(let message, let type):
      stream.write(">\n" + opening("error", type, message) + "/>\n")
    case .skipped(let message, let type):
      stream.write(">\n" + opening("skipped", type, message) + "/>\n")
    }
    if !one.output.isEmpty {
      stream.write("      <system-out>")
      for line in one.output { stream.write(escaped(line) + "\n") }
      stream.write("</system-out>\n")
    }
    stream.write("    </testcase>\n")
  }

  private func opening(_ element: String, _ type: String, _ message: String) -> String {
    "      <\(element) type=\"\(escaped(type))\" message=\"\(escaped(message))\""
  }

  /// A text as XML; what XML 1.0 can't hold is shown as a replacement character.
  private func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": escaped.append(contentsOf: "&#10;".unicodeScalars)
      case "\t": escaped.append(contentsOf: "&#9;".unicodeScalars)
      case "\r": escaped.append(contentsOf: "&#13;".unicodeScalars)
      case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": escaped.append("\u{fffd}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
