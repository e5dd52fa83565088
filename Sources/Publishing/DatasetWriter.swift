import Delimited
public import Tabular

/// Writes records of a table as CSV: UTF-8, commas, line feeds, a header of field names.
///
/// Decimals have a point and are written to the scale that was printed, a missing value is an empty
/// cell, quotes stand only where they must. Bytes are put together by column, without a `String` a
/// cell. Texts are written as they are, also where a spreadsheet program would take one for a
/// formula: a dataset is read by programs, and its values must not change.
public struct DatasetWriter {
  /// What is written for a cell that holds no numeral although its field is numeric.
  public enum MalformedCells: Sendable, Hashable {
    /// Nothing, as for a missing value.
    case asMissing
    /// The text as found; for quarantine, where people look for it.
    case asFound
  }

  /// What was written, as the data package tells it.
  public struct Facts: Sendable, Hashable {
    /// The number of records.
    public var records = 0
    /// The number of records of the table that were left out.
    public var omitted = 0
    /// The length in bytes.
    public var bytes = 0
    /// The most decimals that a cell of each selected field has; 0 where the field is no number.
    public var decimals: [Int]
    /// To which place, as a power of ten, numbers of a selected field are rounded, by its number.
    ///
    /// 5 stands for hundreds of thousands. Fields whose numbers are written as they were printed have none.
    public var roundings: [Int: Int] = [:]
    /// How the texts of each selected field are written.
    public var shapes: [TextShape]
  }

  /// Takes the bytes.
  public typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  /// The records that are put together at once: their bytes stay in the processor's cache.
  private static let rowsAtOnce = 4_096

  private let table: Table
  private let fields: [Int]
  private let malformed: MalformedCells

  /// Makes a writer for the fields at the positions `fields` of the table's schema, in that order.
  public init(table: Table, fields: [Int], malformed: MalformedCells = .asMissing) {
    precondition(fields.allSatisfy(table.schema.fields.indices.contains), "no such field")
    self.table = table
    self.fields = fields
    self.malformed = malformed
  }

  /// Writes the records for which `keep` is true (all without it), given a batch and a row of it.
  ///
  /// Throws what the sink throws, and `TabularError` where a batch can't be read back.
  public func write(
    to sink: Sink, keep: ((Batch, Int) -> Bool)? = nil
  ) throws -> Facts {
    var facts = Facts(
      decimals: fields.map { _ in 0 }, shapes: fields.map { TextShape(of: table.schema.fields[$0]) }
    )
    let names = fields.map { CSVText.cell(table.schema.fields[$0].name) }
    let header = Array(names.joined(separator: [UInt8(ascii: ",")])) + [UInt8(ascii: "\n")]
    try header.withUnsafeBytes(sink)
    facts.bytes = header.count
    var texts = TextCache()
    var buffer = RowBuffer()
    try table.batches.forEach(fields: Set(fields)) { batch in
      texts.update(for: batch, fields: fields, shapes: &facts.shapes)
      for start in stride(from: 0, to: batch.count, by: Self.rowsAtOnce) {
        let rows = start..<min(start + Self.rowsAtOnce, batch.count)
        buffer.rows.removeAll(keepingCapacity: true)
        for row in rows where keep?(batch, row) ?? true { buffer.rows.append(Int32(row)) }
        facts.records += buffer.rows.count
        facts.omitted += rows.count - buffer.rows.count
        guard !buffer.rows.isEmpty else { continue }
        put(batch, texts: texts, into: &buffer, facts: &facts)
        facts.bytes += buffer.count
        try buffer.bytes.withUnsafeBytes { bytes in
          try sink(UnsafeRawBufferPointer(rebasing: bytes[..<buffer.count]))
        }
      }
    }
    return facts
  }

  private func put(
    _ batch: Batch, texts: TextCache, into buffer: inout RowBuffer, facts: inout Facts
  ) {
    buffer.begin(separators: fields.count)
    for (index, field) in fields.enumerated() {
      switch cells(of: batch.columns[field], index: index, texts: texts) {
      case .texts(let cells): cells.measure(in: &buffer)
      case .numerals(let cells):
        facts.decimals[index] = max(facts.decimals[index], cells.measure(in: &buffer))
        if let rounding = cells.rounding(of: buffer.rows) {
          facts.roundings[index] = max(facts.roundings[index] ?? rounding, rounding)
        }
      }
    }
    buffer.layOut()
    for (index, field) in fields.enumerated() {
      switch cells(of: batch.columns[field], index: index, texts: texts) {
      case .texts(let cells): cells.write(to: &buffer)
      case .numerals(let cells): cells.write(to: &buffer)
      }
    }
  }

  private enum Cells {
    case texts(TextCells)
    case numerals(NumeralCells)
  }

  private func cells(of column: Column, index: Int, texts: TextCache) -> Cells {
    let separator = UInt8(ascii: index == fields.count - 1 ? "\n" : ",")
    // A record of one missing value would be a blank line, which readers pass over.
    let missing = fields.count == 1 ? Array("\"\"".utf8) : []
    switch column.values {
    case .texts(let values):
      return .texts(
        TextCells(
          codes: values.codes, texts: texts[values.pool], separator: separator, missing: missing))
    case .numerals(let values):
      return .numerals(
        NumeralCells(
          column: values, exceptions: column.exceptions,
          isWhole: table.schema.fields[fields[index]].kind.isWhole, malformed: malformed,
          separator: separator, missing: missing))
    }
  }
}

/// The quoted texts of the pools of a table.
struct TextCache {
  private var pools: [ObjectIdentifier: QuotedTexts] = [:]

  subscript(pool: TextPool) -> QuotedTexts {
    pools[ObjectIdentifier(pool)] ?? QuotedTexts(pool: pool)
  }

  /// Takes in the texts of a batch, and what they tell of the shapes of fields.
  mutating func update(for batch: Batch, fields: [Int], shapes: inout [TextShape]) {
    for (index, field) in fields.enumerated() {
      guard let pool = batch.columns[field].texts?.pool else { continue }
      pools[ObjectIdentifier(pool), default: QuotedTexts(pool: pool)].update()
      shapes[index].examine(pool)
    }
  }
}
