@testable import Delimited

/// Slow and obvious: what the reader must deliver for text in UTF-8 without a byte order mark.
///
/// A record is read by the rules of RFC 4180; where it breaks them, or a quote in it never closes,
/// its first line is taken apart alone and everything goes on with the next line.
struct PlainReference {
  var delimiter: UInt8
  var quote: UInt8

  /// The rows of `bytes`, each with its number of physical lines.
  func rows(_ bytes: [UInt8]) -> [(cells: [[UInt8]], lines: Int)] {
    var rows: [(cells: [[UInt8]], lines: Int)] = []
    var position = 0
    while position < bytes.count {
      if let strict = strictRecord(bytes, from: position) {
        rows.append((strict.cells, strict.lines))
        position = strict.next
      } else {
        let end = lineEnd(bytes, from: position)
        let line = Array(bytes[position..<end])
        var cells: [[UInt8]] = []
        line.withUnsafeBufferPointer { text in
          LooseLine(delimiter: delimiter, quote: quote).forEachCell(text) { cell in
            var bytes = Array(text[cell.text])
            if cell.hasDoubledQuotes {
              bytes = bytes.split(separator: quote, omittingEmptySubsequences: false)
                .enumerated().flatMap { index, part in
                  index > 0 && index % 2 == 0 ? [quote] + part : Array(part)
                }
            }
            cells.append(bytes)
          }
        }
        rows.append((cells, 1))
        position = afterBreak(bytes, at: end)
      }
    }
    return rows
  }

  private func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  private func afterBreak(_ bytes: [UInt8], at end: Int) -> Int {
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// The record at `start` by the rules of RFC 4180, or nil where it breaks them.
  private func strictRecord(
    _ bytes: [UInt8], from start: Int
  ) -> (cells: [[UInt8]], lines: Int, next: Int)? {
    var cells: [[UInt8]] = []
    var lines = 1
    var index = start
    if index == lineEnd(bytes, from: start) { return ([], 1, afterBreak(bytes, at: index)) }
    while true {
      var cell: [UInt8] = []
      if index < bytes.count, bytes[index] == quote, quote != 0 {
        index += 1
        while true {
          guard index < bytes.count else { return nil }
          if bytes[index] == quote {
            guard index + 1 < bytes.count, bytes[index + 1] == quote else { break }
            index += 1
          } else if bytes[index] == 0x0A || bytes[index] == 0x0D {
            let isPair = bytes[index] == 0x0A && bytes[index - 1] == 0x0D && index > start
            if !isPair || cell.last != 0x0D { lines += 1 }
          }
          cell.append(bytes[index])
          index += 1
        }
        index += 1
      } else {
        while index < bytes.count, ![delimiter, 0x0A, 0x0D].contains(bytes[index]) {
          if bytes[index] == quote, quote != 0 { return nil }
          cell.append(bytes[index])
          index += 1
        }
      }
      cells.append(cell)
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    let isAtBreak = index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
    return isAtBreak ? (cells, lines, afterBreak(bytes, at: index)) : nil
  }
}
