import GRDB
import Pipelines
import Tabular

/// What earlier runs know of the findings of a run.
struct Past {
  private let report: RunReport
  /// The last run of each complete pipeline.
  private var lastRuns: [String: Int] = [:]
  /// What those found, by pipeline and fingerprint.
  private var last: [Key: Episode] = [:]
  /// What was ever found.
  private var ever: Set<Key> = []
  /// The fingerprints that are accepted today.
  private var accepted: Set<String> = []
  private let complete: Set<String>

  private struct Key: Hashable {
    var pipeline: String
    var fingerprint: String
  }

  /// A finding that stayed the same from run to run.
  private struct Episode {
    var id: Int64
    var stated: String?
    var expected: String?
    var raw: String
    var since: Int
    var finding: PastFinding
  }

  init(of report: RunReport, today: String, _ db: Database) throws {
    self.report = report
    complete = report.completePipelines
    for pipeline in complete {
      let number = try Int.fetchOne(
        db, sql: "SELECT max(run) FROM pipeline WHERE name = ? AND is_complete",
        arguments: [pipeline])
      guard let number else { continue }
      lastRuns[pipeline] = number
      try read(pipeline, number, db)
    }
    accepted = try String.fetchSet(
      db, sql: "SELECT fingerprint FROM acceptance WHERE withdrawn IS NULL AND until >= ?",
      arguments: [today])
  }

  private mutating func read(_ pipeline: String, _ run: Int, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM finding WHERE pipeline = ? AND last_run = ?",
      arguments: [pipeline, run])
    while let row = try rows.next() {
      let finding = PastFinding(row)
      last[Key(pipeline: pipeline, fingerprint: finding.fingerprint)] = Episode(
        id: row["id"], stated: row["stated"], expected: row["expected"], raw: row["raw"],
        since: row["since_run"], finding: finding)
    }
    let fingerprints = try String.fetchCursor(
      db, sql: "SELECT DISTINCT fingerprint FROM finding WHERE pipeline = ?",
      arguments: [pipeline])
    while let fingerprint = try fingerprints.next() {
      ever.insert(Key(pipeline: pipeline, fingerprint: fingerprint))
    }
  }

  /// The states of the findings, and what is gone.
  var comparison: RunComparison {
    var present: Set<Key> = []
    let states = report.findings.map { finding in
      let key = Key(pipeline: finding.pipeline, fingerprint: finding.id)
      present.insert(key)
      return accepted.contains(finding.id) ? .accepted : state(of: finding, key)
    }
    let resolved = last.filter { !present.contains($0.key) }.map(\.value.finding)
      .sorted {
        ($0.pipeline, $0.rule, $0.place, $0.fingerprint) < (
          $1.pipeline, $1.rule, $1.place, $1.fingerprint
        )
      }
    return RunComparison(states: states, resolved: resolved, isFirst: lastRuns.isEmpty)
  }

  private func state(of finding: Finding, _ key: Key) -> FindingState {
    // What a pipeline found that did not come to its end is known neither as new nor as old.
    guard complete.contains(finding.pipeline) else { return .unchanged }
    guard let episode = last[key] else { return ever.contains(key) ? .reopened : .new }
    return isSame(finding, episode) ? .unchanged : .changed
  }

  private func isSame(_ finding: Finding, _ episode: Episode) -> Bool {
    finding.stated == episode.stated && finding.expected == episode.expected
      && (finding.cells.first?.raw ?? "") == episode.raw
  }

  /// Stores the findings of the run of that number.
  func store(as run: Int, _ db: Database) throws {
    let goOn = try db.makeStatement(sql: "UPDATE finding SET last_run = ? WHERE id = ?")
    let begin = try db.makeStatement(
      sql: """
        INSERT INTO finding (fingerprint, pipeline, rule, severity, place, raw, stated, expected,
          indonesian, english, since_run, first_run, last_run)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var stored: Set<Key> = []
    for finding in report.findings where complete.contains(finding.pipeline) {
      let key = Key(pipeline: finding.pipeline, fingerprint: finding.id)
      guard stored.insert(key).inserted else { continue }
      let episode = last[key]
      if let episode, isSame(finding, episode) {
        try goOn.execute(arguments: [run, episode.id])
        continue
      }
      try begin.execute(arguments: [
        finding.id, finding.pipeline, finding.rule, finding.severity.rawValue,
        finding.cells.first?.location.shortest ?? "", finding.cells.first?.raw ?? "",
        finding.stated, finding.expected, finding.message.indonesian, finding.message.english,
        episode?.since ?? run, run, run,
      ])
    }
  }
}

extension PastFinding {
  /// A stored finding.
  init(_ row: Row) {
    self.init(
      fingerprint: row["fingerprint"], pipeline: row["pipeline"], rule: row["rule"],
      severity: Severity(rawValue: row["severity"]) ?? .note, place: row["place"],
      message: Message(indonesian: row["indonesian"], english: row["english"]),
      since: row["since_run"])
  }
}

extension Location {
  /// `samples/a.csv:22` for text, `samples/a.xlsx Penunjang!C12` for workbooks.
  fileprivate var shortest: String {
    if let sheet { return "\(resource) \(sheet)!\(cell ?? "")" }
    return line.map { "\(resource):\($0)" } ?? resource
  }
}
