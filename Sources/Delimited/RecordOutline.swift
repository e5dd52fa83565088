/// A plain reading of where records and cells end, good enough to choose a dialect by.
struct RecordOutline {
  /// The character between cells.
  var delimiter: UInt8
  /// The character around cells, or NUL.
  var quote: UInt8

  /// The outline of one record.
  struct Record {
    /// The text without the last line break.
    var text: Range<Int>
    /// The number of cells.
    var cells = 1
    /// The number of delimiters with a blank behind them.
    var spacedMarks = 0
    /// The number of physical lines.
    var lines = 1
    /// True where it holds nothing but blanks.
    var isBlank = true
  }

  /// Calls `body` with each of the first records.
  ///
  /// A quote that does not close within `text` is taken as text of its line.
  func forEach(_ text: UnsafeBufferPointer<UInt8>, _ body: (Record) -> Void) {
    var start = 0
    var number = 0
    var quotesClose = true
    while start < text.count, number < DelimiterDetection.recordLimit {
      if let (record, next) = record(text, from: start, obeyingQuotes: quotesClose) {
        body(record)
        number += 1
        start = next
        quotesClose = true
      } else {
        quotesClose = false
      }
    }
  }

  /// The record at `start`; nil where a quote in it never closes.
  private func record(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, obeyingQuotes: Bool
  ) -> (record: Record, next: Int)? {
    var record = Record(text: start..<start)
    var index = start
    var isCellStart = true
    while index < text.count {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D {
        record.text = start..<index
        let isPair = byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
        return (record, index + (isPair ? 2 : 1))
      }
      if byte == delimiter {
        record.cells += 1
        if index + 1 < text.count, text[index + 1] == 0x20 { record.spacedMarks += 1 }
        isCellStart = true
      } else {
        if byte != 0x20 && byte != 0x09 { record.isBlank = false }
        if byte == quote, quote != 0, isCellStart, obeyingQuotes {
          guard let closing = closing(text, index + 1, &record.lines) else { return nil }
          index = closing
        }
        isCellStart = false
      }
      index += 1
    }
    record.text = start..<index
    return (record, index)
  }

  private func closing(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ lines: inout Int
  ) -> Int? {
    var index = start
    while index < text.count {
      if text[index] == quote {
        guard index + 1 < text.count, text[index + 1] == quote else { return index }
        index += 1
      } else if text[index] == 0x0A {
        lines += 1
      }
      index += 1
    }
    return nil
  }
}
