import Numerals
import Tabular

/// Batches of four columns (numerals, texts, numerals, texts) in every form that they can take.
enum RandomBatches {
  static func make(using generator: inout Generator) -> [Batch] {
    let pools = [TextPool(), TextPool()]
    var firstRecord = 1
    return (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      let count = generator.once(in: 8) ? 0 : Int.random(in: 1...700, using: &generator)
      let columns = [
        Column(.numerals(numerals(count, &generator))),
        Column(.texts(texts(count, pools[0], &generator))),
        Column(.numerals(numerals(count, &generator))),
        Column(.texts(texts(count, pools[1], &generator))),
      ].map { column in dressed(column, count, &generator) }
      var line = UInt32.random(in: 1...5_000_000, using: &generator)
      let jumps = Bool.random(using: &generator)
      let lines = (0..<count).map { _ -> UInt32 in
        line += jumps ? UInt32.random(in: 1...40, using: &generator) : 1
        return line
      }
      defer { firstRecord += count }
      return Batch(
        firstRecord: firstRecord, count: count, columns: columns, lines: lines,
        source: Int.random(in: 0...3, using: &generator))
    }
  }

  private static func dressed(_ column: Column, _ count: Int, _ generator: inout Generator)
    -> Column
  {
    var column = column
    if generator.once(in: 2) {
      for row in 0..<count where generator.once(in: 9) {
        column.exceptions.append("teks \(row) ".utf8, row: row)
      }
    }
    if generator.once(in: 3) {
      column.places = (0..<count).map { row in
        CellPlace(
          line: UInt32.random(in: 1...1_000_000, using: &generator), column: UInt32(row % 17))
      }
    }
    return column
  }

  private static func texts(_ count: Int, _ pool: TextPool, _ generator: inout Generator)
    -> TextColumn
  {
    var column = TextColumn(pool: pool)
    let most = [1, 200, 70_000].randomElement(using: &generator) ?? 1
    column.codes = (0..<count).map { _ in UInt32.random(in: 0...UInt32(most), using: &generator) }
    return column
  }

  private static func numerals(_ count: Int, _ generator: inout Generator) -> NumeralColumn {
    var column = NumeralColumn()
    let ranges: [ClosedRange<Int64>] = [
      7...7, 0...200, -90...90, 0...60_000, -3_000_000...3_000_000, .min...(.max), .max...(.max),
    ]
    let range = ranges.randomElement(using: &generator) ?? 0...1
    column.mantissas = (0..<count).map { _ in Int64.random(in: range, using: &generator) }
    column.scale = Int.random(in: 0...4, using: &generator)
    column.notation = Notation(
      convention: Bool.random(using: &generator) ? .english : .indonesian, suffix: " orang")
    if generator.once(in: 2) {
      column.printedScales = (0..<count).map { _ in UInt8.random(in: 0...4, using: &generator) }
    }
    if generator.once(in: 2) {
      column.states = (0..<count).map { _ in
        CellState(rawValue: UInt8.random(in: 0...3, using: &generator)) ?? .value
      }
      for (row, state) in column.states.enumerated() where state == .wide {
        let high = Int128(Int64.random(in: .min...(.max), using: &generator)) << 50
        column.wide[row] = ExactDecimal(mantissa: high + 3, scale: row % 30)
      }
    }
    return column
  }
}
