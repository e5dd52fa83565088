import Testing

@testable import Spreadsheets

@Suite("Formulas of OpenDocument")
struct ODSFormulaTests {
  static let formulas = [
    ("of:=SUM([.C6:.C10];1)", "SUM(C6:C10,1)"),
    ("of:=[$'Data ''A''.b'.$A$1]*[Lembar2.B2]", "'Data ''A''.b'!$A$1*Lembar2!B2"),
    ("of:=SUM([$Lembar2.A1:.B2])", "SUM(Lembar2!A1:B2)"),
    ("of:=SUM([$Lembar2.A1:$Lembar2.B2])", "SUM(Lembar2!A1:B2)"),
    ("of:=SUM([Januari.A1:Maret.A1])", "SUM(Januari:Maret!A1:A1)"),
    ("of:=IF([.A1]=\"a;b\";{1;2|3;4};0)", "IF(A1=\"a;b\",{1,2;3,4},0)"),
    ("msoxl:=SUM(A1,B1)", "SUM(A1,B1)"), ("oooc:=[.A1]+1", "A1+1"), ("=[.A1]+1", "A1+1"),
    ("of:=[.#REF!]+#REF!", "#REF!+#REF!"), ("of:=IF(#N/A;#DIV/0!;0)", "IF(#N/A,#DIV/0!,0)"),
    ("of:=SUM([.A1:.A2]~[.B1])+COM.MICROSOFT.STDEV.S([.A1:.A3])", "SUM(A1:A2,B1)+STDEV.S(A1:A3)"),
    ("of:=\"a\"\"[.B1]\"&[.A1]", "\"a\"\"[.B1]\"&A1"), ("of:=[.A1", "A1"), ("of:=[]", ""),
    ("", ""),
  ]

  @Test("They are told in the notation of XLSX", arguments: formulas)
  func notation(_ formula: String, _ expected: String) {
    #expect(ODSFormulaText.excel(formula) == expected)
  }

  @Test("One without a result is told apart from one with an empty result")
  func withoutResult() throws {
    let block = try #require(ShownPage.blocks(ODSFixture.open("formulas")).first)
    #expect(block.kinds.map(\.self).prefix(7).allSatisfy { $0 == .number })
    #expect(block.kinds[7] == .withoutResult)
    #expect(block.kinds[8] == .text && block.raw(8).isEmpty)
    #expect(block.formulas.map(\.cell) == Array(0..<10))
    #expect(block.formulas[1].text == "'Data ''A''.b'!$A$1*Lembar2!B2")
  }

  static let times = [
    ("PT08H30M00S", "08:30:00"), ("PT8H5M", "08:05:00"), ("PT36H00M05.500S", "36:00:05.5"),
    ("P1DT2H", "26:00:00"), ("-PT1H", "-01:00:00"), ("PT0S", "00:00:00"), ("08:30", nil), ("", nil),
    ("PT99999999999999999999H", nil),
  ]

  @Test("Times are told as clocks do", arguments: times)
  func time(_ text: String, _ expected: String?) {
    #expect(ODSDuration.clock(text) == expected)
  }
}
