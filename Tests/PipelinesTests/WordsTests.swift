import Rules
import Tabular
import Testing

@testable import Pipelines

/// An error and what is said about it.
struct SaidError: Sendable, CustomTestStringConvertible {
  var reason: PipelineError.Reason
  var indonesian: String
  var english: String
  var testDescription: String { english }

  init(_ reason: PipelineError.Reason, _ indonesian: String, _ english: String) {
    self.reason = reason
    self.indonesian = indonesian
    self.english = english
  }
}

@Suite struct WordsTests {
  @Test(arguments: [
    SaidError(
      .unreadable(.missing), "berkas tidak ada; periksa nama dan folder kerjanya",
      "there is no such file; check its name and the working folder"),
    SaidError(
      .unreadable(.folder),
      "ini folder, bukan berkas; sebut berkasnya, atau pola seperti folder/*.csv",
      "this is a folder, not a file; name the file, or a pattern such as folder/*.csv"),
    SaidError(
      .unreadable(.denied), "tidak boleh dibaca; periksa izin berkasnya",
      "permission denied; check the permissions of the file"),
    SaidError(
      .unreadable(.failing), "gagal dibaca oleh sistem; coba lagi atau salin ulang berkasnya",
      "the system failed to read it; try again or copy the file anew"),
    SaidError(
      .unreadable(.notAFile),
      "ini pipa atau perangkat, bukan berkas; simpan dahulu sebagai berkas",
      "this is a pipe or a device, not a file; save it as a file first"),
    SaidError(
      .unreadable(.notText), "bukan teks UTF-8; simpan ulang sebagai UTF-8",
      "not text in UTF-8; save it as UTF-8"),
    SaidError(
      .emptyFile, "berkas kosong; tulis paling sedikit pipeline, title dan resources",
      "the file is empty; write at least pipeline, title and resources"),
    SaidError(
      .notYAML("x"), "bukan YAML yang benar (x); periksa tanda kutip, titik dua dan lekukan baris",
      "not valid YAML (x); check quotes, colons and indentation"),
    SaidError(
      .badPattern("(", .syntax("expected ')'")),
      "pola '(' bukan ekspresi reguler (expected ')'); perbaiki polanya",
      "the pattern '(' is no regular expression (expected ')'); mend it"),
    SaidError(
      .badPattern("(a+)+", .repeatedRepetition),
      "pola '(a+)+' mengulang sesuatu yang hanya berisi ulangan, seperti (a+)+, dan terlalu lama dicoba; hapus salah satu ulangannya",
      "the pattern '(a+)+' repeats nothing but repetitions, as (a+)+, and takes too long to try; drop one of them"
    ),
    SaidError(
      .badPattern("a", .noGroup),
      "pola 'a' tidak memberi nama pada satu bagian pun; tulis misalnya (?<tahun>[0-9]{4})",
      "the pattern 'a' names no part; write for example (?<tahun>[0-9]{4})"),
    SaidError(
      .tooLarge(values: 9), "berkas memuat lebih dari 9 nilai; bagi menjadi beberapa pipeline",
      "the file holds more than 9 values; divide it into several pipelines"),
    SaidError(
      .repeatedKeys(["title"]), "kunci 'title' tertulis dua kali; sisakan satu",
      "the key 'title' stands twice; leave one"),
    SaidError(
      .unknownKey("titel", place: "pipeline", nearest: ["title"], known: ["title"]),
      "kunci 'titel' tidak dikenal dalam pipeline; mungkin maksudnya 'title'",
      "unknown key 'titel' in pipeline; did you mean 'title'?"),
    SaidError(
      .unknownKey("x", place: "step", nearest: [], known: ["select", "rename"]),
      "kunci 'x' tidak dikenal dalam step; yang dikenal: select, rename",
      "unknown key 'x' in step; known are: select, rename"),
    SaidError(
      .missingKey("path", place: "resource"), "kunci 'path' harus ada dalam resource",
      "the key 'path' is needed in resource"),
    SaidError(
      .wrongShape(found: .list, expected: [.text, .keys]),
      "di sini ada daftar, seharusnya teks atau kunci dengan isinya",
      "found a list, expected a text or keys with values"),
    SaidError(
      .unknownWord("err", nearest: ["error"], known: ["error"]),
      "kata 'err' tidak dikenal; mungkin maksudnya 'error'",
      "unknown word 'err'; did you mean 'error'?"),
    SaidError(
      .wrongText("1,5", expected: .number), "di sini ada '1,5', seharusnya angka seperti 12.5",
      "found '1,5', expected a number such as 12.5"),
    SaidError(
      .badName("Pria"),
      "nama 'Pria' tidak boleh dipakai; gunakan huruf kecil, angka, '_' atau '-', diawali huruf",
      "the name 'Pria' is not allowed; use lower case letters, digits, '_' or '-', with a letter first"
    ),
    SaidError(
      .badUse("x"), "'x' bukan tabel pipeline lain; tulis pipeline.tabel",
      "'x' is no table of another pipeline; write pipeline.table"),
    SaidError(
      .repeatedName(.rule, "x"), "aturan 'x' sudah ada; beri nama lain",
      "rule 'x' is there already; give it another name"),
    SaidError(
      .unknownName(.table, "opdd", nearest: ["opd"], known: ["opd"]),
      "tabel 'opdd' tidak ada; mungkin maksudnya 'opd'",
      "there is no table 'opdd'; did you mean 'opd'?"),
    SaidError(
      .repeatedPipeline("a", otherFile: "b.yaml"),
      "pipeline 'a' sudah ada di b.yaml; beri nama lain",
      "the pipeline 'a' stands in b.yaml already; give it another name"),
    SaidError(
      .cycle(["a", "b", "a"]), "saling menunggu: a → b → a; hapus salah satu hubungan itu",
      "these wait for each other: a → b → a; remove one of the links"),
    SaidError(
      .unknownName(.source, "opd.dftar", nearest: ["opd.daftar"], known: ["opd.daftar"]),
      "resource atau daftar dari berkas 'opd.dftar' tidak ada; mungkin maksudnya 'opd.daftar'",
      "there is no resource or list from a file 'opd.dftar'; did you mean 'opd.daftar'?"),
    SaidError(
      .openParameter,
      "'${' tidak diikuti nama parameter dan '}'; tanda itu sendiri ditulis '$${'",
      "no name of a parameter and '}' follow '${'; for the sign itself write '$${'"),
    SaidError(
      .parameterInSentence,
      "dalam aturan dan syarat, parameter ditulis dengan namanya saja, tanpa '${' dan '}'",
      "rules and conditions name a parameter without '${' and '}'"),
    SaidError(
      .longTexts(limit: 9),
      "isi parameter membuat teks lebih panjang dari 9 byte; persingkat isinya",
      "parameters make texts of more than 9 bytes; shorten them"),
    SaidError(
      .onlyTogether(["from", "above"]), "pakai salah satu saja dari 'from', 'above'",
      "use exactly one of 'from', 'above'"),
    SaidError(
      .sharedSpelling("Kominfo", ["A", "B"]),
      "ejaan 'Kominfo' dipakai untuk dua kode, 'A', 'B'; hapus salah satu",
      "the spelling 'Kominfo' stands for two codes, 'A', 'B'; remove one"),
    SaidError(
      .joinByNames(["kode", "nama"]),
      "'names' perlu satu kunci berjenis teks, padahal 'on' menyebut 'kode', 'nama'",
      "'names' needs one key of type text, but 'on' names 'kode', 'nama'"),
    SaidError(
      .stepTooLate("split", after: "filter"), "langkah 'split' harus berada sebelum 'filter'",
      "the step 'split' must stand before 'filter'"),
    SaidError(
      .headerNeedsUnpivot,
      "'header' memerlukan langkah 'unpivot', sebab label kolomnya menjadi isi kolom",
      "'header' needs a step 'unpivot', because its labels become values"),
    SaidError(
      .lostField("a", nearest: [], known: []), "field 'a' tidak ada lagi setelah semua langkah",
      "the field 'a' is not there after all steps"),
    SaidError(
      .ruleOfOtherTable("r", table: "a", dataset: "b"),
      "aturan 'r' memeriksa tabel 'a', bukan catatan tabel 'b'; hapus dari withhold",
      "the rule 'r' checks the table 'a', not the records of 'b'; take it out of withhold"),
    SaidError(
      .noFields, "fields kosong; tulis paling sedikit satu field",
      "fields is empty; write at least one field"),
    SaidError(
      .wrongCount(found: 1, expected: 2), "di sini ada 1 nama, seharusnya 2",
      "found 1 names, expected 2"),
    SaidError(
      .noFileMatches("a/*.csv"),
      "tidak ada berkas yang cocok dengan 'a/*.csv'; periksa path dan folder kerja",
      "no file matches 'a/*.csv'; check the path and the working folder"),
    SaidError(
      .missingColumn("Kod", resource: "a.csv", nearest: ["Kode"], known: ["Kode"]),
      "kolom 'Kod' tidak ada di a.csv; mungkin maksudnya 'Kode'",
      "a.csv has no column 'Kod'; did you mean 'Kode'?"),
    SaidError(
      .rangeOfText("a.csv"), "a.csv bukan buku kerja; hapus 'range'",
      "a.csv is no workbook; take out 'range'"),
    SaidError(
      .unknownSheet("Penunjng", path: "a.xlsx", nearest: ["Penunjang"], known: ["Penunjang"]),
      "lembar 'Penunjng' tidak ada di a.xlsx; mungkin maksudnya 'Penunjang'",
      "a.xlsx has no sheet 'Penunjng'; did you mean 'Penunjang'?"),
    SaidError(
      .unclearSheet(path: "a.xlsx", candidates: ["A", "B"], fit: true),
      "kolom yang dideklarasikan ada di beberapa lembar a.xlsx: 'A', 'B'; sebut satu atau semuanya dengan 'sheet'",
      "the declared columns stand in several sheets of a.xlsx: 'A', 'B'; name one or all of them with 'sheet'"
    ),
    SaidError(
      .unclearSheet(path: "a.xlsx", candidates: ["A", "B"], fit: false),
      "tidak ada lembar di a.xlsx yang memuat semua kolom yang dideklarasikan; lembarnya: 'A', 'B'; sebut lembarnya dengan 'sheet'",
      "no sheet of a.xlsx has all declared columns; its sheets: 'A', 'B'; name the sheet with 'sheet'"
    ),
    SaidError(
      .ambiguousColumn("Pria", resource: "a.csv", labels: ["0-4 / Pria", "5-9 / Pria"]),
      "kolom 'Pria' ada 2 di a.csv: '0-4 / Pria', '5-9 / Pria'; sebut label lengkapnya",
      "a.csv has 2 columns 'Pria': '0-4 / Pria', '5-9 / Pria'; name the whole label"),
    SaidError(
      .unknownPivotText("Laki", column: "ukuran", nearest: [], known: ["pria"]),
      "isi 'Laki' pada kolom 'ukuran' tidak punya tujuan di pivot; yang dikenal: pria; tulis '~' bila memang dibuang",
      "pivot has no column for 'Laki' in 'ukuran'; known are: pria; write '~' to leave it out"),
    SaidError(
      .missingHeader(resource: "a.csv", rows: 2, found: 1),
      "judul kolom di a.csv terdiri dari 1 baris, sedangkan 'header' menyebut 2",
      "the header of a.csv has 1 rows, but 'header' names 2"),
    SaidError(
      .ambiguousJoin(table: "luas", key: "33.04"),
      "kunci '33.04' ada lebih dari sekali di tabel 'luas'; join memerlukan kunci yang tunggal",
      "the key '33.04' stands more than once in the table 'luas'; join needs a unique key"),
    SaidError(
      .waitsFor(pipeline: "a"),
      "memakai tabel dari pipeline 'a' yang tidak selesai; perbaiki pipeline itu dahulu",
      "uses a table of the pipeline 'a', which was not completed; mend that one first"),
    SaidError(
      .reading(Message(indonesian: "kosong", english: "empty")), "kosong", "empty"),
  ])
  func saysWhatIsWrongInBothLanguages(_ said: SaidError) {
    let message = PipelineError(said.reason, file: "a.yaml", line: 3, column: 7).message
    #expect(message.indonesian == "a.yaml:3:7: " + said.indonesian)
    #expect(message.english == "a.yaml:3:7: " + said.english)
  }

  @Test func placesAreToldAsFarAsTheyAreKnown() {
    #expect(FilePlace(file: "a").description == "a")
    #expect(FilePlace(file: "a", line: 2).description == "a:2")
    #expect(FilePlace(file: "a", line: 2, column: 5).description == "a:2:5")
  }
}
