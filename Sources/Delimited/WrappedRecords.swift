/// Recognises whole records that stand in a single cell, and takes them apart.
///
/// Seen where a file was opened and saved with the wrong delimiter: the record
/// `"No,""Uraian"",""Jumlah""";;` is one quoted cell of a file with semicolons, and
/// `"Judul,Anggaran",,,` a title line of a file with commas; other files mix lines of two
/// delimiters.
struct WrappedRecords {
  /// The file's delimiter.
  var delimiter: UInt8
  /// The character around cells, or NUL.
  var quote: UInt8
  /// The numbers of cells that records of this file usually have.
  var widths: [Int]
  /// False where the delimiter was given: then nothing is taken apart at another.
  var isAllowed: Bool
  /// The last line of the titles at the start of the file that are wrapped one and all; 0 where
  /// they are not.
  var lastTitleLine = 0

  /// Replaces the single cell in `collector` by the cells of the record in it, where it is one.
  func unwrap(
    _ collector: inout CellCollector, isQuoted: Bool, line: Int
  ) -> Remark.Reason? {
    guard isAllowed, collector.count > 0,
      (1..<collector.count).allSatisfy({ collector.text($0).isEmpty })
    else { return nil }
    let cell = collector.text(0)
    guard let inner = innerDelimiter(cell, of: collector.count, isQuoted: isQuoted, line: line)
    else { return nil }
    let outer = collector.count
    let copy = Array(cell)
    collector.restartRecord()
    copy.withUnsafeBufferPointer {
      _ = LooseLine(delimiter: inner, quote: quote).collect($0, into: &collector)
    }
    while collector.count < outer { collector.append(UnsafeRawBufferPointer(start: nil, count: 0)) }
    collector.isComplete = true
    return isQuoted ? .wrappedRecord(delimiter: inner) : .otherDelimiter(inner)
  }

  /// The delimiter inside a cell that holds a whole record; nil where it is an ordinary cell.
  func innerDelimiter(
    _ cell: UnsafeBufferPointer<UInt8>, of outer: Int, isQuoted: Bool, line: Int
  ) -> UInt8? {
    guard !cell.isEmpty, Self.hasLetters(cell) else { return nil }
    for candidate in DelimiterDetection.delimiters where candidate != delimiter || isQuoted {
      guard cell.contains(candidate), !Self.isProse(cell, candidate) else { continue }
      let shape = shape(cell, candidate)
      if widths.contains(shape.count), shape.count > 2 || (isQuoted && outer == 1) {
        return candidate
      }
      guard isQuoted else { continue }
      if shape.hasQuotes, shape.count > 2, shape.count <= widths.max() ?? 0 { return candidate }
      if line <= lastTitleLine, shape.count >= 2, shape.count <= outer { return candidate }
    }
    return nil
  }

  /// The number of cells inside `cell`, and whether any of them is quoted in turn.
  private func shape(
    _ cell: UnsafeBufferPointer<UInt8>, _ candidate: UInt8
  ) -> (count: Int, hasQuotes: Bool) {
    var count = 0
    var hasQuotes = false
    LooseLine(delimiter: candidate, quote: quote).forEachCell(cell) { inner in
      count += 1
      let start = inner.text.lowerBound
      if start > 0, cell[start - 1] == quote { hasQuotes = true }
    }
    return (count, hasQuotes)
  }

  /// Numbers with marks in them are no records.
  private static func hasLetters(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }

  /// True where a blank follows every mark, as in a sentence.
  private static func isProse(_ cell: UnsafeBufferPointer<UInt8>, _ mark: UInt8) -> Bool {
    cell.indices.allSatisfy { index in
      cell[index] != mark || (index + 1 < cell.count && cell[index + 1] == 0x20)
    }
  }
}
