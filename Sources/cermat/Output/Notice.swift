import Glibc
import Pipelines
import Tabular

/// Tells somebody what is new, by a command that they chose.
enum Notice {
  /// True where people have something to hear: findings that appeared, came back, changed or went,
  /// or a run that could not be completed.
  static func isDue(_ report: RunReport) -> Bool {
    (report.comparison?.hasNews ?? !report.findings.isEmpty) || !report.failures.isEmpty
  }

  /// Runs `command` in a shell, with the text on its standard input and the counts in its
  /// environment.
  ///
  /// - Returns: What went wrong; nil where the command ended with 0.
  static func send(_ text: String, of report: RunReport, by command: String) -> Message? {
    let counts = report.comparison.map { comparison in
      [
        ("CERMAT_NEW", comparison.count(.new)), ("CERMAT_REOPENED", comparison.count(.reopened)),
        ("CERMAT_CHANGED", comparison.count(.changed)),
        ("CERMAT_RESOLVED", comparison.resolved.count),
      ]
    }
    setenv("CERMAT_STATUS", report.status.rawValue, 1)
    for (name, count) in counts ?? [] { setenv(name, "\(count)", 1) }
    // A command that does not read to the end must not end this process.
    signal(SIGPIPE, SIG_IGN)
    guard let pipe = popen(command, "w") else {
      return Words.notNotified(command, status: Int(errno))
    }
    let bytes = Array(text.utf8)
    _ = fwrite(bytes, 1, bytes.count, pipe)
    let status = pclose(pipe)
    guard status != 0 else { return nil }
    return Words.notNotified(command, status: Int(status & 0x7f == 0 ? status >> 8 : status & 0x7f))
  }
}
