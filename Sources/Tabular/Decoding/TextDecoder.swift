/// Decodes the cells of one field of texts, codes, dates, periods or truth values.
///
/// What a text means is found out once a text, not once a cell.
struct TextDecoder {
  let field: Field
  let position: Int
  /// The texts of the finished column.
  let pool: TextPool
  /// The order of day and month in dates.
  var dateOrder: Field.DateOrder? { didSet { if dateOrder != oldValue { forget() } } }
  /// The order that some date shows, met while none was in force.
  private(set) var shownOrder: Field.DateOrder?
  /// True where a date has no value because its day and month can't be told apart.
  private(set) var hasRefused = false
  /// Cells with blanks at their ends.
  var blanked = PlaceTally()
  /// Signs that there is no value.
  var signs = FigureSigns()
  /// Rows of the current run whose text says that their record states a total: alone, or where no
  /// code stands before it.
  var totals: (plain: [Int], beginning: [Int]) = ([], [])
  /// Texts that look alike, where the field has few.
  private(set) var likeness = LikenessWatch()

  /// The texts as found but for outer blanks; the same as `pool` where texts are kept as they are.
  let found: TextPool
  private let judge: TextJudge
  private(set) var verdicts: [TextVerdict] = [.missing]
  private var isSpecial: [UInt8] = [0]
  private var hasSpecial = false
  var codes: [UInt32] = []
  var exceptions = RawTexts()
  var trimmed: [UInt32] = []

  /// A decoder for a field; throws where its pattern can't be used.
  init(field: Field, position: Int) throws(TabularError) {
    self.field = field
    self.position = position
    pool = TextPool()
    judge = try TextJudge(field: field)
    found = judge.normalises ? TextPool() : pool
    dateOrder = field.dateOrder
  }

  /// Forgets what was seen of the last resource; `order` is what is known of dates in the next.
  mutating func begin(order: Field.DateOrder?) {
    blanked = PlaceTally()
    signs = FigureSigns()
    likeness = LikenessWatch()
    dateOrder = order ?? field.dateOrder
    shownOrder = nil
    hasRefused = false
    // Only what dates mean depends on the resource.
    if field.kind == .date { forget() }
  }

  private mutating func forget() {
    verdicts = [.missing]
    isSpecial = [0]
    hasSpecial = false
  }

  /// Decodes the cells of a run behind those of the batch so far; `stored` are the digits of cells
  /// that show others.
  mutating func append(
    _ run: CellRun, stored: StoredDigits = StoredDigits(), faults: inout [CellFault]
  ) {
    if run.marks != nil, !run.allMarks.isDisjoint(with: .special) {
      return appendTyped(run, stored, &faults)
    }
    let base = codes.count
    codes.append(contentsOf: repeatElement(0, count: run.count))
    trimmed.removeAll(keepingCapacity: true)
    Self.intern(run, in: found, &codes, from: base, trimmed: &trimmed)
    if let first = trimmed.first {
      blanked.add(
        row: base + Int(first), String(decoding: run[Int(first)], as: UTF8.self),
        times: trimmed.count)
    }
    totals = ([], [])
    judgeNewTexts(run, base)
    if hasSpecial || judge.normalises || field.constraints.required {
      visitAll(run, base, &faults)
    } else {
      for row in trimmed { exceptions.append(run[Int(row)], row: base + Int(row)) }
    }
  }

  static func intern(
    _ run: CellRun, in pool: TextPool, _ codes: inout [UInt32], from base: Int,
    trimmed: inout [UInt32]
  ) {
    codes.withUnsafeMutableBufferPointer { codes in
      guard let start = codes.baseAddress else { return }
      pool.storage.pointee.intern(run, into: start + base, trimmed: &trimmed)
    }
  }

  /// The finished column of a batch; the next cells begin a new one.
  mutating func flush() -> Column {
    var texts = TextColumn(pool: pool)
    texts.codes = codes
    var finished = Column(.texts(texts))
    finished.exceptions = exceptions
    exceptions = RawTexts()
    let isFull = codes.count == Batch.capacity
    codes = []
    if isFull { codes.reserveCapacity(Batch.capacity) }
    return finished
  }

  /// The bytes of texts kept as found in the batch so far.
  var exceptionBytes: Int { exceptions.bytes.count }

  /// The text of a row of the batch so far; nil where it is missing.
  func text(at row: Int) -> String? { codes[row] == 0 ? nil : pool[codes[row]] }

  /// Forgets what is yet to be told of first places.
  mutating func clearNews() {
    blanked.isNew = false
    likeness.pairs = []
  }

  mutating func judgeNewTexts(_ run: CellRun, _ base: Int) {
    guard verdicts.count < found.count else { return }
    let first = verdicts.count
    for code in UInt32(first)..<UInt32(found.count) {
      let text = found.storage.pointee.text(of: code)
      let verdict = judge.judge(text, code: code, dateOrder: dateOrder, into: pool)
      if case .ambiguousDate? = verdict.fault { hasRefused = true }
      if field.kind == .date, dateOrder == nil, shownOrder == nil {
        shownOrder = DateText.order(shownBy: String(decoding: text, as: UTF8.self))
      }
      verdicts.append(verdict)
      isSpecial.append(verdict.isPlain ? 0 : 1)
      if !verdict.isPlain { hasSpecial = true }
    }
    guard field.kind == .text, likeness.isWatching else { return }
    likeness.see(pool: found, from: first, codes: codes[base...], base: base)
  }

  private mutating func visitAll(_ run: CellRun, _ base: Int, _ faults: inout [CellFault]) {
    var nextTrimmed = 0
    for row in 0..<run.count {
      let code = Int(codes[base + row])
      let isTrimmed = nextTrimmed < trimmed.count && trimmed[nextTrimmed] == UInt32(row)
      if isTrimmed { nextTrimmed += 1 }
      guard isSpecial[code] != 0 || isTrimmed || judge.normalises || code == 0 else { continue }
      visit(run[row], base + row, verdicts[code], isTrimmed: isTrimmed, run: row, &faults)
    }
  }

  mutating func visit(
    _ cell: UnsafeBufferPointer<UInt8>, _ row: Int, _ verdict: TextVerdict, isTrimmed: Bool,
    run: Int, _ faults: inout [CellFault]
  ) {
    codes[row] = verdict.code
    if verdict.saysMissing { signs.addGap(HeaderText.trimmed(text(cell)), row: row) }
    if isTrimmed || verdict.isRewritten, !cell.isEmpty { exceptions.append(cell, row: row) }
    switch verdict.total {
    case .plain: totals.plain.append(run)
    case .beginning: totals.beginning.append(run)
    case .none: break
    }
    if verdict.code == 0, verdict.fault == nil, field.constraints.required {
      faults.append(CellFault(field: position, row: row, raw: text(cell), reason: .required))
    }
    if let fault = verdict.fault {
      faults.append(CellFault(field: position, row: row, raw: text(cell), reason: fault))
    }
  }

  func text(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: cell, as: UTF8.self)
  }
}
