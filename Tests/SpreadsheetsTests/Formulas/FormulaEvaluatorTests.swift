import Numerals
import Testing

@testable import Spreadsheets

@Suite("What formulas give")
struct FormulaEvaluatorTests {
  /// The table that formulas are calculated over, from A1 on.
  private static let table = """
    10|20|30|teks|
    1.5|2.25||TRUE text|#N/A
    -7|0.1|0.2|4||TRUE
    """

  private static func number(_ text: String, table: String = table) throws -> String? {
    let home = CellPosition(row: 9, column: 7)
    var sheet = FakeSheet(table)
    sheet.put("=\(text.replacing(" ", with: "")) 1", home)
    let workbook = FakeWorkbook([sheet, FakeSheet("5|6", named: "Lain")])
    var collection = FormulaCollection(limits: FormulaLimits())
    var block = CellBlock()
    let reading = try workbook.open(0)
    while try reading.read(into: &block) {}
    collection.take(block)
    let needs = FormulaNeeds(
      collection, lines: FormulaLines(collection), gaps: [], sheet: "Lembar1")
    var evaluator = FormulaEvaluator(try needs.values(of: workbook, sheet: 0, limit: 1_000))
    guard let formula = collection.formula(at: home), FormulaEvaluator.canJudge(formula) else {
      return nil
    }
    return evaluator.number(formula, at: home)?.decimal?.description
  }

  @Test(
    "Arithmetic and the plain functions",
    arguments: [
      ("A1+B1*C1", "610"), ("-A1^2", "100"), ("2^3^2", "64"), ("2^-2", "0.25"), ("A1%", "0.1"),
      ("(A1+B1)/C1", "1"), ("A1/B3", "100"), ("B3+C3", "0.3"), ("A1-E1", "10"),
      ("A1/3", "3.33333333333333"),
      ("SUM(A1:C3)", "57.05"), ("SUM(A1:D3)", "61.05"), ("SUM(A1,B2:B3,5)", "17.35"),
      ("SUM(A:A)", "4.5"),
      ("SUM(1:1)", "60"), ("AVERAGE(A1:C1)", "20"), ("AVERAGE(A1:D1)", "20"), ("COUNT(A1:E3)", "9"),
      ("MIN(A1:C3)", "-7"), ("MAX(A1:C3,99)", "99"), ("MAX(E1:E1)", "0"),
      ("PRODUCT(A1:C1)", "6000"),
      ("PRODUCT(A1:C1,B3)", "600"), ("SUMPRODUCT(A1:C1,A3:C3)", "-62"),
      ("SUMPRODUCT(A1:D1,A3:D3)", "-62"),
      ("ROUND(A1/3,2)", "3.33"), ("ROUND(B2,1)", "2.3"), ("ROUND(-B2,1)", "-2.3"),
      ("ROUND(1234,-2)", "1200"),
      ("ROUNDUP(A1/3,1)", "3.4"), ("ROUNDDOWN(B1/3,0)", "6"), ("TRUNC(-2.7)", "-2"),
      ("INT(-2.5)", "-3"),
      ("INT(A2)", "1"), ("ABS(A3)", "7"), ("IF(A1>B1,1,2)", "2"), ("IF(A3<=-7,A1)", "10"),
      ("IFERROR(A1/E1,5)", "5"), ("IFERROR(A1/B1,5)", "0.5"), ("Lain!A1*Lain!B1", "30"),
      ("SUM(Lain!A1:B1)", "11"),
      ("Lembar1!A1", "10"),
    ])
  func results(formula: String, result: String) throws {
    #expect(try Self.number(formula) == result)
  }

  @Test(
    "What is not judged",
    arguments: [
      "A1+D1", "A1+E2", "SUM(A1:E3)", "A1/E1", "VLOOKUP(A1,A1:B3,2)", "A1&B1", "A1:B1+1",
      "[1]Lain!A1",
      "Tidak!A1", "Pagu", "A1^0.5", "SUM({1,2})", "IF(D1=1,2,3)", "RAND()", "A2:A3 A3:B3",
      "ROUND(A1)",
      "SUM(\"1\")", "SUM(F1:F3)", "F3+1", "AVERAGE(E1:E1)", "0^0", "10^64*10^64*10^64",
      "IF(A1>B1,1)",
    ])
  func unknown(formula: String) throws {
    #expect(try Self.number(formula) == nil)
  }

  @Test("Results of random chains are those of plain integers")
  func chains() throws {
    var random = FormulaGenerator("results of random chains are those of plain integers")
    for _ in 0..<300 {
      var values: [Int] = []
      for _ in 0..<4 { values.append(Int.random(in: -9_999...9_999, using: &random)) }
      let table = values.map(String.init).joined(separator: "|")
      let signs = (0..<3).map { _ in random.one(of: ["+", "-", "*"]) }
      let formula = "A1\(signs[0])B1\(signs[1])C1\(signs[2])D1"
      #expect(
        try Self.number(formula, table: table) == String(Self.plain(values, signs)),
        "\(formula) of \(values), seed \(random.seed)")
    }
  }

  /// Products first, then sums.
  private static func plain(_ values: [Int], _ signs: [String]) -> Int {
    var terms = [values[0]]
    for (sign, value) in zip(signs, values.dropFirst()) {
      switch sign {
      case "*": terms[terms.count - 1] *= value
      case "-": terms.append(-value)
      default: terms.append(value)
      }
    }
    return terms.reduce(0, +)
  }

  @Test("Binary numbers are never told from exact ones")
  func binary() throws {
    var random = FormulaGenerator("binary numbers are never told from exact ones")
    for _ in 0..<5_000 {
      let scale = Double(random.one(of: [1, 10, 100, 1_000, 1_000_000]))
      let left = Double(Int.random(in: -99_999_999...99_999_999, using: &random)) / scale
      let right = Double(Int.random(in: 1...9_999_999, using: &random)) / scale
      for (sign, result) in [
        ("+", left + right), ("-", left - right), ("*", left * right), ("/", left / right),
      ] {
        let stored = try #require(StoredNumber("\(result)".utf8))
        let (one, other) = try (
          #require(StoredNumber("\(left)".utf8).flatMap { ComputedNumber($0) }),
          #require(StoredNumber("\(right)".utf8).flatMap { ComputedNumber($0) })
        )
        let infix = try #require(FormulaToken.Infix(rawValue: sign))
        guard case .number(let exact) = infix.result(.number(one), .number(other)) else {
          Issue.record("\(left) \(sign) \(right), seed \(random.seed)")
          continue
        }
        #expect(
          Agreement(stored, with: exact) != .different,
          "\(left) \(sign) \(right) = \(result), seed \(random.seed)")
      }
    }
  }

  @Test(
    "A last digit that is wrong is told, even of large amounts",
    arguments: [
      ("4503599627370496", "1", "4503599627370498"), ("123456789012.25", "0.5", "123456789012.74"),
      ("0.1", "0.2", "0.3000000001"), ("1", "1", "3"),
    ])
  func lastDigit(left: String, right: String, stored: String) throws {
    let table = "\(left)|\(right)|=A1+B1 \(stored)"
    #expect(try FakeWorkbook([FakeSheet(table)]).audit().remarks.map(\.rule) == ["rumus-nilai"])
  }
}
