import Numerals

extension TableDecoder {
  /// The number of cells of a field that are looked at before more is asked for only in doubt.
  private static var sampleSize: Int { 2_048 }

  /// Looks at the cells of undecided fields; true where all fields are decided.
  mutating func observe(_ window: RecordWindow) -> Bool {
    var isDecided = true
    for place in numerals.indices where numerals[place].settlement == nil {
      let column = source.columns[numerals[place].position]
      window.withRun(ofColumn: column, scratch: &scratch) { run in
        for row in 0..<run.count {
          if row >= Self.sampleSize, row % Self.sampleSize == 0, !numerals[place].isUndecided {
            break
          }
          if run.marks(row).isDisjoint(with: .typed) { numerals[place].observe(run[row]) }
        }
      }
      if numerals[place].isUndecided { isDecided = false }
    }
    for place in texts.indices where texts[place].field.kind == .date {
      if !observeDates(place, window) { isDecided = false }
    }
    return isDecided
  }

  /// Looks for a date that shows its order; false where some date can be read both ways.
  private mutating func observeDates(_ place: Int, _ window: RecordWindow) -> Bool {
    guard texts[place].dateOrder == nil else { return true }
    var isAmbiguous = false
    for record in 0..<window.range.count {
      let text = HeaderText.trimmed(
        window.text(record, column: source.columns[texts[place].position]))
      if let order = DateText.order(shownBy: text) {
        texts[place].dateOrder = order
        return true
      }
      if case .ambiguous = DateText.read(text, order: nil) { isAmbiguous = true }
    }
    return !isAmbiguous
  }

  /// Puts conventions in force and decodes what was held back for them.
  mutating func settle() throws(TabularError) {
    for place in numerals.indices {
      let settlement = numerals[place].settlement ?? numerals[place].tally.settlement
      numerals[place].settle(
        settlement, samples: samples(of: numerals[place].position, in: source.held))
    }
    source.isSettled = true
    let held = source.held
    source.held = []
    for window in held { try process(window) }
  }

  /// Settles the conventions that were only assumed and about which the records of a window say
  /// something; the batch so far ends before them, because it has another notation.
  mutating func adopt(from window: RecordWindow) throws(TabularError) {
    for place in numerals.indices where numerals[place].isAssumed {
      var tally = numerals[place].emptyTally
      var hasNumbers = false
      let column = source.columns[numerals[place].position]
      window.withRun(ofColumn: column, scratch: &scratch) { run in
        for row in 0..<run.count where run.marks(row).isDisjoint(with: .typed) {
          tally.observe(run[row])
        }
        hasNumbers = run.marks != nil && run.allMarks.contains(.number)
      }
      let knowsAll = numerals[place].isStored || !hasNumbers
      if case .settled(_, .assumed) = tally.settlement, knowsAll { continue }
      try flush()
      numerals[place].settle(
        tally.settlement, samples: samples(of: numerals[place].position, in: [window]))
    }
  }

  /// Some cells of a field.
  private func samples(of position: Int, in windows: [RecordWindow]) -> CellSamples {
    var samples = CellSamples()
    let column = source.columns[position]
    for window in windows {
      for record in 0..<window.range.count where samples.count < Self.sampleSize {
        let row = window.row(record)
        guard column < window.block.cellCount(ofRow: row) else { continue }
        let cell = window.block.cellBytes(row: row, column: column)
        if !cell.isEmpty { samples.add(cell, window.marks(record, column: column)) }
      }
    }
    return samples
  }
}

/// Some cells of a field, from which its notation is told.
struct CellSamples {
  /// Texts.
  private(set) var texts: [ArraySlice<UInt8>] = []
  /// What numbers of a workbook show.
  private(set) var numbers: [ArraySlice<UInt8>] = []

  var count: Int { texts.count + numbers.count }

  mutating func add(_ cell: ArraySlice<UInt8>, _ marks: CellMarks) {
    if marks.contains(.number) {
      numbers.append(cell)
    } else if marks.isDisjoint(with: .typed) {
      texts.append(cell)
    }
  }
}

extension NumeralDecoder {
  /// True where some values may be read both ways and nothing speaks for either.
  var isUndecided: Bool { if case .ambiguous = tally.settlement { true } else { false } }

  /// The convention as all values show it, and whether they would be read otherwise by it than
  /// they were.
  var final: (settlement: ConventionSettlement, isRevised: Bool) {
    let now = settlement ?? tally.settlement
    let all = tally.settlement
    if case (.settled(_, .assumed), .settled(_, .assumed)) = (now, all), numberCells > 0 {
      return (.settled(.indonesian, .stored), false)
    }
    switch (now, all) {
    case (.settled(_, .given), _), (_, .settled(_, .assumed)): return (now, false)
    case (.settled(let one, _), .settled(let other, _)): return (all, one != other)
    case (.ambiguous, .settled), (.ambiguous, .mixed): return (all, hasRefused)
    case (.mixed, .mixed), (.ambiguous, .ambiguous): return (all, false)
    case (.settled, .mixed), (.mixed, .settled), (_, .ambiguous): return (all, true)
    }
  }
}
