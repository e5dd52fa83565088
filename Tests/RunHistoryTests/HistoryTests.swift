import FoundationEssentials
import GRDB
import Glibc
import Pipelines
import Rules
import Tabular
import Testing

@testable import RunHistory

/// What is remembered from run to run.
@Suite struct HistoryTests {
  /// A history in a folder of its own, removed with the value.
  private struct Bench: ~Copyable {
    let folder: String
    var path: String { folder + "/riwayat.sqlite" }

    init() throws {
      var template = Array("/tmp/history-test-XXXXXX".utf8CString)
      try #require(mkdtemp(&template) != nil)
      folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Compares a run and stores it.
    func run(_ report: RunReport, day: Int = 1) throws -> RunComparison {
      let store = try HistoryStore(path: path)
      let today = "2026-12-\(day < 10 ? "0" : "")\(day)"
      let comparison = try store.comparison(of: report, today: today)
      _ = try store.record(
        report, moments: ("\(today)T01:00:00Z", "\(today)T01:00:09Z"), program: "0.1.0",
        exitStatus: 1, today: today)
      return comparison
    }
  }

  /// A run of pipelines, those that failed with a `!`, which found figures, given as
  /// `pipeline/fingerprint=stated`.
  private func report(_ pipelines: [String], _ findings: String...) -> RunReport {
    var report = RunReport()
    for name in pipelines {
      let plain = name.filter { $0 != "!" }
      report.pipelines.append(.init(name: plain, title: plain, records: 3))
      if plain != name {
        report.failures.append(
          .init(pipeline: plain, message: Message(indonesian: "gagal", english: "failed")))
      }
    }
    for text in findings {
      let parts = text.split(whereSeparator: { "/=".contains($0) }).map(String.init)
      var finding = Finding(
        id: parts[1], pipeline: parts[0], rule: "jumlah", kind: .total, severity: .error,
        verdict: .impossible,
        about: .init(
          role: .stated, location: Location(resource: "\(parts[0]).csv", line: 7), raw: parts[2]),
        message: Message(indonesian: "tertulis \(parts[2])", english: "states \(parts[2])"))
      finding.stated = parts[2]
      report.findings.append(finding)
    }
    return report
  }

  @Test("new, unchanged, changed, resolved, reopened") func states() throws {
    let bench = try Bench()
    let first = try bench.run(report(["a"], "a/f1=1", "a/f2=2"))
    #expect(first.isFirst)
    #expect(first.states == [.new, .new])
    #expect(first.resolved == [])
    let second = try bench.run(report(["a"], "a/f1=1", "a/f2=3", "a/f3=4"))
    #expect(!second.isFirst)
    #expect(second.states == [.unchanged, .changed, .new])
    let third = try bench.run(report(["a"], "a/f2=3"))
    #expect(third.states == [.unchanged])
    #expect(third.resolved.map(\.fingerprint) == ["f1", "f3"])
    #expect(third.resolved.map(\.place) == ["a.csv:7", "a.csv:7"])
    let fourth = try bench.run(report(["a"], "a/f1=1", "a/f2=3"))
    #expect(fourth.states == [.reopened, .unchanged])
    #expect(fourth.hasNews)
    let fifth = try bench.run(report(["a"], "a/f1=1", "a/f2=3"))
    #expect(!fifth.hasNews)
  }

  @Test("a changed finding is still known since it appeared") func since() throws {
    let bench = try Bench()
    _ = try bench.run(report(["a"], "a/f1=1"))
    _ = try bench.run(report(["a"], "a/f1=2"))
    let gone = try bench.run(report(["a"]))
    #expect(gone.resolved.map(\.since) == [1])
  }

  @Test("a pipeline that failed or did not run says nothing of its findings") func failures() throws
  {
    let bench = try Bench()
    _ = try bench.run(report(["a", "b"], "a/f1=1", "b/g1=1"))
    let failed = try bench.run(report(["a!", "b"], "b/g1=1"))
    #expect(failed.resolved == [])
    let alone = try bench.run(report(["b"], "b/g1=1"))
    #expect(alone.resolved == [])
    let again = try bench.run(report(["a", "b"], "a/f1=1", "b/g1=1"))
    #expect(again.states == [.unchanged, .unchanged])
  }

  @Test("an accepted finding counts as such until its last day") func acceptance() throws {
    let bench = try Bench()
    _ = try bench.run(report(["a"], "a/f1aa=1", "a/f1bb=2"))
    let store = try HistoryStore(path: bench.path)
    func accept(_ start: String) throws(HistoryError) -> PastFinding {
      try store.accept(
        Acceptance(
          fingerprint: start, until: "2026-12-10", because: "menunggu audit",
          office: "Dinas Kominfo"), at: "2026-12-02T08:00:00Z")
    }
    #expect(throws: HistoryError(path: bench.path, reason: .noFinding("x"))) { try accept("x") }
    #expect(throws: HistoryError(path: bench.path, reason: .noFinding(""))) { try accept("") }
    #expect(
      throws: HistoryError(path: bench.path, reason: .ambiguousFinding("f1", ["f1aa", "f1bb"]))
    ) { try accept("f1") }
    #expect(try accept("f1a").fingerprint == "f1aa")
    let both = report(["a"], "a/f1aa=1", "a/f1bb=2")
    #expect(try bench.run(both, day: 10).states == [.accepted, .unchanged])
    #expect(try bench.run(both, day: 11).states == [.unchanged, .unchanged])
    #expect(try store.withdraw("f1a", at: "2026-12-03T08:00:00Z")?.fingerprint == "f1aa")
    #expect(try store.withdraw("f1a", at: "2026-12-03T08:00:00Z") == nil)
    #expect(try bench.run(both, day: 4).states == [.unchanged, .unchanged])
  }

  @Test("two runs and what lies between them") func difference() throws {
    let bench = try Bench()
    var one = report(["a", "b"], "a/f1=1", "a/f2=2", "b/g1=1")
    one.inputs = [.init(path: "a.csv", sha256: "aa", bytes: 3, records: 1)]
    var two = report(["a"], "a/f2=5", "a/f3=3")
    two.inputs = [.init(path: "a.csv", sha256: "bb", bytes: 3, records: 1)]
    _ = try bench.run(one)
    _ = try bench.run(two)
    let store = try HistoryStore(path: bench.path)
    let difference = try store.difference(from: 1, to: 2)
    #expect(difference.appeared.map(\.fingerprint) == ["f3"])
    #expect(difference.changed.map(\.message.english) == ["states 5"])
    #expect(difference.gone.map(\.fingerprint) == ["f1"])
    #expect(difference.inputs == ["a.csv"])
    #expect(difference.notCompared == ["b"])
    let back = try store.difference(from: 2, to: 1)
    #expect(back.appeared == difference.gone)
    #expect(back.gone == difference.appeared)
    let same = try store.difference(from: 2, to: 2)
    #expect(same == RunDifference())
    #expect(throws: HistoryError(path: bench.path, reason: .noRun(9))) {
      try store.difference(from: 1, to: 9)
    }
    let runs = try store.runs(last: 5)
    #expect(runs.map(\.number) == [2, 1])
    #expect(runs.map(\.appeared) == [1, 3])
    #expect(runs.map(\.changed) == [1, 0])
    #expect(runs.map(\.errors) == [2, 3])
  }

  @Test("what stays the same is stored once") func growth() throws {
    let bench = try Bench()
    let findings = report(["a"], "a/f1=1", "a/f2=2", "a/f3=3")
    for _ in 0..<5 { _ = try bench.run(findings) }
    let queue = try DatabaseQueue(path: bench.path)
    let count = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM finding") }
    #expect(count == 3)
  }

  @Test("files that are no history are refused and kept") func damaged() throws {
    let bench = try Bench()
    let file = try #require(fopen(bench.path, "w"))
    fputs("Kode,Jumlah\n1,2\n" + String(repeating: "x", count: 4_000), file)
    fclose(file)
    do {
      _ = try HistoryStore(path: bench.path)
      Issue.record("it was opened")
    } catch {
      guard case .damaged = error.reason else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(FileManager.default.contents(atPath: bench.path)?.count == 4_016)
  }

  @Test("a history of a newer version is refused") func newer() throws {
    let bench = try Bench()
    _ = try bench.run(report(["a"]))
    let queue = try DatabaseQueue(path: bench.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')") }
    #expect(throws: HistoryError(path: bench.path, reason: .newer)) {
      _ = try HistoryStore(path: bench.path)
    }
  }

  @Test("migrations have the names they always had, and make the tables they always made")
  func schema() throws {
    let queue = try DatabaseQueue()
    try HistorySchema.migrator.migrate(queue)
    #expect(
      HistorySchema.migrator.migrations == ["1 runs, inputs, outcomes, findings, acceptances"])
    let tables = try queue.read { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\' ORDER BY 1"
      )
    }
    #expect(tables == ["acceptance", "finding", "input", "outcome", "pipeline", "run"])
  }

  @Test("a run that ends in the middle of storing leaves the history as it was") func killed()
    throws
  {
    let bench = try Bench()
    _ = try bench.run(report(["a"], "a/f1=1"))
    let child = writeAndDie(bench.path)
    #expect(child)
    let runs = try HistoryStore(path: bench.path).runs(last: 9)
    #expect(runs.map(\.number) == [1])
  }

  /// Writes to the history without committing and drops the connection, as a killed process does.
  private func writeAndDie(_ path: String) -> Bool {
    let script = """
      import os, sqlite3, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("BEGIN IMMEDIATE")
      for n in range(20000):
        db.execute("INSERT INTO run (started, finished, program, status, exit_status, appeared, "
          "changed, gone, errors, warnings, notes) VALUES ('', '', '', '', 0, 0, 0, 0, 0, 0, 0)")
      os.kill(os.getpid(), 9)
      """
    guard access("/usr/bin/python3", X_OK) == 0 else {
      print("SKIPPED: no /usr/bin/python3 to be killed while it writes a history")
      return true
    }
    var pid: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [
      strdup("python3"), strdup("-c"), strdup(script), strdup(path), nil,
    ]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&pid, "/usr/bin/python3", nil, nil, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    return status & 0x7f == SIGKILL
  }
}
