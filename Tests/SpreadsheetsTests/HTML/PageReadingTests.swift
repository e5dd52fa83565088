import Testing

@testable import Spreadsheets

@Suite("Web pages as workbooks")
struct PageReadingTests {
  static let encodings: [(String, [UInt8], String)] = [
    ("UTF-8 unsaid", Array("<table><tr><td>é–</table>".utf8), "A1 é–"),
    ("Windows-1252 unsaid", Array("<table><tr><td>".utf8) + [0xE9, 0x96], "A1 é–"),
    (
      "said to be Latin 1 and is UTF-8",
      Array("<meta charset=iso-8859-1><table><tr><td>é–</table>".utf8), "A1 é–"
    ),
    (
      "said to be UTF-8 with a stray byte",
      Array("<meta charset='utf-8'><table><tr><td>é".utf8) + [0x96, 0x2E], "A1 é–."
    ),
    ("a byte order mark", [0xEF, 0xBB, 0xBF] + Array("<table><tr><td>é</table>".utf8), "A1 é"),
    (
      "UTF-16", [0xFF, 0xFE] + "<table><tr><td>é".utf16.flatMap { [UInt8($0 & 0xFF), 0] }, "A1 é"
    ),
    (
      "UTF-16 without a mark", "<table><tr><td>é".utf16.flatMap { [0, UInt8($0 & 0xFF)] }, "A1 é"
    ),
    (
      "another code page", Array("<meta charset=koi8-r><table><tr><td>".utf8) + [0xC1], "A1 а"
    ),
    (
      "an encoding that nobody knows",
      Array("<meta content='text/html; charset=x-y'><table><tr><td>é".utf8), "A1 é"
    ),
  ]

  @Test("The encoding is found out", arguments: encodings)
  func encoding(_ story: String, _ bytes: [UInt8], _ cell: String) throws {
    let workbook = try HTMLWorkbook(bytes: bytes, limits: SpreadsheetLimits())
    #expect(HTMLWorkbook.recognises(bytes))
    #expect(try ShownPage.cells(workbook) == [cell])
  }

  @Test("A page without a table is refused")
  func withoutTable() {
    #expect(throws: SpreadsheetError(.foreign(.pageWithoutTable))) {
      try HTMLWorkbook(bytes: Array("<html><p>Sesi habis".utf8), limits: SpreadsheetLimits())
    }
  }

  @Test("What is too large is refused")
  func tooLarge() throws {
    var limits = SpreadsheetLimits(heldSize: 10)
    #expect(throws: SpreadsheetError(.tooLarge(.heldSize, allowed: 10, part: nil))) {
      try HTMLWorkbook(bytes: Array("<table><tr><td>a".utf8), limits: limits)
    }
    limits = SpreadsheetLimits(cells: 2)
    let page = Array("<table><tr><td>a<td>b<td>c</table>".utf8)
    let workbook = try HTMLWorkbook(bytes: page, limits: limits)
    #expect(
      throws: SpreadsheetError(
        .tooLarge(.cells, allowed: 2, part: "Halaman"), sheet: "Halaman")
    ) { try ShownPage.cells(workbook) }
  }

  @Test("What is nested without end is refused")
  func deep() {
    let page = String(repeating: "<div>", count: 20_000) + "<table><tr><td>a"
    #expect(throws: SpreadsheetError.self) {
      try HTMLWorkbook(bytes: Array(page.utf8), limits: SpreadsheetLimits())
    }
  }

  @Test("The title names the sheet, and Excel's own name goes before it")
  func names() throws {
    let plain = "<title> Data\n Penduduk </title><table><tr><td>a"
    let noted = """
      <title>x</title><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>
      <x:ExcelWorksheet><x:Name>R&amp;D</x:Name></x:ExcelWorksheet></x:ExcelWorksheets>
      </x:ExcelWorkbook></xml><![endif]--><table><tr><td>a
      """
    #expect(try sheets(plain) == [Sheet(name: "Data Penduduk")])
    #expect(try sheets(noted) == [Sheet(name: "R&D")])
    #expect(try sheets("<table><tr><td>a") == [Sheet(name: "Halaman")])
  }

  private func sheets(_ page: String) throws -> [Sheet] {
    try HTMLWorkbook(bytes: Array(page.utf8), limits: SpreadsheetLimits()).sheets
  }

  @Test("Merged ranges end where their part of the table does")
  func merges() throws {
    let page = """
      <table><thead><tr><th rowspan=9>a<th colspan=2>b<tr><th>c<th>d</thead>
      <tr><td rowspan=0>e<td>f<tr><td>g</table><table><tr><td rowspan=3>h</table>
      """
    let workbook = try HTMLWorkbook(bytes: Array(page.utf8), limits: SpreadsheetLimits())
    let merges = try ShownPage.blocks(workbook).flatMap(\.merges)
    #expect(
      merges == [
        CellRange(rows: 1...2, columns: 0...0), CellRange(rows: 1...1, columns: 1...2),
        CellRange(rows: 3...4, columns: 0...0),
      ])
  }

  @Test("Hidden rows are read and told; hidden text in a cell is not shown")
  func hidden() throws {
    let page = """
      <style>tr.x{display:none} .nf{mso-number-format:"\\#\\,\\#\\#0"; mso-char-indent-count:2}
      @media print { .y{display:none} }</style>
      <div style="display:none">menu</div>
      <table><col><col style="display:none"><tr><td>a<span hidden>1</span><td>b
      <tr class=x><td>c<tr style="DISPLAY: none"><td>d<tr class=y><td class=nf x:num=5>5
      <td style="display:none">k</table>
      """
    let workbook = try HTMLWorkbook(bytes: Array(page.utf8), limits: SpreadsheetLimits())
    let reading = try workbook.open(0)
    var block = CellBlock()
    #expect(try reading.read(into: &block))
    #expect((0..<block.count).map { block.raw($0) } == ["a", "b", "c", "d", "5", "k"])
    #expect(block.hiddenRows == [2, 3])
    #expect(reading.hiddenColumns == [1...1])
    let style = workbook.styles[Int(block.styles[4])]
    #expect(style == CellStyle(format: NumberFormat(code: "#,##0"), indent: 2))
    #expect(try !reading.read(into: &block))
  }

  @Test("It doesn't matter into which pieces a page is cut")
  func pieces() throws {
    for example in PageCase.tables + PageCase.broken + PageCase.texts + PageCase.office {
      let page = PageEncoding.decode(Array(example.page.utf8)[...], announced: nil)
      for size in [4, 7, 16, 64] {
        let sheet = try HTMLSheet(
          page, name: "x", outline: PageOutline(of: page), registry: StyleRegistry(),
          limits: SpreadsheetLimits(), pieceSize: size)
        var block = CellBlock()
        while try sheet.read(into: &block) {}
        let texts = (0..<block.count).map { block.raw($0).replacing("\n", with: "⏎") }
        let expected = example.cells.map { cell in
          let text = cell.drop { $0 != " " }.dropFirst()
          let kinds = ["number:", "boolean:", "error:", "withoutResult:"]
          return kinds.first { text.hasPrefix($0) }.map { String(text.dropFirst($0.count)) }
            ?? String(text)
        }
        #expect(texts == expected, "\(example.story) by \(size)")
      }
    }
  }
}
