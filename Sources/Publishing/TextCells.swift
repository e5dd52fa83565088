import Delimited
import Tabular

/// Writes the cells of a text column into a `RowBuffer`.
struct TextCells {
  let codes: [UInt32]
  let texts: QuotedTexts
  /// What follows each cell: a comma or a line feed.
  let separator: UInt8
  /// What is written for a missing value.
  let missing: [UInt8]

  /// Adds the lengths of the cells to those of the records.
  func measure(in buffer: inout RowBuffer) {
    guard texts.isComplete, missing.isEmpty else {
      return buffer.forEachRow { row, length in length += slowCell(row).count }
    }
    codes.withUnsafeBufferPointer { codes in
      texts.ends.withUnsafeBufferPointer { ends in
        buffer.forEachRow { row, length in
          let code = Int(codes[row])
          length &+= Int(ends[code] &- ends[max(code &- 1, 0)])
        }
      }
    }
  }

  /// Writes the cells behind what stands already.
  func write(to buffer: inout RowBuffer) {
    guard texts.isComplete, missing.isEmpty else { return writeSlowly(to: &buffer) }
    codes.withUnsafeBufferPointer { codes in
      texts.ends.withUnsafeBufferPointer { ends in
        texts.bytes.withUnsafeBufferPointer { texts in
          buffer.writeRows { row, position, bytes in
            let code = Int(codes[row])
            let start = Int(ends[max(code &- 1, 0)])
            let length = Int(ends[code]) &- start
            if length > 0, let source = texts.baseAddress {
              Self.copy(source + start, length, to: bytes + position)
            }
            bytes[position &+ length] = separator
            position &+= length &+ 1
          }
        }
      }
    }
  }

  private func writeSlowly(to buffer: inout RowBuffer) {
    buffer.writeRows { row, position, bytes in
      for byte in slowCell(row) {
        bytes[position] = byte
        position += 1
      }
      bytes[position] = separator
      position += 1
    }
  }

  private func slowCell(_ row: Int) -> [UInt8] {
    guard codes[row] != 0 else { return missing }
    var cell: [UInt8] = []
    texts.pool.withBytes(of: codes[row]) { CSVText.append($0, to: &cell) }
    return cell
  }

  /// Copies `length` bytes, short ones by two overlapping moves.
  @inline(__always)
  private static func copy(
    _ source: UnsafePointer<UInt8>, _ length: Int, to target: UnsafeMutablePointer<UInt8>
  ) {
    let (source, target) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
    if length > 16 {
      target.copyMemory(from: source, byteCount: length)
    } else if length >= 8 {
      let (head, tail) = (
        source.loadUnaligned(as: UInt64.self),
        source.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
      )
      target.storeBytes(of: head, as: UInt64.self)
      target.storeBytes(of: tail, toByteOffset: length &- 8, as: UInt64.self)
    } else if length >= 4 {
      let (head, tail) = (
        source.loadUnaligned(as: UInt32.self),
        source.loadUnaligned(fromByteOffset: length &- 4, as: UInt32.self)
      )
      target.storeBytes(of: head, as: UInt32.self)
      target.storeBytes(of: tail, toByteOffset: length &- 4, as: UInt32.self)
    } else {
      for offset in 0..<length {
        target.storeBytes(
          of: source.load(fromByteOffset: offset, as: UInt8.self), toByteOffset: offset,
          as: UInt8.self)
      }
    }
  }
}
