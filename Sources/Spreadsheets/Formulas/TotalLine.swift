/// The cells of one column or one row that a formula adds up, and nothing else.
struct TotalLine: Hashable {
  /// How the cells lie.
  enum Direction: Hashable {
    /// In one column.
    case down
    /// In one row.
    case across
  }

  /// How they lie.
  var direction: Direction
  /// The column (from 0) or the row (from 1) that they lie in.
  var index: Int
  /// Their rows (from 1) or columns (from 0), in order, touching ones joined.
  var spans: [ClosedRange<Int>]

  /// Nil where the terms don't lie in one line, or one is added twice, or there are fewer than two
  /// cells.
  init?(_ terms: [FormulaReference], at origin: CellPosition) {
    let ranges = terms.compactMap { $0.range(at: origin) }
    guard ranges.count == terms.count, let first = ranges.first else { return nil }
    if ranges.allSatisfy({ $0.columns == first.columns && $0.columns.count == 1 }) {
      (direction, index) = (.down, first.columns.lowerBound)
      spans = ranges.map(\.rows)
    } else if ranges.allSatisfy({ $0.rows == first.rows && $0.rows.count == 1 }) {
      (direction, index) = (.across, first.rows.lowerBound)
      spans = ranges.map(\.columns)
    } else {
      return nil
    }
    spans.sort { $0.lowerBound < $1.lowerBound }
    var joined: [ClosedRange<Int>] = []
    for span in spans {
      guard let last = joined.last else {
        joined.append(span)
        continue
      }
      guard span.lowerBound > last.upperBound else { return nil }
      if span.lowerBound == last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...span.upperBound
      } else {
        joined.append(span)
      }
    }
    spans = joined
    guard count > 1 else { return nil }
  }

  /// The number of cells.
  var count: Int { spans.reduce(0) { $0 + $1.count } }

  /// From the first cell to the last.
  var hull: ClosedRange<Int> { (spans.first?.lowerBound ?? 1)...(spans.last?.upperBound ?? 1) }

  /// True where the line has this cell.
  func contains(_ place: Int) -> Bool { spans.contains { $0.contains(place) } }

  /// True where the line has all cells of the other.
  func contains(_ other: TotalLine) -> Bool {
    other.spans.allSatisfy { inner in
      spans.contains { $0.lowerBound <= inner.lowerBound && $0.upperBound >= inner.upperBound }
    }
  }

  /// The cell of the line at a row or column.
  func position(_ place: Int) -> CellPosition {
    direction == .down
      ? CellPosition(row: place, column: index) : CellPosition(row: index, column: place)
  }

  /// The place of a cell along such lines, and the line that it lies in.
  func coordinates(of cell: CellPosition) -> (along: Int, line: Int) {
    direction == .down ? (cell.row, cell.column) : (cell.column, cell.row)
  }

  /// The line together with these places.
  func adding(_ places: [Int]) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    for span in (self.spans + places.map { $0...$0 }).sorted(by: { $0.lowerBound < $1.lowerBound })
    {
      if let last = spans.last, span.lowerBound <= last.upperBound + 1 {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
    return spans
  }
}

extension Formula {
  /// The references of the formula's own sheet that it adds up, where it does nothing else: a SUM,
  /// a chain of `+`, or both.
  var sumTerms: [FormulaReference]? {
    var stack: [[FormulaReference]?] = []
    for token in tokens {
      switch token {
      case .reference(let reference):
        let isPart =
          reference.place == .own && (reference.shape == .cell || reference.shape == .area)
        stack.append(isPart ? [reference] : nil)
      case .parentheses, .prefix(.plus): continue
      case .infix(.plus), .infix(.union):
        let right = stack.popLast() ?? nil
        let left = stack.popLast() ?? nil
        stack.append(Self.joined([left, right]))
      case .infix:
        stack.removeLast(min(2, stack.count))
        stack.append(nil)
      case .call("SUM", let arguments):
        let inputs = Array(stack.suffix(arguments))
        stack.removeLast(min(arguments, stack.count))
        stack.append(Self.joined(inputs))
      case .call(_, let arguments):
        stack.removeLast(min(arguments, stack.count))
        stack.append(nil)
      case .prefix, .percent:
        stack.removeLast(min(1, stack.count))
        stack.append(nil)
      case .number, .text, .boolean, .error, .array, .name, .missing: stack.append(nil)
      }
    }
    guard stack.count == 1, let terms = stack[0], !terms.isEmpty else { return nil }
    return terms
  }

  private static func joined(_ parts: [[FormulaReference]?]) -> [FormulaReference]? {
    var terms: [FormulaReference] = []
    for part in parts {
      guard let part else { return nil }
      terms += part
    }
    return terms
  }
}
