import Numerals
import Tabular
import Testing

@testable import Rules

@Suite("Series that never fall or never rise")
struct MonotoneTests {
  private static let rule = """
    monotone(if target is present then target else realisasi / capaian * 100, tahun) by sasaran
    """
  private static let header = """
    sasaran | tahun:period | target:index | realisasi:index | capaian:index

    """

  // MARK: the real figures

  @Test("A target that several cells imply is suspected before one that is stated")
  func spbe() throws {
    let run = try check(
      """
      SPBE | 2023 | 2,5 | 3,29 | 131,6
      SPBE | 2019 | | 1,93 | 100
      SPBE | 2020 | | 2,52 | 109,57
      SPBE | 2021 | | 2,42 | 96,8
      SPBE | 2022 | | 2,86 ! | 104
      """)
    let finding = try #require(run.findings.first)
    #expect(
      finding.message.indonesian
        == "'SPBE': target tersirat 2,75 (2,73–2,77) pada 2022, dari 2,86 / 104 * 100, lebih tinggi daripada 2,5 pada 2023, padahal sebelumnya 2,50 pada 2021"
    )
    #expect(
      finding.message.english
        == "'SPBE': the implied target 2.75 (2.73–2.77) in 2022, from 2.86 / 104 * 100, is higher than 2.5 in 2023, although 2.50 precedes in 2021"
    )
    #expect(finding.kind == .series)
    #expect(finding.stated == "2.75")
    #expect(finding.expected == nil)
    #expect(
      finding.cells.map { "\($0.role.rawValue) \($0.location.line ?? 0):\($0.raw)" } == [
        "stated 6:2,86", "part 6:104", "other 2:2,5", "other 5:2,42", "other 5:96,8",
      ])
  }

  @Test("The one that breaks the line is suspected whatever is stated")
  func sakip() throws {
    let run = try check(
      """
      SAKIP | 2019 | | 55,03 | 91,70
      SAKIP | 2020 | | 62,69 | 104,47
      SAKIP | 2021 | | 60,30 ! | 101,48
      SAKIP | 2022 | | 66,36 | 110,60
      SAKIP | 2023 | 61 | 61,00 | 113,77
      """)
    #expect(
      run.findings.map(\.message.indonesian) == [
        "'SAKIP': target tersirat 59,42 (59,41–59,43) pada 2021, dari 60,30 / 101,48 * 100, lebih rendah daripada 60,01 pada 2020, padahal sesudahnya 60,00 pada 2022"
      ])
  }

  @Test("Printed values stand for everything that rounds to them")
  func skm() throws {
    let run = try check(
      """
      SKM | 2019 | | 81,23 | 102,82
      SKM | 2020 | | 83,72 | 105,97
      SKM | 2021 | | 83,75 | 106,01
      SKM | 2022 | | 83,80 | 104,75
      SKM | 2023 | 84 | 84,39 | 100,46
      Media | 2021 | | |
      Media | 2023 | 10 | 29,25 | 292,5
      """)
    #expect(run.outcomes.map(\.value) == [.satisfied])
    #expect(run.outcomes.map(\.checked) == [6])
  }

  private func check(
    _ records: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> RuleRun {
    try RuleBench(TableLiteral("t", Self.header + records))
      .check(Self.rule, sourceLocation: sourceLocation)
  }

  // MARK: ties, gaps, order

  @Test("Where the data do not settle which, all are named in one finding")
  func tie() throws {
    let run = try RuleBench(
      TableLiteral("t", "tahun:code | n:count\n2020 | 10\n2021 | 14 !\n2022 | 12\n2023 | 15")
    ).check("monotone(n, tahun)")
    let finding = try #require(run.findings.first)
    #expect(
      finding.message.indonesian
        == "'2021': nilainya naik turun; yang keliru salah satu dari: n 14 pada 2021; atau n 12 pada 2022; data ini tidak menentukan yang mana"
    )
    #expect(
      finding.message.english
        == "'2021': the values rise and fall; the wrong one is: n 14 in 2021; or n 12 in 2022; the data do not settle which"
    )
    #expect(finding.cells.map(\.raw) == ["14", "12"])
    #expect(finding.cells.map(\.role) == [.stated, .other])
    #expect(run.outcomes.map(\.checked) == [4])
    #expect(run.outcomes.map(\.violations) == [1])
  }

  @Test("An implied value is called so even where its ends round to it")
  func narrow() throws {
    let run = try RuleBench(
      TableLiteral(
        "t",
        """
        tahun:code | a:index | b:index
        2021 | 2,42 ! | 96,8
        2022 | 2,86 | 104
        2023 | 3,29 | 131,6
        """)
    ).check("monotone(a / b * 100, tahun)")
    #expect(
      run.findings.map(\.message.indonesian) == [
        "'2021': nilainya naik turun; yang keliru salah satu dari: nilai tersirat 2,50 (2,49–2,51) pada 2021; nilai tersirat 2,75 (2,73–2,77) pada 2022; atau nilai tersirat 2,50 pada 2023; data ini tidak menentukan yang mana"
      ])
  }

  @Test("As many decimals are told as tell the values apart")
  func decimals() throws {
    let run = try RuleBench(
      TableLiteral(
        "t",
        """
        tahun:code | a:count | b:count | n:count
        2019 |  |  | 3
        2020 | 300002 ! | 100000 |
        2021 | 300001 | 100000 |
        2022 |  |  | 4
        """)
    ).check("monotone(if n is present then n else a / b, tahun)")
    #expect(
      run.findings.map(\.message.english) == [
        "'2020': the values rise and fall; the wrong one is: the implied n 3.00002 in 2020; or the implied n 3.00001 in 2021; the data do not settle which"
      ])
  }

  @Test("A series may fall as well, and its ends may be wrong")
  func falling() throws {
    let run = try RuleBench(
      TableLiteral(
        "t", "tahun:integer | n:count\n2020 | 9\n2021 | 7\n2022 | 7\n2023 | 4\n2024 | 8 !")
    ).check("monotone(n, tahun)")
    #expect(
      run.findings.map(\.message.english) == [
        "n 8 in 2024 is higher than 4 in 2023, although the others never rise"
      ])
  }

  @Test("What can't be read or ordered is unverifiable by itself")
  func gaps() throws {
    let run = try RuleBench(
      TableLiteral(
        "t",
        """
        k | tahun | n:decimal | b:count
        a | 2020 | 1 | 1
        a | Realisasi 2021 | 9 ! | 1
        a | 2022 | 2 | 1
        a | 2023 | 4 | 1
        a | 2024 | x | 1
        a | 2025 | 1 | 0
        a | lalu | 1 | 1
        a |  | 1 | 1
          | 2020 | 1 | 1
        b | 2020 | 1 | 1
        b | 2021 | 9 | 1
        b | 2021 | 1 | 1
        b | 2022 |  | 1
        """)
    ).check("monotone(n / b, tahun) by k")
    let outcome = try #require(run.outcomes.first)
    #expect(outcome.unverifiable == 7)
    #expect(outcome.checked == 5)
    let reason = try #require(outcome.reason?.english)
    #expect(reason.contains("2 × its place in the order of its group is not clear (t.csv:12)"))
    #expect(reason.contains("1 × 'n' can't be read (t.csv:6)"))
    #expect(reason.contains("1 × the divisor is zero (t.csv:7)"))
    #expect(reason.contains("1 × 'k' is empty (t.csv:10)"))
  }

  @Test("Periods of different kinds have no order")
  func grains() throws {
    let run = try RuleBench(
      TableLiteral("t", "p:period | n:count\n2020 | 1\n2021-S1 | 3\n2021-S2 | 2\n2022 | 4")
    ).check("monotone(n, p)")
    #expect(run.outcomes.map(\.unverifiable) == [4])
  }

  @Test("A series too long to be searched is unverifiable, unless it holds")
  func long() throws {
    func outcome(_ last: Int) throws -> RuleOutcome? {
      let records = (1...MonotoneSearch.limit).map { "\($0) | \($0)" }
      return try RuleBench(
        TableLiteral(
          "t", "no:integer | n:count\n\(records.joined(separator: "\n"))\n5000 | \(last)")
      ).check("monotone(n, no)").outcomes.first
    }
    #expect(try outcome(5000)?.value == .satisfied)
    #expect(try outcome(1)?.value == .unverifiable)
  }

  @Test(
    "What makes no sense is refused before data are read",
    arguments: [
      (
        "monotone(n, taun)",
        RuleProblem.Reason.unknownField("taun", table: "t", nearest: ["tahun"])
      ),
      ("monotone(m, tahun)", .unknownField("m", table: "t", nearest: [])),
      ("monotone(k, tahun)", .wrongKind(expected: "number", found: "text")),
      ("monotone(n, d)", .wrongKind(expected: "period", found: "number")),
      ("monotone(n + u, tahun)", .unitMismatch(left: "orang", right: "rupiah")),
      ("monotone(n, tahun) by tahun", .alwaysHolds),
      ("monotone(5, tahun)", .alwaysHolds),
      ("monotone(n)", .expected("','", found: ")")),
      ("monotone(n, 2023)", .expected("a field", found: "2023")),
    ] as [(String, RuleProblem.Reason)])
  func refused(text: String, reason: RuleProblem.Reason) {
    let bench = RuleBench(
      TableLiteral(
        "t", "k | tahun | n:count:orang | u:count:rupiah | d:decimal\na | 2020 | 1 | 1 | 1"))
    let problems = bench.book([RuleDefinition(id: "r", table: "t", text: text)]).problems
    #expect(problems.map(\.reason) == [reason])
    for problem in problems {
      #expect(!problem.message.indonesian.isEmpty)
      #expect(problem.message.indonesian != problem.message.english)
    }
  }
}
