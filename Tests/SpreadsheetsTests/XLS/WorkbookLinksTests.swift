import Testing

@testable import Spreadsheets

@Suite("What XLS formulas refer to")
struct WorkbookLinksTests {
  @Test(
    "Names of sheets stand in quotes where they are more than a word",
    arguments: [
      ("Penunjang", "Penunjang!"), ("Rekap Program", "'Rekap Program'!"), ("2014", "'2014'!"),
      ("Nama's", "'Nama''s'!"), ("A1", "'A1'!"), ("XFD12", "'XFD12'!"), ("R1C1", "'R1C1'!"),
      ("RC", "'RC'!"), ("r", "'r'!"), ("Data_1.b", "Data_1.b!"), ("Tabel1", "Tabel1!"),
      ("A-B", "'A-B'!"), ("Größe", "Größe!"), ("工作表1", "工作表1!"), ("RKA", "RKA!"), ("", "''!"),
    ])
  func quotes(_ name: String, _ prefix: String) {
    #expect(WorkbookLinks(ownSheets: [name]).ownPrefix(0, 0) == prefix)
  }

  @Test("Several sheets, deleted sheets, other workbooks and names")
  func elsewhere() {
    let links = WorkbookLinks(
      ownSheets: ["Satu", "Dua", "Tiga T"], names: ["jumlah", "_xlfn.IFERROR", "_xlfn.STDEV.S"],
      books: [
        .init(kind: .own), .init(kind: .other("C:\\data\\[APBD.xls]"), sheets: ["Belanja"]),
        .init(kind: .addIn, names: ["EDATE"]), .init(kind: .unknown),
      ],
      sheetRanges: [
        .init(book: 0, first: 0, last: 1), .init(book: 0, first: 0, last: 2),
        .init(book: 0, first: 0xFFFF, last: 0xFFFF), .init(book: 1, first: 0, last: 0),
        .init(book: 1, first: 7, last: 7), .init(book: 2, first: 0, last: 0),
        .init(book: 3, first: 0, last: 0), .init(book: 9, first: 0, last: 0),
        .init(book: 0, first: 3, last: 3),
      ])
    #expect(links.prefix(0) == "Satu:Dua!")
    #expect(links.prefix(1) == "'Satu:Tiga T'!")
    #expect(links.prefix(2) == "#REF!")
    #expect(links.prefix(3) == "'C:\\data\\[APBD.xls]Belanja'!")
    for number in 4...9 { #expect(links.prefix(number) == nil) }
    #expect(links.name(1) == "jumlah")
    #expect(links.name(2) == "IFERROR")
    #expect(links.name(3) == "_xlfn.STDEV.S")
    #expect(links.name(0) == nil && links.name(4) == nil)
    #expect(links.name(1, ofBook: 2) == "EDATE")
    #expect(links.name(1, ofBook: 0) == "jumlah")
  }
}
