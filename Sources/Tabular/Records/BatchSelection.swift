extension Batch {
  /// The records in `rows`, which rise, as a batch that begins with `firstRecord`.
  public func keeping(rows: [Int], firstRecord: Int) -> Batch {
    guard rows.count < count else {
      var whole = self
      whole.firstRecord = firstRecord
      return whole
    }
    return Batch(
      firstRecord: firstRecord, count: rows.count, columns: columns.map { $0.keeping(rows: rows) },
      lines: rows.map { lines[$0] }, source: source)
  }
}

extension Column {
  fileprivate func keeping(rows: [Int]) -> Column {
    var kept: Column
    switch values {
    case .numerals(let column): kept = Column(.numerals(column.keeping(rows: rows)))
    case .texts(let column):
      var texts = TextColumn(pool: column.pool)
      texts.codes = rows.map { column.codes[$0] }
      kept = Column(.texts(texts))
    }
    if !indents.isEmpty { kept.indents = rows.map { indents[$0] } }
    if !places.isEmpty { kept.places = rows.map { places[$0] } }
    if !exceptions.isEmpty {
      for (row, old) in rows.enumerated() {
        if let raw = exceptions[old] { kept.exceptions.append(Array(raw.utf8), row: row) }
      }
    }
    return kept
  }
}

extension NumeralColumn {
  fileprivate func keeping(rows: [Int]) -> NumeralColumn {
    var kept = NumeralColumn()
    kept.scale = scale
    kept.notation = notation
    kept.magnitude = magnitude
    kept.mantissas = rows.map { mantissas[$0] }
    if !printedScales.isEmpty { kept.printedScales = rows.map { printedScales[$0] } }
    if !states.isEmpty { kept.states = rows.map { states[$0] } }
    if !wide.isEmpty {
      for (row, old) in rows.enumerated() { kept.wide[row] = wide[old] }
    }
    return kept
  }
}
