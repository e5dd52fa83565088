extension FormulaEvaluator {
  /// The most cells that are multiplied for one formula.
  private static var mostFactors: Int { 10_000 }

  /// The product of all numbers.
  mutating func product(_ inputs: [FormulaOperand]) -> FormulaOperand {
    var factors: [ComputedNumber] = []
    for input in inputs {
      switch input {
      case .number(let number): factors.append(number)
      case .cells(let place, let range):
        guard let list = numbers(place, range, blanks: false) else { return .unknown }
        factors += list
      case .error: return .error
      case .blank, .boolean, .unknown: return .unknown
      }
    }
    var product: ComputedNumber? = factors.isEmpty ? ComputedNumber(0) : ComputedNumber(1)
    for factor in factors { product = product?.multiplied(by: factor) }
    return product.map { .number($0) } ?? .unknown
  }

  /// The sum of the products of the cells of equal ranges; what is no number counts as zero.
  mutating func sumOfProducts(_ inputs: [FormulaOperand]) -> FormulaOperand {
    var lists: [[ComputedNumber]] = []
    var shapes: Set<[Int]> = []
    for input in inputs {
      guard case .cells(let place, let range) = input,
        let list = numbers(place, range, blanks: true)
      else { return .unknown }
      lists.append(list)
      shapes.insert([range.rows.count, range.columns.count])
    }
    guard shapes.count == 1, let count = lists.first?.count else { return .unknown }
    var sum: ComputedNumber? = ComputedNumber(0)
    for index in 0..<count {
      var product: ComputedNumber? = ComputedNumber(1)
      for list in lists { product = product?.multiplied(by: list[index]) }
      sum = product.flatMap { sum?.adding($0) }
    }
    return sum.map { .number($0) } ?? .unknown
  }

  /// The numbers of a range, column after column, or nil where one can't be calculated with.
  ///
  /// With zeros for all other cells where blanks are wanted.
  private mutating func numbers(
    _ place: FormulaReference.Place, _ range: CellRange, blanks: Bool
  ) -> [ComputedNumber]? {
    guard let sheet = values.sheet(place), range.rows.upperBound < sheet.cutRow,
      !NeededCells.isLarge(range), range.rows.count * range.columns.count <= Self.mostFactors
    else { return nil }
    var numbers: [ComputedNumber] = []
    for column in range.columns {
      var next = range.rows.lowerBound
      for cell in sheet.cells(column: column, rows: range.rows) {
        if blanks {
          numbers += repeatElement(ComputedNumber(0), count: Int(cell.row) - next)
          next = Int(cell.row) + 1
        }
        switch cell.content {
        case .number:
          guard let number = cell.number.flatMap({ ComputedNumber($0) }) else { return nil }
          numbers.append(number)
        case .text: if blanks { numbers.append(ComputedNumber(0)) }
        case .boolean, .error, .unknown: return nil
        }
      }
      if blanks {
        numbers += repeatElement(ComputedNumber(0), count: range.rows.upperBound + 1 - next)
      }
    }
    return numbers
  }
}
