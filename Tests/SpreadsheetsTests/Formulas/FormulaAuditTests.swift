import Tabular
import Testing

@testable import Spreadsheets

@Suite("What is told of formulas")
struct FormulaAuditTests {
  /// Tables with what is told of them: `C5 rumus-rentang`, one a line.
  static let tables: [(String, String, [String])] = [
    (
      "the range stops before the last row",
      """
      Uraian|Jumlah
      A|10
      B|20
      C|35
      Jumlah|=SUM(B2:B3) 30
      """, ["B5 rumus-rentang warning 30 65 SUM(B2:B4)"]
    ),
    (
      "the range begins behind the first row",
      """
      Uraian|Jumlah
      A|10
      B|20
      C|30
      Jumlah|=SUM(B3:B4) 50
      """, ["B5 rumus-rentang warning 50 60 SUM(B2:B4)"]
    ),
    (
      "a chain skips a row",
      """
      Uraian|Jumlah
      A|10
      B|20
      C|30
      D|40
      Jumlah|=B2+B4+B5 80
      """, ["B6 rumus-rentang warning 80 100 SUM(B2:B5)"]
    ),
    (
      "a list of ranges skips a row",
      """
      Uraian|Jumlah
      A|10
      B|20
      C|30
      D|40
      E|50
      Jumlah|=SUM(B2:B4,B6) 110
      """, ["B7 rumus-rentang warning 110 150 SUM(B2:B6)"]
    ),
    (
      "totals beside each other disagree",
      """
      Uraian|2021|2022|2023
      A|10|11|12
      B|20|21|22
      C|30|31|32
      |||
      Jumlah|=SUM(B2:B4) 60|=SUM(C2:C3) 32|=SUM(D2:D4) 66
      """, ["C6 rumus-rentang warning 32 63 SUM(C2:C4)"]
    ),
    (
      "totals of rows disagree",
      """
      Uraian|Jan|Feb|Mar|Jumlah
      A|10|11|12|=SUM(B2:D2) 33
      B|20|21|22|=SUM(B3:D3) 63
      C|30|31|32|=SUM(B4:C4) 61
      D|40|41|42|=SUM(B5:D5) 123
      """, ["E4 rumus-rentang warning 61 93 SUM(B4:D4)"]
    ),
    (
      "totals of rows stop before the last quarter, in all rows alike",
      """
      Dinas|TW I|TW II|TW III|TW IV|Jumlah
      A|10|11|12|13|=SUM(B2:D2) 33
      B|20|21|22||=SUM(B3:D3) 63
      C|30|31|32|33|=SUM(B4:D4) 93
      """,
      [
        "F2 rumus-rentang warning 33 46 SUM(B2:E2)", "F4 rumus-rentang warning 93 126 SUM(B4:E4)",
      ]
    ),
    (
      "a total above its rows stops early",
      """
      Uraian|Jumlah
      Belanja|=SUM(B3:B4) 30
      1. Pegawai|10
      2. Barang|20
      3. Modal|25
      """, ["B2 rumus-rentang warning 30 55 SUM(B3:B5)"]
    ),
    (
      "a number typed over a formula, another than it gives",
      """
      Volume|Harga|Jumlah
      2|10|=A2*B2 20
      3|10|35
      4|10|=A4*B4 40
      """, ["C3 rumus-tetapan warning 35 30 A3*B3"]
    ),
    (
      "a number typed over a formula, the same as it gives",
      """
      Volume|Harga|Jumlah
      2|10|=A2*B2 20
      3|10|30
      4|10|=A4*B4 40
      """, ["C3 rumus-tetapan note 30 30 A3*B3"]
    ),
    (
      "a number typed into a row of totals",
      """
      Uraian|2021|2022|2023
      A|10|11|12
      B|20|21|22
      Jumlah|=SUM(B2:B3) 30|33|=SUM(D2:D3) 34
      """, ["C4 rumus-tetapan warning 33 32 SUM(C2:C3)"]
    ),
    (
      "a number typed over a formula that can't be calculated",
      """
      Kode|Harga
      1|=VLOOKUP(A2,F:G,2) 20
      2|35
      3|=VLOOKUP(A4,F:G,2) 40
      """, ["B3 rumus-tetapan note 35 - VLOOKUP(A3,F:G,2)"]
    ),
    (
      "a stored value that is not what the formula gives",
      """
      Uraian|Jumlah
      A|10
      B|20
      Jumlah|=SUM(B2:B3) 25
      """, ["B4 rumus-nilai error 25 30 SUM(B2:B3)"]
    ),
    (
      "nothing was ever calculated",
      """
      A|10|=A1*2 0
      B|20|=B2*2 0
      C|30|=B3*2 0
      Jumlah|=SUM(B1:B3) 0
      """, ["C2 rumus-nilai error 0 40 B2*2"]
    ),
  ]

  @Test("A mistake is told once, with what it should be", arguments: tables)
  func mistakes(story: String, table: String, expected: [String]) throws {
    let audit = try FakeWorkbook([FakeSheet(table)]).audit()
    #expect(audit.remarks.map { $0.line } == expected, "\(story): \(audit.remarks.map(\.message))")
  }
}

extension FormulaRemark {
  /// The remark in one line.
  var line: String {
    let shown =
      if case .shortRange(let range) = kind { range.suggestion } else { formula }
    return "\(cell) \(rule) \(severity) \(stated ?? "-") \(expected ?? "-") \(shown)"
  }
}
