import GRDB
public import Pipelines
import Rules
import Tabular

/// The history of runs: one SQLite file, without a server.
///
/// Every change is one transaction: a program that is killed, or a disk that is full, leaves what
/// stood there before. Nothing here reads the clock; times are told.
public final class HistoryStore: Sendable {
  /// The file.
  public let path: String
  let queue: DatabaseQueue

  /// Opens the history at `path`, makes it where there is none, and brings it to the present form.
  ///
  /// - Throws: `HistoryError` where it can't be opened, is damaged or was written by a newer version.
  public init(path: String) throws(HistoryError) {
    self.path = path
    queue = try Self.telling(path) {
      var settings = Configuration()
      settings.busyMode = .timeout(10)
      settings.label = "history"
      let queue = try DatabaseQueue(path: path, configuration: settings)
      let migrator = HistorySchema.migrator
      guard try !queue.read(migrator.hasBeenSuperseded) else {
        throw HistoryError(path: path, reason: .newer)
      }
      try migrator.migrate(queue)
      return queue
    }
  }

  /// Compares what a run found with what earlier runs found.
  ///
  /// Each pipeline is compared with the last run in which it came to its end.
  ///
  /// - Parameters:
  ///   - report: The run, which is not stored yet.
  ///   - today: The day, as `2026-12-31`, by which acceptances count.
  /// - Returns: The states of the findings, and what is gone.
  /// - Throws: `HistoryError` where the history can't be read.
  public func comparison(
    of report: RunReport, today: String
  ) throws(HistoryError) -> RunComparison {
    try Self.telling(path) {
      try queue.read { db in try Past(of: report, today: today, db).comparison }
    }
  }

  /// Stores a run.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - moments: When it began and ended, in UTC as RFC 3339.
  ///   - program: The version of the program.
  ///   - exitStatus: What the process ends with.
  ///   - today: The day, as `2026-12-31`.
  /// - Returns: The number of the run.
  /// - Throws: `HistoryError` where it can't be stored; the history is as it was then.
  public func record(
    _ report: RunReport, moments: (started: String, finished: String), program: String,
    exitStatus: Int, today: String
  ) throws(HistoryError) -> Int {
    try Self.telling(path) {
      try queue.write { db in
        let past = try Past(of: report, today: today, db)
        let comparison = past.comparison
        let severities = report.findings.map(\.severity)
        try db.execute(
          sql: """
            INSERT INTO run (started, finished, program, status, exit_status, appeared, changed,
              gone, errors, warnings, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            moments.started, moments.finished, program, report.status.rawValue, exitStatus,
            comparison.count(.new) + comparison.count(.reopened), comparison.count(.changed),
            comparison.resolved.count, severities.count { $0 == .error },
            severities.count { $0 == .warning }, severities.count { $0 == .note },
          ])
        let run = Int(db.lastInsertedRowID)
        try Self.insert(report, run, db)
        try past.store(as: run, db)
        return run
      }
    }
  }

  private static func insert(_ report: RunReport, _ run: Int, _ db: Database) throws {
    let complete = report.completePipelines
    for pipeline in report.pipelines {
      try db.execute(
        sql: "INSERT INTO pipeline (run, name, is_complete, records) VALUES (?, ?, ?, ?)",
        arguments: [run, pipeline.name, complete.contains(pipeline.name), pipeline.records])
    }
    let input = try db.makeStatement(
      sql:
        "INSERT OR IGNORE INTO input (run, path, sheet, sha256, bytes, records) VALUES (?, ?, ?, ?, ?, ?)"
    )
    for file in report.inputs {
      try input.execute(arguments: [
        run, file.path, file.sheet ?? "", file.sha256, file.bytes, file.records,
      ])
    }
    let outcome = try db.makeStatement(
      sql:
        "INSERT OR IGNORE INTO outcome (run, pipeline, rule, outcome, checked, findings) VALUES (?, ?, ?, ?, ?, ?)"
    )
    for rule in report.rules {
      try outcome.execute(arguments: [
        run, rule.pipeline, rule.id, rule.value.rawValue, rule.checked, rule.violations,
      ])
    }
  }

  /// Runs something on the database, with its errors as ours.
  static func telling<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(HistoryError) -> Value {
    do {
      return try body()
    } catch let error as HistoryError {
      throw error
    } catch let error as DatabaseError {
      throw HistoryError(path: path, reason: reason(error))
    } catch {
      throw HistoryError(path: path, reason: .other("\(error)"))
    }
  }

  private static func reason(_ error: DatabaseError) -> HistoryError.Reason {
    let detail = error.message ?? "\(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .damaged(detail)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: return .denied(detail)
    case .SQLITE_FULL: return .noSpace
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    default: return .other(detail)
    }
  }
}

extension RunReport {
  /// The names of the pipelines that came to their end.
  var completePipelines: Set<String> {
    Set(pipelines.map(\.name)).subtracting(failures.map(\.pipeline))
  }
}
