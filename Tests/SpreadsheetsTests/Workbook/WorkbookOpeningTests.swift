import Glibc
import Testing

@testable import Spreadsheets

/// A file that is gone when the test is.
final class PassingFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    var template = Array("/tmp/cermat-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    path = template.withUnsafeBytes { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    try #require(descriptor >= 0)
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
  }

  deinit { unlink(path) }
}

@Suite("What a file is, by its content")
struct WorkbookOpeningTests {
  private static func types(_ type: String, _ part: String) -> (name: String, text: String) {
    (
      "[Content_Types].xml",
      "<Types><Override PartName='/\(part)' ContentType='application/vnd.\(type)'/></Types>"
    )
  }

  static let archives: [([(name: String, text: String)], SpreadsheetError.Foreign)] = [
    ([], .archive),
    ([("a.txt", "a")], .archive),
    (
      [
        types(
          "openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml"),
        ("word/document.xml", "<w/>"),
      ], .document
    ),
    (
      [
        types(
          "openxmlformats-officedocument.presentationml.presentation.main+xml", "ppt/p.xml"),
        ("ppt/p.xml", "<p/>"),
      ], .presentation
    ),
    (
      [
        types("ms-excel.sheet.binary.macroEnabled.main", "xl/workbook.bin"),
        ("xl/workbook.bin", ""),
      ], .xlsb
    ),
    ([("mimetype", "application/vnd.oasis.opendocument.text")], .document),
    ([("mimetype", "application/vnd.oasis.opendocument.presentation")], .presentation),
  ]

  @Test("Archives without a workbook are told apart", arguments: archives)
  func archive(parts: [(name: String, text: String)], foreign: SpreadsheetError.Foreign) throws {
    let file = try PassingFile(TinyArchive(parts).bytes)
    #expect(throws: SpreadsheetError(.foreign(foreign), path: file.path)) {
      try Workbook(path: file.path)
    }
  }

  @Test("What is no workbook at all is unknown, and a folder is a folder")
  func others() throws {
    let text = try PassingFile(Array("a;b\n1;2\n".utf8))
    #expect(throws: SpreadsheetError(.foreign(.unknown), path: text.path)) {
      try Workbook(path: text.path)
    }
    #expect(throws: SpreadsheetError(.folder, path: "/tmp")) { try Workbook(path: "/tmp") }
    #expect(throws: SpreadsheetError(.cannotRead(code: ESPIPE), path: "/dev/null")) {
      try Workbook(path: "/dev/null")
    }
  }

  @Test("Binary Excel workbooks of others are refused by name")
  func xlsb() throws {
    guard let path = Corpus.path("calamine/any_sheets.xlsb") else {
      print("skipped: ../shared/corpus/calamine is not there")
      return
    }
    #expect(throws: SpreadsheetError(.foreign(.xlsb), path: path)) { try Workbook(path: path) }
  }

  @Test("A file that grows or goes after it was opened has changed")
  func changed() throws {
    let file = try PassingFile(WholeFile.bytes(XLSXFixtureTests.path("values")))
    let workbook = try Workbook(path: file.path)
    #expect(!workbook.changed())
    let descriptor = open(file.path, O_WRONLY | O_APPEND)
    #expect(write(descriptor, [0], 1) == 1)
    close(descriptor)
    #expect(workbook.changed())
  }
}
