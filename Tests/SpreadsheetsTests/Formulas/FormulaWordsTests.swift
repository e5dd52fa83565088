import Tabular
import Testing

@testable import Spreadsheets

@Suite("The words on formulas")
struct FormulaWordsTests {
  static let table: [(String, String, String)] = [
    (
      "1000\n2000\n70726900\n=SUM(A1:A2) 3000",
      "A4 = SUM(A1:A2) berhenti satu baris terlalu awal: A3 (70.726.900) tidak ikut dijumlahkan; seharusnya SUM(A1:A3) = 70.729.900",
      "A4 = SUM(A1:A2) stops one row too early: A3 (70,726,900) is not added up; it should be SUM(A1:A3) = 70,729,900"
    ),
    (
      "x\n100.5\n2500\n3000\n=SUM(A3:A4) 5500",
      "A5 = SUM(A3:A4) mulai satu baris terlalu akhir: A2 (100,5) tidak ikut dijumlahkan; seharusnya SUM(A2:A4) = 5.600,5",
      "A5 = SUM(A3:A4) begins one row too late: A2 (100.5) is not added up; it should be SUM(A2:A4) = 5,600.5"
    ),
    (
      "10\n20\n35\n40\n=A1+A2+A4 70",
      "A5 = A1+A2+A4 melewati satu baris di tengahnya: A3 (35) tidak ikut dijumlahkan; seharusnya SUM(A1:A4) = 105",
      "A5 = A1+A2+A4 skips one row in the middle: A3 (35) is not added up; it should be SUM(A1:A4) = 105"
    ),
    (
      "10|10\n20|20\n35|35\n45|45\n=SUM(A1:A4) 110|=SUM(B1:B2) 30",
      "B5 = SUM(B1:B2) berhenti 2 baris terlalu awal: B3 (35), B4 (45) tidak ikut dijumlahkan; seharusnya SUM(B1:B4) = 110",
      "B5 = SUM(B1:B2) stops 2 rows too early: B3 (35), B4 (45) are not added up; it should be SUM(B1:B4) = 110"
    ),
    (
      "1|2|3|=SUM(A1:C1) 6\n1|2|4|=SUM(A2:B2) 3\n1|2|5|=SUM(A3:C3) 8",
      "D2 = SUM(A2:B2) berhenti satu kolom terlalu awal: C2 (4) tidak ikut dijumlahkan; seharusnya SUM(A2:C2) seperti di D1 = 7",
      "D2 = SUM(A2:B2) stops one column too early: C2 (4) is not added up; it should be SUM(A2:C2) as in D1 = 7"
    ),
    (
      "2|10|=A1*B1 20\n3|10|1035\n4|10|=A3*B3 40",
      "C2 berisi angka ketikan 1.035, padahal C1 dan C3 berisi rumus yang sama; rumus A2*B2 menghasilkan 30",
      "C2 holds the typed number 1,035, but C1 and C3 hold the same formula; the formula A2*B2 gives 30"
    ),
    (
      "2|10|=A1*B1 20\n3|10|30\n4|10|=A3*B3 40",
      "C2 berisi angka ketikan 30, padahal C1 dan C3 berisi rumus yang sama; rumus A2*B2 menghasilkan angka yang sama, tetapi angka yang diketik tidak ikut berubah bila rinciannya berubah",
      "C2 holds the typed number 30, but C1 and C3 hold the same formula; the formula A2*B2 gives the same, but a typed number does not follow its parts"
    ),
    (
      "1|=TAHUN(A1) 1\n2|7\n3|=TAHUN(A3) 3",
      "B2 berisi angka ketikan 7, padahal B1 dan B3 berisi rumus yang sama; hasil rumus TAHUN(A2) tidak dapat dihitung di sini",
      "B2 holds the typed number 7, but B1 and B3 hold the same formula; what the formula TAHUN(A2) gives can't be calculated here"
    ),
    (
      "1000|250|=A1-B1 -750",
      "C1 menyimpan -750, padahal A1-B1 menghasilkan 750 (selisih -1.500); buka berkasnya, hitung ulang, lalu simpan",
      "C1 stores -750, but A1-B1 gives 750 (difference -1,500); open the file, calculate again, and save"
    ),
    (
      "10|=A1*2 0\n20|=A2*2 0\n30|=A3*2 0",
      "semua rumus lembar 'Lembar1' menyimpan 0, padahal 3 di antaranya bukan nol, misalnya B1 = A1*2 menghasilkan 20; berkas ini belum pernah dihitung: buka dengan program lembar kerja, lalu simpan",
      "all formulas of sheet 'Lembar1' store 0, but 3 of them give another value, as B1 = A1*2, which gives 20; the file was never calculated: open it in a spreadsheet program and save it"
    ),
  ]

  @Test("Every sentence in both languages", arguments: table)
  func words(table: String, indonesian: String, english: String) throws {
    let audit = try FakeWorkbook([FakeSheet(table)]).audit()
    #expect(audit.remarks.map(\.message) == [Message(indonesian: indonesian, english: english)])
  }
}
