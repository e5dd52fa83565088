import Glibc
import Pipelines
import Tabular

/// A log for programs: one JSON object a line, added to the end of a file.
///
/// Each line is written at once, so that runs into one file do not mix, and a killed run leaves
/// whole lines.
final class RunLog {
  private let descriptor: Int32

  /// Opens the file at `path`, and makes it where there is none.
  ///
  /// - Throws: `OutputError` where it can't be written.
  init(_ path: String) throws(OutputError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputError(path: path, reason: .init(errno: errno)) }
  }

  deinit { close(descriptor) }

  /// The run begins.
  func begin(_ options: [(name: String, value: String)], at moment: String) {
    write("started", at: moment) { json in
      json.member("program", Cermat.version)
      json.member("process", Int(getpid()))
      for option in options { json.member(option.name, option.value) }
    }
  }

  /// What became of the run: each pipeline, what could not be completed, and the counts.
  func end(_ report: RunReport, exitStatus: Int, milliseconds: Int, at moment: String) {
    for pipeline in report.pipelines {
      write("pipeline", at: moment) { json in
        json.member("pipeline", pipeline.name)
        json.member("records", pipeline.records)
        for severity in Severity.allCases.reversed() {
          json.member(
            severity.rawValue,
            report.findings.count { $0.pipeline == pipeline.name && $0.severity == severity })
        }
      }
    }
    for failure in report.failures {
      write("failure", at: moment) { json in
        json.member("pipeline", failure.pipeline)
        json.member("message", failure.message.english)
      }
    }
    write("finished", at: moment) { json in
      json.member("status", report.status.rawValue)
      json.member("exitStatus", exitStatus)
      json.member("milliseconds", milliseconds)
      json.member("causes", report.causes.count)
      guard let comparison = report.comparison else { return }
      for state in FindingState.allCases { json.member(state.rawValue, comparison.count(state)) }
      json.member("resolved", comparison.resolved.count)
    }
  }

  private func write(_ event: String, at moment: String, _ body: (inout JSONWriter) -> Void) {
    let descriptor = descriptor
    let text = try? TextStream.text { stream in
      var json = JSONWriter(to: stream)
      json.document { json in
        json.member("time", moment)
        json.member("event", event)
        body(&json)
      }
      stream = json.returned()
    }
    guard let text else { return }
    let line = Array(text.utf8)
    // What the log can't take must not stop the run.
    _ = Glibc.write(descriptor, line, line.count)
  }
}
