import Numerals
import Tabular

/// Gathers the cells of one field, record by record; for derived and joined fields.
struct ColumnBuilding {
  /// One cell.
  enum Cell: Sendable, Hashable {
    /// A number with the decimals it was printed with.
    case number(ExactDecimal)
    /// A text.
    case text(String)
    /// Nothing.
    case missing
    /// Something that is no number, as written.
    case malformed(String)

    /// Equality with the scale, which printing gives.
    static func == (left: Cell, right: Cell) -> Bool { left.key == right.key }

    /// Hashes the spelling.
    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// A text that equal cells share, whatever their scale.
    var key: String {
      switch self {
      case .number(let value): "n" + value.reduced.description
      case .text(let text): "t" + text
      case .missing: ""
      case .malformed(let raw): "m" + raw
      }
    }
  }

  private let isNumeric: Bool
  private let pool: TextPool
  private var cells: [Cell] = []
  private var magnitude = 0

  /// Begins a column of `field`; texts go to `pool`, which batches of a table share.
  init(field: Field, pool: TextPool) {
    isNumeric = field.kind.isNumeric
    self.pool = pool
  }

  /// Adds the next cell; `magnitude` tells what its number was printed in, as a power of ten.
  mutating func append(_ cell: Cell, magnitude: Int = 0) {
    cells.append(cell)
    self.magnitude = max(self.magnitude, magnitude)
  }

  /// The column.
  func column() -> Column {
    isNumeric ? numerals() : texts()
  }

  private func texts() -> Column {
    var column = TextColumn(pool: pool)
    column.codes = cells.map { cell in
      switch cell {
      case .number(let value): pool.intern(value.description)
      case .text(let text), .malformed(let text): pool.intern(text)
      case .missing: 0
      }
    }
    return Column(.texts(column))
  }

  private func numerals() -> Column {
    var column = NumeralColumn()
    var exceptions = RawTexts()
    column.magnitude = magnitude
    // Numbers are kept as printed, so that those printed in millions have no scale below zero.
    let scale = cells.map(\.scale).max() ?? 0
    column.scale = max(0, scale + magnitude)
    for (row, cell) in cells.enumerated() {
      column.printedScales.append(UInt8(max(0, cell.scale + magnitude)))
      switch cell {
      case .number(let value):
        let kept = value.rescaled(to: column.scale - magnitude)
        if let mantissa = kept.flatMap({ Int64(exactly: $0.mantissa) }) {
          column.mantissas.append(mantissa)
          column.states.append(.value)
          continue
        }
        column.wide[row] = ExactDecimal(
          mantissa: value.mantissa,
          scale: min(ExactDecimal.maximumScale, value.scale + magnitude))
        column.states.append(.wide)
      case .missing: column.states.append(.missing)
      case .text(let raw), .malformed(let raw):
        column.states.append(.malformed)
        exceptions.append(Array(raw.utf8), row: row)
      }
      column.mantissas.append(0)
    }
    if column.states.allSatisfy({ $0 == .value }) { column.states = [] }
    if column.printedScales.allSatisfy({ Int($0) == column.scale }) { column.printedScales = [] }
    var whole = Column(.numerals(column))
    whole.exceptions = exceptions
    return whole
  }
}

extension ColumnBuilding.Cell {
  fileprivate var scale: Int { if case .number(let value) = self { value.scale } else { 0 } }
}

extension Column {
  /// The cell of a row.
  func cell(at row: Int) -> ColumnBuilding.Cell {
    switch values {
    case .texts(let column): column.text(at: row).map { .text($0) } ?? .missing
    case .numerals(let column):
      switch column.state(at: row) {
      case .missing: .missing
      case .malformed: .malformed(raw(at: row))
      case .value, .wide: column.value(at: row).map { .number($0) } ?? .missing
      }
    }
  }
}
