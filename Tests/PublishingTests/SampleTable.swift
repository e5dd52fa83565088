import Numerals
import Tabular

/// A table that tests build cell by cell, from raw texts.
struct SampleTable {
  /// A cell.
  enum Cell {
    case text(String)
    case number(Int64, scale: Int)
    case wide(ExactDecimal)
    case missing
    case malformed(String)

    /// The cell of a CSV, worked out the slow way.
    func written(whole: Bool) -> String {
      switch self {
      case .text(let text): text
      case .number(let mantissa, let scale):
        Self.decimal(ExactDecimal(mantissa: Int128(mantissa), scale: scale), whole)
      case .wide(let value): Self.decimal(value, whole)
      case .missing, .malformed: ""
      }
    }

    private static func decimal(_ value: ExactDecimal, _ whole: Bool) -> String {
      whole ? (value.rescaled(to: 0) ?? value).description : value.description
    }
  }

  let fields: [Field]
  let rows: [[Cell]]

  /// The rows as a table with batches of `batchSize` records.
  func table(batchSize: Int = 3) throws -> Table {
    var store = BatchStore()
    let pools = fields.map { _ in TextPool() }
    for start in stride(from: 0, to: rows.count, by: batchSize) {
      let part = rows[start..<min(start + batchSize, rows.count)]
      let columns = fields.indices.map { index in
        column(part.map { $0[index] }, numeric: fields[index].kind.isNumeric, pool: pools[index])
      }
      try store.append(
        Batch(
          firstRecord: start + 1, count: part.count, columns: columns,
          lines: part.indices.map { UInt32($0 + 2) }))
    }
    return Table(
      name: "tabel", schema: Schema(fields: fields),
      sources: [
        .init(
          resource: "tabel.csv", columns: Array(fields.indices), labels: fields.map { $0.name })
      ],
      batches: store)
  }

  private func column(_ cells: [Cell], numeric: Bool, pool: TextPool) -> Column {
    guard numeric else {
      var texts = TextColumn(pool: pool)
      texts.codes = cells.map { if case .text(let text) = $0 { pool.intern(text) } else { 0 } }
      return Column(.texts(texts))
    }
    var numerals = NumeralColumn()
    numerals.scale =
      cells.map { if case .number(_, let scale) = $0 { scale } else { 0 } }.max() ?? 0
    var exceptions = RawTexts()
    for (row, cell) in cells.enumerated() {
      var (mantissa, scale, state) = (Int64(0), 0, CellState.missing)
      switch cell {
      case .number(let value, let printed):
        (scale, state) = (printed, .value)
        mantissa = value * (PowersOfTen.narrow(numerals.scale - printed) ?? 1)
      case .wide(let value):
        numerals.wide[row] = value
        (scale, state) = (value.scale, .wide)
      case .malformed(let raw):
        exceptions.append(Array(raw.utf8), row: row)
        state = .malformed
      case .missing, .text: break
      }
      numerals.mantissas.append(mantissa)
      numerals.printedScales.append(UInt8(scale))
      numerals.states.append(state)
    }
    if numerals.states.allSatisfy({ $0 == .value }) { numerals.states = [] }
    if numerals.printedScales.allSatisfy({ Int($0) == numerals.scale }) {
      numerals.printedScales = []
    }
    var column = Column(.numerals(numerals))
    column.exceptions = exceptions
    return column
  }
}
