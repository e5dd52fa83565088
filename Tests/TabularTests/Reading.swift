import Numerals
import Testing

@testable import Tabular

/// A delimited text read from its layout to its table, for tests.
struct Reading {
  let layout: Layout
  let table: Table
  let source: SourceReading
  /// True where late values made it be read twice.
  let wasReadAgain: Bool

  /// Reads `text` into `fields`, in blocks of `blockRows` rows, and again where it must be.
  init(
    _ text: String, _ fields: [Field], key: [String] = [], request: LayoutRequest = .init(),
    blockRows: Int = .max, heldLimit: Int? = nil
  ) throws {
    try self.init(
      TinyCSV.rows(of: text), in: Location(resource: "uji.csv"), fields, key: key,
      request: request, blockRows: blockRows, heldLimit: heldLimit)
  }

  /// Reads a drawn sheet, as a delimited text is read.
  init(
    sheet drawing: String, _ fields: [Field], firstColumn: Int = 0, key: [String] = [],
    request: LayoutRequest = .init(), blockRows: Int = .max
  ) throws {
    try self.init(
      DrawnSheet.rows(drawing, firstColumn: firstColumn),
      in: Location(resource: "uji.xlsx", sheet: "Lembar"), fields, key: key, request: request,
      blockRows: blockRows)
  }

  private init(
    _ rows: RowBlock, in place: Location, _ fields: [Field], key: [String],
    request: LayoutRequest, blockRows: Int, heldLimit: Int? = nil
  ) throws {
    layout = try Layout(
      of: rows, labels: fields.map(\.labels), request: request, in: place)
    let match = try ColumnMatch(fields: fields, header: layout.header, in: place)
    var decoder = try TableDecoder(
      name: "uji", schema: Schema(fields: fields, primaryKey: key), pipeline: "uji")
    if let heldLimit { decoder.heldLimit = heldLimit }
    decoder.begin(resource: place.resource, sheet: place.sheet, layout: layout, match: match)
    for block in rows.blocks(of: blockRows) { try decoder.decode(block) }
    var reading = try decoder.end()
    let wasReadAgain = reading.mustBeReadAgain
    if wasReadAgain {
      decoder.discardSource()
      decoder.begin(
        resource: place.resource, sheet: place.sheet, layout: layout, match: match,
        conventions: reading.conventions, dateOrders: reading.dateOrders)
      for block in rows.blocks(of: blockRows) { try decoder.decode(block) }
      reading = try decoder.end()
    }
    source = reading
    self.wasReadAgain = wasReadAgain
    table = decoder.finish()
  }

  /// The values of all records as canonical text, a missing or malformed one as `·`.
  var values: [[String]] {
    var records: [[String]] = []
    try? table.batches.forEach { batch in
      for row in 0..<batch.count { records.append(batch.columns.map { $0.canonical(row) }) }
    }
    return records
  }

  /// The texts of all records as found.
  var raws: [[String]] {
    var records: [[String]] = []
    try? table.batches.forEach { batch in
      for row in 0..<batch.count { records.append(batch.columns.map { $0.raw(at: row) }) }
    }
    return records
  }

  /// The findings as `line field rule`, in sheets as `A1 field rule`, the severity before it where it is no error.
  var findings: [String] {
    source.findings.map { finding in
      let place = finding.cells[0].location
      let severity = finding.severity == .error ? "" : finding.severity.rawValue + " "
      return severity
        + "\(place.cell ?? String(place.line ?? 0)) \(place.field ?? "-") \(finding.rule)"
    }
  }
}

extension Column {
  func canonical(_ row: Int) -> String {
    switch values {
    case .texts(let texts): texts.text(at: row) ?? "·"
    case .numerals(let numerals): numerals.value(at: row)?.description ?? "·"
    }
  }
}

extension RowBlock {
  /// The same rows in blocks of at most `size`.
  func blocks(of size: Int) -> [RowBlock] {
    guard rowCount > size else { return [self] }
    return stride(from: 0, to: rowCount, by: size).map { start in
      var block = RowBlock()
      block.firstColumn = firstColumn
      for row in start..<min(start + size, rowCount) {
        block.append(row: row, of: self, columns: 0..<cellCount(ofRow: row))
      }
      return block
    }
  }
}

func field(_ name: String, _ kind: Field.Kind, _ change: (inout Field) -> Void = { _ in }) -> Field
{
  var field = Field(name: name, kind: kind)
  change(&field)
  return field
}
