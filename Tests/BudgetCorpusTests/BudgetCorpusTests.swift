import Numerals
import Rules
import Tabular
import Testing

@testable import Pipelines

/// The forty budget uploads, read whole and checked against what is known of them.
@Suite(
  "Budget uploads",
  .enabled(
    if: BudgetRun.isThere, "skipped: the budget uploads in ../shared/corpus/apbd are not there"))
struct BudgetCorpusTests {
  private let run: BudgetRun
  private let labels: [String: BudgetLabels]

  init() throws {
    run = try #require(BudgetRun.shared)
    labels = try BudgetLabels.read(BudgetRun.folder + "labels.json")
  }

  @Test("All files are read and all rules judged")
  func complete() {
    #expect(run.report.failures.map(\.message.english) == [])
    #expect(Set(run.report.inputs.map(\.path)) == Set(labels.keys))
    #expect(run.report.inputs.count == 40)
    #expect(run.report.rules.map(\.id) == ["jenjang", "jenjang-perubahan", "selisih", "persen"])
    #expect(run.report.rules.allSatisfy { $0.value == .violated })
  }

  @Test("No fewer relations are checked than the labels rest on")
  func checked() {
    let rules = [
      "jenjang": ["children_sum:val"], "jenjang-perubahan": ["children_sum:a", "children_sum:b"],
      "selisih": ["diff"], "persen": ["pct"],
    ]
    for outcome in run.report.rules {
      let least = labels.values.flatMap { file in
        (rules[outcome.id] ?? []).map { file.relations[$0, default: 0] }
      }.reduce(0, +)
      #expect(least > 2000 && outcome.checked >= least, "\(outcome.id)")
    }
  }

  @Test("Every physical line is accounted for, and every row of the file")
  func lines() throws {
    for (input, reading) in zip(run.report.inputs, run.report.readings) {
      let bytes = try FileBytes.read(BudgetRun.folder + input.path, named: input.path)
      let ends = bytes.count { $0 == UInt8(ascii: "\n") }
      let lines = bytes.last == UInt8(ascii: "\n") ? ends : ends + 1
      #expect(reading.resource == input.path)
      #expect(reading.lineCount == lines, "\(input.path)")
      // Records stand on one line or more, everything else on one each.
      let data = reading.counts[.data, default: 0] + reading.counts[.total, default: 0]
      let others = reading.lineCount - data
      #expect(input.records + others == labels[input.path]?.rows, "\(input.path)")
      #expect(data >= input.records, "\(input.path)")
    }
  }

  @Test("Every rejected line has a finding")
  func rejected() {
    for reading in run.report.readings {
      let lines = reading.otherLines.filter { $0.use == .rejected }.map(\.line)
      #expect(lines.count == reading.counts[.rejected, default: 0])
      let told = run.report.findings.flatMap(\.cells).map(\.location)
        .filter { $0.resource == reading.resource }.compactMap(\.line)
      #expect(Set(lines).subtracting(told) == [], "\(reading.resource)")
    }
  }

  /// What reading finds: records in one cell, codes that are none, numbers that can't be read.
  private static let reading: [String: [String: Int]] = [
    "3401_1473858955.csv": ["berkas": 17],
    "3401_1473859038.csv": ["berkas": 20],
    "3402_1472805090.csv": ["pola": 1],
    "3402_1475209396.csv": ["angka": 18, "pola": 1],
    "3402_1475312782.csv": ["pola": 1],
    "3402_1475755170.csv": ["angka": 38],
    "3402_1475827872.csv": ["pola": 569],
    "3403_1476771575.csv": ["pola": 1],
    "3403_1476773366.csv": ["pola": 1],
    "3403_1476850131.csv": ["angka": 1, "pola": 41],
    "3404_1473157847.csv": ["berkas": 6],
    "3404_1477249668.csv": ["pola": 2],
    "3471_1476076651.csv": ["pola": 1],
    "34_1472618921.csv": ["berkas": 19],
  ]

  @Test("What is found while reading")
  func reading() {
    #expect(run.reading == Self.reading)
  }

  @Test("The labelled violations are found; every difference is explained in Differences.md")
  func differences() throws {
    let page = try FileBytes.readText(
      BudgetRun.root + "Tests/BudgetCorpusTests/Differences.md", named: "Differences.md")
    let explained = DifferenceTable(page)
    #expect(explained.faults == [])
    let labelled = Dictionary(labels.values.flatMap(\.violations)) { first, _ in first }
    #expect(labelled.count == 82)
    var differences: [Violation: DifferenceTable.Difference] = [:]
    for place in Set(labelled.keys).union(run.violations.keys)
    where labelled[place] != run.violations[place] {
      differences[place] = .init(labelled: labelled[place], found: run.violations[place])
    }
    for place in Set(differences.keys).union(explained.differences.keys).sorted() {
      #expect(differences[place] == explained.differences[place], "\(place)")
    }
  }
}
