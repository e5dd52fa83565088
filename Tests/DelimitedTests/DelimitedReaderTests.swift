import Tabular
import Testing

@testable import Delimited

@Suite struct DelimitedReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var rows: [[String]]
    var lineCounts: [Int]
    var kinds: [Remark.Reason.Kind]
    init(
      _ text: String, _ rows: [[String]], lines: [Int]? = nil, _ kinds: Remark.Reason.Kind...
    ) {
      self.text = text
      self.rows = rows
      lineCounts = lines ?? rows.map { _ in 1 }
      self.kinds = kinds
    }
    var testDescription: String { text.debugDescription }
  }

  static let cases: [Case] = [
    Case("a;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    Case("a;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]]),
    Case("a;b\r1;2\r", [["a", "b"], ["1", "2"]]),
    Case("a;b\n1;2", [["a", "b"], ["1", "2"]], .lastLineUnterminated),
    Case("a;b\n\n1;2\n\n", [["a", "b"], [], ["1", "2"], []]),
    Case("a;b\n ;\n  \n", [["a", "b"], [" ", ""], ["  "]]),
    Case("a;b;\n;;\n", [["a", "b", ""], ["", "", ""]]),
    Case(" a ;\tb \n1;2\n", [[" a ", "\tb "], ["1", "2"]]),
    Case("a;\"b;c\"\n1;2\n", [["a", "b;c"], ["1", "2"]]),
    Case("a;\"b\"\"c\"\n1;2\n", [["a", "b\"c"], ["1", "2"]]),
    Case("a;\"b\nc\"\n1;2\n", [["a", "b\nc"], ["1", "2"]], lines: [2, 1]),
    Case("a;\"b\r\nc\rd\"\r\n1;2\r\n", [["a", "b\r\nc\rd"], ["1", "2"]], lines: [3, 1]),
    Case(
      "a;b\n1;\"2\n3;4\n5;6\n", [["a", "b"], ["1", "\"2"], ["3", "4"], ["5", "6"]], .unclosedQuote),
    Case(
      "a;b\n1;\"2\n3;\"4\"\n5;6\n", [["a", "b"], ["1", "\"2"], ["3", "4"], ["5", "6"]],
      .unclosedQuote),
    Case("a;b\n1;\"2", [["a", "b"], ["1", "\"2"]], .unclosedQuote, .lastLineUnterminated),
    Case("a;b\n\"x\"y;2\n", [["a", "b"], ["\"x\"y", "2"]], .textAfterClosingQuote),
    Case("a;b\n\"x;1\"y;2\n", [["a", "b"], ["\"x;1\"y", "2"]], .textAfterClosingQuote),
    Case("a;b\n5\" pipa;2\n", [["a", "b"], ["5\" pipa", "2"]], .strayQuote),
    Case("a;b\n \"x\" ;2\n", [["a", "b"], ["x", "2"]], .blanksOutsideQuotes),
    Case("a;b\nx\0y;2\n", [["a", "b"], ["x\0y", "2"]], .nulCharacter),
    Case(
      "a;b\n1;2\r3;4\n5;6\n", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]], .loneCarriageReturn),
    Case("a;b\n1;2\r\n3;4\n", [["a", "b"], ["1", "2"], ["3", "4"]], .otherLineTerminator),
    Case(
      "a;b\n1;2\n3;4\r\r\n", [["a", "b"], ["1", "2"], ["3", "4"], []], .doubledCarriageReturn,
      .otherLineTerminator),
    Case("\u{FEFF}a;b\n1;2\n", [["a", "b"], ["1", "2"]], .byteOrderMark),
    Case("\u{FEFF}\"a\";b\n1;2\n", [["a", "b"], ["1", "2"]], .byteOrderMark),
    Case("sep=|\na|b\n", [["sep=", ""], ["a", "b"]], .separatorLine),
    Case("nama\nSleman\n", [["nama"], ["Sleman"]]),
    Case("\n", [[]]),
    Case("x", [["x"]], .lastLineUnterminated),
  ]

  @Test(arguments: cases) func reads(_ example: Case) throws {
    let reading = try Reading(Array(example.text.utf8))
    #expect(reading.rows == example.rows)
    #expect(reading.lineCounts == example.lineCounts)
    #expect(reading.remarks.map(\.reason.kind) == example.kinds)
    #expect(reading.accountsForEveryLine)
    #expect(reading.observed == Array(example.text.utf8))
  }
}
