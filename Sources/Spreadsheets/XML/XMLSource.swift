/// The bytes of a part, which can be read again from the first.
final class XMLSource {
  private enum Place {
    case part(ZipArchive, ZipArchive.Part)
    case memory([UInt8])
  }

  /// The name of the part, for errors.
  let name: String
  private let place: Place
  private var stream: PartStream?
  private var position = 0
  private let pieceSize: Int

  /// Opens a part of an archive.
  init(_ part: ZipArchive.Part, of archive: ZipArchive) throws(SpreadsheetError) {
    name = part.name
    place = .part(archive, part)
    stream = try archive.open(part)
    pieceSize = .max
  }

  /// Takes a part that is held, to be read in pieces of at most `pieceSize` bytes.
  init(bytes: [UInt8], name: String, pieceSize: Int = .max) {
    self.pieceSize = pieceSize
    self.name = name
    place = .memory(bytes)
  }

  /// Begins again.
  func restart() throws(SpreadsheetError) {
    position = 0
    if case .part(let archive, let part) = place { stream = try archive.open(part) }
  }

  /// Reads up to `room.count` bytes; 0 at the end.
  func next(into room: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    if let stream { return try stream.next(into: room) }
    guard case .memory(let bytes) = place else { return 0 }
    let count = min(room.count, bytes.count - position, pieceSize)
    bytes.withUnsafeBytes {
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
    }
    position += count
    return count
  }
}
