import Tabular
import Testing

@testable import Spreadsheets

@Suite("Mistakes planted in random sheets")
struct PlantedMistakeTests {
  @Test("Nothing is told of sheets that are right")
  func right() throws {
    var random = FormulaGenerator("nothing is told of sheets that are right")
    for _ in 0..<200 {
      let sheet = BudgetSheet(&random).sheet()
      let audit = try FakeWorkbook([sheet]).audit()
      #expect(audit.remarks.map(\.message.indonesian) == [], "seed \(random.seed)")
      #expect(audit.checked == audit.formulas)
    }
  }

  @Test(
    "A mistake is found where it was planted, and nothing else",
    arguments: BudgetSheet.Mistake.allCases)
  func planted(mistake: BudgetSheet.Mistake) throws {
    var random = FormulaGenerator("\(mistake)")
    var (planted, found) = (0, 0)
    while planted < 200 {
      var sheet = BudgetSheet(&random)
      guard let place = sheet.plant(mistake, &random) else { continue }
      planted += 1
      let audit = try FakeWorkbook([sheet.sheet()]).audit()
      let told = audit.remarks.map { "\($0.cell) \($0.rule) \($0.expected ?? "-")" }
      let expected = "\(place.cell.name) \(place.rule) \(BudgetSheet.digits(place.expected))"
      if told == [expected] { found += 1 }
      #expect(told.allSatisfy { $0 == expected }, "\(told), seed \(random.seed)")
    }
    print("\(mistake): \(found) of \(planted) found")
    #expect(found * 100 >= planted * 99, "seed \(random.seed)")
  }
}
