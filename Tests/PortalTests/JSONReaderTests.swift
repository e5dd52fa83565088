import Testing

@testable import Portal

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", .null), (" true ", true), ("-0.50e+3", .number("-0.50e+3")),
      (#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#, .text("a\"\\/\u{8}\u{c}\n\r\té😀")),
      ("[]", []), ("[1, [2]]", [1, [2]]), ("{}", .object([])),
      (#"{"a": 1, "b": {"c": "d"}}"#, ["a": 1, "b": ["c": "d"]]),
    ] as [(String, JSONValue)])
  func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONReader.value(of: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "01", "+1", ".5", "1.", "1e", "-", "[1,]", "[1 2]", "{\"a\":1,}", "{a:1}",
    "{\"a\" 1}", "\"a", "\"\\x\"", "\"\\u12g4\"", "\"\\ud800\"", "\"\\ud800\\u0041\"",
    "\"\\udc00\"", "\"a\nb\"", "1 2", "{\"a\":1,\"a\":2}", "NaN", "'a'", "\"\\u+123\"",
    "<html>", "\u{feff}1",
  ])
  func refuses(_ text: String) {
    #expect(throws: JSONReader.Fault.self) { try JSONReader.value(of: Array(text.utf8)) }
  }

  @Test func refusesBytesThatAreNoUTF8() {
    #expect(throws: JSONReader.Fault(offset: 0)) {
      try JSONReader.value(of: [0x22, 0xff, 0x22])
    }
  }

  @Test func refusesMoreThan128Levels() throws {
    func nested(_ levels: Int) -> [UInt8] {
      Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    }
    _ = try JSONReader.value(of: nested(128))
    #expect(throws: JSONReader.Fault.self) { try JSONReader.value(of: nested(129)) }
    #expect(throws: JSONReader.Fault.self) { try JSONReader.value(of: nested(100_000)) }
  }

  @Test func writesWhatItReads() throws {
    let value: JSONValue = [
      "a": [1, "x\u{1}\n\"é", true], "b": .null, "c": .object([]), "d": .number("1.50"),
    ]
    #expect(try JSONReader.value(of: Array(value.line.utf8)) == value)
    #expect(try JSONReader.value(of: Array(value.document.utf8)) == value)
    #expect(!value.line.contains("\n"))
  }
}
