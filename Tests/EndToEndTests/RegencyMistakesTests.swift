import Foundation
import Pipelines
import Rules
import Tabular
import Testing

/// The mistakes that are seeded into the files of the made-up regency are all found, at their
/// cells, and nothing is found that they do not cause.
@Suite struct RegencyMistakesTests {
  /// Kinds of findings that no mistake in these files makes.
  private static let unseen: Set<Finding.Kind> = [
    // A label that is missing or stands there twice keeps the pipeline from being completed.
    .schema
  ]

  @Test func seededMistakesAreFoundWhereTheyAre() async throws {
    let mistakes = try RegencyMistake.all()
    #expect(mistakes.count >= 90)
    let shares = 4
    let (kinds, named) = try await withThrowingTaskGroup(
      of: (kinds: Set<Finding.Kind>, named: NamedCells).self
    ) { group in
      for share in 0..<shares {
        group.addTask {
          let copy = try RegencyCopy(.inText)
          var kinds: Set<Finding.Kind> = []
          var named = NamedCells()
          for mistake in mistakes.indices where mistake % shares == share {
            let report = try Self.seed(mistakes[mistake], in: copy)
            kinds.formUnion(report.findings.map(\.kind))
            named.note(mistakes[mistake], in: report)
          }
          return (kinds, named)
        }
      }
      var kinds: Set<Finding.Kind> = []
      var named = NamedCells()
      for try await share in group {
        kinds.formUnion(share.kinds)
        named.add(share.named)
      }
      return (kinds, named)
    }
    print(
      "of \(named.mistakes) wrong figures \(named.first) come first, \(named.within) are in the set,"
        + " \(named.restored) are restored; not named: \(named.missed.sorted())")
    print(
      "\(named.certain) runs have a cause that is certain; of another cell:"
        + " \(named.wronglyCertain.sorted())")
    #expect(named.first * 100 >= named.mistakes * 90)
    #expect(named.within * 100 >= named.mistakes * 95)
    #expect(Set(Finding.Kind.allCases).subtracting(kinds) == Self.unseen)
    let seeded = Set(mistakes.map(\.file.folder))
    #expect(seeded.count == 10, "every folder has mistakes: \(seeded.sorted())")
  }

  /// Makes one mistake, expects what it must come to, and returns the report.
  private static func seed(
    _ mistake: RegencyMistake, in copy: RegencyCopy
  ) throws -> RunReport {
    let data = try #require(mistake.made(in: copy.data(mistake.file)), "\(mistake)")
    let run = try copy.run(with: mistake.file, as: data)
    let report = run.report
    #expect(report.failures.map(\.message.indonesian) == [], "\(mistake)")
    let own = report.findings.filter { $0.rule == mistake.rule }
    let places = own.map { $0.cells[0].location.short }
    if mistake.grade == .unverifiable {
      let reasons = report.rules.filter { $0.id == mistake.rule && $0.isUnverified }
        .compactMap(\.reason?.indonesian)
      #expect(reasons.contains { $0.contains(mistake.place) }, "\(mistake): \(reasons)")
    } else {
      let found = own.first { $0.cells[0].location.short == mistake.place }
      #expect(found?.severity.rawValue == mistake.grade.severity, "\(mistake): \(places)")
      if case .text = mistake.change, let found, !isWeighted(found) {
        #expect(found.cells.contains { $0.location.stands(in: mistake) }, "\(mistake)")
      }
    }
    let reach = TableReach(of: RegencyCopy.path + mistake.file, in: run, copy.files)
    for finding in report.findings
    where !finding.cells.contains(where: { $0.location.file == mistake.file }) {
      let rule = report.rules.first { ($0.pipeline, $0.id) == (finding.pipeline, finding.rule) }
      #expect(
        reach.meets(rule?.tables ?? [], of: finding.pipeline),
        "\(mistake): \(finding.rule) at \(finding.cells[0].location.short)")
    }
    return report
  }

  /// A sum of products names no parts.
  private static func isWeighted(_ finding: Finding) -> Bool {
    finding.rule == "indeks-tertimbang"
  }
}

extension String {
  fileprivate var folder: String { split(separator: "/").first.map(String.init) ?? self }
}

extension RegencyMistake.Grade {
  fileprivate var severity: String {
    switch self {
    case .error: Severity.error.rawValue
    case .warning: Severity.warning.rawValue
    case .note: Severity.note.rawValue
    case .unverifiable: ""
    }
  }
}

extension Location {
  /// The path below that of the regency.
  fileprivate var file: String {
    resource.replacingOccurrences(of: RegencyCopy.path, with: "")
  }

  /// The path, the line and the field.
  fileprivate var short: String {
    file + (line.map { ":\($0)" } ?? "") + (field.map { " \($0)" } ?? "")
  }

  fileprivate func stands(in mistake: RegencyMistake) -> Bool {
    file == mistake.file && line == mistake.line
  }
}
