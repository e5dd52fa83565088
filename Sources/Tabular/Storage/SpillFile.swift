import Glibc
import Synchronization

/// A temporary file without a name, which the system removes when the process ends in any way.
///
/// A class, because it owns a file descriptor.
final class SpillFile: Sendable {
  private let descriptor: Int32
  private let folder: String
  private let length = Atomic<Int>(0)

  /// Opens a nameless file in `folder`.
  init(folder: String) throws(TabularError) {
    self.folder = folder
    descriptor = try Self.openNameless(in: folder)
  }

  /// Takes over an open file, of which errors speak as standing in `folder`.
  init(descriptor: Int32, folder: String) {
    self.descriptor = descriptor
    self.folder = folder
  }

  deinit { close(descriptor) }

  /// `O_TMPFILE` without `O_DIRECTORY`, which the C header only gives as an expression.
  private static let nameless: Int32 = 0o20_000_000

  private static func openNameless(in folder: String) throws(TabularError) -> Int32 {
    let mode: mode_t = 0o600
    let opened = open(folder, nameless | O_DIRECTORY | O_RDWR | O_CLOEXEC, mode)
    if opened >= 0 { return opened }
    guard [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
      throw TabularError(.spillNotOpened(folder: folder, errno: errno))
    }
    // File systems without nameless files: a name that lives for two system calls.
    for attempt in 0..<1_000 {
      let path = "\(folder)/.spill-\(getpid())-\(attempt)"
      let named = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode)
      if named >= 0 {
        unlink(path)
        return named
      }
      guard errno == EEXIST else { break }
    }
    throw TabularError(.spillNotOpened(folder: folder, errno: errno))
  }

  /// Writes `bytes` behind everything written before and returns where they begin.
  func append(_ bytes: UnsafeRawBufferPointer) throws(TabularError) -> Int {
    let start = length.add(bytes.count, ordering: .relaxed).oldValue
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + done))
      if written < 0 {
        if errno == EINTR { continue }
        throw TabularError(.spillNotWritten(folder: folder, errno: errno))
      }
      guard written > 0 else {
        throw TabularError(.spillNotWritten(folder: folder, errno: ENOSPC))
      }
      done += written
    }
    return start
  }

  /// Fills `bytes` with what stands at `offset`.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(TabularError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if count < 0 {
        if errno == EINTR { continue }
        throw TabularError(.spillNotRead(folder: folder, errno: errno))
      }
      guard count > 0 else { throw TabularError(.spillNotRead(folder: folder, errno: 0)) }
      done += count
    }
  }
}
