import Testing

@testable import Spreadsheets

@Suite("Formulas of XLS workbooks")
struct TokenTextTests {
  @Test(
    "Tokens of BIFF8 become A1 notation",
    arguments: [
      ([0x1E, 5, 0], "5"), ([0x1F] + BIFF.eight((0.25).bitPattern), "0.25"),
      ([0x1D, 1], "TRUE"), ([0x1C, 0x2A], "#N/A"), ([0x17, 3, 0, 0x61, 0x22, 0x62], "\"a\"\"b\""),
      ([0x17, 1, 1, 0x22, 0x6F], "\"漢\""),
      ([0x44, 4, 0, 2, 0xC0], "C5"), ([0x44, 4, 0, 2, 0x00], "$C$5"),
      ([0x44, 4, 0, 2, 0x40], "C$5"),
      ([0x44, 0xFF, 0xFF, 0xFF, 0x80], "$IV65536"),
      ([0x25, 0, 0, 9, 0, 1, 0xC0, 1, 0xC0], "B1:B10"),
      ([0x25, 0, 0, 0xFF, 0xFF, 1, 0xC0, 2, 0x80], "B:$C"),
      ([0x25, 2, 0, 4, 0, 0, 0xC0, 0xFF, 0x40], "3:$5"),
      ([0x1E, 1, 0, 0x1E, 2, 0, 0x03, 0x15, 0x1E, 3, 0, 0x05], "(1+2)*3"),
      ([0x1E, 1, 0, 0x13, 0x14], "-1%"), ([0x1E, 1, 0, 0x12], "+1"),
      ([0x1E, 1, 0, 0x1E, 2, 0, 0x0E], "1<>2"), ([0x1E, 1, 0, 0x1E, 2, 0, 0x0C], "1>=2"),
      ([0x44, 0, 0, 0, 0xC0, 0x44, 1, 0, 0, 0xC0, 0x10, 0x15, 0x22, 1, 4, 0], "SUM((A1,A2))"),
      ([0x44, 0, 0, 0, 0xC0, 0x19, 0x10, 0, 0], "SUM(A1)"),
      ([0x1F] + BIFF.eight((1.005).bitPattern) + [0x1E, 2, 0, 0x41, 27, 0], "ROUND(1.005,2)"),
      ([0x42, 0, 4, 0], "SUM()"), ([0x41, 19, 0], "PI()"),
      (
        [0x44, 0, 0, 0, 0xC0, 0x19, 2, 9, 0, 0x1E, 1, 0, 0x19, 8, 9, 0, 0x16, 0x22, 3, 1, 0],
        "IF(A1,1,)"
      ),
      ([0x1E, 2, 0, 0x19, 4, 1, 0, 9, 0, 9, 0, 0x1E, 7, 0, 0x42, 2, 100, 0], "CHOOSE(2,7)"),
      ([0x19, 0x40, 0, 3, 0x1E, 1, 0], "1"), ([0x2A, 0, 0, 0, 0], "#REF!"),
      ([0x29, 3, 0, 0x1E, 1, 0], "1"),
    ] as [([UInt8], String)])
  func eight(_ tokens: [UInt8], _ text: String) {
    #expect(Self.text(tokens, .eight) == text)
  }

  @Test(
    "Tokens of BIFF5 become A1 notation",
    arguments: [
      ([0x44, 4, 0xC0, 2], "C5"), ([0x44, 4, 0x00, 2], "$C$5"), ([0x44, 4, 0x80, 2], "$C5"),
      ([0x25, 0, 0xC0, 0xFF, 0xFF, 1, 2], "B:C"), ([0x17, 1, 0xE9], "\"é\""),
      ([0x25, 0, 0xC0, 9, 0xC0, 1, 1, 0x19, 0x10, 0, 0], "SUM(B1:B10)"),
      ([0x2B, 0, 0, 0, 0, 0, 0], "#REF!"),
    ] as [([UInt8], String)])
  func five(_ tokens: [UInt8], _ text: String) {
    #expect(Self.text(tokens, .five) == text)
  }

  @Test("Constants in braces follow the tokens, with what a list of areas leaves before them")
  func constants() {
    let values: [UInt8] =
      [1, 1, 0, 1] + BIFF.eight((1.5).bitPattern) + [2, 1, 0, 0, 0x61] + [4, 1]
      + [UInt8](repeating: 0, count: 7)
      + [16, 7] + [UInt8](repeating: 0, count: 7)
    let braces: [UInt8] = [0x60] + [UInt8](repeating: 0, count: 7)
    #expect(Self.text(braces, .eight, values) == "{1.5,\"a\";TRUE,#DIV/0!}")
    let area: [UInt8] = [0x26, 0, 0, 0, 0, 3, 0, 0x1E, 1, 0]
    #expect(
      Self.text(area + braces + [0x03], .eight, [1, 0] + [UInt8](repeating: 0, count: 8) + values)
        == "1+{1.5,\"a\";TRUE,#DIV/0!}")
    for count in 0..<values.count {
      #expect(Self.text(braces, .eight, Array(values.prefix(count))) == "")
    }
  }

  @Test("Tokens that are cut off, unknown or too many leave the formula untold")
  func untold() {
    let whole: [UInt8] = [0x44, 4, 0, 2, 0xC0, 0x1E, 1, 0, 0x05]
    for count in [1, 2, 3, 4, 6, 7, 8] {
      #expect(Self.text(Array(whole.prefix(count)), .eight) == "", "\(count) bytes")
    }
    for tokens in [
      [0x03], [0x15], [0x18, 0, 0], [0x42, 9, 4, 0], [0x41, 0xFE, 0xFF], [0x23, 1, 0, 0, 0],
    ] as [[UInt8]] {
      #expect(Self.text(tokens, .eight) == "")
    }
    let long = (0..<4000).flatMap { _ in [0x1E, 1, 0] as [UInt8] }
    #expect(Self.text(long, .eight) == "")
  }

  @Test("Distances of shared formulas go around the edges of the sheet")
  func distances() {
    for (tokens, text) in [
      ([0x4C, 0xFF, 0xFF, 0xFF, 0xC0], "A2"), ([0x4C, 0xFD, 0xFF, 0xFE, 0xC0], "IV65536"),
      ([0x4C, 5, 0, 5, 0x00], "$F$6"), ([0x4D, 0, 0, 1, 0, 0xFF, 0xC0, 0, 0xC0], "A3:B4"),
    ] as [([UInt8], String)] {
      let shared: [UInt8] =
        [2, 0, 2, 0, 1, 1, 0, 1] + BIFF.two(UInt16(tokens.count)) + tokens
      let records =
        BIFF.formula(2, 1, 0, [1, 2, 0, 1, 0]) + BIFF.record(RecordKind.sharedFormula, shared)
      #expect(XLSFixtures.told(BIFF.sheet(records)) == ["Sheet1!B3 number 0 =\(text)"])
    }
  }

  @Test("The formula of an array is told in its first cell")
  func array() {
    let tokens: [UInt8] = [0x25, 0, 0, 1, 0, 0, 0xC0, 0, 0xC0, 0x1E, 2, 0, 0x05]
    let array: [UInt8] =
      [0, 0, 1, 0, 1, 1] + [UInt8](repeating: 0, count: 6) + BIFF.two(UInt16(tokens.count)) + tokens
    let records =
      BIFF.formula(0, 1, (2.0).bitPattern, [1, 0, 0, 1, 0])
      + BIFF.record(RecordKind.array, array)
      + BIFF.formula(1, 1, (4.0).bitPattern, [1, 0, 0, 1, 0])
    #expect(
      XLSFixtures.told(BIFF.sheet(records)) == [
        "Sheet1!B1 number 2 =A1:A2*2", "Sheet1!B2 number 4",
      ])
  }

  @Test("Every function has a name of capital letters and a number of its own")
  func functions() {
    #expect(WorksheetFunction.all.count > 250)
    for function in WorksheetFunction.all.values {
      #expect(function.name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "." })
    }
    let names = Set(WorksheetFunction.all.values.map(\.name))
    #expect(names.count == WorksheetFunction.all.count)
    #expect(WorksheetFunction.all[345]?.name == "SUMIF")
    #expect(WorksheetFunction.all[27]?.argumentCount == 2)
  }

  private static func text(
    _ tokens: [UInt8], _ version: BIFFVersion, _ trailing: [UInt8] = []
  ) -> String? {
    let stream = BIFF.sheet(BIFF.formula(0, 0, 0, tokens, trailing), version: version)
    return XLSFixtures.told(stream).first?.split(separator: " =", maxSplits: 1).dropFirst().first
      .map(String.init) ?? ""
  }
}
