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

  /// The status of a run: what an office accepted does not count, what could not be checked counts like a finding of its rule's severity.
  static func status(of report: RunReport, failingAt severity: FailingSeverity) -> ExitCode {
    if !report.failures.isEmpty { return incomplete }
    let found = report.findings.indices.contains { number in
      severity.counts(report.findings[number].severity) && !report.isAccepted(number)
    }
    let unchecked = report.rules.contains { rule in
      rule.isUnverified && severity.counts(rule.severity)
    }
    return found || unchecked ? findings : ExitCode.success
  }
}

extension RunReport {
  /// True where an office accepted the finding in that place of the report.
  fileprivate func isAccepted(_ number: Int) -> Bool {
    guard let states = comparison?.states, states.indices.contains(number) else { return false }
    return states[number] == .accepted
  }
}
