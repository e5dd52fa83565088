import Numerals
import Rules
import Tabular
import Testing

@Suite("Statements about records, groups and runs")
struct StatementTests {
  @Test("Parts of a record add up to its total")
  func recordSum() throws {
    let run = try RuleBench(
      TableLiteral(
        "penduduk",
        """
        umur | pria:count | wanita:count | jumlah:count
        0-4  | 32.840 | 30.961 | 63.801
        5-9  | 42.855 | 40.267 | 83.123 !
        """)
    ).check("pria + wanita = jumlah")
    let finding = try #require(run.findings.first)
    #expect(finding.stated == "83123")
    #expect(finding.expected == "83122")
    #expect(finding.difference == "1")
    #expect(finding.verdict == .impossible)
    #expect(finding.kind == .arithmetic)
    #expect(
      finding.message.indonesian
        == "'5-9': tertulis 83.123, sedangkan 42.855 + 40.267 = 83.122; selisih 1")
  }

  @Test("A percentage is judged within what was printed")
  func ratio() throws {
    let run = try RuleBench(
      TableLiteral(
        "realisasi",
        """
        uraian | anggaran:amount | realisasi:amount | persen:percent
        a | 13.000.000 | 12.821.200 | 98,62
        b | 4.752.223.688 | 4.641.508.992 | 97,55 !
        c | 92.000.000 | 92.000.000 | 100
        d | 3.905.369.089 | 3.819.708.666 | 97,80 !
        """)
    ).check("persen = realisasi / anggaran")
    #expect(run.findings.map(\.stated) == ["97.55", "97.80"])
    #expect(run.findings.map(\.expected) == ["97.67", "97.81"])
    #expect(run.findings[0].expectedInterval == ["97.665", "97.675"])
    #expect(run.findings.map(\.verdict) == [.impossible, .truncated])
    #expect(run.findings[0].kind == .ratio)
  }

  @Test("Both halves are accepted")
  func halves() throws {
    try RuleBench(
      TableLiteral(
        "t",
        """
        a:amount | b:amount | p:percent
        1.970.100 | 2.000.000 | 98,51
        1.970.100 | 2.000.000 | 98,50
        1.970.100 | 2.000.000 | 98,52 !
        """)
    ).check("p = a / b")
  }

  @Test("Groups: the stated total against the sum of the others")
  func groupTotals() throws {
    var bench = RuleBench(
      TableLiteral(
        "penduduk",
        """
        kode:code | umur | pria:count | wanita:count
        33.04 | 0-4 | 10 | 20
        33.04 | 5-9 | 11 | 21
        33.04 | Jumlah | 21 | 42 !
        33.05 | 0-4 | 1 | 2
        33.05 | Jumlah | 1 | 2
        """))
    bench.totals["penduduk"] = "umur = \"Jumlah\""
    let run = try bench.check("total(pria, wanita) = sum(pria, wanita) by kode")
    let finding = try #require(run.findings.first)
    #expect(finding.kind == .total)
    #expect(finding.expected == "41")
    #expect(finding.cells.filter { $0.role == .part }.map(\.raw) == ["20", "21"])
    #expect(run.outcomes[0].checked == 4)
  }

  @Test("A record against the sum of others in its group")
  func recordAgainstGroup() throws {
    try RuleBench(
      TableLiteral(
        "wilayah",
        """
        kode:code | kecamatan:code | pria:count
        1.1 | 1 | 5
        1.2 | 1 | 6
        1 | 1 | 12 !
        2.1 | 2 | 7
        2 | 2 | 7
        """)
    ).check(
      "pria = sum(pria where kode != kecamatan) by kecamatan", when: "kode = kecamatan")
  }

  @Test("A share of the stated total, wherever the total stands")
  func shareOfTotal() throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        kode:code | umur | jumlah:count | persen:percent
        a | Jumlah | 200 | 100,00%
        a | 0-4 | 51 | 25,50%
        a | 5-9 | 149 | 74,51% !
        """))
    bench.totals["t"] = "umur = \"Jumlah\""
    try bench.check("persen = jumlah / total(jumlah) by kode")
  }

  @Test("Counts, means, extremes and distinct values")
  func aggregates() throws {
    for (rule, value) in [
      ("count() = 3", 0), ("count() = 4", 1), ("count(n > 1) = 2", 0), ("sum(n) = 6", 0),
      ("mean(n) = 2", 0), ("mean(n) = 3", 1), ("min(n) = 1", 0), ("max(n) = 3", 0),
      ("distinct(k) = 2", 0), ("sum(n where k = \"a\") = 3", 0), ("sum(n) = 6 where k = \"b\"", 1),
    ] {
      let run = try RuleBench(
        TableLiteral(
          "t",
          """
          k | n:integer
          a | 1
          a | 2
          b | 3
          """)
      ).run([RuleDefinition(id: rule, table: "t", text: rule)])
      #expect(run.findings.count == value, "\(rule)")
      #expect(run.outcomes[0].checked == 1, "\(rule)")
    }
  }

  @Test("Distinct numbers are told apart through all batches")
  func distinctAcrossBatches() throws {
    let first = TableLiteral("t", "n:integer\n5\n6")
    let other = TableLiteral("t", "n:integer\n6\n7")
    var second = try other.table.batches.batch(at: 0)
    second.firstRecord = 3
    var table = first.table
    try table.batches.append(second)
    let book = RuleBench(first).book([
      RuleDefinition(id: "r", table: "t", text: "distinct(n) = 3")
    ])
    let evaluation = RuleEvaluation(book: book, pipeline: "uji")
    try table.batches.forEach { evaluation.observe($0, of: "t") }
    #expect(try evaluation.conclude(tables: ["t": table]).findings.isEmpty)
  }

  @Test("Another table's record and aggregate")
  func otherTables() throws {
    let bench = RuleBench(
      TableLiteral(
        "indikator",
        """
        kode:code | realisasi:percent
        IKU-1 | 10,00
        IKU-2 | 29,26 !
        """),
      TableLiteral("media", "nama | pengikut:count\nx | 308.000\ny | 560"),
      TableLiteral("penduduk", "umur | jumlah:count\nsemua | 1.054.804"))
    try bench.check(
      "indikator[kode = \"IKU-2\"].realisasi = sum(media.pengikut) / sum(penduduk.jumlah)")
  }

  @Test("Chains: values of earlier records")
  func previous() throws {
    try RuleBench(
      TableLiteral(
        "perubahan",
        """
        tahap | nilai:amount
        murni | 9.260
        pengurangan | 616
        Menjadi | 8.644
        kenaikan | 100
        Menjadi | 8.745 !
        """)
    ).check(
      """
      nilai = previous(nilai, 2) + (if previous(tahap) contains "pengurangan" \
      then -previous(nilai) else previous(nilai))
      """, when: "tahap = \"Menjadi\"")
  }

  @Test("Words, bands, lists and ranges")
  func categories() throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        nilai:amount | kata | indeks:index | predikat | kode:code
        1.011 | seribu sebelas rupiah | 3,62 | Sangat Baik | a
        2.000 | dua ribu satu ! | 3,20 | Sangat Baik ! | z !
        """))
    bench.bands["spbe"] = Bands([
      Bands.Band(
        category: "Baik", lower: .init(mantissa: 26, scale: 1),
        upper: .init(mantissa: 35, scale: 1), includesUpper: false),
      Bands.Band(category: "Sangat Baik", lower: .init(mantissa: 35, scale: 1), upper: nil),
    ])
    bench.lists["kode"] = CodeList(codes: ["a", "b"])
    let run = try bench.run([
      RuleDefinition(id: "1", table: "t", text: "kata = words(nilai)"),
      RuleDefinition(id: "2", table: "t", text: "predikat = band(indeks, spbe)"),
      RuleDefinition(id: "3", table: "t", text: "kode in kode"),
      RuleDefinition(id: "4", table: "t", text: "indeks between 1 and 5"),
    ])
    #expect(run.findings.map(\.kind) == [.spelled, .category, .reference])
    #expect(run.findings.map(\.cells[0].location.line) == [3, 3, 3])
    #expect(run.findings[1].expected == "Baik")
  }

  @Test(
    "Missing parts, by mode",
    arguments: [
      (RuleDefinition.MissingMode.nonNull, 0, 1, 1), (.partialZero, 1, 0, 1),
      (.alwaysZero, 1, 0, 2), (.alwaysNull, 0, 1, 1),
    ])
  func missingModes(
    mode: RuleDefinition.MissingMode, violations: Int, unverifiable: Int, checked: Int
  ) throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        k | n:count
        a | 1
        a |
        Jumlah | 3
        """))
    bench.totals["t"] = "k = \"Jumlah\""
    let run = try bench.run([
      RuleDefinition(id: "r", table: "t", text: "total(n) = sum(n)", missing: mode)
    ])
    #expect(run.outcomes[0].violations == violations)
    #expect(run.outcomes[0].unverifiable == unverifiable)
    _ = checked
  }

  @Test(
    "No mode makes a number of a part that can't be read",
    arguments: [RuleDefinition.MissingMode.nonNull, .partialZero, .alwaysZero])
  func malformedPart(mode: RuleDefinition.MissingMode) throws {
    var bench = RuleBench(
      TableLiteral("t", "k | n:count\na | 1\na | satu\nJumlah | 3"))
    bench.totals["t"] = "k = \"Jumlah\""
    let run = try bench.run([
      RuleDefinition(id: "r", table: "t", text: "total(n) = sum(n)", missing: mode)
    ])
    #expect(run.findings == [])
    #expect(run.outcomes[0].value == .unverifiable)
    #expect(run.outcomes[0].reason?.indonesian.contains("ada rincian yang tidak terbaca") == true)
  }

  @Test("An exact number is expected exactly, with more decimals than were stated")
  func exactExpectation() throws {
    let bench = RuleBench(
      TableLiteral("t", "a:amount | b:amount | c:amount\n1,25 | 2 | 3 !\n1 | 3 | 1 !"))
    let run = try bench.run([RuleDefinition(id: "r", table: "t", text: "c = a + b")])
    #expect(run.findings.map(\.expected) == ["3.25", "4"])
    #expect(run.findings.map(\.difference) == ["-0.25", "-3"])
  }

  @Test(
    "Parts that are all zero, or partly missing",
    arguments: [
      (RuleDefinition.MissingMode.nonZero, "0", "0", 0, 1), (.nonZero, "0", "", 0, 1),
      (.nonZero, "1", "", 1, 0), (.partialZero, "0", "", 1, 0), (.partialZero, "", "", 0, 1),
      (.partialNull, "1", "", 0, 1), (.alwaysZero, "", "", 1, 0), (.nonNull, "0", "0", 1, 0),
    ] as [(RuleDefinition.MissingMode, String, String, Int, Int)])
  func zeroParts(
    mode: RuleDefinition.MissingMode, one: String, other: String, violations: Int,
    unverifiable: Int
  ) throws {
    let text = "k:code | n:count\n9 | 5\n9.1 | \(one)\n9.2 | \(other)"
    var bench = RuleBench(TableLiteral("t", text))
    bench.totals["t"] = "k = \"9\""
    bench.levels["t"] = .code(field: "k", separator: ".")
    for rule in ["total(n) = sum(n)", "rollup(n)", "n = sum(n where k != \"9\")"] {
      let when = rule.hasPrefix("n =") ? "k = \"9\"" : nil
      let run = try bench.run([
        RuleDefinition(id: "r", table: "t", text: rule, when: when, missing: mode)
      ])
      #expect(run.outcomes[0].violations == violations, "\(rule)")
      #expect(run.outcomes[0].unverifiable == unverifiable, "\(rule)")
    }
  }

  @Test("A rule whose condition no record fulfils is not satisfied, but blocks nothing")
  func nothingChecked() throws {
    let run = try RuleBench(TableLiteral("t", "a:count | b:count\n1 | 1"))
      .run([RuleDefinition(id: "r", table: "t", text: "a = b", when: "a > 5")])
    #expect(run.outcomes[0].value == .unverifiable)
    #expect(
      run.outcomes[0].reason?.indonesian == "tidak ada rekaman yang memenuhi syaratnya ('when')")
    #expect(!run.outcomes[0].applies)
    #expect(!run.outcomes[0].blocks)
  }

  @Test("A rule on an empty table is unverifiable")
  func nothingToAsk() throws {
    let run = try RuleBench(TableLiteral("t", "a:count | b:count"))
      .run([RuleDefinition(id: "r", table: "t", text: "a = b", when: "a > 5")])
    #expect(run.outcomes[0].value == .unverifiable)
    #expect(run.outcomes[0].applies)
    #expect(run.outcomes[0].blocks)
  }

  @Test("A tolerance replaces printing precision")
  func tolerance() throws {
    let literal = TableLiteral("t", "a:amount | b:amount\n100 | 101\n100 | 103 !")
    let absolute = try RuleBench(literal).run([
      RuleDefinition(id: "r", table: "t", text: "a = b", tolerance: "2")
    ])
    #expect(absolute.findings.map(\.cells[0].location.line) == [3])
    let relative = try RuleBench(literal).run([
      RuleDefinition(id: "r", table: "t", text: "a = b", tolerance: "5%")
    ])
    #expect(relative.findings.isEmpty)
  }

  @Test("Rounding that would nearly always fall to one side is a warning")
  func implausible() throws {
    let parts = (1...20).map { "p\($0) | 1,0" }.joined(separator: "\n")
    var bench = RuleBench(TableLiteral("t", "k | n:decimal\n\(parts)\nJumlah | 20,9"))
    bench.totals["t"] = "k = \"Jumlah\""
    let run = try bench.run([RuleDefinition(id: "r", table: "t", text: "total(n) = sum(n)")])
    #expect(run.findings.map(\.verdict) == [.implausible])
    #expect(run.findings.map(\.severity) == [.warning])
  }
}
