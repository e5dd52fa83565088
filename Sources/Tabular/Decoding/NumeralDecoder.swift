import Numerals

/// Decodes the cells of one numeric field.
struct NumeralDecoder {
  let field: Field
  let position: Int
  /// What the cells seen so far say about the convention.
  var evidence: ConventionEvidence
  /// The convention in force and what it rests on; nil before the first cell.
  private(set) var settlement: ConventionSettlement?
  /// Unusual writings, with how often and where they came first.
  private(set) var remarks = RemarkTally()
  /// Cells that only the convention not in force can read.
  private(set) var contrary = PlaceTally()
  /// The number of cells with a value.
  private(set) var valueCount = 0
  /// Rows of the current run that hold a word for a total instead of a number.
  private(set) var totals: [Int] = []
  /// True where a value stands for nothing because its convention could not be told.
  private(set) var hasRefused = false

  private let options: NumeralReader.Options
  private let bounds: NumeralBounds
  private var form: NumeralForm?
  private var reader: NumeralReader
  private var kernels: [NumeralKernel] = []
  private var column = NumeralColumn()
  private var exceptions = RawTexts()
  private var irregular: [UInt32] = []
  private var runStart = 0

  /// A decoder for a numeric field; throws where its pattern can't be used.
  init(field: Field, position: Int) throws(TabularError) {
    self.field = field
    self.position = position
    var options = NumeralReader.Options(
      affixes: field.affixes + Self.usualAffixes(of: field),
      missingValues: field.missingValues, wholeOnly: field.kind.isWhole)
    if let pattern = field.numberPattern {
      do {
        options.numberPattern = try NumberPattern(pattern)
      } catch {
        throw TabularError(.badPattern(field: field.name, pattern: pattern))
      }
    }
    self.options = options
    reader = NumeralReader(options)
    evidence = ConventionEvidence(options: options)
    bounds = NumeralBounds(field)
    form = try field.constraints.pattern.map { pattern throws(TabularError) in
      try NumeralForm(pattern, field: field.name)
    }
  }

  private static func usualAffixes(of field: Field) -> [String] {
    var affixes = field.unit.map { [$0] } ?? []
    if field.kind == .amount { affixes += ["Rp", "IDR"] }
    if field.kind == .percent { affixes += ["%", "persen"] }
    return affixes
  }

  /// Forgets what was seen of the last resource; `settlement` is what is known of the next one.
  mutating func begin(settlement: ConventionSettlement?) {
    evidence = ConventionEvidence(options: options)
    remarks = RemarkTally()
    contrary = PlaceTally()
    valueCount = 0
    hasRefused = false
    kernels = []
    self.settlement =
      settlement ?? field.convention.map { ConventionSettlement.settled($0, .given) }
  }

  /// What the evidence so far settles.
  ///
  /// Money has at most two decimals, so a group of three behind the only mark is no fraction.
  var proposed: ConventionSettlement {
    evidence.settle(
      declared: field.convention, wholeOnly: field.kind.isWhole || field.kind == .amount)
  }

  /// Puts a convention in force and finds out from some cells how values are mostly written.
  mutating func settle(_ settlement: ConventionSettlement, samples: [ArraySlice<UInt8>]) {
    self.settlement = settlement
    var options = options
    options.convention = settlement.convention
    reader = NumeralReader(options)
    let detected = Notation.detect(from: samples, reader: reader)
    column.notation =
      detected?.notation ?? Notation(convention: settlement.convention ?? .indonesian)
    column.scale = detected?.scale ?? 0
    let scales = [column.scale, 0, 2, 1].enumerated().filter { place, scale in
      place == 0 || scale != column.scale
    }.map(\.element)
    form?.forget()
    kernels = scales.compactMap { NumeralKernel(notation: column.notation, scale: $0) }
    if settlement.convention == nil || options.numberPattern != nil { kernels = [] }
  }

  /// Makes room for a whole batch.
  mutating func reserve() { column.mantissas.reserveCapacity(Batch.capacity) }

  /// Decodes the cells of a run behind those of the batch so far.
  mutating func append(_ run: CellRun, faults: inout [CellFault]) {
    let base = column.mantissas.count
    column.mantissas.append(contentsOf: repeatElement(0, count: run.count))
    if !column.states.isEmpty {
      column.states.append(contentsOf: repeatElement(.value, count: run.count))
    }
    if !column.printedScales.isEmpty {
      column.printedScales.append(
        contentsOf: repeatElement(UInt8(column.scale), count: run.count))
    }
    irregular.removeAll(keepingCapacity: true)
    totals = []
    runStart = base
    if let kernel = kernels.first {
      column.mantissas.withUnsafeMutableBufferPointer { mantissas in
        guard let start = mantissas.baseAddress else { return }
        kernel.read(
          run.bytes, starts: run.starts, ends: run.ends, stride: run.stride, count: run.count,
          into: start + base, irregular: &irregular)
      }
    } else {
      irregular.append(contentsOf: 0..<UInt32(run.count))
    }
    valueCount += run.count - irregular.count
    checkForm(from: base)
    let others = irregular
    for row in others { appendIrregular(run[Int(row)], at: base + Int(row), &faults) }
    bounds.check(column, from: base, field: position, exceptions: exceptions, &faults)
  }

  /// Refuses the regular cells that lack the declared form.
  private mutating func checkForm(from base: Int) {
    guard let rows = form?.violations(in: column, from: base, irregular: irregular), !rows.isEmpty
    else { return }
    // Exceptions must come in order, so these rows join the irregular ones.
    irregular = (irregular + rows.map { UInt32($0 - base) }).sorted()
    valueCount -= rows.count
    for row in rows { column.mantissas[row] = 0 }
  }

  /// The finished column of a batch; the next cells begin a new one.
  mutating func flush() -> Column {
    column.unifyScales()
    var finished = Column(.numerals(column))
    finished.exceptions = exceptions
    exceptions = RawTexts()
    let (notation, scale) = (column.notation, kernels.first?.scale ?? column.scale)
    column = NumeralColumn()
    column.notation = notation
    column.scale = scale
    reserve()
    return finished
  }

  /// The text of a row of the batch so far, as its source wrote it.
  func text(at row: Int) -> String {
    if let exception = exceptions[row] { return exception }
    guard column.state(at: row) == .value else {
      return column.wide[row].map { column.notation.written($0) } ?? ""
    }
    let scale = column.printedScales.isEmpty ? column.scale : Int(column.printedScales[row])
    return column.notation.written(
      ExactDecimal(mantissa: Int128(column.mantissas[row]), scale: scale))
  }

  /// Forgets that the place of the first contrary cell is yet to be told.
  mutating func clearNews() {
    contrary.isNew = false
    remarks.clearNews()
  }

  private mutating func appendIrregular(
    _ cell: UnsafeBufferPointer<UInt8>, at row: Int, _ faults: inout [CellFault]
  ) {
    guard !cell.isEmpty else { return miss(row, &faults) }
    if form == nil, let value = regularAtOtherScale(cell) { return set(value, at: row) }
    let examined = reader.examine(cell)
    switch examined.reading {
    case .value(let value, _):
      guard form?.holds(HeaderText.trimmed(String(decoding: cell, as: UTF8.self))) != false else {
        let written = column.notation.written(value)
        return refuse(cell, at: row, .numeralForm(nearest: written), &faults)
      }
      set(value, at: row)
      remarks.add(examined.remarks, row: row, cell)
      if settlement?.convention == nil { evidence.observe(cell) }
      guard !column.notation.written(value).utf8.elementsEqual(cell) else { return }
      exceptions.append(cell, row: row)
    case .missing:
      exceptions.append(cell, row: row)
      miss(row, &faults)
    case .ambiguous(let values):
      evidence.observe(cell)
      hasRefused = true
      refuse(cell, at: row, .ambiguousNumeral(values.map(\.description)), &faults)
    case .malformed(let fault, let nearest):
      malformed(cell, at: row, fault, nearest, &faults)
    }
  }

  private mutating func malformed(
    _ cell: UnsafeBufferPointer<UInt8>, at row: Int, _ fault: NumeralFault,
    _ nearest: [ExactDecimal], _ faults: inout [CellFault]
  ) {
    let text = String(decoding: cell, as: UTF8.self)
    if SpreadsheetError.isError(text) {
      return refuse(cell, at: row, .spreadsheetError, &faults)
    }
    if fault == .noDigits || cell.allSatisfy({ $0 > 0x39 || $0 <= 0x20 }), RowWords.isTotal(text) {
      exceptions.append(cell, row: row)
      totals.append(row - runStart)
      return setState(.missing, at: row)
    }
    if case .otherConvention = fault {
      contrary.add(row: row, text)
      evidence.observe(cell)
    }
    let written = nearest.map { column.notation.written($0) }
    refuse(
      cell, at: row,
      .numeral(fault, nearest: written), &faults)
  }

  /// Reads a cell that is written as the others but for the number of decimals.
  private func regularAtOtherScale(_ cell: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
    guard kernels.count > 1, let text = cell.baseAddress else { return nil }
    var start: UInt32 = 0
    var end = UInt32(cell.count)
    var mantissa: Int64 = 0
    var refused: [UInt32] = []
    for kernel in kernels.dropFirst() {
      kernel.read(
        text, starts: &start, ends: &end, stride: 1, count: 1, into: &mantissa,
        irregular: &refused)
      if refused.isEmpty { return ExactDecimal(mantissa: Int128(mantissa), scale: kernel.scale) }
      refused.removeAll(keepingCapacity: true)
    }
    return nil
  }

  private mutating func set(_ value: ExactDecimal, at row: Int) {
    valueCount += 1
    guard let mantissa = Int64(exactly: value.mantissa) else {
      column.wide[row] = value
      return setState(.wide, at: row)
    }
    column.mantissas[row] = mantissa
    guard value.scale != column.scale || !column.printedScales.isEmpty else { return }
    if column.printedScales.isEmpty {
      column.printedScales = Array(
        repeating: UInt8(column.scale), count: column.mantissas.count)
    }
    column.printedScales[row] = UInt8(value.scale)
  }

  private mutating func miss(_ row: Int, _ faults: inout [CellFault]) {
    setState(.missing, at: row)
    guard field.constraints.required else { return }
    faults.append(CellFault(field: position, row: row, raw: "", reason: .required))
  }

  private mutating func refuse(
    _ cell: UnsafeBufferPointer<UInt8>, at row: Int, _ reason: CellFault.Reason,
    _ faults: inout [CellFault]
  ) {
    setState(.malformed, at: row)
    exceptions.append(cell, row: row)
    faults.append(
      CellFault(
        field: position, row: row, raw: String(decoding: cell, as: UTF8.self), reason: reason))
  }

  private mutating func setState(_ state: CellState, at row: Int) {
    if column.states.isEmpty {
      column.states = Array(repeating: .value, count: column.mantissas.count)
    }
    column.states[row] = state
  }
}

/// The error values that spreadsheets write into cells.
enum SpreadsheetError {
  private static let texts: Set<String> = [
    "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
  ]

  static func isError(_ text: String) -> Bool {
    text.contains("#") && texts.contains(HeaderText.clean(text).uppercased())
  }
}
