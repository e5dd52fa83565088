import Glibc
import Testing

@testable import Spreadsheets

@Suite("XLSX workbooks that nobody here wrote")
struct CorpusReadingTests {
  static let names: [String] = ["calamine", "readxl"].flatMap { folder -> [String] in
    guard let path = Corpus.path(folder), let directory = opendir(path) else {
      print("skipped: ../shared/corpus/\(folder) is not there")
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") { names.append("\(folder)/\(name)") }
    }
    return names.sorted()
  }

  /// Those that can't be read, and the sheets without cells in others.
  static let refused: [String: SpreadsheetError.Reason] = [
    "calamine/any_sheets.xlsx": .notATable(sheet: "Chart"),
    "calamine/issue252.xlsx": .damaged(
      part: "xl/_rels/workbook.xml.rels",
      detail: "line 1: Couldn't find end of Start Tag Relationships"),
    "calamine/issue438.xlsx": .notATable(sheet: "Chart1"),
    "calamine/pass_protected.xlsx": .passwordProtected,
    "readxl/embedded-chartsheet.xlsx": .notATable(sheet: "Chart1"),
  ]

  @Test("Every sheet is read to its end, or says why not", arguments: names)
  func reads(name: String) throws {
    let path = try #require(Corpus.path(name))
    var reasons: [SpreadsheetError.Reason] = []
    do throws(SpreadsheetError) {
      let workbook = try Workbook(path: path)
      #expect(workbook.format == .xlsx)
      for place in workbook.sheets.indices {
        do throws(SpreadsheetError) {
          let sheet = try workbook.reading.open(place)
          var block = CellBlock()
          while try sheet.read(into: &block) { block.removeAll() }
        } catch { reasons.append(error.reason) }
      }
    } catch { reasons.append(error.reason) }
    #expect(reasons == Self.refused[name].map { [$0] } ?? [])
  }
}
