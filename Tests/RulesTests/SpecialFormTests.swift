import Rules
import Tabular
import Testing

@Suite("Hierarchies, agreements, members, keys and series")
struct SpecialFormTests {
  private static let levels = TableShape.Levels.positional([
    .init(name: "total", condition: "uraian = \"JUMLAH\""),
    .init(name: "kegiatan", condition: "nomor is missing"),
    .init(name: "sub_kegiatan", condition: "nomor is present"),
  ])

  @Test("Levels by position, the total standing below its parts")
  func totalBelow() throws {
    var bench = RuleBench(
      TableLiteral(
        "penunjang",
        """
        nomor | uraian | anggaran:amount
         | Perencanaan | 13
        1 | Dokumen | 8
        2 | Laporan | 5
         | Keuangan | 30 !
        3 | Gaji | 20
        4 | Penatausahaan | 11
         | JUMLAH | 44 !
        """))
    bench.levels["penunjang"] = Self.levels
    let run = try bench.check("rollup(anggaran)")
    #expect(run.findings.map(\.expected) == ["31", "43"])
    #expect(run.findings[0].cells.dropFirst().map(\.raw) == ["20", "11"])
    #expect(run.findings[0].kind == .rollup)
    #expect(run.outcomes[0].checked == 3)
  }

  @Test("Levels by position, the total standing above its parts")
  func totalAbove() throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        nomor | uraian | a:amount | b:amount
         | JUMLAH | 24 | 24 !
         | K1 | 13 | 13
        1 | x | 8 | 8
        2 | y | 5 | 5
         | K2 | 11 | 12
        3 | z | 11 | 12
        """))
    bench.levels["t"] = Self.levels
    try bench.check("rollup(a, b)")
  }

  @Test("Codes: the longest prefix that is open, blanks and trailing dots aside")
  func codes() throws {
    var bench = RuleBench(
      TableLiteral(
        "apbd",
        """
        kode:code | n:amount
        1.10 . 1.10.01 . 5 | 30
        1.10 . 1.10.01 . 5 . 1 | 10
        1.10.1.10.01.5.1.1. | 10
        1.10 . 1.10.01 . 5 . 2 | 21 !
        1.10 . 1.10.01 . 5 . 2.1 | 20
        """))
    bench.levels["apbd"] = .code(field: "kode", separator: ".")
    let run = try bench.run([RuleDefinition(id: "r", table: "apbd", text: "rollup(n)")])
    #expect(run.findings.map(\.cells[0].location.line) == [2, 5])
    #expect(run.findings.map(\.expected) == ["31", "20"])
  }

  /// Records in the order of a listing, with marks at the wholes that their parts don't add up to.
  private static let listings: [(trait: String, text: String, unverifiable: Int)] = [
    (
      "a blank instead of a separator, several blanks, a no-break space",
      """
      2.01 | 30
      2.01 .02 | 30
      2.01.02 01 | 10
      2.01.\u{A0}02.  02. | 20
      """, 0
    ),
    (
      "leading zeros tell codes apart",
      """
      5 | 30 !
      5.01 | 10
      5.1 | 21
      5.1.1 | 21
      """, 0
    ),
    (
      "a listing that comes back to a level closes what stands below it",
      """
      1 | 30
      1.1 | 10
      1.2 | 20
      1 | 5 !
      1.1 | 6
      """, 0
    ),
    (
      "a part that is listed twice counts twice",
      """
      1 | 30 !
      1.1 | 30
      1.1 | 30
      """, 0
    ),
    (
      "a mistyped code closes nothing and is nobody's part",
      """
      1.1 | 30 !
      1.1.1 | 10
      2.01.1. 5.01 | 7
      1.1.2 | 20
      1.1.3 | 7
      """, 0
    ),
    (
      "a part without its own whole is no direct part beside shallower ones",
      """
      1 | 30
      1.1 | 10
      1.2 | 20
      1.3.1 | 7
      """, 0
    ),
    (
      "the code of another level is not judged by what follows",
      """
      1.00.00.5 | 99
      1.00.00.5.1 | 30
      1.00.00 | 30
      1.00.00.5.1 | 30
      """, 1
    ),
    (
      "texts, commas and codes without separators are no codes",
      """
      1 | 30
      1.1 | 30
      1,1 | 5
      Jumlah | 5
      115  11501  0000 | 5
      """, 0
    ),
    (
      "letters as the last part",
      """
      2.1 | 30 !
      2.1.a | 10
      2.1.b | 21
      """, 0
    ),
    (
      "a part that can't be read leaves the sum open, an empty one counts as nothing",
      """
      1 | 30
      1.1 | 10
      1.2 | 2,85847E+016
      2 | 30
      2.1 | 30
      2.2 |
      """, 1
    ),
  ]

  @Test("Codes in the order of a listing", arguments: listings)
  func listing(trait: String, text: String, unverifiable: Int) throws {
    var bench = RuleBench(TableLiteral("apbd", "kode:code | n:amount\n" + text))
    bench.levels["apbd"] = .code(field: "kode", separator: ".")
    let run = try bench.check("rollup(n)", missing: .partialZero)
    #expect(run.outcomes[0].unverifiable == unverifiable)
  }

  @Test("A whole whose parts name it")
  func parents() throws {
    var bench = RuleBench(
      TableLiteral(
        "w",
        """
        kode:code | induk:code | n:count
        1 |  | 12 !
        1.1 | 1 | 5
        1.2 | 1 | 6
        """))
    bench.levels["w"] = .parent(key: "kode", parent: "induk")
    try bench.check("rollup(n)")
  }

  @Test("The same fact in two tables, names paired but for slips")
  func agreement() throws {
    let bench = RuleBench(
      TableLiteral(
        "satu",
        """
        uraian | n:amount
        Penyediaan Jasa Surat Menyurat Daerah | 55
        Pengadaan Mebel | 33
        Hanya di sini | 1
        """),
      TableLiteral(
        "dua",
        """
        uraian | n:amount
        pengadaan  mebel | 34
        Penyediaan Jasa Surat Menyurat Dearah | 55
        """))
    let run = try bench.run([
      RuleDefinition(id: "r", table: "satu", text: "agrees(n) with dua on uraian")
    ])
    #expect(run.findings.map(\.severity) == [.note, .error])
    #expect(run.findings[1].stated == "33")
    #expect(run.findings[1].expected == "34")
    #expect(run.findings[1].cells[1].location.resource == "dua.csv")
    #expect(run.outcomes[0].unverifiable == 1)
  }

  @Test("Members: a slip is a note, an absent name an error, on whichever side")
  func members() throws {
    let bench = RuleBench(
      TableLiteral("a", "nama\nKECAMATAN PAGANTAN\nDINAS SOSIAL\nINSPEKTORAT"),
      TableLiteral("b", "nama\nKECAMATAN PAGENTAN\nInspektorat\nRUMAH SAKIT"))
    let run = try bench.run([RuleDefinition(id: "r", text: "members(a.nama) = members(b.nama)")])
    #expect(run.findings.map(\.severity) == [.note, .error, .error])
    #expect(run.findings.map(\.stated) == ["KECAMATAN PAGANTAN", "DINAS SOSIAL", "RUMAH SAKIT"])
  }

  @Test("Keys that stand twice, the first one named")
  func unique() throws {
    let run = try RuleBench(
      TableLiteral(
        "t",
        """
        a:code ! | tahun:integer
        x | 2023
        x | 2024
        y | 2023
        x ! | 2023
        """)
    ).run([RuleDefinition(id: "r", table: "t", text: "unique(a, tahun)")])
    #expect(run.findings.map(\.cells[0].location.line) == [5])
    #expect(run.findings[0].stated == "x|2023")
    #expect(run.findings[0].cells.last?.location.line == 2)
    #expect(run.flaggedRecords["r"]?.contains(4) == true)
    #expect(run.outcomes[0].checked == 4)
  }

  @Test("Every combination within each group")
  func complete() throws {
    var bench = RuleBench(
      TableLiteral(
        "t",
        """
        kode:code | tahun:integer | umur
        a | 2023 | 0-4
        a | 2023 | 5-9
        a | 2024 | 0-4
        b | 2023 | 5-9
        """))
    bench.lists["umur"] = CodeList(codes: ["0-4", "5-9"])
    let run = try bench.run([
      RuleDefinition(id: "r", table: "t", text: "complete(umur in umur) by kode, tahun"),
      RuleDefinition(id: "s", table: "t", text: "complete(kode, umur in umur) by tahun"),
    ])
    #expect(
      run.findings.map(\.expected) == [
        "a|2024|5-9", "b|2023|0-4", "b|2023|0-4", "a|2024|5-9", "b|2024|0-4", "b|2024|5-9",
      ])
    #expect(run.outcomes.map(\.checked) == [6, 8])
  }

  @Test("Totals are no values that a complete table needs")
  func completeWithTotals() throws {
    var bench = RuleBench(
      TableLiteral("t", "kode:code | umur\na | 0-4\na | 5-9\na | Jumlah\nb | 0-4"))
    bench.totals["t"] = "umur = \"Jumlah\""
    bench.lists["umur"] = CodeList(codes: ["0-4", "5-9"])
    let run = try bench.run([
      RuleDefinition(id: "r", table: "t", text: "complete(umur in umur) by kode"),
      RuleDefinition(id: "s", table: "t", text: "complete(umur) by kode"),
    ])
    #expect(run.findings.map(\.expected) == ["b|5-9", "b|5-9"])
  }

  @Test("Numbers that run on")
  func series() throws {
    try RuleBench(TableLiteral("t", "no:code | x\n1. | a\n2. | b\n | c\n4. ! | d\n5. | e"))
      .check("series(no)")
  }

  @Test("Fingerprints survive re-ordering")
  func fingerprints() throws {
    let one = TableLiteral("t", "k | a:count | b:count\nx | 1 | 1\ny | 1 ! | 2\nz | 3 ! | 4")
    let other = TableLiteral("t", "k | a:count | b:count\nz | 3 ! | 4\nx | 1 | 1\ny | 1 ! | 2")
    let first = try RuleBench(one).check("a = b").findings.map(\.id)
    let second = try RuleBench(other).check("a = b").findings.map(\.id)
    #expect(Set(first) == Set(second))
    #expect(first == second.reversed())
  }
}
