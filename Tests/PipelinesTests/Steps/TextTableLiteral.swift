import Tabular

@testable import Pipelines

extension TextTable {
  /// A table of lines like `kode | nama`; the first `headers` lines are header rows, whose empty
  /// cells repeat the label to their left in all rows but the lowest.
  init(_ text: String, headers: Int = 1) {
    let rows = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimming { $0 == " " }
      }
    }
    self.init(resource: "contoh.csv", columns: [])
    for column in rows[0].indices {
      var levels: [String] = []
      for depth in 0..<headers {
        var position = column
        while depth < headers - 1, position > 0, rows[depth][position].isEmpty { position -= 1 }
        levels.append(rows[depth][position])
      }
      let places = levels.indices.map { CellPlace(line: UInt32($0 + 1), column: UInt32(column)) }
      let name = levels.last { !$0.isEmpty } ?? ""
      columns.append(Column(name: name, levels: levels, places: places))
    }
    for (row, texts) in rows.enumerated().dropFirst(headers) {
      let line = UInt32(row + 1)
      let cells = texts.enumerated().map { column, text in
        Cell(text: text, raw: nil, place: CellPlace(line: line, column: UInt32(column)))
      }
      records.append(Record(line: line, cells: cells))
    }
  }

  /// The names of the columns and the texts of the records, in the form that they are read from.
  var text: String {
    let rows = [columns.map(\.name)] + records.map { $0.cells.map(\.text) }
    return rows.map { $0.joined(separator: "|") }.joined(separator: "\n")
  }
}

extension StringProtocol {
  /// The text without the characters at both ends that fit.
  func trimming(_ fits: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !fits($0) }), let last = lastIndex(where: { !fits($0) })
    else { return "" }
    return String(self[first...last])
  }
}
