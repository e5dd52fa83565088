import Numerals

extension TableDecoder {
  /// Decodes a window into the batch under construction and those after it.
  mutating func process(_ window: RecordWindow) throws(TabularError) {
    var from = window.range.lowerBound
    while from < window.range.upperBound {
      var count = min(Batch.capacity - lines.count, window.range.upperBound - from)
      try adopt(from: window.part(from..<from + count))
      count = min(Batch.capacity - lines.count, count)
      process(part: window.part(from..<from + count))
      if lines.count == Batch.capacity || isHeavy { try flush() }
      from += count
    }
  }

  /// True where the texts kept as found take more memory than a batch should.
  private var isHeavy: Bool {
    texts.contains { $0.exceptionBytes > 16 << 20 }
      || numerals.contains { $0.exceptionBytes > 16 << 20 }
  }

  private mutating func process(part window: RecordWindow) {
    let base = lines.count
    appendLines(window)
    var faults: [CellFault] = []
    for (position, slot) in slots.enumerated() {
      let column = source.columns[position]
      switch slot {
      case .text(let place):
        window.withRun(ofColumn: column, scratch: &scratch) {
          texts[place].append($0, stored: window.block.stored, faults: &faults)
        }
      case .numeral(let place):
        window.withRun(ofColumn: column, scratch: &scratch) {
          numerals[place].append($0, stored: window.block.stored, faults: &faults)
        }
      }
      appendPlaces(window, position: position, column: column, base: base)
      if schema.fields[position].keepsIndents {
        appendIndents(window, position: position, column: column)
      }
    }
    countTotals(window)
    noteNews()
    faults.sort { ($0.row, $0.field) < ($1.row, $1.field) }
    for fault in faults {
      source.journal.add(
        fault, field: schema.fields[fault.field],
        at: location(of: fault.field, row: fault.row), key: factKey(row: fault.row),
        record: store.recordCount + fault.row + 1)
    }
  }

  private mutating func appendLines(_ window: RecordWindow) {
    guard let records = window.records else {
      lines.append(contentsOf: window.block.lines[window.range])
      return
    }
    for record in window.range { lines.append(window.block.lines[records[record]]) }
  }

  /// Keeps the places of cells where the rows were reshaped.
  private mutating func appendPlaces(
    _ window: RecordWindow, position: Int, column: Int, base: Int
  ) {
    let block = window.block
    guard !block.places.isEmpty || !places[position].isEmpty else { return }
    let own = UInt32(sources.last?.columns[position] ?? column)
    while places[position].count < base {
      let line = lines[places[position].count]
      places[position].append(CellPlace(line: line, column: own))
    }
    for record in 0..<window.range.count {
      let row = window.row(record)
      let isThere = column < block.cellCount(ofRow: row) && !block.places.isEmpty
      places[position].append(
        isThere
          ? block.places[Int(block.firstCells[row]) + column]
          : CellPlace(line: block.lines[row], column: own))
    }
  }

  /// Ends the batch under construction.
  mutating func flush() throws(TabularError) {
    guard !lines.isEmpty else { return }
    var columns: [Column] = []
    for (position, slot) in slots.enumerated() {
      var column =
        switch slot {
        case .text(let place): texts[place].flush()
        case .numeral(let place): numerals[place].flush()
        }
      column.places = places[position]
      places[position] = []
      column.indents = indents[position] ?? []
      indents[position] = nil
      columns.append(column)
    }
    let batch = Batch(
      firstRecord: store.recordCount + 1, count: lines.count, columns: columns, lines: lines,
      source: sources.count - 1)
    lines = []
    if batch.count == Batch.capacity { lines.reserveCapacity(Batch.capacity) }
    try store.append(batch)
    watcher?(batch)
  }

  /// Counts the lines of records that state totals.
  private mutating func countTotals(_ window: RecordWindow) {
    guard source.sorter != nil else { return }
    var found: Set<Int> = []
    for decoder in texts {
      found.formUnion(decoder.totals.plain)
      for record in decoder.totals.beginning {
        let isFirst = source.columns[decoder.position] == 0
        // A label that is merged over the first columns stands before itself.
        let isWide = window.marks(record, column: source.columns[decoder.position])
          .contains(.mergedAcross)
        let first =
          isFirst || isWide ? "" : HeaderText.clean(window.text(record, column: 0))
        if first.isEmpty { found.insert(record) }
      }
    }
    for decoder in numerals { found.formUnion(decoder.totals) }
    let lines = found.reduce(0) { $0 + window.block.lineCount(ofRow: window.row($1)) }
    source.sorter?.countTotals(lines: lines)
  }

  /// The place of a cell of the batch under construction.
  func location(of field: Int, row: Int) -> Location {
    guard let table = sources.last else { return Location(resource: "") }
    var line = lines[row]
    var column = table.columns[field]
    if row < places[field].count {
      line = places[field][row].line
      column = Int(places[field][row].column)
    }
    return Location(
      resource: table.resource, sheet: table.sheet, line: Int(line), column: column,
      field: schema.fields[field].name, label: table.labels[field])
  }

  /// What identifies the record of a row of the batch under construction, wherever it stands: its
  /// key, else its texts and codes, else all that it holds.
  private func factKey(row: Int) -> [String] {
    var positions = schema.primaryKey.compactMap { schema.position(of: $0) }
    if positions.isEmpty {
      positions = schema.fields.indices.filter { !schema.fields[$0].kind.isNumeric }
    }
    if positions.isEmpty { positions = Array(schema.fields.indices) }
    return positions.map { position in
      switch slots[position] {
      case .text(let place): texts[place].text(at: row) ?? ""
      case .numeral(let place): numerals[place].text(at: row)
      }
    }
  }
}
