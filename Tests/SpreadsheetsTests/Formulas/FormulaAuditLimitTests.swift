import Tabular
import Testing

@testable import Spreadsheets

@Suite("How much of a sheet's formulas is judged")
struct FormulaAuditLimitTests {
  @Test("A sheet without formulas is read once, others once more, and what they refer to once")
  func openings() throws {
    let plain = FakeWorkbook([FakeSheet("1|2")])
    #expect(try plain.audit().formulas == 0)
    #expect(plain.openings == ["Lembar1": 1])
    let linked = FakeWorkbook([
      FakeSheet("=Rincian!A1 5|=Rincian!A2 7"), FakeSheet("5\n6", named: "RINCIAN"),
      FakeSheet("1", named: "Lain"),
    ])
    let audit = try linked.audit()
    #expect(audit.remarks.map(\.line) == ["B1 rumus-nilai error 7 6 Rincian!A2"])
    #expect(audit.remarks.first?.cells.map(\.sheet) == ["Lembar1", "Rincian"])
    #expect(linked.openings == ["Lembar1": 2, "RINCIAN": 1])
  }

  @Test("Another sheet that can't be read is not judged")
  func damaged() throws {
    var other = FakeSheet("5", named: "Rincian")
    other.isDamaged = true
    let audit = try FakeWorkbook([FakeSheet("=Rincian!A1 7|=1+1 2"), other]).audit()
    #expect(audit.remarks == [])
    #expect((audit.formulas, audit.checked, audit.notJudged) == (2, 1, 1))
  }

  @Test("What is beyond the limits is counted, and never taken for a typed number")
  func limits() throws {
    var table = "Volume|Harga|Jumlah"
    for row in 2...20 { table += "\n\(row)|10|=A\(row)*B\(row) \(row * 10)" }
    let workbook = FakeWorkbook([FakeSheet(table)])
    let few = try workbook.audit(limits: FormulaLimits(formulas: 5))
    #expect((few.formulas, few.checked, few.beyondLimits, few.remarks.count) == (19, 5, 14, 0))
    let oneForm = FakeWorkbook([FakeSheet("1|=A1*2 2\n2|=A2*3 6\n3|=A3*2 6")])
    let forms = try oneForm.audit(limits: FormulaLimits(forms: 1))
    #expect(
      (forms.formulas, forms.checked, forms.beyondLimits, forms.remarks.count) == (3, 2, 1, 0))
    let values = try workbook.audit(limits: FormulaLimits(values: 12))
    #expect(values.remarks == [])
    #expect((1..<19).contains(values.checked))
    let summary = try #require(few.summary)
    #expect(
      summary.indonesian
        == "19 rumus: nilai 5 rumus diperiksa, 14 tidak dapat diperiksa, 14 di antaranya melebihi batas"
    )
    #expect(
      summary.english
        == "19 formulas: the values of 5 were checked, those of 14 could not be, 14 of them beyond the limit"
    )
  }

  @Test("Remarks beyond the limit are counted")
  func omitted() throws {
    let table = (1...9).map { "\($0)|=A\($0)*2 7" }.joined(separator: "\n")
    let audit = try FakeWorkbook([FakeSheet(table)]).audit(limits: FormulaLimits(remarks: 3))
    #expect((audit.remarks.count, audit.omittedRemarks) == (3, 6))
  }

  @Test("A formula that can't be read is no typed number")
  func unreadable() throws {
    let table = "1|=A1*2 2\n2|=A2** 9\n3|=A3*2 6"
    let audit = try FakeWorkbook([FakeSheet(table)]).audit()
    #expect((audit.formulas, audit.checked, audit.remarks.count) == (3, 2, 0))
  }

  @Test("Whole columns are added up while the sheet is read, and not kept")
  func longRanges() throws {
    var table = "=SUM(C:C) 30000|=SUM(C1:C20000) 20000|1"
    for _ in 2...30_000 { table += "\n||1" }
    let workbook = FakeWorkbook([FakeSheet(table)], rowsAtATime: 1_000)
    let audit = try workbook.audit(limits: FormulaLimits(values: 100))
    #expect(audit.checked == 2)
    #expect(audit.remarks == [])
    let wrong = FakeWorkbook(
      [FakeSheet(table.replacing("C:C) 30000", with: "C:C) 29999"))], rowsAtATime: 1_000)
    #expect(try wrong.audit().remarks.map(\.line) == ["A1 rumus-nilai error 29999 30000 SUM(C:C)"])
  }

  @Test("Running totals are added up from one to the next")
  func runningTotals() throws {
    var table = ""
    var sum = 0
    for row in 1...3_000 {
      sum += row % 97
      table += "\(row % 97)|=SUM(A$1:A\(row)) \(row == 2_000 ? sum + 1 : sum)\n"
    }
    let audit = try FakeWorkbook([FakeSheet(table)], rowsAtATime: 500).audit()
    #expect(audit.checked == 3_000)
    #expect(audit.remarks.map(\.cell) == ["B2000"])
  }

  @Test("A long total that stops one row short is told")
  func longTotal() throws {
    var table = "Nilai"
    for row in 2...15_000 { table += "\n\(row + 3_000)" }
    let sum = (2...14_999).reduce(0) { $0 + $1 + 3_000 }
    table += "\n=SUM(A2:A14999) \(sum)"
    let audit = try FakeWorkbook([FakeSheet(table)], rowsAtATime: 1_000).audit()
    #expect(
      audit.remarks.map(\.line)
        == ["A15001 rumus-rentang warning \(sum) \(sum + 18_000) SUM(A2:A15000)"])
  }
}
