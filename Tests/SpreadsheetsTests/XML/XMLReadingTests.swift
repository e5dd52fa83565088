import Testing

@testable import Spreadsheets

@Suite("What a part of XML tells")
struct XMLReadingTests {
  static let told: [(String, [String])] = [
    ("<a/>", ["<a", "/a"]),
    ("<?xml version='1.0' encoding='UTF-8'?>\r\n<a> x\r\ny </a>", ["<a", "' x\ny '", "/a"]),
    ("<a b='1' c=\"&lt;&#65;&#x42;\"/>", ["<a b='1' c='<AB'", "/a"]),
    ("<a>1 &amp; 2<![CDATA[ <3> ]]></a>", ["<a", "'1 & 2 <3> '", "/a"]),
    ("<a><!-- no --><?go?>x</a>", ["<a", "'x'", "/a"]),
    (
      "<x:c xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' r='A1'/>",
      ["<sheet:c r='A1'", "/sheet:c"]
    ),
    (
      "<a xmlns='urn:other' xml:space='preserve'/>",
      ["<unknown:a xml:space='preserve'", "/unknown:a"]
    ),
  ]

  @Test("Elements, attributes and texts come in order", arguments: told)
  func tells(xml: String, lines: [String]) throws {
    #expect(try XMLTrace.of(Array(xml.utf8), engine: .libxmlOnly) == lines)
    #expect(try XMLTrace.of(Array(xml.utf8), engine: .automatic) == lines)
  }

  @Test("Other encodings are read")
  func encodings() throws {
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\u{e9}</a>"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try XMLTrace.of(latin, engine: .automatic) == ["<a", "'é'", "/a"])
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in "<a>é</a>".utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    #expect(try XMLTrace.of(wide, engine: .automatic) == ["<a", "'é'", "/a"])
  }

  @Test(
    "What is not well-formed is damaged",
    arguments: [
      "", "<a>", "<a></b>", "<a>&nbsp;</a>", "<a b='1' b='2'/>", "<a/><a/>", "x", "<a>\u{1}</a>",
    ])
  func damaged(xml: String) {
    #expect {
      _ = try XMLTrace.of(Array(xml.utf8), engine: .automatic)
    } throws: {
      guard case .damaged("part.xml", _)? = ($0 as? SpreadsheetError)?.reason else { return false }
      return true
    }
  }

  @Test("A document type declaration is refused before its entities grow")
  func bomb() {
    let xml = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
    let expected = SpreadsheetError(
      .damaged(part: "part.xml", detail: "a document type declaration"))
    #expect(throws: expected) { try XMLTrace.of(Array(xml.utf8), engine: .automatic) }
  }
}
