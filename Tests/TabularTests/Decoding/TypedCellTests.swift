import Numerals
import Testing

@testable import Tabular

@Suite("Cells of workbooks")
struct TypedCellTests {
  struct Story: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var field: Field
    var cells: [String]
    var values: [String]
    var findings: [String] = []
  }

  static let stories = [
    Story(
      testDescription: "numbers show groups with points", field: field("x", .amount),
      cells: ["=2.073.119.000", "=5.000", "=12", "=-1.500", "=Rp5.000"],
      values: ["2073119000", "5000", "12", "-1500", "5000"]),
    Story(
      testDescription: "numbers with a decimal comma are never ambiguous",
      field: field("x", .decimal), cells: ["=30,112", "=95,97", "=1.234"],
      values: ["30.112", "95.97", "1234"]),
    Story(
      testDescription: "percents", field: field("x", .percent), cells: ["=29,25%", "=100%"],
      values: ["29.25", "100"]),
    Story(
      testDescription: "numbers in a column whose texts are English", field: field("x", .decimal),
      cells: ["1,234.5", "2,000.25", "=1.234,5", "=3.000", "7,500.75"],
      values: ["1234.5", "2000.25", "1234.5", "3000", "7500.75"],
      findings: ["warning B2 x angka-teks"]),
    Story(
      testDescription: "numbers beside texts that may mean two values",
      field: field("x", .decimal), cells: ["=1,5", "30.112", "=30,112"],
      values: ["1.5", "·", "30.112"], findings: ["B3 x angka"]),
    Story(
      testDescription: "texts among numbers are read as texts are", field: field("x", .amount),
      cells: ["=8.000.000", "12..821.200", "3.535.992", "=5.000.000"],
      values: ["8000000", "·", "3535992", "5000000"],
      findings: ["B3 x angka", "warning B4 x angka-teks"]),
    Story(
      testDescription: "a column of texts alone is not remarkable", field: field("x", .count),
      cells: ["32.840", "1.054.804"], values: ["32840", "1054804"]),
    Story(
      testDescription: "decimals in a field of whole numbers", field: field("x", .count),
      cells: ["=3,5", "=4"], values: ["·", "4"], findings: ["B2 x angka"]),
    Story(
      testDescription: "errors and formulas without results are no numbers",
      field: field("x", .amount),
      cells: ["=1", "!#REF!", "$=SUM(B2:B3)", "!Err:502"], values: ["1", "·", "·", "·"],
      findings: ["B3 x galat-lembar", "B4 x rumus-tanpa-hasil", "B5 x galat-lembar"]),
    Story(
      testDescription: "errors and formulas without results are no texts",
      field: field("x", .text) { $0.constraints.required = true },
      cells: ["A", "!#N/A", "$=B2&\"x\"", "!Err:502"], values: ["A", "·", "·", "·"],
      findings: ["B3 x galat-lembar", "B4 x rumus-tanpa-hasil", "B5 x galat-lembar"]),
    Story(
      testDescription: "errors are no codes", field: field("x", .code),
      cells: ["=3.304.010", "!#REF!", "0330401"], values: ["3304010", "·", "0330401"],
      findings: ["B3 x galat-lembar"]),
    Story(
      testDescription: "codes that the sheet shows as numbers", field: field("x", .code),
      cells: ["=3,30401E+12~3304010000001", "=33,04", "33.05"],
      values: ["3304010000001", "33.04", "33.05"]),
    Story(
      testDescription: "numbers among texts", field: field("x", .text),
      cells: ["=2.023", "2.023", "=95,97"], values: ["2023", "2.023", "95,97"]),
    Story(
      testDescription: "years with groups", field: field("x", .period),
      cells: ["=2.023", "=2024", "2025"], values: ["2023", "2024", "2025"]),
    Story(
      testDescription: "days and moments", field: field("x", .date),
      cells: ["@2023-12-31", "@2023-02-01T08:30:00", "31/12/2023", "=45.291"],
      values: ["2023-12-31", "2023-02-01", "2023-12-31", "·"], findings: ["B5 x tanggal"]),
    Story(
      testDescription: "truth", field: field("x", .boolean),
      cells: ["?TRUE", "?FALSE", "BENAR", "SALAH", "=1"],
      values: ["true", "false", "true", "false", "true"]),
    Story(
      testDescription: "words that a number format adds", field: field("x", .count),
      cells: ["=5 org", "=1.200 org", "7 org"], values: ["5", "1200", "·"],
      findings: ["B4 x angka"]),
    Story(
      testDescription: "a percent sign changes the value and is never taken off",
      field: field("x", .decimal), cells: ["=29,25%", "=1"], values: ["·", "1"],
      findings: ["B2 x angka"]),
    Story(
      testDescription: "digits that a narrow column hides", field: field("x", .amount),
      cells: ["=2,61024E+11~261023929403", "=####~5.000.000"],
      values: ["261023929403", "5000000"]),
    Story(
      testDescription: "the form of numerals binds texts, not number formats",
      field: field("x", .count) { $0.constraints.pattern = #"\d{1,3}(\.\d{3})*"# },
      cells: ["=1.234", "=1234", "1234"], values: ["1234", "1234", "·"],
      findings: ["B4 x angka"]),
    Story(
      testDescription: "a form that names digits binds numbers too",
      field: field("x", .count) { $0.constraints.pattern = "[1-4]" }, cells: ["=1", "=5"],
      values: ["1", "·"], findings: ["B3 x angka"]),
    Story(
      testDescription: "words for a missing value",
      field: field("x", .count) {
        $0.missingValues = ["-", "0"]
      }, cells: ["=5", "-", "=0"], values: ["5", "·", "·"]),
    Story(
      testDescription: "bounds",
      field: field("x", .decimal) {
        $0.constraints.maximum = ExactDecimal(mantissa: 5)
      }, cells: ["=5,00", "=5,01~5,0091"], values: ["5.00", "5.01"], findings: ["B3 x batas-atas"]),
    Story(
      testDescription: "digits as stored", field: field("x", .decimal) { $0.digits = .stored },
      cells: ["=95,97~95,9734", "=95,98", "=3~2,5"], values: ["95.9734", "95.98", "2.5"]),
    Story(
      testDescription: "digits as stored, with the decimals that they have at least",
      field: field("x", .decimal) { ($0.digits, $0.storedDecimals) = (.stored, 3) },
      cells: ["=95,97~95,9734", "=95,98", "=3,00~3", "=3"],
      values: ["95.9734", "95.980", "3.000", "3.000"]),
    Story(
      testDescription: "percents as stored", field: field("x", .percent) { $0.digits = .stored },
      cells: ["=29,25%~0,29254", "=30%~0,3", "=7%~7,25%"], values: ["29.254", "30", "7.25"]),
    Story(
      testDescription: "stored decimals in a field of whole numbers",
      field: field("x", .count) { $0.digits = .stored }, cells: ["=4~3,5", "=4"],
      values: ["·", "4"], findings: ["B2 x angka"]),
  ]

  @Test("What they mean and what is found in them", arguments: stories)
  func story(_ story: Story) throws {
    let rows = story.cells.enumerated().map { "\($0 + 1)|\($1)" }.joined(separator: "\n")
    for size in [1, 2, Int.max] {
      let reading = try Reading(sheet: "No|x\n" + rows, [story.field], blockRows: size)
      #expect(reading.values.map { $0[0] } == story.values)
      #expect(reading.findings == story.findings)
      let shown = story.cells.map { cell in
        let text = "=@?!$".contains(cell.first ?? " ") ? String(cell.dropFirst()) : cell
        return String(text.split(separator: "~")[0])
      }
      #expect(reading.raws.map { $0[0] } == shown)
    }
  }

  @Test("A column of numbers is read by what the workbook says")
  func basis() throws {
    let numbers = try Reading(sheet: "No|x\n1|=1.234\n2|=5,5", [field("x", .decimal)])
    #expect(numbers.source.conventions["x"] == .settled(.indonesian, .stored))
    let setting = try #require(numbers.source.conventions["x"]?.setting)
    #expect(setting.origin == .detected)
    #expect(setting.basis == ConventionWords.stored)
    let texts = try Reading(sheet: "No|x\n1|5,5\n2|=1.234", [field("x", .decimal)])
    guard case .settled(.indonesian, .values)? = texts.source.conventions["x"] else {
      Issue.record("texts settle their own convention")
      return
    }
  }

  @Test("Numbers and texts in any order and any blocks read the same")
  func anyOrder() throws {
    let cells = ["=1.234,5", "1,234.5", "=7", "2,000.25", "=3.000", "9,100.75", "=0,25"]
    let values = ["1234.5", "1234.5", "7", "2000.25", "3000", "9100.75", "0.25"]
    for shift in cells.indices {
      let order = cells.indices.map { ($0 + shift) % cells.count }
      let rows = order.enumerated().map { "\($0 + 1)|\(cells[$1])" }.joined(separator: "\n")
      for size in 1...4 {
        let reading = try Reading(sheet: "No|x\n" + rows, [field("x", .decimal)], blockRows: size)
        #expect(reading.values.map { $0[0] } == order.map { values[$0] })
      }
    }
  }

  @Test("Every finding of a sheet names its cell, also where the table begins further right")
  func cells() throws {
    let sheet = """
      Judul|<|<|<

      No|Nama|x|
      1|A|!#REF!|
      2|B|=3,5|
      3|C|=4|sisa
      4|D|=5|6|7

      ||=0
      """
    let reading = try Reading(
      sheet: sheet, [field("nama", .text), field("x", .count)], firstColumn: 2)
    #expect(
      reading.findings == [
        "note F6 - kolom-tanpa-nama", "E4 x galat-lembar", "E5 x angka",
        "warning E9 - sel-terpencil", "warning G7 - sel-terpencil",
      ])
    #expect(reading.source.findings.allSatisfy { $0.cells[0].location.line == nil })
    #expect(reading.source.findings[0].message.english == "column F has no name but holds values")
    let batch = try #require(try reading.table.batches.find(record: 2)).batch
    #expect(reading.table.location(of: 0, row: 1, in: batch).cell == "D5")
    #expect(
      reading.source.summary.counts == [.heading: 1, .blank: 2, .header: 1, .data: 4, .rejected: 1])
  }
}
