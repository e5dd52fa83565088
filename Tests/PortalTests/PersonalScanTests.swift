import Testing

@testable import Portal

@Suite struct PersonalScanTests {
  @Test(
    arguments: [
      ("3304010101800001", .nik), ("3304015708990123", .nik), ("330401 010180 0001", .nik),
      ("3304 0101 0180 0001", .nik), ("NIK: 3304010101800001.", .nik),
      ("NIK3304010101800001", .nik),
      ("a. Budi (3304010101800001)", .nik), ("198001012005011001", .nip),
      ("NIP. 19800101 200501 1 001", .nip), ("19800101 200501 1001", .nip),
      ("199012312022212001", .nip), ("081234567890", .telephone), ("0812-3456-7890", .telephone),
      ("+62 812 3456 7890", .telephone), ("6281234567890", .telephone),
      ("hubungi +6281234567890", .telephone), ("0812 345 678", .telephone),
      ("Budi,081234567890/081234567891", .telephone),
    ] as [(String, PersonalNumber)])
  func finds(_ text: String, _ kind: PersonalNumber) {
    #expect(PersonalNumber.first(in: Array(text.utf8))?.kind == kind)
  }

  @Test(arguments: [
    "", "33.04.01.2001", "3304010", "3304010001", "20304050", "33.04", "2.20.02.2.01.0007",
    "5.1.02.01.01.0024", "2.20.02.2.01.0007.5.1.02.01.01.00024", "9260273672", "1.234.567.890",
    "9.260.273.672,00", "Rp 12.345.678.901", "2023-12-31", "2023-01-01 12:00:00",
    "1234567890123456", "3304013201800001", "3304010113800001", "0000000000000000",
    "198001012005013001", "198013012005011001", "628123456789000 rupiah", "(0286) 591234",
    "0286591234", "1.01.0.00.0.00.01.0000", "08.12.34.56.78.90", "0800123456",
    "d9c26d873ccc24fc3304010101800001a0725dd3c7", "33040101018000011", "13304010101800001",
    "081234567", "08123456789012",
  ])
  func leavesInPeace(_ text: String) {
    #expect(PersonalNumber.first(in: Array(text.utf8)) == nil)
  }

  private func scan(_ csv: String, _ fields: PersonalScan.Field...) -> [PersonalScan.Finding] {
    PersonalScan.scan(CSVCells(bytes: Array(csv.utf8)), fields).findings
  }

  @Test func countsAndMasks() {
    let found = scan(
      "nama,catatan\nA,\"x, 3304010101800001\"\nB,\nC,3304010201800002\n",
      .init(name: "nama", isNumber: false, hasUnit: false),
      .init(name: "catatan", isNumber: false, hasUnit: false))
    #expect(
      found == [
        .init(kind: .nik, field: "catatan", record: 1, count: 2, masked: "33••••••••••••••")
      ])
  }

  @Test func looksAtColumnsOfNumbersAsAWhole() {
    let csv = "a,b\n3304010101800001,1\n3304010101800001,3304010101800001\n,3\n,4\n"
    let plain = PersonalScan.Field(name: "a", isNumber: true, hasUnit: false)
    let other = PersonalScan.Field(name: "b", isNumber: true, hasUnit: false)
    #expect(scan(csv, plain, other).map(\.field) == ["a"])
    let amount = PersonalScan.Field(name: "a", isNumber: true, hasUnit: true)
    #expect(scan(csv, amount, other).isEmpty)
  }

  @Test(arguments: ["nik", "nik_kepala", "no_hp", "nip"])
  func looksAtNames(_ name: String) {
    let field = PersonalScan.Field(name: name, isNumber: false, hasUnit: false)
    #expect(scan("\(name)\n9999999999999999\n", field).count == 1)
    #expect(scan("\(name)\n-\n12345\n", field).isEmpty)
  }

  @Test func leavesNamesInPeaceThatOnlyBeginSo() {
    let field = PersonalScan.Field(name: "teknik", isNumber: false, hasUnit: false)
    #expect(scan("teknik\n9999999999999999\n", field).isEmpty)
  }
}

@Suite struct CSVCellsTests {
  @Test(
    arguments: [
      ("a\n", [["a"]], 0), ("a,b\n1,2\n", [["a", "b"], ["1", "2"]], 1),
      ("a\n\"x,\"\"y\"\"\n\"\n\n", [["a"], ["x,\"y\"\n"], [""]], 2),
      ("a,b\n,\n", [["a", "b"], ["", ""]], 1), ("a,b\n1,\"\"\n", [["a", "b"], ["1", ""]], 1),
      ("a\n1", [["a"], ["1"]], 1), ("a\n\"1", [["a"], ["1"]], 1), ("", [], 0),
    ] as [(String, [[String]], Int)])
  func reads(_ csv: String, _ wanted: [[String]], _ records: Int) {
    let cells = CSVCells(bytes: Array(csv.utf8))
    var read: [[String]] = []
    let count = cells.forEach { cell in
      if cell.field == 0 { read.append([]) }
      read[cell.record].append(cells.text(of: cell))
      return true
    }
    #expect(read == wanted && count == records)
  }
}
