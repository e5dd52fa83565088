import Numerals

/// Decodes the cells of one numeric field.
struct NumeralDecoder {
  let field: Field
  let position: Int
  /// What the cells say about the convention: before it is settled the first ones, then all.
  private(set) var tally: ConventionTally
  /// The convention in force and what it rests on; nil before the first cell.
  private(set) var settlement: ConventionSettlement?
  /// Unusual writings, with how often and where they came first.
  var remarks = RemarkTally()
  /// Footnote marks, and signs that there is no figure.
  var signs = FigureSigns()
  /// Rows of the current run that hold a word for a total instead of a number.
  var totals: [Int] = []
  /// True where a cell has no value because it may mean two.
  var hasRefused = false

  /// How many cells were numbers in their workbook.
  var numberCells = 0
  /// Cells of a workbook that hold a number as text.
  var textNumbers = PlaceTally()
  /// Records whose number stands in a cell that is merged over the record above.
  var mergedNumbers = PlaceTally()
  /// True where the notation is that of numbers of a workbook.
  private(set) var isStored = false

  var column = NumeralColumn()
  var exceptions = RawTexts()
  var form: NumeralForm?
  private(set) var reader: NumeralReader
  /// Where the current run begins in the batch.
  private(set) var runStart = 0
  /// What the figures are printed in.
  private(set) var unit = FieldUnit.plain
  private let declared: NumeralReader.Options
  /// Reads what numbers of a workbook show.
  private(set) var numberReader: NumeralReader
  let bounds: NumeralBounds
  private(set) var kernel: NumeralKernel?
  /// Kernels for cells with fewer decimals than most.
  private(set) var otherKernels: [NumeralKernel] = []
  /// The rows of the current run, from 0, that the kernel could not read.
  var irregular: [UInt32] = []

  /// A decoder for a numeric field; throws where one of its patterns can't be used.
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
    declared = options
    reader = NumeralReader(options)
    numberReader = Self.numberReader(options)
    tally = ConventionTally(field: field, options: options)
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
    use(.plain)
    remarks = RemarkTally()
    signs = FigureSigns()
    numberCells = 0
    textNumbers = PlaceTally()
    mergedNumbers = PlaceTally()
    isStored = false
    hasRefused = false
    kernel = nil
    otherKernels = []
    self.settlement =
      settlement ?? field.convention.map { ConventionSettlement.settled($0, .given) }
  }

  /// Reads the figures of the resource that has just begun as printed in `unit`.
  mutating func use(_ unit: FieldUnit) {
    self.unit = unit
    column.magnitude = unit.magnitude
    tally = emptyTally
    numberReader = Self.numberReader(options)
  }

  private static func numberReader(_ options: NumeralReader.Options) -> NumeralReader {
    var shown = options
    (shown.convention, shown.numberPattern) = (.indonesian, nil)
    return NumeralReader(shown)
  }

  /// What is known of the cells: whole numbers of thousands may have decimals.
  var options: NumeralReader.Options {
    guard unit.magnitude > 0 else { return declared }
    var options = declared
    options.wholeOnly = false
    options.affixes += UnitWords.names(of: unit.magnitude)
    return options
  }

  /// A tally of no values.
  var emptyTally: ConventionTally {
    ConventionTally(field: field, options: options, isRounded: unit.magnitude > 0)
  }

  /// Looks at a cell before the convention is settled.
  mutating func observe(_ cell: UnsafeBufferPointer<UInt8>) { tally.observe(cell) }

  /// True where no value with a mark was met yet, so that the convention is only assumed.
  var isAssumed: Bool { if case .settled(_, .assumed)? = settlement { true } else { false } }

  /// Puts a convention in force and finds out from some cells how values are mostly written.
  mutating func settle(_ settlement: ConventionSettlement, samples: CellSamples) {
    self.settlement = settlement
    isStored = !samples.numbers.isEmpty
    tally = emptyTally
    // While a convention is only assumed, each value must speak for itself.
    var options = options
    options.convention = isAssumed ? nil : settlement.convention
    reader = NumeralReader(options)
    let detected =
      isStored
      ? Notation.detect(from: samples.numbers, reader: numberReader)
      : Notation.detect(from: samples.texts, reader: reader)
    let convention = isStored ? .indonesian : settlement.convention
    column.notation = detected?.notation ?? Notation(convention: convention ?? .indonesian)
    if isAssumed, !isStored { column.notation.grouping = .none }
    column.scale = detected?.scale ?? 0
    form?.forget()
    options.convention = convention
    if isStored { options.numberPattern = nil }
    let strict = NumeralReader(options)
    let notation = column.notation
    kernel = NumeralKernel(notation: notation, scale: column.scale, agreeingWith: strict)
    otherKernels = (0..<column.scale).reversed().compactMap {
      NumeralKernel(notation: notation, scale: $0, agreeingWith: strict)
    }
  }

  /// Decodes the cells of a run behind those of the batch so far; `stored` are the digits of cells
  /// that show others.
  mutating func append(
    _ run: CellRun, stored: StoredDigits = StoredDigits(), faults: inout [CellFault]
  ) {
    let base = column.mantissas.count
    let isTyped = run.marks != nil && !run.allMarks.isDisjoint(with: .special)
    readRegular(run, base)
    checkForm(from: base)
    if isTyped { sift(run, stored, base) } else if kernel != nil { observeRegular(from: base) }
    let others = irregular
    for row in others {
      if isTyped {
        appendTyped(run, Int(row), stored, &faults)
      } else {
        appendIrregular(run[Int(row)], at: base + Int(row), &faults)
      }
    }
    if run.marks != nil, !isTyped { countTexts(run, base) }
    bounds.check(column, from: base, field: position, exceptions: exceptions, &faults)
  }

  /// Reads the cells that are written as most are, and notes the others as irregular.
  private mutating func readRegular(_ run: CellRun, _ base: Int) {
    grow(by: run.count)
    irregular.removeAll(keepingCapacity: true)
    totals = []
    runStart = base
    guard let kernel else { return irregular.append(contentsOf: 0..<UInt32(run.count)) }
    column.mantissas.withUnsafeMutableBufferPointer { mantissas in
      guard let start = mantissas.baseAddress else { return }
      kernel.read(
        run.bytes, starts: run.starts, ends: run.ends, stride: run.stride, count: run.count,
        into: start + base, irregular: &irregular)
    }
  }

  private mutating func grow(by count: Int) {
    column.mantissas.append(contentsOf: repeatElement(0, count: count))
    if !column.states.isEmpty {
      column.states.append(contentsOf: repeatElement(.value, count: count))
    }
    if !column.printedScales.isEmpty {
      column.printedScales.append(contentsOf: repeatElement(UInt8(column.scale), count: count))
    }
  }

  /// Refuses the regular cells that lack the declared form.
  private mutating func checkForm(from base: Int) {
    guard kernel != nil,
      let rows = form?.violations(in: column, from: base, irregular: irregular),
      !rows.isEmpty
    else { return }
    // Exceptions must come in order, so these rows join the irregular ones.
    irregular = (irregular + rows.map { UInt32($0 - base) }).sorted()
    for row in rows { column.mantissas[row] = 0 }
  }

  /// Counts what the regular cells say about the convention.
  private mutating func observeRegular(from base: Int) {
    guard field.convention == nil else { return }
    let (scale, notation, others) = (column.scale, column.notation, irregular.count)
    column.mantissas.withUnsafeBufferPointer {
      tally.observe($0, from: base, others: others, scale: scale, notation)
    }
  }

  /// Counts what an irregular cell says about the convention.
  mutating func observeIrregular(_ cell: UnsafeBufferPointer<UInt8>) {
    if field.convention == nil { tally.observe(cell) }
  }

  /// The finished column of a batch; the next cells begin a new one.
  mutating func flush() -> Column {
    let (notation, scale, magnitude) = (column.notation, column.scale, column.magnitude)
    column.unifyScales()
    var finished = Column(.numerals(column))
    finished.exceptions = exceptions
    exceptions = RawTexts()
    let isFull = column.mantissas.count == Batch.capacity
    column = NumeralColumn()
    column.notation = notation
    column.scale = scale
    column.magnitude = magnitude
    if isFull { column.mantissas.reserveCapacity(Batch.capacity) }
    return finished
  }

  /// The bytes of texts kept as found in the batch so far.
  var exceptionBytes: Int { exceptions.bytes.count }

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
}
