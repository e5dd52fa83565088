import GRDB
public import Pipelines

/// A run of the past.
public struct PastRun: Sendable, Hashable {
  /// Its number.
  public var number: Int
  /// When it began, in UTC as RFC 3339.
  public var started: String
  /// What it came to, as in `report.json`.
  public var status: String
  /// What the process ended with.
  public var exitStatus: Int
  /// How many findings appeared or came back.
  public var appeared: Int
  /// How many changed.
  public var changed: Int
  /// How many went.
  public var gone: Int
  /// How many errors it found.
  public var errors: Int
  /// How many warnings it found.
  public var warnings: Int
  /// How many notes it found.
  public var notes: Int
}

/// What lies between two runs.
public struct RunDifference: Sendable, Hashable {
  /// Found by the later run alone.
  public var appeared: [PastFinding] = []
  /// Found by both, with other values; what the later run says.
  public var changed: [PastFinding] = []
  /// Found by the earlier run alone.
  public var gone: [PastFinding] = []
  /// Inputs that one of them read otherwise, or that only one read.
  public var inputs: [String] = []
  /// Pipelines that did not come to their end in both; nothing is said of their findings.
  public var notCompared: [String] = []
}

extension HistoryStore {
  /// The last runs, the youngest first.
  ///
  /// - Throws: `HistoryError` where the history can't be read.
  public func runs(last limit: Int) throws(HistoryError) -> [PastRun] {
    try Self.telling(path) {
      try queue.read { db in
        try Row.fetchAll(
          db, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [limit]
        ).map { row in
          PastRun(
            number: row["id"], started: row["started"], status: row["status"],
            exitStatus: row["exit_status"], appeared: row["appeared"], changed: row["changed"],
            gone: row["gone"], errors: row["errors"], warnings: row["warnings"],
            notes: row["notes"])
        }
      }
    }
  }

  /// What lies between two runs, given by their numbers.
  ///
  /// - Throws: `HistoryError` where there is no such run, or the history can't be read.
  public func difference(
    from earlier: Int, to later: Int
  ) throws(HistoryError) -> RunDifference {
    try Self.telling(path) {
      try queue.read { db in
        for run in [earlier, later] where try !Self.exists(run, db) {
          throw HistoryError(path: path, reason: .noRun(run))
        }
        return try Self.difference(earlier, later, db)
      }
    }
  }

  private static func exists(_ run: Int, _ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [run]) != nil
  }

  private static func difference(
    _ earlier: Int, _ later: Int, _ db: Database
  ) throws -> RunDifference {
    var difference = RunDifference()
    func pipelines(_ run: Int, _ condition: String) throws -> Set<String> {
      try String.fetchSet(
        db, sql: "SELECT name FROM pipeline WHERE run = ? \(condition)", arguments: [run])
    }
    let compared = try pipelines(earlier, "AND is_complete")
      .intersection(pipelines(later, "AND is_complete"))
    difference.notCompared = try pipelines(earlier, "").union(pipelines(later, ""))
      .subtracting(compared).sorted()
    for pipeline in compared.sorted() {
      let before = try findings(pipeline, earlier, db)
      let after = try findings(pipeline, later, db)
      for (fingerprint, row) in after.sorted(by: { $0.value.id < $1.value.id }) {
        guard let old = before[fingerprint] else {
          difference.appeared.append(row.finding)
          continue
        }
        if old.id != row.id, old.values != row.values { difference.changed.append(row.finding) }
      }
      difference.gone += before.filter { after[$0.key] == nil }
        .sorted { $0.value.id < $1.value.id }.map(\.value.finding)
    }
    difference.inputs = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT path FROM (
          SELECT path, sheet, sha256 FROM input WHERE run = :one
          EXCEPT SELECT path, sheet, sha256 FROM input WHERE run = :other)
        UNION SELECT DISTINCT path FROM (
          SELECT path, sheet, sha256 FROM input WHERE run = :other
          EXCEPT SELECT path, sheet, sha256 FROM input WHERE run = :one)
        ORDER BY 1
        """, arguments: ["one": earlier, "other": later])
    return difference
  }

  private struct Stored {
    var id: Int64
    var values: [String?]
    var finding: PastFinding
  }

  private static func findings(
    _ pipeline: String, _ run: Int, _ db: Database
  ) throws -> [String: Stored] {
    var findings: [String: Stored] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM finding WHERE pipeline = ? AND first_run <= ? AND last_run >= ?",
      arguments: [pipeline, run, run])
    while let row = try rows.next() {
      let finding = PastFinding(row)
      findings[finding.fingerprint] = Stored(
        id: row["id"], values: [row["stated"], row["expected"], row["raw"]], finding: finding)
    }
    return findings
  }

  // MARK: acceptances

  /// Notes that an office accepts a finding until a date; an earlier acceptance of it ends.
  ///
  /// - Parameters:
  ///   - acceptance: What is accepted; the beginning of a fingerprint is enough where it is the only
  ///     one.
  ///   - moment: Now, in UTC as RFC 3339.
  /// - Returns: The finding.
  /// - Throws: `HistoryError` where no finding, or more than one, has that fingerprint.
  public func accept(
    _ acceptance: Acceptance, at moment: String
  ) throws(HistoryError) -> PastFinding {
    try Self.telling(path) {
      try queue.write { db in
        let finding = try self.finding(acceptance.fingerprint, db)
        try db.execute(
          sql: "UPDATE acceptance SET withdrawn = ? WHERE fingerprint = ? AND withdrawn IS NULL",
          arguments: [moment, finding.fingerprint])
        try db.execute(
          sql: """
            INSERT INTO acceptance (fingerprint, until, because, office, made)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [
            finding.fingerprint, acceptance.until, acceptance.because, acceptance.office, moment,
          ])
        return finding
      }
    }
  }

  /// Ends the acceptance of a finding.
  ///
  /// - Parameters:
  ///   - fingerprint: The finding, or the beginning of its fingerprint.
  ///   - moment: Now, in UTC as RFC 3339.
  /// - Returns: The finding; nil where it was not accepted.
  /// - Throws: `HistoryError` where no finding, or more than one, has that fingerprint.
  public func withdraw(
    _ fingerprint: String, at moment: String
  ) throws(HistoryError) -> PastFinding? {
    try Self.telling(path) {
      try queue.write { db in
        let finding = try self.finding(fingerprint, db)
        try db.execute(
          sql: "UPDATE acceptance SET withdrawn = ? WHERE fingerprint = ? AND withdrawn IS NULL",
          arguments: [moment, finding.fingerprint])
        return db.changesCount > 0 ? finding : nil
      }
    }
  }

  private func finding(_ start: String, _ db: Database) throws -> PastFinding {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT *, max(last_run) FROM finding WHERE substr(fingerprint, 1, length(:start)) = :start
        GROUP BY fingerprint LIMIT 5
        """, arguments: ["start": start])
    guard let row = rows.first, !start.isEmpty else {
      throw HistoryError(path: path, reason: .noFinding(start))
    }
    guard rows.count == 1 else {
      throw HistoryError(
        path: path, reason: .ambiguousFinding(start, rows.map { $0["fingerprint"] }))
    }
    return PastFinding(row)
  }
}
