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
          numerals[place].observe(run[row])
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
      let column = source.columns[numerals[place].position]
      window.withRun(ofColumn: column, scratch: &scratch) { run in
        for row in 0..<run.count { tally.observe(run[row]) }
      }
      if case .settled(_, .assumed) = tally.settlement { continue }
      try flush()
      numerals[place].settle(
        tally.settlement, samples: samples(of: numerals[place].position, in: [window]))
    }
  }

  /// Some cells of a field.
  private func samples(of position: Int, in windows: [RecordWindow]) -> [ArraySlice<UInt8>] {
    var samples: [ArraySlice<UInt8>] = []
    for window in windows {
      for record in 0..<window.range.count where samples.count < Self.sampleSize {
        let row = window.row(record)
        let column = source.columns[position]
        guard column < window.block.cellCount(ofRow: row) else { continue }
        let cell = window.block.cellBytes(row: row, column: column)
        if !cell.isEmpty { samples.append(cell) }
      }
    }
    return samples
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
    switch (now, all) {
    case (.settled(_, .given), _), (_, .settled(_, .assumed)): return (now, false)
    case (.settled(let one, _), .settled(let other, _)): return (all, one != other)
    case (.ambiguous, .settled), (.ambiguous, .mixed): return (all, hasRefused)
    case (.mixed, .mixed), (.ambiguous, .ambiguous): return (all, false)
    case (.settled, .mixed), (.mixed, .settled), (_, .ambiguous): return (all, true)
    }
  }
}
