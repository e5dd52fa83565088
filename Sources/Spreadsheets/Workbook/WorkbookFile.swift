import Glibc

/// The file of a workbook, open as long as it is read.
///
/// A class, because it owns a file descriptor.
final class WorkbookFile {
  /// The path as it was given.
  let path: String
  /// The descriptor, for reading.
  let descriptor: Int32
  /// The length in bytes.
  let byteCount: Int
  private let opened: stat

  /// Opens a file.
  ///
  /// - Throws: where it isn't there, is no regular file, or may not be read.
  init(path: String) throws(SpreadsheetError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SpreadsheetError(Self.reason(errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw SpreadsheetError(.cannotRead(code: code))
    }
    opened = status
    byteCount = Int(status.st_size)
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else {
      throw SpreadsheetError(kind == S_IFDIR ? .folder : .cannotRead(code: ESPIPE))
    }
  }

  deinit { close(descriptor) }

  /// The first `count` bytes, or all there are.
  func beginning(_ count: Int) throws(SpreadsheetError) -> [UInt8] {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 8)
    defer { room.deallocate() }
    let got = pread(descriptor, room.baseAddress, count, 0)
    guard got >= 0 else { throw SpreadsheetError(Self.reason(errno)) }
    return Array(room[..<got])
  }

  /// Shows all bytes to `onBytes`, and gives those that are to be held.
  ///
  /// - Parameters:
  ///   - held: How many bytes are held from the beginning.
  ///   - onBytes: Is shown them in order.
  /// - Returns: The bytes that are held.
  /// - Throws: where the system can't read on.
  func read(
    holding held: Int, _ onBytes: (UnsafeRawBufferPointer) -> Void
  ) throws(SpreadsheetError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(held, byteCount))
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 8)
    defer { room.deallocate() }
    var offset = 0
    while true {
      let count = pread(descriptor, room.baseAddress, room.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SpreadsheetError(Self.reason(errno)) }
      if count == 0 { return bytes }
      let piece = UnsafeRawBufferPointer(rebasing: room[..<count])
      onBytes(piece)
      bytes.append(contentsOf: piece.prefix(max(held - bytes.count, 0)))
      offset += count
    }
  }

  /// True where the file is no longer what it was when it was opened.
  func changed() -> Bool {
    var now = stat()
    guard stat(path, &now) == 0 else { return true }
    return now.st_ino != opened.st_ino || now.st_dev != opened.st_dev
      || now.st_size != opened.st_size || now.st_mtim.tv_sec != opened.st_mtim.tv_sec
      || now.st_mtim.tv_nsec != opened.st_mtim.tv_nsec
  }

  private static func reason(_ code: Int32) -> SpreadsheetError.Reason {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .notPermitted
    case EISDIR: .folder
    default: .cannotRead(code: code)
    }
  }
}
