import Numerals

/// A column in a temporary file: where it stands there, and what is kept in memory of it.
struct StoredColumn: Sendable {
  /// What can't or need not go to the file.
  enum Kind: Sendable {
    case numerals(Notation, magnitude: Int)
    case texts(TextPool)
  }

  /// The bytes of the column within those of its batch.
  let bytes: Range<Int>
  private let kind: Kind

  /// Writes `column` behind what `writer` holds.
  init(_ column: Column, to writer: inout SegmentWriter) {
    writer.align()
    let start = writer.count
    switch column.values {
    case .numerals(let numerals):
      kind = .numerals(numerals.notation, magnitude: numerals.magnitude)
      Self.write(numerals, to: &writer)
    case .texts(let texts):
      kind = .texts(texts.pool)
      texts.codes.withUnsafeBufferPointer { PackedIntegers.write($0, to: &writer) }
    }
    writer.append(array: column.exceptions.rows)
    writer.append(array: column.exceptions.ends)
    writer.append(array: column.exceptions.bytes)
    column.places.map(\.line).withUnsafeBufferPointer { PackedIntegers.write($0, to: &writer) }
    column.places.map(\.column).withUnsafeBufferPointer { PackedIntegers.write($0, to: &writer) }
    writer.append(array: column.indents)
    bytes = start..<writer.count
  }

  /// The column without any rows, for readers that do not need it.
  var empty: Column {
    switch kind {
    case .numerals(let notation, let magnitude):
      var numerals = NumeralColumn()
      (numerals.notation, numerals.magnitude) = (notation, magnitude)
      return Column(.numerals(numerals))
    case .texts(let pool): return Column(.texts(TextColumn(pool: pool)))
    }
  }

  /// Reads the column back from its bytes.
  func read(from bytes: UnsafeRawBufferPointer) -> Column {
    var reader = SegmentReader(bytes)
    var column: Column
    switch kind {
    case .numerals(let notation, let magnitude):
      var numerals = Self.readNumerals(notation, from: &reader)
      numerals.magnitude = magnitude
      column = Column(.numerals(numerals))
    case .texts(let pool):
      var texts = TextColumn(pool: pool)
      texts.codes = PackedIntegers.read(UInt32.self, from: &reader)
      column = Column(.texts(texts))
    }
    column.exceptions = RawTexts(
      rows: reader.array(of: UInt32.self), ends: reader.array(of: UInt32.self),
      bytes: reader.array(of: UInt8.self))
    let lines = PackedIntegers.read(UInt32.self, from: &reader)
    let columns = PackedIntegers.read(UInt32.self, from: &reader)
    column.places = zip(lines, columns).map { CellPlace(line: $0, column: $1) }
    column.indents = reader.array(of: UInt8.self)
    return column
  }

  private static func write(_ numerals: NumeralColumn, to writer: inout SegmentWriter) {
    numerals.mantissas.withUnsafeBufferPointer { PackedIntegers.write($0, to: &writer) }
    writer.append(UInt8(numerals.scale))
    numerals.printedScales.withUnsafeBufferPointer { PackedIntegers.write($0, to: &writer) }
    numerals.states.map(\.rawValue).withUnsafeBufferPointer {
      PackedIntegers.write($0, to: &writer)
    }
    writer.append(UInt32(numerals.wide.count))
    for (row, value) in numerals.wide.sorted(by: { $0.key < $1.key }) {
      writer.append(UInt32(row))
      writer.append(UInt8(value.scale))
      writer.append(Int64(truncatingIfNeeded: value.mantissa >> 64))
      writer.append(UInt64(truncatingIfNeeded: value.mantissa))
    }
  }

  private static func readNumerals(
    _ notation: Notation, from reader: inout SegmentReader
  ) -> NumeralColumn {
    var numerals = NumeralColumn()
    numerals.notation = notation
    numerals.mantissas = PackedIntegers.read(Int64.self, from: &reader)
    numerals.scale = Int(reader.next(UInt8.self))
    numerals.printedScales = PackedIntegers.read(UInt8.self, from: &reader)
    numerals.states = PackedIntegers.read(UInt8.self, from: &reader)
      .map { CellState(rawValue: $0) ?? .malformed }
    for _ in 0..<reader.next(UInt32.self) {
      let row = Int(reader.next(UInt32.self))
      let scale = Int(reader.next(UInt8.self))
      let high = Int128(reader.next(Int64.self)) << 64
      let low = Int128(reader.next(UInt64.self))
      numerals.wide[row] = ExactDecimal(mantissa: high | low, scale: scale)
    }
    return numerals
  }
}
