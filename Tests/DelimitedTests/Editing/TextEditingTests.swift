import Delimited
import Tabular
import Testing

/// Fields are changed in the bytes of a file, and nothing else is.
@Suite struct TextEditingTests {
  private static func dialect(
    _ delimiter: Character = ",", encoding: TextEncoding = .utf8
  ) -> Dialect {
    Dialect(
      delimiter: Setting(delimiter.asciiValue ?? 0x2c, .given),
      quoteChar: Setting(.mark(UInt8(ascii: "\"")), .assumed), encoding: Setting(encoding, .given),
      lineTerminator: Setting(.lineFeed, .assumed))
  }

  private func edited(
    _ text: String, _ edits: FieldEdit..., delimiter: Character = ","
  ) -> (text: String, refused: [FieldEdit.Refusal]) {
    let result = TextEditing.edited(Array(text.utf8), Self.dialect(delimiter), by: edits)
    return (String(decoding: result.bytes, as: UTF8.self), result.refused.map(\.reason))
  }

  @Test("one field changes, line ends and all other bytes stay") func plain() {
    let result = edited(
      "\u{feff}a,b\r\n1, 97,x \r\n2,98,y", FieldEdit(line: 2, column: 2, old: "97", new: "99"))
    #expect(result.text == "\u{feff}a,b\r\n1, 99,x \r\n2,98,y")
    #expect(result.refused.isEmpty)
  }

  @Test("quotes are kept, added where the new text needs them, and doubled within") func quotes() {
    #expect(
      edited("a,\"1,5 \"\"x\"\"\"\n", FieldEdit(line: 1, column: 2, old: "1,5", new: "2,5")).text
        == "a,\"2,5 \"\"x\"\"\"\n")
    #expect(
      edited("a,97.5\n", FieldEdit(line: 1, column: 2, old: "97.5", new: "97,5")).text
        == "a,\"97,5\"\n")
  }

  @Test("a record that spans lines is found by its first line") func lineBreaks() {
    let text = "a;\"b\nc\";5\nd;e;6\n"
    #expect(
      edited(text, FieldEdit(line: 1, column: 3, old: "5", new: "7"), delimiter: ";").text
        == "a;\"b\nc\";7\nd;e;6\n")
    #expect(
      edited(text, FieldEdit(line: 3, column: 3, old: "6", new: "8"), delimiter: ";").text
        == "a;\"b\nc\";5\nd;e;8\n")
  }

  @Test("a part of a field changes where it stands there once") func parts() {
    #expect(
      edited(
        "x,308.560 pengikut\n", FieldEdit(line: 1, column: 2, old: "308.560", new: "308.650")
      ).text == "x,308.650 pengikut\n")
    let twice = edited("x,5 dari 5\n", FieldEdit(line: 1, column: 2, old: "5", new: "6"))
    #expect(twice.text == "x,5 dari 5\n")
    #expect(twice.refused == [.otherText])
    let longer = edited("x,15\n", FieldEdit(line: 1, column: 2, old: "5", new: "6"))
    #expect(longer.text == "x,15\n")
    #expect(longer.refused == [.otherText])
  }

  @Test("what does not stand there is refused, and nothing changes") func refusals() {
    let text = "a,b\n1,2\n"
    #expect(edited(text, FieldEdit(line: 2, column: 2, old: "9", new: "3")).refused == [.otherText])
    #expect(edited(text, FieldEdit(line: 9, column: 1, old: "1", new: "3")).refused == [.noField])
    #expect(edited(text, FieldEdit(line: 2, column: 7, old: "1", new: "3")).refused == [.noField])
    let same = edited(
      text, FieldEdit(line: 2, column: 1, old: "1", new: "3"),
      FieldEdit(line: 2, column: 1, old: "1", new: "4"))
    #expect(same.text == "a,b\n3,2\n")
    #expect(same.refused == [.noField])
  }

  @Test("bytes of other encodings stay as they are")
  func encodings() {
    let latin: [UInt8] = [0xe9, 0x2c, 0x31, 0x0a]
    let edit = FieldEdit(line: 1, column: 2, old: "1", new: "2 é")
    #expect(
      TextEditing.edited(latin, Self.dialect(encoding: .windows1252), by: [edit]).bytes
        == [0xe9, 0x2c, 0x32, 0x20, 0xe9, 0x0a])
    let wide: [UInt8] = [0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x31, 0, 0x0a, 0]
    let torn = TextEditing.edited(
      wide + [0x31], Self.dialect(encoding: .utf16LittleEndian), by: [edit])
    #expect(torn.bytes.last == 0x31)
    #expect(torn.bytes.count == wide.count + 5)
    #expect(
      TextEditing.edited(
        wide, Self.dialect(encoding: .utf16LittleEndian),
        by: [FieldEdit(line: 1, column: 2, old: "1", new: "2")]
      ).bytes == [0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x32, 0, 0x0a, 0])
    let refused = TextEditing.edited(
      latin, Self.dialect(encoding: .windows1252),
      by: [FieldEdit(line: 1, column: 2, old: "1", new: "二")])
    #expect(refused.bytes == latin)
    #expect(refused.refused.map(\.reason) == [.unencodable])
  }
}
