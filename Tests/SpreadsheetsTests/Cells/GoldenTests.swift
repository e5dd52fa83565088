import Foundation
import Tabular
import Testing

@testable import Spreadsheets

@Suite("Workbooks that other readers read")
struct GoldenTests {
  /// What became of one set of workbooks.
  struct Score {
    var agreed = 0
    var equal = 0
    /// Differences by workbook, sheet and kinds, with the first of them.
    var differences: [String: (count: Int, example: String)] = [:]
    /// Workbooks that were refused, with the reason.
    var refused: [String: String] = [:]
  }

  @Test(
    "Cells are read as others read them, but for what is listed", arguments: ["calamine", "readxl"])
  func agrees(_ set: String) throws {
    let workbooks: [GoldenWorkbook]
    do { workbooks = try GoldenWorkbook.all(of: set) } catch let skipped as GoldenWorkbook.Skipped {
      print("Skipped the workbooks of \(set): \(skipped.rawValue)")
      return
    }
    var score = Score()
    for golden in workbooks { try compare(golden, into: &score) }
    print("\(set): \(score.equal) of \(score.agreed) agreed cells are equal")
    let listed = try Differences(of: set)
    for (key, difference) in score.differences.sorted(by: { $0.key < $1.key }) {
      #expect(
        listed.counts[key] == difference.count,
        "\(key) | \(difference.count) | \(difference.example)")
    }
    for key in listed.counts.keys.sorted() {
      #expect(score.differences[key] != nil, "'\(key)' is listed and no longer differs")
    }
    #expect(score.refused == listed.refused)
    #expect(Double(score.equal) >= 0.995 * Double(score.agreed))
  }

  private func compare(_ golden: GoldenWorkbook, into score: inout Score) throws {
    let path = try #require(Corpus.path(golden.name))
    do {
      let workbook = try Workbook(path: path)
      for sheet in golden.sheets {
        let own = try Self.cells(of: workbook, named: sheet.name)
        for cell in sheet.cells {
          let found = own[Place(row: cell.row, column: cell.column)]
          let isEqual = cell.value.isEqual(to: found)
          if sheet.singleReader == nil {
            score.agreed += 1
            score.equal += isEqual ? 1 : 0
          }
          if !isEqual { Self.note(golden.name, sheet.name, cell, found, &score) }
        }
      }
    } catch let error as SpreadsheetError {
      #expect(error.path == path, "\(golden.name)")
      #expect(!error.message.indonesian.isEmpty && !error.message.english.isEmpty)
      score.refused[golden.name] = Self.word(of: error.reason)
      for sheet in golden.sheets where sheet.singleReader == nil {
        score.agreed += sheet.cells.count
      }
    }
  }

  private static func note(
    _ name: String, _ sheet: String, _ cell: GoldenWorkbook.Cell, _ found: SheetCell?,
    _ score: inout Score
  ) {
    let key = "\(name) | \(sheet) | \(cell.value.kind) | \(found?.type.rawValue ?? "nothing")"
    let place = SheetAddress.name(column: cell.column - 1, row: cell.row)
    let example = "\(place): \(cell.value) and \(found?.value ?? "nothing")"
    score.differences[key, default: (0, example)].count += 1
  }

  struct Place: Hashable {
    var row: Int
    var column: Int
  }

  private static func cells(
    of workbook: Workbook, named name: String
  ) throws -> [Place: SheetCell] {
    guard let index = workbook.sheets.firstIndex(where: { $0.name == name }) else { return [:] }
    var all: [Place: SheetCell] = [:]
    let cells: SheetCells
    do { cells = try workbook.cells(of: index) } catch {
      // A chart sheet has no cells, for other readers too.
      guard case .notATable = error.reason else { throw error }
      return all
    }
    while let next = try cells.next() {
      for cell in next { all[Place(row: cell.row, column: cell.column)] = cell }
    }
    return all
  }

  private static func word(of reason: SpreadsheetError.Reason) -> String {
    String("\(reason)".prefix { $0 != "(" })
  }
}

/// The differences that are listed in `Differences.md`, which a test must find and none but them.
struct Differences {
  /// The number of cells by workbook, sheet, what others read and what we read.
  var counts: [String: Int] = [:]
  /// The reasons for which workbooks are refused.
  var refused: [String: String] = [:]

  init(of set: String) throws {
    let path = Corpus.package + "Tests/SpreadsheetsTests/Cells/Differences.md"
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast().map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      guard let first = cells.first, first.hasPrefix(set + "/") else { continue }
      if cells.count == 4 { refused[first] = cells[1] }
      if cells.count == 7 { counts[cells[..<4].joined(separator: " | ")] = Int(cells[4]) }
    }
  }
}
