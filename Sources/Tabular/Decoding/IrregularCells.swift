import Numerals

extension NumeralDecoder {
  /// Decodes a cell that the kernel could not read.
  mutating func appendIrregular(
    _ cell: UnsafeBufferPointer<UInt8>, at row: Int, _ faults: inout [CellFault]
  ) {
    guard !cell.isEmpty else { return miss(row, &faults) }
    observeIrregular(cell)
    if form == nil, kernelsReadTexts, let value = regularAtOtherScale(cell) {
      return set(value, at: row)
    }
    let examined = reader.examine(cell)
    switch examined.reading {
    case .value(let value, _):
      guard form?.holds(HeaderText.trimmed(String(decoding: cell, as: UTF8.self))) != false else {
        let written = column.notation.written(value)
        return refuse(cell, at: row, .numeralForm(nearest: written), &faults)
      }
      guard ExactDecimal.fits(value.mantissa, scale: value.scale - column.magnitude) else {
        return malformed(cell, at: row, .overflow, [], &faults)
      }
      set(value, at: row)
      remarks.add(examined.remarks, row: row, cell)
      guard !column.notation.written(value).utf8.elementsEqual(cell) else { return }
      exceptions.append(cell, row: row)
    case .missing:
      exceptions.append(cell, row: row)
      miss(row, &faults)
    case .ambiguous(let values):
      hasRefused = true
      refuse(cell, at: row, .ambiguousNumeral(values.map(\.description)), &faults)
    case .malformed(let fault, let nearest):
      if appendSigned(cell, at: row, &faults) { return }
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
    let written = nearest.map { column.notation.written($0) }
    refuse(
      cell, at: row,
      .numeral(fault, nearest: written), &faults)
  }

  /// Reads a cell that is written as the others but for the number of decimals.
  func regularAtOtherScale(_ cell: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
    guard !otherKernels.isEmpty, let text = cell.baseAddress else { return nil }
    var start: UInt32 = 0
    var end = UInt32(cell.count)
    var mantissa: Int64 = 0
    var refused: [UInt32] = []
    for kernel in otherKernels {
      kernel.read(
        text, starts: &start, ends: &end, stride: 1, count: 1, into: &mantissa,
        irregular: &refused)
      if refused.isEmpty { return ExactDecimal(mantissa: Int128(mantissa), scale: kernel.scale) }
      refused.removeAll(keepingCapacity: true)
    }
    return nil
  }

  mutating func set(_ value: ExactDecimal, at row: Int) {
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

  mutating func miss(_ row: Int, _ faults: inout [CellFault]) {
    setState(.missing, at: row)
    guard field.constraints.required else { return }
    faults.append(CellFault(field: position, row: row, raw: "", reason: .required))
  }

  mutating func refuse(
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
