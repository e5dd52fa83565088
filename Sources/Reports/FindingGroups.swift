import Pipelines
import Rules
import Tabular

/// The findings of a report, those of one rule together, in the order of the report.
enum FindingGroups {
  /// The findings of one rule.
  struct Group {
    let pipeline: String
    let rule: String
    /// True for the first rule of its pipeline.
    let startsPipeline: Bool
    let findings: ArraySlice<Finding>
    /// How many places the rule found, which may be more than are listed.
    let total: Int
  }

  /// How many places were found of each severity, those that are not listed included.
  static func counts(_ groups: [Group]) -> [Severity: Int] {
    var counts: [Severity: Int] = [:]
    for group in groups {
      for finding in group.findings { counts[finding.severity, default: 0] += 1 }
      guard let first = group.findings.first else { continue }
      counts[first.severity, default: 0] += group.total - group.findings.count
    }
    return counts
  }

  static func of(_ report: RunReport) -> [Group] {
    var violations: [RuleName: Int] = [:]
    for rule in report.rules {
      violations[RuleName(pipeline: rule.pipeline, id: rule.id)] = rule.violations
    }
    var groups: [Group] = []
    var start = 0
    for index in report.findings.indices {
      let finding = report.findings[index]
      let next = index + 1
      guard
        next == report.findings.count || report.findings[next].rule != finding.rule
          || report.findings[next].pipeline != finding.pipeline
      else { continue }
      let listed = report.findings[start..<next]
      let name = RuleName(pipeline: finding.pipeline, id: finding.rule)
      groups.append(
        Group(
          pipeline: finding.pipeline, rule: finding.rule,
          startsPipeline: groups.last?.pipeline != finding.pipeline, findings: listed,
          total: max(listed.count, violations[name] ?? 0)))
      start = next
    }
    return groups
  }
}
