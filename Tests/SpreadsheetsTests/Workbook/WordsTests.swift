import Tabular
import Testing

@testable import Spreadsheets

@Suite("What is said about workbooks")
struct SpreadsheetWordsTests {
  static let errors: [(SpreadsheetError.Reason, String, String)] = [
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
      .cannotRead(code: 5), "berkas tidak dapat dibaca (Input/output error)",
      "the file can't be read (Input/output error)"
    ),
    (
      .empty, "berkas kosong (0 byte); minta pengirim mengirimnya lagi",
      "the file is empty (0 bytes); ask the sender to send it again"
    ),
    (
      .truncated, "berkas terpotong: akhirnya hilang; minta pengirim mengirimnya lagi",
      "the file is cut off: its end is missing; ask the sender to send it again"
    ),
    (
      .passwordProtected, "buku kerja terkunci kata sandi; buka, lalu simpan tanpa kata sandi",
      "the workbook is protected by a password; open it and save it without one"
    ),
    (
      .damaged(part: "xl/a.xml", detail: "CRC error"),
      "buku kerja rusak di bagian 'xl/a.xml' (CRC error); buka dan simpan ulang, atau minta dikirim lagi",
      "the workbook is damaged in its part 'xl/a.xml' (CRC error); open it and save it again, or ask for it again"
    ),
    (
      .missingPart("xl/a.xml"),
      "bagian 'xl/a.xml' tidak ada di dalam buku kerja; minta pengirim mengirimnya lagi",
      "the part 'xl/a.xml' is not in the workbook; ask the sender to send it again"
    ),
    (
      .noSuchSheet("Data", nearest: "Data1", known: ["Data1", "Lain"]),
      "tidak ada lembar 'Data'; mungkin maksudnya 'Data1'; lembar yang ada: 'Data1', 'Lain'",
      "there is no sheet 'Data'; perhaps 'Data1' is meant; the sheets are: 'Data1', 'Lain'"
    ),
    (
      .noSuchSheet("X", nearest: nil, known: ["A"]),
      "tidak ada lembar 'X'; lembar yang ada: 'A'", "there is no sheet 'X'; the sheets are: 'A'"
    ),
    (
      .noSheets, "buku kerja tidak memiliki lembar berisi sel; periksa berkasnya",
      "the workbook has no sheet with cells; check the file"
    ),
    (
      .notATable(sheet: "Grafik"),
      "lembar 'Grafik' berisi grafik atau lainnya, bukan sel; pilih lembar lain",
      "the sheet 'Grafik' holds a chart or the like, no cells; choose another"
    ),
    (
      .tooLarge(.unpackedRatio, allowed: 500, part: "a"),
      "bagian 'a' mengembang lebih dari 500 kali saat diekstrak, seperti bom zip; jika berkas ini memang benar, naikkan dengan limits: { unpackedRatio: … }",
      "the part 'a' unpacks to more than 500 times its size, as a zip bomb does; if the file is genuine, raise it with limits: { unpackedRatio: … }"
    ),
    (
      .tooLarge(.unpackedSize, allowed: 9, part: "a"),
      "bagian 'a' menjadi lebih dari 9 byte setelah diekstrak; jika berkas ini memang benar, naikkan dengan limits: { unpackedSize: … }",
      "the part 'a' unpacks to more than 9 bytes; if the file is genuine, raise it with limits: { unpackedSize: … }"
    ),
    (
      .foreign(.xlsb), "isinya buku kerja biner Excel (XLSB); simpan ulang sebagai .xlsx",
      "its content is a binary Excel workbook (XLSB); save it as .xlsx"
    ),
  ]

  @Test("Every error is told in both languages", arguments: errors)
  func tells(reason: SpreadsheetError.Reason, indonesian: String, english: String) {
    #expect(SpreadsheetError(reason).message == Message(indonesian: indonesian, english: english))
  }

  @Test("Every foreign file and every limit has words and a remedy of its own")
  func complete() {
    var messages = SpreadsheetError.Foreign.allCases.map { SpreadsheetError(.foreign($0)).message }
    messages += SpreadsheetError.Limit.allCases.map {
      SpreadsheetError(.tooLarge($0, allowed: 7, part: nil)).message
    }
    #expect(Set(messages.map(\.indonesian)).count == messages.count)
    #expect(Set(messages.map(\.english)).count == messages.count)
    #expect(messages.allSatisfy { $0.english.contains("; ") && $0.indonesian.contains("; ") })
  }
}
