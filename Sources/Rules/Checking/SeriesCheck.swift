import Numerals
import Tabular

extension SpecialChecks {
  /// The numbers of a field must run 1, 2, 3 … through each source and group, wherever there is one.
  func series(
    _ field: FieldReference, _ grouping: Int, of resolved: ResolvedRule, tally: inout Tally
  ) throws(TabularError) -> [Draft] {
    var drafts: [Draft] = []
    var next: [Run: Int128] = [:]
    try forEachRecord(of: field.table, resolved) { (batch, row) throws(TabularError) in
      let record = batch.firstRecord + row
      guard let written = Self.ordinal(batch.columns[field.position], row) else { return }
      let place = Place.record(table: field.table, batch: batch, row: row)
      guard let group = try? evaluator.group(of: grouping, at: place) else { return }
      let run = Run(source: batch.source, group: group)
      let expected = next[run] ?? 1
      next[run] = written + 1
      guard written != expected else { return tally.hold() }
      add(
        Draft(
          kind: .series, severity: resolved.definition.severity,
          stated: ExactDecimal(mantissa: written), expected: ExactDecimal(mantissa: expected),
          cells: [
            Draft.CellReference(
              role: .stated, table: field.table, record: record, field: field.position)
          ],
          table: field.table, key: ["\(written)", "\(expected)"], fact: .sequence, record: record),
        to: &drafts, tally: &tally)
    }
    return drafts
  }

  /// The number of a cell that holds one, be it `12`, `12.` or `12)`.
  private static func ordinal(_ column: Column, _ row: Int) -> Int128? {
    if let numerals = column.numerals {
      guard let value = numerals.value(at: row)?.reduced, value.scale == 0 else { return nil }
      return value.mantissa
    }
    guard let text = column.texts?.text(at: row) else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard rest.allSatisfy({ $0 == "." || $0 == ")" || $0.isWhitespace }) else { return nil }
    return Int128(digits)
  }
}
