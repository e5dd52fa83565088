/// Neighbouring records within a block of rows.
struct RecordWindow {
  let block: RowBlock
  /// The rows of `block` that are records; nil where all are.
  let records: [Int]?
  /// Which of the records, from 0.
  let range: Range<Int>
  /// The number of cells of every row; nil where rows differ.
  let uniformWidth: Int?

  /// All records of a block.
  init(_ block: RowBlock, records: [Int]?) {
    var block = block
    // Cells of a block without any text still need a text to point to.
    if block.bytes.isEmpty { block.bytes = [0] }
    self.block = block
    self.records = records
    range = 0..<(records?.count ?? block.rowCount)
    uniformWidth = records == nil ? Self.width(of: block) : nil
  }

  private init(_ block: RowBlock, _ records: [Int]?, _ range: Range<Int>, _ width: Int?) {
    self.block = block
    self.records = records
    self.range = range
    uniformWidth = width
  }

  /// A part of the records.
  func part(_ part: Range<Int>) -> RecordWindow {
    RecordWindow(block, records, part, uniformWidth)
  }

  /// The row of `block` of a record, which is counted from 0 within the window.
  func row(_ record: Int) -> Int {
    let place = range.lowerBound + record
    return records.map { $0[place] } ?? place
  }

  /// The text of a column in a record; empty where the row ends before it.
  func text(_ record: Int, column: Int) -> String {
    let row = row(record)
    return column < block.cellCount(ofRow: row) ? block.text(row: row, column: column) : ""
  }

  /// What a cell of a record is in its workbook.
  func marks(_ record: Int, column: Int) -> CellMarks {
    guard !block.marks.isEmpty else { return [] }
    let row = row(record)
    guard column < block.cellCount(ofRow: row) else { return [] }
    return block.marks[Int(block.firstCells[row]) + column]
  }

  /// Calls `body` with the cells of a column; `scratch` is room for records of unequal width.
  ///
  /// There must be at least one record.
  func withRun<Result>(
    ofColumn column: Int, scratch: inout CellPlaces, _ body: (CellRun) -> Result
  ) -> Result {
    guard let width = uniformWidth, column < width else {
      gather(column, into: &scratch)
      return run(0, scratch.starts, scratch.ends, stride: 1) { run in
        guard !block.marks.isEmpty else { return body(run) }
        var run = run
        return scratch.marks.withUnsafeBufferPointer { marks in
          scratch.numbers.withUnsafeBufferPointer { numbers in
            (run.marks, run.numbers) = (marks.baseAddress, numbers.baseAddress)
            return body(run)
          }
        }
      }
    }
    let first = Int(block.firstCells[range.lowerBound]) + column
    return run(first, block.starts, block.ends, stride: width) { run in
      guard !block.marks.isEmpty else { return body(run) }
      var run = run
      run.firstNumber = first
      return block.marks.withUnsafeBufferPointer { marks in
        run.marks = marks.baseAddress.map { $0 + first }
        return body(run)
      }
    }
  }

  private func run<Result>(
    _ first: Int, _ starts: [UInt32], _ ends: [UInt32], stride: Int,
    _ body: (CellRun) -> Result
  ) -> Result {
    block.bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        ends.withUnsafeBufferPointer { ends in
          guard let bytes = bytes.baseAddress, let start = starts.baseAddress,
            let end = ends.baseAddress
          else { preconditionFailure("a window without records or text") }
          return body(
            CellRun(
              bytes: bytes, starts: start + first, ends: end + first, stride: stride,
              count: range.count))
        }
      }
    }
  }

  private func gather(_ column: Int, into scratch: inout CellPlaces) {
    scratch.starts.removeAll(keepingCapacity: true)
    scratch.ends.removeAll(keepingCapacity: true)
    scratch.marks.removeAll(keepingCapacity: true)
    scratch.numbers.removeAll(keepingCapacity: true)
    let isTyped = !block.marks.isEmpty
    for record in 0..<range.count {
      let row = row(record)
      let cell = Int(block.firstCells[row]) + column
      let isThere = cell < Int(block.firstCells[row + 1])
      scratch.starts.append(isThere ? block.starts[cell] : 0)
      scratch.ends.append(isThere ? block.ends[cell] : 0)
      guard isTyped else { continue }
      scratch.marks.append(isThere ? block.marks[cell] : [])
      scratch.numbers.append(isThere ? UInt32(cell) : .max)
    }
  }

  private static func width(of block: RowBlock) -> Int? {
    guard block.rowCount > 0 else { return nil }
    let width = block.firstCells[1] &- block.firstCells[0]
    let differs = block.firstCells.withUnsafeBufferPointer { cells -> UInt32 in
      var differs: UInt32 = 0
      for row in 1..<cells.count { differs |= (cells[row] &- cells[row &- 1]) ^ width }
      return differs
    }
    return differs == 0 ? Int(width) : nil
  }
}

/// Room for the places of cells that do not lie at equal distances.
struct CellPlaces {
  var starts: [UInt32] = []
  var ends: [UInt32] = []
  var marks: [CellMarks] = []
  var numbers: [UInt32] = []
}
