import Glibc
import Tabular
import Testing

@testable import Spreadsheets

@Suite("Formulas of real workbooks")
struct FormulaFixtureTests {
  private static func fixture(_ name: String) -> String {
    Corpus.package + "Tests/SpreadsheetsTests/Fixtures/formulas/" + name
  }

  /// All remarks of a workbook, one a line, and how many formulas were checked.
  private static func told(_ path: String) throws -> (
    remarks: [String], formulas: Int, checked: Int
  ) {
    let workbook = try Workbook(path: path)
    var told: (remarks: [String], formulas: Int, checked: Int) = ([], 0, 0)
    for sheet in workbook.sheets.indices {
      let audit = try workbook.audit(sheet: sheet)
      told.remarks += audit.remarks.map { "\($0.sheet)!\($0.line)" }
      told.formulas += audit.formulas
      told.checked += audit.checked
    }
    return told
  }

  @Test("Nothing is told where all is right", arguments: ["xlsx", "xls", "ods"])
  func right(format: String) throws {
    let told = try Self.told(Self.fixture("right.\(format)"))
    #expect(told.remarks == [])
    #expect(told.formulas == 161)
    #expect(told.checked == 161)
  }

  @Test("What a clerk changed is told, and nothing else", arguments: ["xlsx", "xls", "ods"])
  func wrong(format: String) throws {
    var expected = [
      "Realisasi!C10 rumus-rentang warning 2796519 3770579 SUM(C11:C13)",
      "Realisasi!E12 rumus-tetapan warning 123456 -4556001 C12-D12",
      "RAB!F9 rumus-rentang warning 315474009 359132211 SUM(F3:F8)",
      "Penduduk!E15 rumus-tetapan warning 400000 579237 SUM(E3:E14)",
      "Penduduk!G15 rumus-rentang warning 280211 284780 SUM(G3:G14)",
      "Triwulan!F4 rumus-rentang warning 19372445 23244812 SUM(B4:E4)",
      "Triwulan!J8 rumus-rentang warning 31490705 32883957 SUM(J2:J7)",
    ]
    if format == "xlsx" {
      expected.insert("Rekap!B7 rumus-nilai error 1000000 453918844.11 SUM(B2:B6)", at: 5)
    }
    #expect(try Self.told(Self.fixture("wrong.\(format)")).remarks == expected)
  }

  @Test("Nothing is told of the workbooks of the corpus, whose formulas were all looked at")
  func corpus() throws {
    var (books, formulas, checked) = (0, 0, 0)
    for folder in ["calamine", "readxl"] {
      guard let path = Corpus.path(folder) else {
        print("skipped: the corpus is not there")
        return
      }
      for name in try names(in: path) {
        guard let told = try? Self.told(path + "/" + name) else { continue }
        #expect(told.remarks == [], "\(name)")
        books += 1
        formulas += told.formulas
        checked += told.checked
      }
    }
    print("\(books) workbooks, \(formulas) formulas, \(checked) checked")
    #expect(books > 150)
    #expect(checked > 900)
  }

  private func names(in path: String) throws -> [String] {
    let folder = try #require(opendir(path))
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if [".xls", ".ods", "xlsx", "xlsm"].contains(where: { name.hasSuffix($0) }) {
        names.append(name)
      }
    }
    return names.sorted()
  }
}
