/// A cell in the record that holds it.
struct CellRecord {
  let workbook: XLSWorkbook
  let index: SheetIndex
  let place: SheetIndex.Place
  /// Whether the sheet was written by a program that doesn't calculate.
  var isNeverCalculated = false

  /// Adds what the cell holds, its kind and its style to a block, unless it holds nothing.
  ///
  /// - Throws: where the record is damaged.
  func add(to block: inout CellBlock) throws(SpreadsheetError) {
    var records = RecordSequence(workbook.stream, from: place.offset)
    guard let record = records.next() else { throw Self.damaged("no record") }
    guard place.column < SheetIndex.columnLimit else { throw Self.damaged("no such column") }
    let body = record.body
    let style = body.uint16(at: 4) ?? 0
    switch record.kind {
    case RecordKind.number:
      add(number: try Self.present(body.uint64(at: 6)), style: style, to: &block)
    case RecordKind.rk:
      let rk = try Self.present(body.uint32(at: 6))
      add(number: BinaryNumber.number(rk: rk).bitPattern, style: style, to: &block)
    case RecordKind.mulRK:
      let offset = 4 + (place.column - Int(body.uint16(at: 2) ?? 0)) * 6
      let rk = try Self.present(body.uint32(at: offset + 2))
      add(
        number: BinaryNumber.number(rk: rk).bitPattern, style: body.uint16(at: offset) ?? 0,
        to: &block)
    case RecordKind.labelSST:
      let number = try Self.present(body.uint32(at: 6))
      guard let text = workbook.globals.sharedTexts[Int(number)] else {
        throw Self.damaged("there is no shared text \(number)")
      }
      if !text.isEmpty { add(.text, style, to: &block) { $0.append(contentsOf: text) } }
    case RecordKind.boolOrError:
      let value = try Self.present(body.uint8(at: 6))
      add(value, isError: body.uint8(at: 7) == 1, style: style, to: &block)
    case RecordKind.formula, RecordKind.formula3, RecordKind.formula4:
      try add(formula: body, followedBy: records, style: style, to: &block)
    default:
      var text: [UInt8] = []
      try readText(body, from: 6, continued: records.continuations(), to: &text)
      if !text.isEmpty { add(.text, style, to: &block) { $0.append(contentsOf: text) } }
    }
  }

  private func add(
    _ kind: CellBlock.Kind, _ style: UInt16, to block: inout CellBlock,
    write: (inout [UInt8]) -> Void
  ) {
    block.starts.append(UInt32(block.bytes.count))
    write(&block.bytes)
    block.ends.append(UInt32(block.bytes.count))
    block.kinds.append(kind)
    block.styles.append(Int(style) < workbook.styles.count ? UInt32(style) : 0)
  }

  private func add(number pattern: UInt64, style: UInt16, to block: inout CellBlock) {
    let number = Double(bitPattern: pattern)
    guard number.isFinite else { return add(0x24, isError: true, style: style, to: &block) }
    add(.number, style, to: &block) { _ = BinaryNumber.write(number, to: &$0) }
  }

  private func add(_ value: UInt8, isError: Bool, style: UInt16, to block: inout CellBlock) {
    if isError {
      add(.error, style, to: &block) { $0.append(contentsOf: BinaryNumber.error(value).utf8) }
    } else {
      add(.boolean, style, to: &block) { $0.append(UInt8(ascii: value == 0 ? "0" : "1")) }
    }
  }

  /// Adds a formula with its stored result, whose two upper bytes tell where it is no number.
  ///
  /// Programs that don't calculate store an empty text or, where the whole sheet is to be
  /// calculated when it is opened, zeros.
  private func add(
    formula body: ArraySlice<UInt8>, followedBy records: RecordSequence, style: UInt16,
    to block: inout CellBlock
  ) throws(SpreadsheetError) {
    let result = try Self.present(body.uint64(at: 6))
    let formula = formula(body, followedBy: records)
    let value = UInt8(truncatingIfNeeded: result >> 16)
    let cell = block.count
    switch (result >> 48, result & 0xFF) {
    case _ where isNeverCalculated: add(.withoutResult, style, to: &block) { _ in }
    case (0xFFFF, 0): try addText(behind: records, style: style, to: &block)
    case (0xFFFF, 1): add(value, isError: false, style: style, to: &block)
    case (0xFFFF, 2): add(value, isError: true, style: style, to: &block)
    case (0xFFFF, _):
      let kind: CellBlock.Kind = formula?.givesNumber == true ? .withoutResult : .text
      add(kind, style, to: &block) { _ in }
    default: add(number: result, style: style, to: &block)
    }
    if isInnerArrayCell(body) { return }
    block.formulas.append(CellBlock.Formula(cell: cell, text: formula?.text ?? ""))
  }

  /// Adds the text that a formula gave; its record follows that of the formula, behind those of
  /// formulas that several cells share.
  private func addText(
    behind records: RecordSequence, style: UInt16, to block: inout CellBlock
  ) throws(SpreadsheetError) {
    var records = records
    while let record = records.next() {
      switch record.kind {
      case RecordKind.sharedFormula, RecordKind.array, RecordKind.dataTable,
        RecordKind.continuation:
        continue
      case RecordKind.string:
        var text: [UInt8] = []
        try readText(record.body, from: 0, continued: records.continuations(), to: &text)
        add(.text, style, to: &block) { $0.append(contentsOf: text) }
      default:
        add(.withoutResult, style, to: &block) { _ in }
      }
      return
    }
    add(.withoutResult, style, to: &block) { _ in }
  }

  /// Reads a text that begins with its length in two bytes.
  private func readText(
    _ body: ArraySlice<UInt8>, from offset: Int, continued: [ArraySlice<UInt8>],
    to text: inout [UInt8]
  ) throws(SpreadsheetError) {
    let count = Int(try Self.present(body.uint16(at: offset)))
    switch workbook.globals.version {
    case .eight:
      var source = ContinuedBytes(body, from: offset + 2, continued: continued)
      // A text without characters may leave out the flags too.
      guard count == 0 || source.text(count, to: &text) else { throw Self.damaged("text cut off") }
    case .five:
      var source = body.from(offset + 2)
      for part in continued where source.count < count { source += part }
      guard source.count >= count else { throw Self.damaged("text cut off") }
      guard workbook.globals.codePage.write(source.prefix(count), to: &text) else {
        throw Self.damaged(
          "unknown code page \(workbook.globals.codePage.number.map(String.init) ?? "")")
      }
    }
  }

  private static func present<Value>(_ value: Value?) throws(SpreadsheetError) -> Value {
    guard let value else { throw damaged("record cut off") }
    return value
  }

  private static func damaged(_ detail: String) -> SpreadsheetError {
    SpreadsheetError(.damaged(part: "Workbook", detail: detail))
  }
}
