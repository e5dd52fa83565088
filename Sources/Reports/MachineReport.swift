import Diagnosis
public import Pipelines
import Rules
import Tabular

/// Writes `report.json`, the one canonical report, in format 1.
///
/// Inputs, rules and findings stand on one line each: a finding that comes or goes is one line of
/// difference, and a list of 100,000 findings is written without being held a second time.
public enum MachineReport {
  /// The version of the format.
  public static let version = 1

  /// Writes `report` to `stream` and ends it; throws the first error of the sink.
  public static func write(_ report: RunReport, to stream: TextStream) throws {
    var listed: [RuleName: Int] = [:]
    for finding in report.findings {
      listed[RuleName(pipeline: finding.pipeline, id: finding.rule), default: 0] += 1
    }
    var json = JSONWriter(to: stream)
    json.object { json in
      json.member("format", "cermat-report")
      json.member("version", version)
      json.member("status", report.status.rawValue)
      json.key("pipelines")
      json.lines(report.pipelines) { $0.members(of: $1) }
      json.key("inputs")
      json.lines(report.inputs) { $0.members(of: $1) }
      json.key("rules")
      json.lines(report.rules) { json, rule in
        let name = RuleName(pipeline: rule.pipeline, id: rule.id)
        json.members(of: rule, findings: max(rule.violations, listed[name] ?? 0))
      }
      json.key("findings")
      json.lines(report.findings) { $0.members(of: $1) }
      json.key("causes")
      json.lines(report.causes) { $0.members(of: $1, excerpts: report.excerpts[$1.id] ?? []) }
    }
    try json.finish()
  }
}

/// A rule of a pipeline.
struct RuleName: Hashable {
  var pipeline: String
  var id: String
}

extension JSONWriter {
  /// Writes an array with one object a line.
  fileprivate mutating func lines<Element>(
    _ elements: [Element], _ members: (inout JSONWriter, Element) -> Void
  ) {
    array { json in
      for element in elements {
        json.line { json in json.object { json in members(&json, element) } }
      }
    }
  }

  fileprivate mutating func members(of pipeline: RunReport.Pipeline) {
    member("name", pipeline.name)
    key("uses")
    array { json in for name in pipeline.uses { json.value(name) } }
  }

  fileprivate mutating func members(of input: RunReport.Input) {
    member("path", input.path)
    member("sha256", input.sha256)
    member("bytes", input.bytes)
    member("records", input.records)
    member("sheet", input.sheet)
  }

  fileprivate mutating func members(of rule: RuleOutcome, findings: Int) {
    member("pipeline", rule.pipeline)
    member("id", rule.id)
    member("title", rule.title)
    member("severity", rule.severity.rawValue)
    member("outcome", rule.value.rawValue)
    member("reason", rule.reason)
    member("checked", rule.checked)
    member("findings", findings)
  }

  fileprivate mutating func members(of finding: Finding) {
    member("id", finding.id)
    member("pipeline", finding.pipeline)
    member("rule", finding.rule)
    member("kind", finding.kind.rawValue)
    member("severity", finding.severity.rawValue)
    member("verdict", finding.verdict?.rawValue)
    member("stated", finding.stated)
    member("expected", finding.expected)
    key("expectedInterval")
    if let ends = finding.expectedInterval {
      array { json in for end in ends { json.value(end) } }
    } else {
      null()
    }
    member("difference", finding.difference)
    member("settled", finding.settled?.rawValue)
    key("cells")
    array { json in
      for cell in finding.cells { json.object { json in json.members(of: cell) } }
    }
    member("message", finding.message)
    member("office", finding.office)
    member("cause", finding.cause)
  }

  fileprivate mutating func members(of cell: Finding.Cell) {
    member("role", cell.role.rawValue)
    place(cell.location)
    member("raw", cell.raw)
  }

  /// Writes the members that tell where a figure stands.
  mutating func place(_ location: Location) {
    member("resource", location.resource)
    member("sheet", location.sheet)
    member("cell", location.cell)
    member("line", location.line)
    member("column", location.column)
    member("field", location.field)
    member("label", location.label)
  }

  /// Writes a sentence in both languages.
  mutating func member(_ name: String, _ message: Message?) {
    key(name)
    guard let message else { return null() }
    object { json in
      json.member("id", message.indonesian)
      json.member("en", message.english)
    }
  }
}
