import Numerals

// A number of a workbook is certain, whatever the texts of its column are written like: what it
// shows has a decimal comma and points between groups, and says nothing about the convention.
extension NumeralDecoder {
  /// True where the kernels read texts as the settled convention does.
  var kernelsReadTexts: Bool {
    !isStored || (settlement?.convention == .indonesian && options.numberPattern == nil)
  }

  /// True where the kernels read what numbers show.
  private var kernelsReadNumbers: Bool { kernel?.notation.convention == .indonesian }

  /// Adds to the irregular cells of a run those that the kernel read as what they are not.
  mutating func sift(_ run: CellRun, _ stored: StoredDigits, _ base: Int) {
    let (readsTexts, readsNumbers) = (kernelsReadTexts, kernelsReadNumbers)
    let usesStored = field.digits == .stored && !stored.isEmpty
    let pads = field.digits == .stored && field.storedDecimals > 0
    var others: [UInt32] = []
    var next = 0
    for row in 0..<run.count {
      let marks = run.marks(row)
      if marks.contains(.number) { numberCells += 1 }
      if next < irregular.count, Int(irregular[next]) == row {
        next += 1
        others.append(UInt32(row))
      } else if marks.contains(.number)
        ? readsNumbers && !pads && !(usesStored && stored[run.number(row)] != nil) : readsTexts
      {
        noteRegular(run, row, base)
      } else {
        column.mantissas[base + row] = 0
        others.append(UInt32(row))
      }
    }
    irregular = others
  }

  /// Counts what a cell that the kernel read says.
  private mutating func noteRegular(_ run: CellRun, _ row: Int, _ base: Int) {
    let marks = run.marks(row)
    if !marks.contains(.number) {
      observeIrregular(run[row])
      textNumbers.add(row: base + row, String(decoding: run[row], as: UTF8.self))
    }
    if marks.contains(.mergedDown) { noteMerged(run, row) }
  }

  /// Counts a number that stands in a cell merged over several records.
  private mutating func noteMerged(_ run: CellRun, _ row: Int) {
    guard !run.marks(row).contains(.mergedAcross) else { return }
    var first = row
    while first > 0, run.marks(first).contains(.mergedDown) { first -= 1 }
    if run.marks(first).contains(.mergedDown) { first = row }
    mergedNumbers.add(row: runStart + first, String(decoding: run[row], as: UTF8.self))
  }

  /// Counts the texts of a run without numbers of which each was read as one.
  mutating func countTexts(_ run: CellRun, _ base: Int) {
    let isValue = { (row: Int) in [.value, .wide].contains(column.state(at: base + row)) }
    guard let first = (0..<run.count).first(where: isValue) else { return }
    let count =
      column.states.isEmpty ? run.count : (first..<run.count).count(where: isValue)
    textNumbers.add(
      row: base + first, String(decoding: run[first], as: UTF8.self), times: count)
  }

  /// Decodes an irregular cell by what it is in its workbook.
  mutating func appendTyped(
    _ run: CellRun, _ row: Int, _ stored: StoredDigits, _ faults: inout [CellFault]
  ) {
    let (marks, cell, place) = (run.marks(row), run[row], runStart + row)
    if marks.contains(.error) { return refuse(cell, at: place, .spreadsheetError, &faults) }
    if marks.contains(.withoutResult) {
      return refuse(cell, at: place, .formulaWithoutResult, &faults)
    }
    if marks.contains(.number) {
      appendNumber(cell, stored: stored[run.number(row)], at: place, &faults)
    } else if marks.contains(.mergedAcross), !isNumeral(cell) {
      // A heading that is merged over the columns of numbers, too.
      return miss(place, &faults)
    } else {
      appendIrregular(cell, at: place, &faults)
    }
    guard [.value, .wide].contains(column.state(at: place)), !cell.isEmpty else { return }
    if !marks.contains(.number) {
      textNumbers.add(row: place, String(decoding: cell, as: UTF8.self))
    }
    if marks.contains(.mergedDown) { noteMerged(run, row) }
  }

  private func isNumeral(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch reader.read(cell) {
    case .value, .ambiguous: true
    case .missing, .malformed: false
    }
  }

  private mutating func appendNumber(
    _ cell: UnsafeBufferPointer<UInt8>, stored: String?, at row: Int,
    _ faults: inout [CellFault]
  ) {
    guard !cell.isEmpty else { return miss(row, &faults) }
    if field.digits == .stored, let stored {
      if let value = self.stored(stored, shown: cell) {
        return accept(value, shown: cell, at: row, &faults)
      }
      guard case .malformed(let fault, let nearest) = numberReader.read(stored) else {
        return miss(row, &faults)
      }
      return refuse(cell, at: row, fault, nearest, &faults)
    }
    if form == nil, kernelsReadNumbers, field.storedDecimals == 0,
      let value = regularAtOtherScale(cell)
    {
      return set(value, at: row)
    }
    switch numberReader.read(cell) {
    case .value(let value, _): accept(padded(value), shown: cell, at: row, &faults)
    case .missing:
      exceptions.append(cell, row: row)
      miss(row, &faults)
    case .ambiguous(let values):
      refuse(cell, at: row, .ambiguousNumeral(values.map(\.description)), &faults)
    case .malformed(let fault, let nearest):
      if let value = certain(cell, stored, fault) {
        return accept(value, shown: cell, at: row, &faults)
      }
      refuse(cell, at: row, fault, nearest, &faults)
    }
  }

  private mutating func refuse(
    _ cell: UnsafeBufferPointer<UInt8>, at row: Int, _ fault: NumeralFault,
    _ nearest: [ExactDecimal], _ faults: inout [CellFault]
  ) {
    let written = nearest.map { column.notation.written($0) }
    refuse(cell, at: row, .numeral(fault, nearest: written), &faults)
  }

  private mutating func accept(
    _ value: ExactDecimal, shown cell: UnsafeBufferPointer<UInt8>, at row: Int,
    _ faults: inout [CellFault]
  ) {
    guard hasForm(value, cell) else {
      let written = column.notation.written(value)
      return refuse(cell, at: row, .numeralForm(nearest: written), &faults)
    }
    guard ExactDecimal.fits(value.mantissa, scale: value.scale - column.magnitude) else {
      return refuse(cell, at: row, .overflow, [], &faults)
    }
    set(value, at: row)
    if !column.notation.written(value).utf8.elementsEqual(cell) {
      exceptions.append(cell, row: row)
    }
  }

  /// True where what a number shows has the form of the field, or its value written with groups or
  /// without: which of these a number format chooses is no mistake.
  private func hasForm(_ value: ExactDecimal, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let form else { return true }
    let shown = HeaderText.trimmed(String(decoding: cell, as: UTF8.self))
    return form.holds(shown) || form.holds(Notation().written(value))
      || form.holds(Notation(grouping: .none).written(value))
  }

  /// The value of stored digits; nil where they are no number of the field.
  private func stored(_ digits: String, shown cell: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
    guard case .value(let value, _) = numberReader.read(digits) else { return nil }
    // A format with `%` shows the hundredfold of what is stored.
    guard cell.contains(UInt8(ascii: "%")), !digits.contains("%") else { return padded(value) }
    return value.rescaled(to: max(value.scale, 2)).map {
      padded(ExactDecimal(mantissa: $0.mantissa, scale: $0.scale - 2))
    }
  }

  /// The value with the decimals that stored digits have at least.
  private func padded(_ value: ExactDecimal) -> ExactDecimal {
    guard field.digits == .stored, value.scale < field.storedDecimals else { return value }
    return value.rescaled(to: field.storedDecimals) ?? value
  }

  /// The value of a number whose format shows it with words or without its digits.
  private func certain(
    _ cell: UnsafeBufferPointer<UInt8>, _ stored: String?, _ fault: NumeralFault
  ) -> ExactDecimal? {
    switch fault {
    case .scientific, .noDigits: return stored.flatMap { self.stored($0, shown: cell) }
    case .unexpectedText(let words) where !words.contains("%"):
      var options = numberReader.options
      options.affixes += String(decoding: cell, as: UTF8.self)
        .split { $0.isNumber || $0.isWhitespace || ".,-+()".contains($0) }.map(String.init)
      guard case .value(let value, _) = NumeralReader(options).read(cell) else { return nil }
      return value
    default: return nil
    }
  }
}
