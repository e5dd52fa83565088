import Glibc

/// The bytes of a file in order, read once; tells each of them to an observer.
///
/// A class, because it owns a file descriptor.
final class RawInput {
  /// Where the bytes come from.
  private enum Source {
    case descriptor(Int32)
    case memory([UInt8])
  }

  /// The path as it was given.
  let path: String
  /// The number of bytes read.
  private(set) var byteCount = 0
  private let source: Source
  private let limit: Int?
  private let onBytes: (UnsafeRawBufferPointer) -> Void
  private let opened: stat?
  /// Bytes that were read to examine them and are still to be delivered.
  private var window: [UInt8] = []
  private var windowPosition = 0

  /// Opens a file.
  init(
    path: String, limit: Int?, onBytes: @escaping (UnsafeRawBufferPointer) -> Void
  ) throws(DelimitedError) {
    self.path = path
    self.limit = limit
    self.onBytes = onBytes
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.cannotOpen(path, code: errno) }
    source = .descriptor(descriptor)
    var status = stat()
    let known = fstat(descriptor, &status) == 0
    opened = known && status.st_mode & S_IFMT == S_IFREG ? status : nil
    if known && status.st_mode & S_IFMT == S_IFDIR {
      throw DelimitedError(path: path, reason: .folder)
    }
    if let limit, let opened, opened.st_size > limit {
      throw DelimitedError(path: path, reason: .fileTooLarge(limit: limit))
    }
  }

  /// Bytes in memory under a name.
  init(path: String, bytes: [UInt8], onBytes: @escaping (UnsafeRawBufferPointer) -> Void) {
    self.path = path
    self.onBytes = onBytes
    limit = nil
    source = .memory(bytes)
    opened = nil
  }

  deinit {
    if case .descriptor(let descriptor) = source { close(descriptor) }
  }

  /// The first `count` bytes, or all there are; they are delivered again by `read`.
  func examine(_ count: Int) throws(DelimitedError) -> [UInt8] {
    window = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = try window.withUnsafeMutableBufferPointer { room throws(DelimitedError) in
        try fetch(UnsafeMutableRawBufferPointer(.init(rebasing: room[filled...])))
      }
      if got == 0 { break }
      filled += got
    }
    window.removeLast(count - filled)
    return window
  }

  /// Leaves out the next `count` bytes, which were examined.
  func skip(_ count: Int) { windowPosition += count }

  /// Reads up to `room.count` bytes; 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(DelimitedError) -> Int {
    guard windowPosition < window.count else {
      window = []
      windowPosition = 0
      return try fetch(room)
    }
    let count = min(room.count, window.count - windowPosition)
    window.withUnsafeBytes {
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[windowPosition...].prefix(count)))
    }
    windowPosition += count
    return count
  }

  private func fetch(_ room: UnsafeMutableRawBufferPointer) throws(DelimitedError) -> Int {
    var count = 0
    switch source {
    case .memory(let bytes):
      count = min(room.count, bytes.count - byteCount)
      bytes.withUnsafeBytes {
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[byteCount...].prefix(count)))
      }
    case .descriptor(let descriptor):
      repeat {
        count = Glibc.read(descriptor, room.baseAddress, room.count)
      } while count < 0
        && errno == EINTR
      guard count >= 0 else {
        let reason: DelimitedError.Reason = errno == EISDIR ? .folder : .readFailed(code: errno)
        throw DelimitedError(path: path, byteOffset: byteCount, reason: reason)
      }
    }
    byteCount += count
    if let limit, byteCount > limit {
      throw DelimitedError(path: path, reason: .fileTooLarge(limit: limit))
    }
    if count > 0 { onBytes(UnsafeRawBufferPointer(rebasing: room[..<count])) }
    return count
  }

  /// How the file differs from what it was when it was opened.
  func changes() -> [Remark.FileChange] {
    guard case .descriptor(let descriptor) = source, let opened else { return [] }
    var found: [Remark.FileChange] = []
    var now = stat()
    if fstat(descriptor, &now) == 0 {
      if now.st_size != opened.st_size || byteCount != Int(opened.st_size) { found.append(.size) }
      if now.st_mtim.tv_sec != opened.st_mtim.tv_sec
        || now.st_mtim.tv_nsec != opened.st_mtim.tv_nsec
      {
        found.append(.modificationTime)
      }
    }
    var named = stat()
    if stat(path, &named) != 0 || named.st_ino != opened.st_ino || named.st_dev != opened.st_dev {
      found.append(.replaced)
    }
    return found
  }

  private static func cannotOpen(_ path: String, code: Int32) -> DelimitedError {
    switch code {
    case ENOENT, ENOTDIR: DelimitedError(path: path, reason: .missing)
    case EACCES, EPERM: DelimitedError(path: path, reason: .notPermitted)
    case EISDIR: DelimitedError(path: path, reason: .folder)
    default: DelimitedError(path: path, reason: .cannotOpen(code: code))
    }
  }
}
