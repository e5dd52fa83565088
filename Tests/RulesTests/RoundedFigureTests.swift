import Numerals
import Rules
import Tabular
import Testing

/// Figures printed in thousands or millions stand for what was rounded to them.
@Suite("Figures in thousands and millions")
struct RoundedFigureTests {
  @Test("A stated sum may differ from that of its parts by what rounding leaves")
  func sums() throws {
    var bench = RuleBench(
      TableLiteral(
        "ringkas",
        """
        program | pagu:amount:rupiah:6 | realisasi:amount:rupiah:6
        Pendidikan | 5.012,3 | 4.000,1
        Kesehatan | 3.004,9 | 2.500,0
        Jalan | 987,6 | 900,5
        Jumlah | 9.004,9 | 7.405,6 !
        """))
    bench.totals["ringkas"] = "program = \"Jumlah\""
    let run = try bench.check("total(pagu, realisasi) = sum(pagu, realisasi)")
    let finding = try #require(run.findings.first)
    #expect(finding.stated == "7405600000")
    #expect(finding.expected == "7400600000")
    #expect(finding.difference == "5000000")
    #expect(finding.expectedInterval == ["7400450000", "7400750000"])
    #expect(
      finding.message.indonesian
        == "'Jumlah': tertulis 7.405,6 juta, sedangkan 4.000,1 juta + 2.500,0 juta + 900,5 juta = 7.400,6 juta; selisih 5,0 juta"
    )
    #expect(
      finding.message.english
        == "'Jumlah': states 7,405.6 million, while 4,000.1 million + 2,500.0 million + 900.5 million = 7,400.6 million; difference 5.0 million"
    )
  }

  @Test("The same sums in full rupiah must be exact")
  func exactSums() throws {
    var bench = RuleBench(
      TableLiteral(
        "ringkas",
        """
        program | pagu:amount
        Pendidikan | 50.123
        Kesehatan | 30.049
        Jumlah | 80.173 !
        """))
    bench.totals["ringkas"] = "program = \"Jumlah\""
    try bench.check("total(pagu) = sum(pagu)")
  }

  @Test("A ratio of rounded figures is judged by what they may stand for")
  func ratios() throws {
    let run = try RuleBench(
      TableLiteral(
        "t",
        """
        pagu:amount:rupiah:6 | realisasi:amount:rupiah:6 | persen:percent
        1,3 | 0,4 | 30,77
        1,3 | 0,4 | 34,00
        1,3 | 0,4 | 36,10 !
        5.012,3 | 4.000,1 | 79,81
        """)
    ).check("persen = realisasi / pagu")
    #expect(
      run.findings[0].message.indonesian
        == "0,4 juta dari 1,3 juta adalah 30,77%, bukan 36,10%; selisih 5,33")
  }

  @Test("An exact amount elsewhere agrees with the figure that it rounds to")
  func agreement() throws {
    let run = try RuleBench(
      TableLiteral(
        "ringkas",
        """
        program | pagu:amount:rupiah:6
        Pendidikan | 5.012,3
        Kesehatan | 3.007,9 !
        Jalan | 987,6
        """),
      TableLiteral(
        "asli",
        """
        program | pagu:amount:rupiah
        Pendidikan | 5.012.345.678
        Kesehatan | 3.004.912.000
        Jalan | 987.649.999
        """)
    ).check("agrees(pagu) with asli on program")
    let finding = try #require(run.findings.first)
    #expect(finding.expected == "3004900000")
    #expect(
      finding.message.indonesian
        == "'Kesehatan': tertulis 3.007,9 juta, sedangkan di asli.csv:3 tertulis 3.004.912.000 (3.004,9 juta); selisih 3,0 juta"
    )
  }

  @Test("A figure that was cut off rather than rounded is told so")
  func truncated() throws {
    let run = try RuleBench(
      TableLiteral("t", "pagu:amount:rupiah:3 | penuh:amount:rupiah\n1.234 ! | 1.234.890")
    ).check("pagu = penuh")
    #expect(run.findings.first?.verdict == .truncated)
    #expect(run.findings.first?.stated == "1234000")
    #expect(run.findings.first?.expected == "1235000")
  }

  @Test("Levels add up within rounding")
  func levels() throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        kode:code | n:count:jiwa:3
        1 | 30,1
        1.1 | 10,2
        1.2 | 20,0
        2 | 30,1 !
        2.1 | 10,2
        2.2 | 20,5
        """))
    bench.levels["t"] = .code(field: "kode", separator: ".")
    let run = try bench.check("rollup(n)")
    #expect(run.findings.map(\.expected) == ["30700"])
  }

  @Test("The same statement holds record by record as in one go")
  func comparisons() throws {
    try RuleBench(
      TableLiteral(
        "t",
        """
        pagu:amount:rupiah:6 | realisasi:amount:rupiah:6 | batas:amount:rupiah
        2,0 | 1,9 | 2.000.000
        2,0 | 2,1 ! | 2.000.000
        """)
    ).check("realisasi <= batas")
  }

  @Test("The largest of rounded figures is rounded, that of exact ones exact")
  func greatest() throws {
    try RuleBench(
      TableLiteral(
        "t",
        "tahun | pagu:amount:rupiah:6 | puncak:amount:rupiah\n2020 | 1,2 | 1.234.567\n2020 | 0,9 | 1.234.567"
      )
    ).check("puncak = max(pagu) by tahun")
  }
}
