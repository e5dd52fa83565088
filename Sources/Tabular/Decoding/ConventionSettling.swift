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
          numerals[place].evidence.observe(run[row])
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
      let settlement = numerals[place].settlement ?? numerals[place].proposed
      numerals[place].settle(settlement, samples: samples(of: numerals[place].position))
    }
    source.isSettled = true
    let held = source.held
    source.held = []
    for window in held { try process(window) }
  }

  /// Some cells of a field from the rows that were held back.
  private func samples(of position: Int) -> [ArraySlice<UInt8>] {
    var samples: [ArraySlice<UInt8>] = []
    for window in source.held {
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
  var isUndecided: Bool {
    if case .ambiguous = proposed { true } else { false }
  }

  /// The convention as all values show it, and whether it is another than was in force.
  ///
  /// Only cells that the convention in force could not read were observed after the first ones, so
  /// the evidence errs on the side of change; a change of a settled convention needs as many
  /// values against it as were read by it.
  var final: (settlement: ConventionSettlement, isRevised: Bool) {
    let now = settlement ?? proposed
    guard field.convention == nil else { return (now, false) }
    let then = proposed
    switch (now, then) {
    case (.settled(_, .given), _): return (now, false)
    case (.settled(let convention, .assumed), .settled(let other, _)):
      return (then, convention != other && contrary.count > 0)
    case (.settled(_, .assumed), .mixed): return (then, true)
    case (.settled, .settled(_, _)), (.settled, .mixed):
      return contrary.count >= max(1, valueCount) ? (then, true) : (now, false)
    case (.ambiguous, .settled), (.ambiguous, .mixed): return (then, hasRefused)
    case (.settled, .ambiguous), (.mixed, _), (.ambiguous, .ambiguous): return (now, false)
    }
  }
}
