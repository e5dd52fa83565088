import Diagnosis
public import Pipelines
import Rules
import Tabular

/// Writes `validation.json`, the validation report structure of the European Statistical System.
///
/// Source: Generic structure for validation reports 1.0.0, ESSnet on Validation Integration,
/// 2017-08-15. Every finding is a validation with the value 0; every rule that held is one with the
/// value 1, and every rule that could not be checked somewhere one with NA, also where it failed
/// elsewhere. A rule that does not apply is none. The structure asks for a time, so the file differs
/// from run to run as `run.json` does.
public struct ValidationReport: Sendable {
  /// The language of the descriptions.
  public var language: Language
  /// When the run began, in UTC as RFC 3339, and the version of the program.
  public var record: RunRecord

  /// Makes the report of one execution.
  public init(language: Language, record: RunRecord) {
    self.language = language
    self.record = record
  }

  /// Writes `report` to `stream` and ends it.
  ///
  /// - Throws: the first error of the sink.
  public func write(_ report: RunReport, to stream: TextStream) throws {
    var rules: [RuleName: RuleOutcome] = [:]
    for rule in report.rules { rules[RuleName(pipeline: rule.pipeline, id: rule.id)] = rule }
    var json = JSONWriter(to: stream)
    json.array { json in
      for finding in report.findings {
        let rule = rules[RuleName(pipeline: finding.pipeline, id: finding.rule)]
        json.line { json in json.object { json in members(of: finding, rule, &json) } }
      }
      for rule in report.rules where tellsOfItself(rule) {
        json.line { json in json.object { json in members(of: rule, &json) } }
      }
    }
    try json.finish()
  }

  /// True where there is more to a rule than its findings.
  private func tellsOfItself(_ rule: RuleOutcome) -> Bool {
    switch ShownOutcome(rule) {
    case .satisfied, .unverifiable: true
    case .violated: rule.unverifiable > 0
    case .inapplicable: false
    }
  }

  private func members(of finding: Finding, _ rule: RuleOutcome?, _ json: inout JSONWriter) {
    json.member("id", finding.id)
    json.member("type", "validation")
    event(&json)
    json.key("rule")
    json.object { json in
      json.member("language", "Cermat \(record.version)")
      json.member("expression", rule?.text ?? finding.rule)
      json.member("severity", severity(finding.severity))
      json.member("description", finding.message.text(in: language))
    }
    json.key("data")
    json.object { json in
      json.key("source")
      json.array { json in for cell in finding.cells.dropFirst() { json.value(name(cell)) } }
      json.key("target")
      json.array { json in json.value(name(finding.cells[0])) }
      json.member("description", rule?.title ?? finding.pipeline)
    }
    json.member("value", "0")
  }

  private func members(of rule: RuleOutcome, _ json: inout JSONWriter) {
    json.member("id", "\(rule.pipeline)/\(rule.id)")
    json.member("type", "validation")
    event(&json)
    json.key("rule")
    json.object { json in
      json.member("language", "Cermat \(record.version)")
      json.member("expression", rule.text)
      json.member("severity", severity(rule.severity))
      json.member("description", rule.reason?.text(in: language) ?? rule.title)
    }
    json.key("data")
    json.object { json in
      json.key("source")
      json.array { json in for table in rule.tables { json.value("\(rule.pipeline)/\(table)") } }
      json.key("target")
      json.array { json in for table in rule.tables { json.value("\(rule.pipeline)/\(table)") } }
      json.member("description", rule.title)
    }
    json.member("value", rule.value == .satisfied ? "1" : "NA")
  }

  private func event(_ json: inout JSONWriter) {
    json.key("event")
    json.object { json in
      json.member("time", record.started)
      json.member("actor", "Cermat")
      json.member("agent", "cermat \(record.version)")
      json.member("trigger", "cermat run")
    }
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "information"
    }
  }

  /// A cell as the structure names data points: source, unit and variable.
  private func name(_ cell: Finding.Cell) -> String {
    let place = cell.location
    let unit = place.cell ?? place.line.map(String.init) ?? ""
    return [place.resource, place.sheet, unit, place.field ?? place.label]
      .map { $0 ?? "" }.joined(separator: "|")
  }
}
