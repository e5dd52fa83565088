import Tabular
import Testing

@testable import Delimited

/// Every fixture with what reading it must say; `Fixtures/README.md` tells their stories.
@Suite struct FixtureTests {
  struct Trait: Sendable, CustomTestStringConvertible {
    var file: String
    var delimiter: String
    var width: Int
    var rows: Int
    var lines: Int
    /// One row that shows the trait, by its number from 1.
    var row: Int
    var cells: [String]
    var kinds: [Remark.Reason.Kind]

    init(
      _ file: String, _ delimiter: String, width: Int, rows: Int, lines: Int? = nil, row: Int,
      _ cells: [String], _ kinds: Remark.Reason.Kind...
    ) {
      (self.file, self.delimiter, self.width, self.rows) = (file, delimiter, width, rows)
      (self.lines, self.row, self.cells, self.kinds) = (lines ?? rows, row, cells, kinds)
    }

    var testDescription: String { file }
  }

  static let traits: [Trait] = [
    Trait("blank-records", ",", width: 7, rows: 7, row: 3, ["", "", "", "", "", "", ""]),
    Trait(
      "blank-trailing-columns", ";", width: 9, rows: 2, row: 1,
      ["1", "32. 04. 05", "CILEUNYI", "2018", "167.228", "", "", "", ""]),
    Trait("blanks-around-cells", ",", width: 2, rows: 4, row: 4, [" Puskesmas ", "4"]),
    Trait("caret-for-comma", ",", width: 2, rows: 3, row: 3, ["Surplus", "(10.597.435.500^00)"]),
    Trait(
      "codes-with-inner-blanks", ",", width: 3, rows: 3, row: 1,
      ["1.02 . 1.02.01 . 00 . 00 . 4 ", "Pendapatan", "100"]),
    Trait(
      "decimal-commas", ";", width: 5, rows: 4, row: 3,
      ["2", "Tata Kelola", "2,70", "0,25", "1,68"]),
    Trait(
      "doubled-cr", ";", width: 2, rows: 6, row: 2, [], .doubledCarriageReturn,
      .doubledCarriageReturn, .doubledCarriageReturn),
    Trait(
      "footer-lines", ";", width: 3, rows: 6, row: 6,
      ["Catatan : Termasuk Penghuni Tidak Tetap, diolah"]),
    Trait(
      "inches", ",", width: 3, rows: 3, row: 2, ["1", "Pipa 5\" x 6\"", "10"], .strayQuote,
      .strayQuote),
    Trait(
      "line-breaks-in-cells", ",", width: 4, rows: 3, lines: 5, row: 3,
      ["4.2", "Pasar", "300", ""]),
    Trait("lone-cr", ";", width: 2, rows: 3, row: 3, ["2", "Menteng"]),
    Trait(
      "mixed-delimiters", ";", width: 4, rows: 6, row: 3, ["2", "Bantul", "13", "2020"],
      .otherDelimiter),
    Trait("mixed-line-ends", ";", width: 2, rows: 4, row: 2, ["1", "A"], .otherLineTerminator),
    Trait("nameless-columns", ",", width: 5, rows: 3, row: 1, ["", "nama", "", "", "jumlah"]),
    Trait(
      "no-final-line-break", ";", width: 2, rows: 3, row: 3, ["2", "B"], .lastLineUnterminated),
    Trait("nul-character", ",", width: 2, rows: 3, row: 2, ["1", "A\0B"], .nulCharacter),
    Trait("one-bad-byte", ",", width: 2, rows: 5, row: 5, ["Olé", "4"], .invalidByte),
    Trait("one-column", ",", width: 1, rows: 4, row: 3, ["Badan Keuangan"]),
    Trait("one-column-of-names", ";", width: 1, rows: 4, row: 2, ["Budi Santoso, S.Sos"]),
    Trait("percent-signs", ";", width: 3, rows: 3, row: 3, ["2", "Capaian", "175,99 %"]),
    Trait("pipes", "|", width: 3, rows: 3, row: 2, ["1", "Desa A, Kec. B", "100"]),
    Trait("quoted-line-break-crlf", ";", width: 2, rows: 3, lines: 5, row: 2, ["1", "a\r\nb"]),
    Trait("ragged-records", ",", width: 3, rows: 7, row: 4, ["1", "2", "3", "4", "5"]),
    Trait("semicolons-crlf", ";", width: 4, rows: 3, row: 3, ["2022", "2", "2022-02-28", "13"]),
    Trait("separator-line", ";", width: 2, rows: 3, row: 3, ["1", "A,B"], .separatorLine),
    Trait("single-quotes", ";", width: 2, rows: 3, row: 2, ["1", "Sleman; DIY"]),
    Trait("stray-cr", ";", width: 2, rows: 4, row: 3, ["2", "B"], .loneCarriageReturn),
    Trait("tabs", "\t", width: 3, rows: 3, row: 2, ["1", "Desa A, Kec. B", "100"]),
    Trait(
      "text-after-quote", ",", width: 3, rows: 3, row: 2, ["1", "\"Dinas\" X", "100"],
      .textAfterClosingQuote),
    Trait("thin-spaces", ",", width: 2, rows: 3, row: 2, ["Aceh", "2\u{2009}691.8"]),
    Trait(
      "title-lines-above-header", ",", width: 4, rows: 12, row: 1,
      ["Judul", "Ringkasan Perubahan APBD"]),
    Trait(
      "unclosed-quote", ";", width: 3, rows: 4, row: 2, ["1", "\"Dinas X", "100"], .unclosedQuote),
    Trait(
      "unclosed-quote-last-line", ";", width: 2, rows: 3, row: 3, ["2", "\"B"], .unclosedQuote,
      .lastLineUnterminated),
    Trait(
      "unclosed-quote-then-quoted", ";", width: 3, rows: 4, row: 3, ["2", "Dinas Y", "200"],
      .unclosedQuote),
    Trait(
      "units-in-cells", ";", width: 3, rows: 3, row: 3,
      ["ATK", "3 rim x 45.000,00", "Rp. 135.000,-"]),
    Trait("us-numbers-in-quotes", ",", width: 3, rows: 4, row: 4, ["1,234,567", "", ""]),
    Trait("utf16be-mark", ";", width: 2, rows: 3, row: 3, ["2", "𝄞"], .byteOrderMark),
    Trait("utf16be-no-mark", ";", width: 2, rows: 3, row: 3, ["2", "𝄞"]),
    Trait("utf16le-mark", ";", width: 2, rows: 3, row: 2, ["1", "Café €"], .byteOrderMark),
    Trait("utf16le-no-mark", ";", width: 2, rows: 3, row: 2, ["1", "Café €"]),
    Trait("utf8-mark", ";", width: 2, rows: 3, row: 1, ["id", "nama"], .byteOrderMark),
    Trait("utf8-mark-and-quote", ";", width: 2, rows: 2, row: 1, ["id", "nama"], .byteOrderMark),
    Trait("windows-1252", ";", width: 2, rows: 4, row: 3, ["Bantul", "2010–12"], .notUTF8),
    Trait(
      "wrapped-file", ",", width: 3, rows: 3, row: 2, ["1", "Sleman, Kab.", "12"], .wrappedRecord,
      .wrappedRecord, .wrappedRecord),
    Trait(
      "wrapped-records", ";", width: 4, rows: 5, row: 3, ["4.1", "Pajak Daerah", "60", "Perda 3"],
      .wrappedRecord, .wrappedRecord),
    Trait(
      "wrapped-titles", ",", width: 4, rows: 7, row: 2, ["Daerah", "Kabupaten Sleman", "", ""],
      .wrappedRecord, .wrappedRecord, .wrappedRecord),
  ]

  @Test(arguments: traits) func readsAsItsStorySays(trait: Trait) throws {
    let file = try #require(Corpus.fixtures.first { $0.name == "\(trait.file).csv" })
    let reading = try Reading(file.bytes())
    #expect(reading.dialect.delimiter.value == trait.delimiter.utf8.first)
    #expect(reading.dialect.width == trait.width)
    #expect(reading.rows.count == trait.rows)
    #expect(reading.lineCount == trait.lines)
    #expect(reading.rows[trait.row - 1] == trait.cells)
    #expect(reading.remarks.map(\.reason.kind) == trait.kinds)
    #expect(reading.accountsForEveryLine)
  }

  @Test func everyFixtureHasATrait() {
    let told = Set(Self.traits.map { "\($0.file).csv" }).union(["empty-file.csv"])
    #expect(Set(Corpus.fixtures.map(\.name)) == told)
  }
}
