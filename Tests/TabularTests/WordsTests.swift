import Glibc
import Numerals
import Testing

@testable import Tabular

@Suite("Words")
struct WordsTests {
  @Test(
    "Errors",
    arguments: [
      (
        .spillNotOpened(folder: "/x", errno: ENOENT),
        "berkas sementara tidak bisa dibuat di '/x': foldernya tidak ada",
        "no temporary file can be made in '/x': there is no such folder"
      ),
      (
        .spillNotWritten(folder: "/x", errno: ENOSPC),
        "berkas sementara di '/x' tidak bisa ditulis: media penyimpanan penuh",
        "the temporary file in '/x' can't be written: the disk is full"
      ),
      (
        .spillNotWritten(folder: "/x", errno: EDQUOT),
        "berkas sementara di '/x' tidak bisa ditulis: kuota penyimpanan habis",
        "the temporary file in '/x' can't be written: the disk quota is used up"
      ),
      (
        .spillNotOpened(folder: "/x", errno: EACCES),
        "berkas sementara tidak bisa dibuat di '/x': tidak ada izin menulis",
        "no temporary file can be made in '/x': writing is not permitted"
      ),
      (
        .spillNotRead(folder: "/x", errno: 0),
        "berkas sementara di '/x' tidak bisa dibaca kembali: isinya terpotong",
        "the temporary file in '/x' can't be read back: its end is missing"
      ),
      (
        .spillNotRead(folder: "/x", errno: EIO),
        "berkas sementara di '/x' tidak bisa dibaca kembali: galat sistem 5",
        "the temporary file in '/x' can't be read back: system error 5"
      ),
      (
        .noRows, "tidak ada baris yang berisi; periksa berkasnya",
        "no row holds anything; check the file"
      ),
      (
        .missingField(field: "nama", label: "Nama", nearest: "Nma", column: 2),
        "judul kolom 'Nama' untuk 'nama' tidak ditemukan; yang paling mirip 'Nma' di kolom ke-2; betulkan berkas atau 'label'",
        "no column is labelled 'Nama' for 'nama'; the nearest is 'Nma', column 2; correct the file or 'label'"
      ),
      (
        .missingField(field: "nama", label: "Nama", nearest: nil, column: nil),
        "judul kolom 'Nama' untuk 'nama' tidak ditemukan; tidak ada kolom yang berjudul, periksa 'headerRows'",
        "no column is labelled 'Nama' for 'nama'; no column has a name, check 'headerRows'"
      ),
      (
        .duplicateLabel(
          field: "x", label: "Jumlah", columns: [2, 5], labels: ["Jumlah", "Jumlah"]),
        "judul kolom 'Jumlah' untuk 'x' dipakai 2 kolom (ke-2, 5); tulis misalnya 'Jumlah#1'",
        "2 columns (2, 5) are labelled 'Jumlah' for 'x'; write 'Jumlah#1', for one"
      ),
      (
        .duplicateLabel(
          field: "x", label: "Pria", columns: [2, 5], labels: ["0-4 / Pria", "5-9 / Pria"]),
        "judul kolom 'Pria' untuk 'x' dipakai 2 kolom (ke-2, 5); tulis misalnya '0-4 / Pria'",
        "2 columns (2, 5) are labelled 'Pria' for 'x'; write '0-4 / Pria', for one"
      ),
      (
        .columnBeyondEnd(field: "x", number: 9, columns: 7),
        "kolom 'x' ditetapkan sebagai kolom ke-9, padahal hanya ada 7 kolom",
        "'x' is declared as column 9, but there are only 7"
      ),
      (
        .headerRowsMissing([3, 4]),
        "baris judul kolom 3, 4 tidak ada di antara baris-baris pertama; perbaiki 'headerRows'",
        "the header rows 3, 4 are not among the first rows; correct 'headerRows'"
      ),
      (
        .badPattern(field: "x", pattern: "("),
        "pola '(' untuk kolom 'x' tidak bisa dipakai; periksa penulisannya",
        "the pattern '(' of 'x' can't be used; check how it is written"
      ),
      (
        .severalTables([.init(range: "A1:C4", title: "Pagu"), .init(range: "E1:F9", title: nil)]),
        "ada 2 tabel yang sama cocoknya di lembar ini: A1:C4 ('Pagu'), E1:F9; pilih satu, misalnya 'range: A1:C4'",
        "2 tables of this sheet fit equally well: A1:C4 ('Pagu'), E1:F9; choose one, as 'range: A1:C4'"
      ),
    ] as [(TabularError.Reason, String, String)])
  func errors(reason: TabularError.Reason, indonesian: String, english: String) {
    #expect(TabularError(reason).message == Message(indonesian: indonesian, english: english))
  }

  @Test(
    "Faults of cells",
    arguments: [
      (
        .numeral(.doubledMark, nearest: ["12.821"]),
        "'x' di kolom 'f' bukan angka yang sah: dua tanda baca berurutan; mungkin maksudnya 12.821",
        "'x' in 'f' is no well-formed number: two marks follow each other; perhaps 12.821 was meant"
      ),
      (
        .numeral(.noDigits, nearest: []),
        "'x' di kolom 'f' bukan angka yang sah: tidak memuat angka",
        "'x' in 'f' is no well-formed number: it holds no digits"
      ),
      (
        .numeralForm(nearest: "3.637"),
        "'x' di kolom 'f' bukan angka yang sah: tidak ditulis menurut pola kolom ini; mungkin maksudnya 3.637",
        "'x' in 'f' is no well-formed number: it is not written in the form of its field; perhaps 3.637 was meant"
      ),
      (
        .ambiguousNumeral(["5015", "5.015"]),
        "'x' di kolom 'f' bisa berarti 5015 atau 5,015; pakai type 'count' atau 'amount' bila bilangan bulat, atau tetapkan 'decimalChar'",
        "'x' in 'f' may mean 5015 or 5.015; use the type 'count' or 'amount' for whole numbers, or declare 'decimalChar'"
      ),
      (
        .codeWithExponent,
        "'x' di kolom 'f' bukan kode: notasi ilmiah, sebagian angkanya sudah hilang; ambil kodenya dari berkas asal",
        "'x' in 'f' is no code but an exponent, in which digits were lost; take the code from the original file"
      ),
      (
        .spreadsheetError, "'x' di kolom 'f' adalah pesan galat lembar kerja, bukan nilai",
        "'x' in 'f' is an error of the spreadsheet, not a value"
      ),
      (
        .formulaWithoutResult,
        "rumus 'x' di kolom 'f' tersimpan tanpa hasil; buka dan simpan lagi berkasnya dengan program lembar kerja",
        "the formula 'x' in 'f' is stored without its result; open and save the file in a spreadsheet program"
      ),
      (.required, "kolom 'f' wajib diisi tetapi kosong", "'f' is required but empty"),
      (
        .belowMinimum(.zero, value: ExactDecimal(mantissa: -54)),
        "-54 di kolom 'f' kurang dari batas terkecil 0", "-54 in 'f' is below the minimum 0"
      ),
      (
        .aboveMaximum(ExactDecimal(mantissa: 5), value: ExactDecimal(mantissa: 54, scale: 1)),
        "5,4 di kolom 'f' melebihi batas terbesar 5", "5.4 in 'f' is above the maximum 5"
      ),
      (
        .notListed(nearest: "Baik"),
        "'x' tidak termasuk nilai yang diizinkan untuk kolom 'f'; yang paling mirip 'Baik'",
        "'x' is not an allowed value of 'f'; the nearest is 'Baik'"
      ),
      (
        .pattern("a+"), "'x' di kolom 'f' tidak sesuai pola 'a+'",
        "'x' in 'f' does not match the pattern 'a+'"
      ),
      (.date, "'x' di kolom 'f' bukan tanggal yang sah", "'x' in 'f' is no valid date"),
      (
        .ambiguousDate(["2023-02-01", "2023-01-02"]),
        "'x' di kolom 'f' bisa berarti 2023-02-01 atau 2023-01-02; tetapkan urutan hari dan bulannya",
        "'x' in 'f' may mean 2023-02-01 or 2023-01-02; declare the order of day and month"
      ),
      (
        .period, "'x' di kolom 'f' bukan tahun, semester, triwulan, atau bulan",
        "'x' in 'f' is no year, semester, quarter or month"
      ),
      (.boolean, "'x' di kolom 'f' bukan ya atau tidak", "'x' in 'f' is neither yes nor no"),
    ] as [(CellFault.Reason, String, String)])
  func faults(reason: CellFault.Reason, indonesian: String, english: String) {
    let fault = CellFault(field: 0, row: 0, raw: "x", reason: reason)
    let told = DecodingWords.sentence(fault, field: "f")
    #expect(told == Message(indonesian: indonesian, english: english))
  }

  @Test(
    "Faults of numerals",
    arguments: [
      (.patternMismatch, "tidak sesuai pola yang ditetapkan", "it lacks the declared form"),
      (
        .unexpectedText("ab"), "teks 'ab' bukan bagian angka",
        "the text 'ab' is no part of a number"
      ),
      (
        .letterForDigit("O"), "huruf 'O' berdiri di tempat angka",
        "the letter 'O' stands for a digit"
      ),
      (
        .scientific, "notasi ilmiah, sebagian angkanya sudah hilang",
        "scientific notation has lost digits"
      ),
      (.leadingMark, "diawali tanda baca", "it begins with a mark"),
      (.trailingMark, "diakhiri tanda baca", "it ends with a mark"),
      (.strayBlank, "ada spasi di tengah angka", "a blank stands within it"),
      (
        .groupLength(2), "ada kelompok ribuan dengan 2 angka, seharusnya tiga",
        "a group has 2 digits instead of three"
      ),
      (
        .leadingZero, "berkelompok ribuan tetapi diawali nol",
        "it is grouped but begins with a zero"
      ),
      (.twoDecimalMarks, "dua tanda desimal", "it has two decimal marks"),
      (
        .groupAfterDecimal, "tanda ribuan sesudah tanda desimal",
        "a group mark follows the decimal mark"
      ),
      (
        .otherConvention(.english), "ditulis cara Inggris, sedangkan kolom ini cara Indonesia",
        "it is written the English way in an Indonesian column"
      ),
      (
        .otherConvention(.indonesian), "ditulis cara Indonesia, sedangkan kolom ini cara Inggris",
        "it is written the Indonesian way in an English column"
      ),
      (
        .fraction, "berpecahan, padahal kolom ini bilangan bulat",
        "it has decimals in a whole field"
      ),
      (.overflow, "lebih dari 38 angka", "it has more than 38 digits"),
      (.doubleSign, "tanda minus atau kurung ganda", "it has two signs"),
      (.misplacedSign, "tanda minus di belakang angka", "its sign stands behind it"),
      (.unbalancedParentheses, "kurung tanpa pasangan", "a parenthesis lacks its partner"),
    ] as [(NumeralFault, String, String)])
  func numerals(fault: NumeralFault, indonesian: String, english: String) {
    #expect(NumeralFaultWords.phrase(fault) == Message(indonesian: indonesian, english: english))
  }

  @Test("Notes about columns and records")
  func columns() {
    let tally = ConventionEvidence.Tally(count: 2, example: "1,5")
    let told: [(Message, String, String)] = [
      (
        ReadingWords.mixed(field: "f", indonesian: tally, english: .init(count: 1, example: "1.5")),
        "dua cara menulis angka di kolom 'f': 2 cara Indonesia ('1,5') dan 1 cara Inggris ('1.5')",
        "two ways of writing numbers in 'f': 2 Indonesian ('1,5') and 1 English ('1.5')"
      ),
      (
        ReadingWords.alike(field: "f", "A B", "AB"),
        "kolom 'f' memuat 'AB' dan 'A B', yang hanya berbeda spasi atau huruf besar",
        "'f' holds 'AB' and 'A B', which differ only in blanks or case"
      ),
      (
        ReadingWords.blanked(field: "f", count: 3),
        "3 sel kolom 'f' berspasi di tepi; spasinya diabaikan",
        "3 cells of 'f' have outer blanks, which were ignored"
      ),
      (
        ReadingWords.unnamed(column: 4), "kolom ke-4 tidak bernama tetapi berisi nilai",
        "column 4 has no name but holds values"
      ),
      (
        ReadingWords.unnamed(letters: "AA"), "kolom AA tidak bernama tetapi berisi nilai",
        "column AA has no name but holds values"
      ),
      (
        ReadingWords.textNumbers(field: "f", count: 2, numbers: 9, example: "3.535.992"),
        "angka tersimpan sebagai teks: 2 sel di kolom 'f', misalnya '3.535.992', di samping 9 sel angka",
        "numbers stored as text: 2 cells of 'f', as '3.535.992', beside 9 cells with numbers"
      ),
      (
        ReadingWords.mergedNumbers(field: "f", count: 2, example: "100"),
        "sel angka di kolom 'f' digabung melintasi beberapa baris, misalnya '100'; angkanya berlaku untuk 2 baris di bawahnya juga, dan ikut terjumlah di setiap baris",
        "cells with numbers in 'f' are merged over several rows, as '100'; the number holds for 2 more rows and counts once a row in sums"
      ),
      (
        ReadingWords.stray("0"), "'0' berdiri sendiri di luar tabel; sel ini tidak dipakai",
        "'0' stands alone outside the table and was not used"
      ),
      (
        ReadingWords.beyond(count: 3, example: "cek"),
        "3 sel di sebelah kanan tabel tidak dipakai, yang pertama 'cek'",
        "3 cells to the right of the table were not used, the first is 'cek'"
      ),
      (
        ReadingWords.wrongWidth(cells: 6, expected: 5),
        "baris ini memuat 6 sel, seharusnya 5; baris tidak dipakai",
        "this record has 6 cells instead of 5 and was not used"
      ),
      (
        ReadingWords.short(count: 2, expected: 5),
        "2 baris memuat kurang dari 5 sel; sel yang kurang di ujung dianggap kosong",
        "2 records have fewer than 5 cells; the missing ones count as empty"
      ),
      (
        ReadingWords.more(field: "f", count: 9),
        "masih ada 9 temuan sejenis di kolom 'f' yang tidak dirinci",
        "9 more findings of this kind in 'f' are not listed"
      ),
      (
        ReadingWords.remark(.caretForComma, field: "f", count: 2, example: "1^5"),
        "tanda '^' dipakai sebagai koma 2 kali di kolom 'f', misalnya '1^5'",
        "'^' stands for a comma 2 times in 'f', as '1^5'"
      ),
    ]
    for (message, indonesian, english) in told {
      #expect(message == Message(indonesian: indonesian, english: english))
    }
  }

  @Test("What settings rest on")
  func bases() {
    let told: [(Message, String, String)] = [
      (
        LayoutWords.headerByLabels(matches: 3, of: 4),
        "3 dari 4 label kolom yang dideklarasikan ada di sini",
        "3 of 4 declared labels stand here"
      ),
      (
        LayoutWords.headerByShape(labels: 4, hasNumbersBelow: true),
        "4 label tanpa angka, di atas baris pertama yang berisi angka",
        "4 labels without numbers, above the first row that holds numbers"
      ),
      (
        LayoutWords.headerByShape(labels: 2, hasNumbersBelow: false),
        "baris pertama yang terisi lengkap (2 sel)",
        "the first row that is filled throughout (2 cells)"
      ),
      (
        LayoutWords.noHeader, "baris pertama yang terisi sudah memuat angka",
        "the first filled row already holds numbers"
      ),
      (
        LayoutWords.repeated(line: 8, count: 6),
        "judul kolom berulang 6 kali, yang kedua di baris 8",
        "the header stands 6 times, the second time in line 8"
      ),
      (
        LayoutWords.beside(count: 2), "judul kolom yang sama berdiri 2 kali berdampingan",
        "the same labels stand 2 times beside each other"
      ),
      (
        ConventionWords.noMarks, "tidak ada angka bertanda titik atau koma",
        "no number has a mark"
      ),
      (
        ConventionWords.stored, "tersimpan sebagai angka di lembar kerja",
        "stored as numbers in the workbook"
      ),
      (
        ConventionWords.type("5.015"), "'5.015' hanya bisa bilangan bulat menurut jenis kolomnya",
        "'5.015' can only be whole by the type of its field"
      ),
      (
        ConventionWords.values(9, "1,5", 1, "1.5"),
        "9 nilai menunjukkannya, misalnya '1,5', 1 sebaliknya ('1.5')",
        "9 values show it, as '1,5', 1 speak against it ('1.5')"
      ),
      (
        InferenceWords.asNeighbours("3,128"),
        "'3,128' bisa dibaca dua cara; dibaca seperti kolom-kolom lain",
        "'3,128' can be read both ways; read as the other columns are"
      ),
      (
        InferenceWords.numbers(3, of: 4), "3 dari 4 nilai berupa angka", "3 of 4 values are numbers"
      ),
      (InferenceWords.empty, "tidak ada nilai", "there are no values"),
      (InferenceWords.text, "nilainya berupa teks", "the values are text"),
      (InferenceWords.date, "semua nilai adalah tanggal", "all values are dates"),
      (InferenceWords.boolean, "hanya ada ya dan tidak", "there are only yes and no"),
      (
        InferenceWords.period, "semua nilai adalah tahun, semester, triwulan, atau bulan",
        "all values are years, semesters, quarters or months"
      ),
      (
        InferenceWords.code,
        "angka yang berfungsi sebagai kode: bernol di depan, bertingkat, atau disebut kode",
        "digits that serve as codes: leading zeros, levels, or called so"
      ),
    ]
    for (message, indonesian, english) in told {
      #expect(message == Message(indonesian: indonesian, english: english))
    }
  }
}
