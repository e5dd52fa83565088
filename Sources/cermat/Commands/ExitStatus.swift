import ArgumentParser
import Pipelines
import Rules
import Tabular

/// What the process ends with.
enum ExitStatus {
  /// Something was found at or above the failing severity.
  static let findings = ExitCode(1)
  /// The run could not be completed.
  static let incomplete = ExitCode(2)

  /// The status of a run: what could not be checked counts like a finding of its rule's severity.
  static func status(of report: RunReport, failingAt severity: FailingSeverity) -> ExitCode {
    if !report.failures.isEmpty { return incomplete }
    let found = report.findings.contains { severity.counts($0.severity) }
    let unchecked = report.rules.contains { rule in
      rule.isUnverified && severity.counts(rule.severity)
    }
    return found || unchecked ? findings : ExitCode.success
  }
}
