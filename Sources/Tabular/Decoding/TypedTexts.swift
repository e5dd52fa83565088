/// The texts that the cells of a run stand for in a field that is not numeric, one behind the other.
struct TypedTexts {
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private let kind: Field.Kind
  private let digits: Field.Digits

  /// The texts of the cells of `run`; `stored` are the digits of cells that show others.
  init(_ run: CellRun, stored: StoredDigits, field: Field) {
    (kind, digits) = (field.kind, field.digits)
    for row in 0..<run.count {
      starts.append(UInt32(bytes.count))
      append(run[row], run.marks(row), stored: stored[run.number(row)])
      ends.append(UInt32(bytes.count))
    }
    // Cells of a run without any text still need a text to point to.
    if bytes.isEmpty { bytes = [0] }
  }

  private mutating func append(
    _ cell: UnsafeBufferPointer<UInt8>, _ marks: CellMarks, stored: String?
  ) {
    if !marks.isDisjoint(with: [.error, .withoutResult]) { return }
    if marks.contains(.number) {
      let isCut = kind == .code || kind == .period || cell.contains { $0 | 0x20 == 0x65 }
      if let stored, digits == .stored || isCut { return append(number: stored.utf8) }
      return append(number: cell)
    }
    // The time of a day says nothing about the day.
    let isMoment = cell.count > 10 && cell[10] == UInt8(ascii: "T")
    if marks.contains(.date), kind == .date, isMoment {
      return bytes.append(contentsOf: cell.prefix(10))
    }
    bytes.append(contentsOf: cell)
  }

  /// Appends digits without points between groups; in a code a point stands for the comma, as codes
  /// are written.
  private mutating func append(number: some Collection<UInt8>) {
    for byte in number where byte != UInt8(ascii: ".") {
      bytes.append(byte == UInt8(ascii: ",") && kind == .code ? UInt8(ascii: ".") : byte)
    }
  }

  /// Calls `body` with the texts.
  func withRun<Result>(_ body: (CellRun) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        ends.withUnsafeBufferPointer { ends in
          guard let bytes = bytes.baseAddress, let start = starts.baseAddress,
            let end = ends.baseAddress
          else { preconditionFailure("a run without cells") }
          return body(
            CellRun(bytes: bytes, starts: start, ends: end, stride: 1, count: starts.count))
        }
      }
    }
  }
}

extension TextDecoder {
  /// Decodes a run in which some cells are more than texts in their workbook.
  mutating func appendTyped(
    _ run: CellRun, _ stored: StoredDigits, _ faults: inout [CellFault]
  ) {
    let base = codes.count
    codes.append(contentsOf: repeatElement(0, count: run.count))
    trimmed.removeAll(keepingCapacity: true)
    TypedTexts(run, stored: stored, field: field).withRun { texts in
      Self.intern(texts, in: found, &codes, from: base, trimmed: &trimmed)
      judgeNewTexts(texts, base)
      noteBlanked(run, base)
      totals = ([], [])
      var nextTrimmed = 0
      for row in 0..<run.count {
        let isTrimmed = nextTrimmed < trimmed.count && trimmed[nextTrimmed] == UInt32(row)
        if isTrimmed { nextTrimmed += 1 }
        if let reason = Self.fault(run.marks(row)) {
          refuse(run[row], base + row, reason, &faults)
          continue
        }
        let isRewritten = isTrimmed || !run[row].elementsEqual(texts[row])
        visit(
          run[row], base + row, verdicts[Int(codes[base + row])], isTrimmed: isRewritten, run: row,
          &faults)
      }
    }
  }

  private mutating func noteBlanked(_ run: CellRun, _ base: Int) {
    guard let first = trimmed.first else { return }
    let example = text(run[Int(first)])
    blanked.add(row: base + Int(first), example, times: trimmed.count)
  }

  private static func fault(_ marks: CellMarks) -> CellFault.Reason? {
    if marks.contains(.error) { return .spreadsheetError }
    return marks.contains(.withoutResult) ? .formulaWithoutResult : nil
  }

  private mutating func refuse(
    _ cell: UnsafeBufferPointer<UInt8>, _ row: Int, _ reason: CellFault.Reason,
    _ faults: inout [CellFault]
  ) {
    exceptions.append(cell, row: row)
    faults.append(CellFault(field: position, row: row, raw: text(cell), reason: reason))
  }
}
