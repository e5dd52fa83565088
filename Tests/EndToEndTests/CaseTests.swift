import Foundation
import Testing

@Suite struct CaseTests {
  /// With `CERMAT_RECORD_SNAPSHOTS=1` in the environment what came of a case is recorded instead,
  /// and the run fails, so that a recording can't pass for a test.
  @Test(arguments: Case.all) func commandGivesWhatItMust(_ example: Case) throws {
    let trial = try Trial()
    let outcome = try example.outcome(in: trial)
    let expected = try example.expected()
    if ProcessInfo.processInfo.environment["CERMAT_RECORD_SNAPSHOTS"] == "1" {
      try example.record(outcome)
      Issue.record("recorded \(example.name); run again without recording")
      return
    }
    for name in Set(outcome.keys).union(expected.keys).sorted() {
      let (here, wanted) = (outcome[name], expected[name])
      #expect(here == wanted, "\(name)\n\(Self.difference(here, wanted))")
    }
  }

  /// The first line that differs.
  private static func difference(_ here: Data?, _ wanted: Data?) -> String {
    let (found, expected) = (lines(here), lines(wanted))
    let line = zip(found, expected).prefix { $0 == $1 }.count
    func show(_ lines: [String]) -> String { line < lines.count ? lines[line] : "(the end)" }
    return "line \(line + 1)\n  found:    \(show(found))\n  expected: \(show(expected))"
  }

  private static func lines(_ data: Data?) -> [String] {
    guard let data else { return ["(no file)"] }
    return String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test func everyAreaHasCases() {
    let areas = Set(Case.all.map { $0.name.split(separator: "/")[0] })
    #expect(
      areas == [
        "bad-input", "describe", "fix", "history", "mess", "publish", "rules", "run", "usage",
        "validate",
        "workbook",
      ])
  }
}
