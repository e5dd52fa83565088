import Delimited
import Numerals
import Tabular

/// Writes the cells of a numeric column into a `RowBuffer`: a minus sign, digits without groups, a
/// point before the decimals, as many decimals as were printed.
struct NumeralCells {
  let column: NumeralColumn
  /// The texts as found, for cells that are no numeral.
  let exceptions: RawTexts
  /// True where a value that is whole is written without decimals, as integers must be.
  let isWhole: Bool
  let malformed: DatasetWriter.MalformedCells
  let separator: UInt8
  /// What is written for a missing value.
  let missing: [UInt8]

  /// Adds the lengths of the cells to those of the records; returns the most decimals of a cell.
  func measure(in buffer: inout RowBuffer) -> Int {
    var decimals = 0
    column.mantissas.withUnsafeBufferPointer { mantissas in
      buffer.forEachRow { row, length in
        guard let (value, scale) = narrow(row, mantissas[row]) else {
          let (cell, cellDecimals) = slowCell(row)
          length += cell.count
          decimals = max(decimals, cellDecimals)
          return
        }
        length &+= Self.length(value, scale)
        if scale > decimals { decimals = scale }
      }
    }
    return decimals
  }

  /// The place, as a power of ten, to which the coarsest of the numbers is rounded; nil where they
  /// are printed as they stand.
  func rounding(of rows: [Int32]) -> Int? {
    guard column.isRounded else { return nil }
    return rows.compactMap { column.value(at: Int($0)).map { -$0.scale } }.max()
  }

  /// Writes the cells behind what stands already.
  func write(to buffer: inout RowBuffer) {
    column.mantissas.withUnsafeBufferPointer { mantissas in
      buffer.writeRows { row, position, bytes in
        if let (value, scale) = narrow(row, mantissas[row]) {
          let length = Self.length(value, scale)
          Self.put(value, scale, endingAt: bytes + (position &+ length))
          position &+= length
        } else {
          for byte in slowCell(row).bytes {
            bytes[position] = byte
            position += 1
          }
        }
        bytes[position] = separator
        position &+= 1
      }
    }
  }

  /// The mantissa and scale to write where both fit 64 bits; nil where the cell is special.
  @inline(__always)
  private func narrow(_ row: Int, _ mantissa: Int64) -> (Int64, Int)? {
    if !column.states.isEmpty, column.states[row] != .value { return nil }
    guard !column.isRounded else { return nil }
    let printed = column.printedScales.isEmpty ? column.scale : Int(column.printedScales[row])
    let wanted = isWhole ? 0 : printed
    guard wanted != column.scale else { return (mantissa, wanted) }
    guard wanted < column.scale, let power = PowersOfTen.narrow(column.scale &- wanted) else {
      return nil
    }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: power)
    return remainder == 0 ? (quotient, wanted) : nil
  }

  private func slowCell(_ row: Int) -> (bytes: [UInt8], decimals: Int) {
    switch column.state(at: row) {
    case .missing: return (missing, 0)
    case .malformed:
      guard malformed == .asFound, let raw = exceptions[row] else { return (missing, 0) }
      return (CSVText.cell(raw), 0)
    case .value, .wide:
      guard let value = column.value(at: row) else { return (missing, 0) }
      let shown = isWhole ? value.rescaled(to: 0) ?? value : value
      return (Array(shown.description.utf8), max(0, shown.scale))
    }
  }

  /// The number of characters of a value.
  @inline(__always)
  private static func length(_ value: Int64, _ scale: Int) -> Int {
    let digits = digitCount(value.magnitude)
    let sign = value < 0 ? 1 : 0
    return scale == 0 ? digits &+ sign : max(digits, scale &+ 1) &+ 1 &+ sign
  }

  @inline(__always)
  private static func digitCount(_ value: UInt64) -> Int {
    var rest = value
    var count = 1
    while rest >= 10_000 {
      rest /= 10_000
      count &+= 4
    }
    if rest >= 100 { return rest >= 1_000 ? count &+ 3 : count &+ 2 }
    return rest >= 10 ? count &+ 1 : count
  }

  /// Writes a value so that its last digit stands before `end`.
  @inline(__always)
  private static func put(_ value: Int64, _ scale: Int, endingAt end: UnsafeMutablePointer<UInt8>) {
    var rest = value.magnitude
    var place = end
    if scale > 0 {
      for _ in 0..<scale {
        place -= 1
        place.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      place -= 1
      place.pointee = UInt8(ascii: ".")
    }
    repeat {
      place -= 1
      place.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 { (place - 1).pointee = UInt8(ascii: "-") }
  }
}
