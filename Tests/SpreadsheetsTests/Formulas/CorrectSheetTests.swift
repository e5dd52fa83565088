import Tabular
import Testing

@testable import Spreadsheets

@Suite("Formulas of sheets that are right")
struct CorrectSheetTests {
  static let tables: [(String, String)] = [
    (
      "subtotals within a total",
      """
      Uraian|Jumlah
      Pegawai|
      Gaji|10
      Tunjangan|20
      Jumlah Pegawai|=SUM(B3:B4) 30
      Barang|
      Kertas|5
      Tinta|7
      Jumlah Barang|=SUM(B7:B8) 12
      Jumlah|=B5+B9 42
      """
    ),
    (
      "subtotals above their parts, some items without parts",
      """
      Kode|Uraian|Jumlah
      5|Belanja|=C3+C6+C7 165
      5.1|Pegawai|=SUM(C4:C5) 30
      5.1.1|Gaji|10
      5.1.2|Tunjangan|20
      5.2|Lain-lain|100
      5.3|Barang|=SUM(C8:C9) 35
      5.3.1|Kertas|15
      5.3.2|Tinta|20
      """
    ),
    (
      "a SUM of subtotals skips the parts",
      """
      Uraian|Jumlah
      Pegawai|30
      Gaji|10
      Tunjangan|20
      Barang|12
      Kertas|5
      Tinta|7
      Jumlah|=SUM(B2,B5) 42
      """
    ),
    (
      "a typed parent with one child",
      """
      Uraian|Jumlah
      Pegawai|100
      Gaji|100
      Barang|50
      Modal|30
      Hibah|10
      Jumlah|=B2+B4+B5+B6 190
      """
    ),
    (
      "a part of a row is told below it",
      """
      Uraian|Orang
      Dewasa|100
      Anak|40
      di antaranya balita|15
      Lansia|30
      Lainnya|5
      Jumlah|=B2+B3+B5+B6 175
      """
    ),
    (
      "percent columns and a growth row",
      """
      Uraian|Pagu|Realisasi|%
      A|200|100|=C2/B2*100 50
      B|300|100|=C3/B3*100 33.3333333333333
      C|500|250|=C4/B4*100 50
      Jumlah|=SUM(B2:B4) 1000|=SUM(C2:C4) 450|=C5/B5*100 45
      """
    ),
    (
      "amounts and shares turn by turn",
      """
      Uraian|2021|%|2022|%
      A|10|=B2/$B$4 0.25|20|=D2/$D$4 0.4
      B|30|=B3/$B$4 0.75|30|=D3/$D$4 0.6
      Jumlah|=SUM(B2:B3) 40|=SUM(C2:C3) 1|=SUM(D2:D3) 50|=SUM(E2:E3) 1
      """
    ),
    (
      "years as headers over the numbers",
      """
      Uraian|2021|2022
      A|10|20
      B|30|30
      Jumlah|=SUM(B2:B3) 40|=SUM(C2:C3) 50
      """
    ),
    (
      "a row of column numbers over the numbers",
      """
      No|Uraian|L|P
      1|2|3|4
      1|A|10|20
      2|B|30|30
      |Jumlah|=SUM(C3:C4) 40|=SUM(D3:D4) 50
      """
    ),
    (
      "a typed national figure over the provinces",
      """
      Wilayah|Penduduk
      Indonesia|100
      Aceh|30
      Bali|30
      Banten|40
      Jumlah|=SUM(B3:B5) 100
      """
    ),
    (
      "running numbers that begin anew",
      """
      1|Pegawai|10
      =A1+1 2|Barang|20
      =A2+1 3|Modal|30
      1|Aceh|10
      =A4+1 2|Bali|20
      =A5+1 3|Banten|30
      """
    ),
    (
      "a running balance",
      """
      Tanggal|Masuk|Keluar|Saldo
      1 Jan|||100
      2 Jan|10|5|=D2+B3-C3 105
      3 Jan|10|5|=D3+B4-C4 110
      """
    ),
    (
      "each parent has one child",
      """
      Belanja|=B2 100
      Pegawai|100
      Modal|=B4 50
      Tanah|50
      """
    ),
    (
      "lump sums between volume and price",
      """
      Uraian|Volume|Harga|Jumlah
      Kertas|2|10|=B2*C2 20
      Jasa|||500
      Tinta|3|10|=B4*C4 30
      """
    ),
    (
      "a surplus of typed figures and a total above",
      """
      Pendapatan|=SUM(B2:B4) 60
      Pajak|10
      Retribusi|20
      Lain|30
      Belanja|55
      Surplus|=B1-B5 5
      """
    ),
    (
      "two blocks below each other",
      """
      A|10
      B|20
      Jumlah|=SUM(B1:B2) 30
      |
      C|5
      D|6
      Jumlah|=SUM(B5:B6) 11
      """
    ),
    (
      "two blocks beside each other",
      """
      A|10||C|5
      B|20||D|6
      Jumlah|=SUM(B1:B2) 30||E|7
      |||Jumlah|=SUM(E1:E3) 18
      """
    ),
    (
      "area, men and women, and only the people are added up",
      """
      Kecamatan|Luas|L|P|Jumlah
      A|12.5|10|20|=C2+D2 30
      B|13.5|30|30|=C3+D3 60
      C|14.5|40|30|=C4+D4 70
      """
    ),
    (
      "a rate between the sum and the result",
      """
      A|10
      B|20
      Jumlah|=SUM(B1:B2) 30
      PPN|0.11
      Bayar|=B3*(1+B4) 33.3
      """
    ),
    (
      "quarters of a column",
      """
      Jan|10||TW I|=SUM(B1:B3) 60
      Feb|20||TW II|=SUM(B4:B6) 150
      Mar|30||Jumlah|=E1+E2 210
      Apr|40
      Mei|50
      Jun|60
      """
    ),
    (
      "typed averages and totals",
      """
      A|10
      B|20
      C|30
      Rata-rata|20
      Jumlah|=SUM(B1:B3) 60
      """
    ),
    (
      "a budget ceiling over the rows",
      """
      Pagu|500
      |
      A|10
      B|20
      Jumlah|=SUM(B3:B4) 30
      Sisa|=B1-B5 470
      """
    ),
    (
      "binary rounding",
      """
      0.1|0.2|=A1+B1 0.30000000000000004
      1.1|2.2|=A2*B2 2.4200000000000004
      1|3|=A3/B3 0.333333333333333
      4.35|100|=A4*B4 434.99999999999994
      1.005|2|=ROUND(A5,2) 1.01
      2.675|2|=ROUND(A6,2) 2.68
      1|=A7-0.9-0.1 -2.7755575615628914E-17
      12345678.9|87654321.1|=A8+B8 100000000
      """
    ),
    (
      "results that were rounded when they were written",
      """
      1|3|=A1/B1 0.33
      20000|3|=A2*B2/7 8571
      12345|7|=A3/B3 1764
      """
    ),
    (
      "blocks of different heights beside each other, of which one adds up its first part only",
      """
      A|10||K|10
      B|20||L|20
      C|30||M|30
      D|40||N|40
      E|50||O|50
      F|60||P|60
      G|70||Q|70
      Tiga pertama|=SUM(B1:B3) 60||Jumlah|=SUM(E1:E7) 280
      """
    ),
    (
      "quarters and halves of a year beside its months",
      """
      Dinas|Jan|Feb|Mar|Apr|Mei|Jun|TW I|TW II
      A|10|11|12|13|14|15|=SUM(B2:D2) 33|=SUM(E2:G2) 42
      B|20|21|22|23|24|25|=SUM(B3:D3) 63|=SUM(E3:G3) 72
      """
    ),
    (
      "years and a target that is no part of them",
      """
      Dinas|2021|2022|2023|Target|Jumlah
      A|10|11|12|13|=SUM(B2:D2) 33
      B|20|21|22|23|=SUM(B3:D3) 63
      """
    ),
    (
      "the first quarters of a year up to one of them",
      """
      Dinas|TW I|TW II|TW III|s.d. TW II
      A|10|11|12|=SUM(B2:C2) 21
      B|20|21|22|=SUM(B3:C3) 41
      """
    ),
    (
      "a circle",
      """
      A|10
      B|20
      Jumlah|=SUM(B1:B3) 0
      C|=B5+1 7
      D|=B4+1 3
      """
    ),
  ]

  @Test("Nothing is told", arguments: tables)
  func nothing(story: String, table: String) throws {
    let audit = try FakeWorkbook([FakeSheet(table)]).audit()
    #expect(audit.remarks.map(\.message.indonesian) == [], "\(story)")
    #expect(audit.formulas > 0)
  }
}
