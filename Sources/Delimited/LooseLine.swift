/// Takes a physical line apart where libcsv's strict mode refuses to.
///
/// Nothing is lost: a quote that does not wrap a whole cell is text like any other.
struct LooseLine {
  /// The character between cells.
  var delimiter: UInt8
  /// The character around cells, or NUL.
  var quote: UInt8

  /// A cell, and what is wrong with it.
  struct Cell: Equatable {
    /// Where its text stands in the line, without the quotes around it.
    var text: Range<Int>
    /// True where doubled quotes in it stand for one.
    var hasDoubledQuotes = false
    /// What is wrong with it.
    var flaw: Remark.Reason?
  }

  /// Calls `body` with every cell of `line`, which has no line break at its end.
  func forEachCell(_ line: UnsafeBufferPointer<UInt8>, _ body: (Cell) -> Void) {
    var start = 0
    while true {
      let (cell, end) = cell(line, from: start)
      body(cell)
      guard end < line.count else { return }
      start = end + 1
    }
  }

  /// The number of cells of `line`.
  func count(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    forEachCell(line) { _ in count += 1 }
    return count
  }

  /// Adds the cells of `line` to `collector`, with doubled quotes undone; returns the flaws.
  func collect(
    _ line: UnsafeBufferPointer<UInt8>, into collector: inout CellCollector
  ) -> [(column: Int, offset: Int, flaw: Remark.Reason)] {
    var flaws: [(column: Int, offset: Int, flaw: Remark.Reason)] = []
    forEachCell(line) { cell in
      if let flaw = cell.flaw { flaws.append((collector.count, cell.text.lowerBound, flaw)) }
      let text = UnsafeBufferPointer(rebasing: line[cell.text])
      if cell.hasDoubledQuotes {
        undoubled(text).withUnsafeBytes { collector.append($0) }
      } else {
        collector.append(UnsafeRawBufferPointer(text))
      }
    }
    return flaws
  }

  private func undoubled(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var single: [UInt8] = []
    single.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      single.append(text[index])
      index += text[index] == quote && index + 1 < text.count ? 2 : 1
    }
    return single
  }

  /// The cell from `start`, and where the delimiter or the line's end behind it stands.
  private func cell(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> (cell: Cell, end: Int) {
    guard quote != 0 else { return (Cell(text: start..<next(line, start)), next(line, start)) }
    var opening = start
    while opening < line.count, line[opening] == 0x20 || line[opening] == 0x09,
      line[opening] != delimiter
    { opening += 1 }
    guard opening < line.count, line[opening] == quote else { return plain(line, start) }
    guard let (closing, doubled) = closing(line, opening + 1) else {
      let end = next(line, start)
      return (Cell(text: start..<end, flaw: .unclosedQuote), end)
    }
    let end = next(line, closing + 1)
    let isBlank = line[(closing + 1)..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    guard isBlank else {
      let flaw: Remark.Reason = opening == start ? .textAfterClosingQuote : .strayQuote
      return (Cell(text: start..<end, flaw: flaw), end)
    }
    let isTight = opening == start && closing + 1 == end
    return (
      Cell(
        text: (opening + 1)..<closing, hasDoubledQuotes: doubled,
        flaw: isTight ? nil : .blanksOutsideQuotes), end
    )
  }

  private func plain(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> (cell: Cell, end: Int) {
    let end = next(line, start)
    let isStray = line[start..<end].contains(quote)
    return (Cell(text: start..<end, flaw: isStray ? .strayQuote : nil), end)
  }

  private func next(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    line[start...].firstIndex(of: delimiter) ?? line.count
  }

  /// Where the quote stands that closes a cell whose text begins at `start`.
  private func closing(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (index: Int, doubled: Bool)? {
    var index = start
    var doubled = false
    while index < line.count {
      if line[index] == quote {
        guard index + 1 < line.count, line[index + 1] == quote else { return (index, doubled) }
        doubled = true
        index += 1
      }
      index += 1
    }
    return nil
  }
}
