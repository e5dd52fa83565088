import Tabular

@testable import Spreadsheets

/// Reads one input as a formula, and as a sheet in the notation of `FakeSheet` whose formulas are
/// judged; built together with `FakeWorkbook.swift` of the tests.
///
/// A fuzzer must never find a trap, a formula that is another one when it is written again, or a
/// count that is not right.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormulas(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let home = CellPosition(row: 9, column: 3)
  for line in text.split(separator: "\n").prefix(8) {
    guard let formula = FormulaParser.formula(String(line), at: home) else { continue }
    let again = FormulaParser.formula(formula.text(at: home), at: home)
    precondition(again == formula, "another formula")
  }
  let workbook = FakeWorkbook([FakeSheet(text), FakeSheet("1|2\n3|4", named: "Lain")])
  guard let audit = try? workbook.audit(limits: FormulaLimits(forms: 50)) else { return 0 }
  precondition(audit.checked + audit.beyondLimits <= audit.formulas, "a formula counts twice")
  for remark in audit.remarks {
    precondition(!remark.message.indonesian.isEmpty && remark.cells.first?.address == remark.cell)
  }
  return 0
}
