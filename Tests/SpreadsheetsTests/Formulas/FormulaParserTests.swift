import Testing

@testable import Spreadsheets

@Suite("How formulas are read")
struct FormulaParserTests {
  static let home = CellPosition(row: 10, column: 3)

  @Test(
    "Operators bind as in spreadsheet programs",
    arguments: [
      ("1+2*3", "1 2 3 * +"),
      ("1-2-3", "1 2 - 3 -"),
      ("-2^2", "2 u- 2 ^"),
      ("2^-2^3", "2 2 u- ^ 3 ^"),
      ("-5%", "5 % u-"),
      ("2*5%%", "2 5 % % *"),
      ("(1+2)*3", "1 2 + () 3 *"),
      ("1&2+3=4&5", "1 2 3 + & 4 5 & ="),
      ("1<>2<=3", "1 2 <> 3 <="),
      ("--A1", "[A1] u- u-"),
      ("+A1+ +B1", "[A1] u+ [B1] u+ +"),
      (" = SUM( A1 , B1 ) ", "[A1] [B1] SUM/2"),
    ])
  func precedence(text: String, calculation: String) {
    #expect(FormulaParser.formula(text, at: Self.home)?.calculation(at: Self.home) == calculation)
  }

  @Test(
    "Whatever can be an operand is one",
    arguments: [
      ("SUM(C6:C9)", "[C6:C9] SUM/1"),
      ("SUM($C$6:C9,$E9)", "[$C$6:C9] [$E9] SUM/2"),
      ("SUM(C:C)", "[C:C] SUM/1"),
      ("SUM($C:D,3:$5)", "[$C:D] [3:$5] SUM/2"),
      ("Sheet2!C6", "[Sheet2!C6]"),
      ("'Rincian 1'!C6:D9", "['Rincian 1'!C6:D9]"),
      ("'Dana ''Desa'''!C6", "['Dana ''Desa'''!C6]"),
      ("Tahun_2023!$C6", "[Tahun_2023!$C6]"),
      ("Sheet1:Sheet3!A1", "['Sheet1:Sheet3'!A1]"),
      ("[1]Sheet1!A1", "['[1]Sheet1'!A1]"),
      ("'[Buku.xlsx]Lembar 1'!A1", "['[Buku.xlsx]Lembar 1'!A1]"),
      ("1.5E+3", "1.5E+3"),
      (".5", ".5"),
      ("\"a\"\"b\"&\"\"", "\"a\"\"b\" \"\" &"),
      ("#REF!+1", "#REF! 1 +"),
      ("Sheet1!#REF!", "#REF!"),
      ("#DIV/0!", "#DIV/0!"),
      ("#N/A", "#N/A"),
      ("TRUE", "TRUE"),
      ("TRUE()", "TRUE/0"),
      ("IF(A1>0,,2)", "[A1] 0 > _ 2 IF/3"),
      ("SUM((A1,B2),C3)", "[A1] [B2] , () [C3] SUM/2"),
      ("A1:B2 B2:C3", "[A1:B2] [B2:C3] &&"),
      ("A1:INDEX(B:B,3)", "[A1] [B:B] 3 INDEX/2 :"),
      ("MAX({1,2;3,4})", "{1,2;3,4} MAX/1"),
      ("LOG10(A1)", "[A1] LOG10/1"),
      ("_xlfn.SUMIFS(A1)", "[A1] _XLFN.SUMIFS/1"),
      ("Pagu*2", "Pagu 2 *"),
      ("XFE1", "XFE1"),
      ("Tabel1[[#This Row],[Jan ']]]*2", "Tabel1[[#This Row],[Jan ']]] 2 *"),
      ("@A1:A5", "[A1:A5] u@"),
      ("NOW()", "NOW/0"),
    ])
  func operands(text: String, calculation: String) {
    #expect(FormulaParser.formula(text, at: Self.home)?.calculation(at: Self.home) == calculation)
  }

  @Test(
    "What is no formula is not read",
    arguments: [
      "", "=", "1+", "*1", "(1", "1)", "SUM(1", "\"a", "'a", "'a'", "{1", "#", "1 2", "$", "A$",
      "C6:", "1..2", "1E", "SUM(1;2)", "[", "a[", "$A$", "A1!", "12abc",
      String(repeating: "(", count: 101) + "1" + String(repeating: ")", count: 101),
    ])
  func unreadable(text: String) {
    #expect(FormulaParser.formula(text, at: Self.home) == nil)
  }

  @Test("A copy of a formula is the same formula, unless it names fixed cells")
  func copies() {
    let down = CellPosition(row: 11, column: 3)
    let aside = CellPosition(row: 10, column: 4)
    let formula = FormulaParser.formula("B10*$C10+D$3", at: Self.home)
    #expect(formula == FormulaParser.formula("B11*$C11+D$3", at: down))
    #expect(formula == FormulaParser.formula("C10*$C10+E$3", at: aside))
    #expect(formula != FormulaParser.formula("B10*$C10+D$3", at: down))
    #expect(formula?.text(at: aside) == "C10*$C10+E$3")
    #expect(formula?.text(at: CellPosition(row: 1, column: 0)) == "#REF!*$C1+A$3")
  }

  @Test("What is written again is read as the same formula")
  func roundTrip() {
    var random = FormulaGenerator("what is written again is read as the same formula")
    for _ in 0..<2_000 {
      let text = random.formula(depth: 4)
      let formula = FormulaParser.formula(text, at: Self.home)
      #expect(formula?.text(at: Self.home) == text, "seed \(random.seed)")
    }
  }

  @Test("Any bytes end in a formula or in none")
  func anything() {
    var random = FormulaGenerator("any bytes end in a formula or in none")
    let pieces = [
      "A1", "$", "(", ")", ",", ":", "!", "'", "\"", "[", "]", "{", "}", "#", "1", ".", "E", "-",
      "%",
      " ", "SUM(", "é", "^", "<", ">", "=", "@", "C:C",
    ]
    var read = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 1...9, using: &random))
        .map { _ in random.one(of: pieces) }.joined()
      guard let formula = FormulaParser.formula(text, at: Self.home) else { continue }
      read += 1
      let again = FormulaParser.formula(formula.text(at: Self.home), at: Self.home)
      #expect(again == formula, "\(text), seed \(random.seed)")
    }
    #expect(read > 100)
  }
}

extension Formula {
  /// The tokens in the order of calculation, references in brackets.
  func calculation(at origin: CellPosition) -> String {
    tokens.map { token -> String in
      switch token {
      case .number(let text), .error(let text), .array(let text), .name(let text): text
      case .text: Formula(tokens: [token]).text(at: origin)
      case .boolean(let value): value ? "TRUE" : "FALSE"
      case .reference(let reference): "[\(reference.text(at: origin))]"
      case .missing: "_"
      case .prefix(let prefix): "u" + String(Unicode.Scalar(prefix.rawValue))
      case .percent: "%"
      case .parentheses: "()"
      case .infix(.intersection): "&&"
      case .infix(let infix): infix.rawValue
      case .call(let name, let arguments): "\(name)/\(arguments)"
      }
    }.joined(separator: " ")
  }
}
