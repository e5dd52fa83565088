public import Numerals

/// The state of one cell of a numeric column.
public enum CellState: UInt8, Sendable {
  /// The mantissa is valid.
  case value = 0
  /// Nothing was written, or a declared word for it.
  case missing = 1
  /// Something was written that is no numeral of this field; the raw text is kept.
  case malformed = 2
  /// The value needs 128 bits and stands in `wide`.
  case wide = 3
}

/// The numerals of one field in one batch.
public struct NumeralColumn: Sendable {
  /// The values as integers at the scale `scale`; 0 where the state is not `value`.
  public var mantissas: [Int64] = []
  /// The decimals of all mantissas.
  public var scale: Int = 0
  /// The decimals that each cell was printed with; empty where all were printed with `scale`.
  public var printedScales: [UInt8] = []
  /// The state of each cell; empty where all are values.
  public var states: [CellState] = []
  /// The values that need 128 bits, by row of the batch.
  public var wide: [Int: ExactDecimal] = [:]
  /// How the source writes this field; with it every cell without an exception can be rewritten.
  public var notation = Notation()
  /// What the numbers are printed in, as a power of ten: 6 where they stand for millions.
  ///
  /// Mantissas, scales and `wide` are as printed. Where it is not 0 no number is exact: it was
  /// rounded when it was printed.
  public var magnitude = 0

  /// An empty column.
  public init() {}

  /// The state of a row.
  public func state(at row: Int) -> CellState { states.isEmpty ? .value : states[row] }

  /// True where the numbers were rounded to be printed in larger units.
  public var isRounded: Bool { magnitude != 0 }

  /// The value of a row with the precision it was printed with; nil where missing or malformed.
  ///
  /// 5,2 where numbers are printed in millions is 52 × 10^5: the scale is below zero.
  public func value(at row: Int) -> ExactDecimal? {
    let printed = printed(at: row)
    guard magnitude != 0, let printed else { return printed }
    return ExactDecimal(mantissa: printed.mantissa, scale: printed.scale - magnitude)
  }

  /// The number of a row as it was printed, without what it is printed in; nil where missing or
  /// malformed.
  public func printed(at row: Int) -> ExactDecimal? {
    switch state(at: row) {
    case .missing, .malformed: return nil
    case .wide: return wide[row]
    case .value:
      let value = ExactDecimal(mantissa: Int128(mantissas[row]), scale: scale)
      guard !printedScales.isEmpty else { return value }
      return value.rescaled(to: Int(printedScales[row])) ?? value
    }
  }
}

/// The texts of one field in one batch.
public struct TextColumn: Sendable {
  /// The code of each text in `pool`; 0 where the cell is missing.
  public var codes: [UInt32] = []
  /// The texts of the field, shared by all batches of the table.
  public var pool: TextPool

  /// An empty column over `pool`.
  public init(pool: TextPool) { self.pool = pool }

  /// The text of a row, trimmed; nil where it is missing.
  public func text(at row: Int) -> String? { codes[row] == 0 ? nil : pool[codes[row]] }
}

/// The cells of one field in one batch, with what was written where that can't be rewritten.
public struct Column: Sendable {
  /// The values in columnar form.
  public enum Values: Sendable {
    /// Numbers.
    case numerals(NumeralColumn)
    /// Everything else, as codes of texts.
    case texts(TextColumn)
  }

  /// The values.
  public var values: Values
  /// The text as found, for the rows whose text differs from what the value would be written as.
  public var exceptions = RawTexts()
  /// How far the text of each cell is indented, in blanks; empty where nobody asks for it.
  public var indents: [UInt8] = []
  /// The place of each cell, where it is not the record's own line and the field's own column.
  public var places: [CellPlace] = []

  /// A column of values that were all written regularly.
  public init(_ values: Values) { self.values = values }

  /// The numerals, or nil for a text column.
  public var numerals: NumeralColumn? {
    if case .numerals(let column) = values { column } else { nil }
  }

  /// The texts, or nil for a numeric column.
  public var texts: TextColumn? {
    if case .texts(let column) = values { column } else { nil }
  }

  /// The text of a row exactly as found in the source.
  public func raw(at row: Int) -> String {
    if let exception = exceptions[row] { return exception }
    switch values {
    case .texts(let column): return column.text(at: row) ?? ""
    case .numerals(let column):
      return column.printed(at: row).map { column.notation.written($0) } ?? ""
    }
  }
}

/// Where one cell stands in its resource.
public struct CellPlace: Sendable, Hashable {
  /// The physical line, or the row of the sheet, from 1.
  public var line: UInt32
  /// The column, from 0.
  public var column: UInt32

  /// Makes a place.
  public init(line: UInt32, column: UInt32) {
    self.line = line
    self.column = column
  }
}
