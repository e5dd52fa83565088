import Tabular
import Testing

@testable import Delimited

@Suite struct WordsTests {
  static let remarks: [(Remark.Reason, String)] = [
    (.byteOrderMark(.utf8), "the file begins with a byte order mark of UTF-8"),
    (
      .notUTF8(byte: 0xE9), "byte 0xE9 is not UTF-8; the file is read as Windows-1252 ('é')"
    ),
    (
      .invalidByte(0x96),
      "byte 0x96 is not UTF-8; read as '–' (Windows-1252); check the letter and save the file as UTF-8"
    ),
    (.undefinedByte(0x81), "byte 0x81 means nothing in Windows-1252; check the encoding"),
    (
      .unpairedSurrogate(0xD800),
      "half a UTF-16 character (0xD800); read as '\u{FFFD}'; export the file again"
    ),
    (
      .halfCharacter(0x0A),
      "byte 0x0A is left over at the end of a UTF-16 file; it may be cut off, export it again"
    ),
    (.nulCharacter, "a NUL character in a cell; the file may be damaged, export it again"),
    (
      .unclosedQuote,
      "a quote opens and never closes; read as text up to the end of the line; close or remove the quote"
    ),
    (
      .textAfterClosingQuote,
      "text follows a closing quote; the cell is kept as written; double the quotes inside the cell"
    ),
    (.blanksOutsideQuotes, "blanks stand between a quote and a delimiter; they are ignored"),
    (.strayQuote, "a quote stands inside a cell; kept as text; quote the whole cell if need be"),
    (
      .loneCarriageReturn,
      "a lone CR ends the line; save the file with ordinary line ends"
    ),
    (
      .doubledCarriageReturn,
      "a doubled line end (CR CR LF) makes a blank line; save with ordinary line ends"
    ),
    (.otherLineTerminator(.carriageReturnLineFeed), "the line ends in CRLF, unlike most"),
    (.fieldTooLong(limit: 16), "the cell is longer than 16 bytes; cut there; check its quotes"),
    (
      .wrappedRecord(delimiter: 0x2C),
      "the whole record stands in one cell; taken apart at ','; save the file with one delimiter"
    ),
    (
      .otherDelimiter(0x09),
      "the line has another delimiter, 'tab'; taken apart at it; save the file with one delimiter"
    ),
    (.separatorLine(0x3B), "this line names the delimiter ';'"),
    (.lastLineUnterminated, "the last line has no line break; make sure the file is not cut off"),
    (
      .fileChanged(.size),
      "the file's size changed while it was read; run again when it is complete"
    ),
    (
      .fileChanged(.modificationTime),
      "the file was written to while it was read; run again when it is complete"
    ),
    (.fileChanged(.replaced), "the file was replaced while it was read; run again"),
  ]

  @Test(arguments: remarks) func tellsEveryRemark(reason: Remark.Reason, english: String) {
    #expect(reason.message.english == english)
    #expect(!reason.message.indonesian.isEmpty)
    #expect(reason.message.indonesian != english)
  }

  @Test func everyKindOfRemarkHasWords() {
    #expect(Set(Self.remarks.map(\.0.kind)) == Set(Remark.Reason.Kind.allCases))
    #expect(Set(Self.remarks.map(\.0.message.indonesian)).count == Self.remarks.count)
  }

  static let errors: [(DelimitedError.Reason, String, String)] = [
    (
      .missing, "berkas tidak ditemukan; periksa nama dan foldernya",
      "no such file; check its name and folder"
    ),
    (
      .folder, "ini folder, bukan berkas; sebutkan berkas di dalamnya",
      "this is a folder, not a file; name a file in it"
    ),
    (
      .notPermitted, "berkas tidak boleh dibaca oleh pengguna ini; minta izin baca",
      "this user may not read the file; ask for permission"
    ),
    (
      .cannotOpen(code: 5), "berkas tidak dapat dibuka (Input/output error)",
      "the file can't be opened (Input/output error)"
    ),
    (
      .empty, "berkas kosong; minta ekspor ulang dari pengirim",
      "the file is empty; ask the sender to export it again"
    ),
    (
      .otherContent(.xlsx),
      "isinya buku kerja Excel (XLSX), bukan teks berpemisah; simpan ulang sebagai CSV",
      "its content is an Excel workbook (XLSX), not delimited text; save it as CSV"
    ),
    (
      .otherContent(.gzip), "isinya berkas terkompresi gzip, bukan teks berpemisah; ekstrak dahulu",
      "its content is a gzip file, not delimited text; unpack it first"
    ),
    (
      .otherContent(.utf32),
      "isinya teks UTF-32, yang tidak didukung; simpan ulang sebagai UTF-8",
      "its content is UTF-32 text, which is not supported; save it as UTF-8"
    ),
    (
      .otherContent(.pdf), "isinya dokumen PDF, bukan teks berpemisah; minta berkas CSV-nya",
      "its content is a PDF document, not delimited text; ask for the CSV file"
    ),
    (
      .readFailed(code: 5),
      "berkas gagal dibaca sampai selesai (Input/output error); periksa media lalu ulangi",
      "reading failed (Input/output error); check the disk and try again"
    ),
    (
      .fileTooLarge(limit: 9),
      "berkas lebih besar dari batas 9 byte; pecah berkas atau naikkan batasnya",
      "the file is larger than the limit of 9 bytes; split it or raise the limit"
    ),
    (
      .lineTooLong(limit: 9),
      "baris lebih panjang dari batas 9 byte; periksa apakah ini memang berkas teks berpemisah",
      "the line is longer than the limit of 9 bytes; check that this is delimited text"
    ),
    (
      .encodingContradicted(given: .utf8, found: .utf16LittleEndian),
      "pipeline menyebut UTF-8, tetapi berkas diawali penanda UTF-16 LE; ubah atau hapus 'encoding'",
      "the pipeline says UTF-8, but the file begins with the mark of UTF-16 LE; change or remove 'encoding'"
    ),
    (
      .impossibleDialect(delimiter: 0x22, quoteChar: 0x22),
      "pemisah 0x22 dan tanda kutip 0x22 tidak dapat dipakai; pilih dua karakter ASCII yang berbeda",
      "delimiter 0x22 and quote 0x22 can't be used; choose two different ASCII characters"
    ),
  ]

  @Test(arguments: errors)
  func tellsEveryError(reason: DelimitedError.Reason, indonesian: String, english: String) {
    let message = DelimitedError(path: "x.csv", reason: reason).message
    #expect(message == Message(indonesian: indonesian, english: english))
  }

  @Test(arguments: FileContent.allCases) func namesEveryContent(content: FileContent) {
    let message = DelimitedError(path: "x.csv", reason: .otherContent(content)).message
    #expect(message.english.contains(content.title.english))
    #expect(message.indonesian.contains(content.title.indonesian))
  }

  static let bases: [(String, String)] = [
    ("a;b\n1;2\n", "every one of the first 2 lines has 1 ';'"),
    ("a;b;c\n1;2;3\n4;5;6\nSumber\n", "3 of the first 4 lines have 2 ';'"),
    ("sep=|\na|b\n", "the first line names the delimiter '|'"),
    ("Nama\nA\n", "no delimiter divides the lines regularly: one column"),
    ("\"a,b\"\n\"1,2\"\n", "every line is wrapped in one cell that holds ','"),
  ]

  @Test(arguments: bases) func saysWhatTheDelimiterRestsOn(text: String, basis: String) throws {
    #expect(try Reading(Array(text.utf8)).dialect.delimiter.basis?.english == basis)
  }

  @Test func saysWhatTheRestRestsOn() throws {
    let dialect = try Reading(Array("\"a\";é\r\n1;2\r\n3;4\n".utf8)).dialect
    #expect(dialect.quoteChar.basis?.english == "1 cell at the beginning stands between \"")
    #expect(dialect.encoding.basis?.english == "1 character outside ASCII is valid UTF-8")
    #expect(dialect.lineTerminator.basis?.english == "2 of the first 3 lines end in CRLF")
    #expect(dialect.delimiter.origin == .detected)
  }
}
