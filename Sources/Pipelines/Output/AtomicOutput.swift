import Glibc

/// A file that appears at its place whole or not at all.
///
/// Bytes go to a hidden file beside the place (`.NAME.partial`). `commit()` syncs it, renames it
/// over the place and syncs the folder. Without a commit the place keeps what it had: when the
/// value goes away the hidden file goes too, and one that a killed process left is taken over by
/// the next run. The hidden file is locked, so two runs can't write the same place at once.
public final class AtomicOutput {
  /// The place.
  public let path: String
  /// The number of bytes written so far.
  public private(set) var byteCount = 0
  /// The SHA-256 digest of the bytes in hexadecimal; nil until they are sealed.
  public private(set) var sha256: String?

  private let folder: String
  private let partial: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private let digest = Digest()
  private var isSealed: Bool { sha256 != nil }

  private static let bufferSize = 1 << 18

  /// Opens the hidden file, making missing folders; throws where that can't be done.
  public init(path: String) throws(OutputError) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    partial = "\(folder)/.\(name).partial"
    descriptor = -1
    try Self.makeFolder(folder)
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw OutputError(path: path, reason: .isAFolder)
    }
    descriptor = try Self.openLocked(partial, for: path)
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit {
    guard descriptor >= 0 else { return }
    unlink(partial)
    close(descriptor)
  }

  /// Writes `path` with what `body` puts out, committing when it returns.
  public static func write(
    to path: String, _ body: (AtomicOutput) throws -> Void
  ) throws {
    let output = try AtomicOutput(path: path)
    try body(output)
    try output.commit()
  }

  /// Adds bytes; throws where the disk takes no more.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    precondition(descriptor >= 0 && !isSealed, "written after the end")
    byteCount += bytes.count
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize {
      try put(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Adds text as UTF-8; throws where the disk takes no more.
  public func write(_ text: String) throws(OutputError) {
    let utf8 = Array(text.utf8)
    let result = utf8.withUnsafeBytes { bytes in
      Result { () throws(OutputError) in try write(bytes) }
    }
    try result.get()
  }

  /// Brings all bytes to the disk, so that nothing but the renaming can fail any more.
  ///
  /// Files that belong together are all sealed before the first is committed.
  public func seal() throws(OutputError) {
    guard !isSealed else { return }
    try flush()
    guard fsync(descriptor) == 0 else { throw Self.error(errno, path) }
    sha256 = digest.finish()
  }

  /// Puts the file at its place; throws where that can't be done, and the place keeps what it had.
  public func commit() throws(OutputError) {
    precondition(descriptor >= 0, "committed twice")
    try seal()
    guard rename(partial, path) == 0 else { throw Self.error(errno, path) }
    close(descriptor)
    descriptor = -1
    try Self.syncFolder(folder)
  }

  private func flush() throws(OutputError) {
    guard !buffer.isEmpty else { return }
    let full = buffer
    buffer.removeAll(keepingCapacity: true)
    let result = full.withUnsafeBytes { bytes in
      Result { () throws(OutputError) in try put(bytes) }
    }
    try result.get()
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    digest.update(bytes)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Self.error(written == 0 ? EIO : errno, path) }
      rest = rest.dropFirst(written)
    }
  }
}

extension AtomicOutput {
  /// Opens and locks `partial`, and makes sure that it is still the file of that name.
  private static func openLocked(_ partial: String, for path: String) throws(OutputError) -> Int32 {
    while true {
      let descriptor = open(partial, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else { throw error(errno, path) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let number = errno
        close(descriptor)
        throw number == EWOULDBLOCK ? OutputError(path: path, reason: .inUse) : error(number, path)
      }
      var (opened, named) = (stat(), stat())
      let isCurrent =
        fstat(descriptor, &opened) == 0 && lstat(partial, &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
      guard isCurrent else {
        close(descriptor)
        continue
      }
      guard ftruncate(descriptor, 0) == 0 else {
        let number = errno
        close(descriptor)
        throw error(number, path)
      }
      return descriptor
    }
  }

  /// Makes `folder` and the folders above it where they are missing.
  private static func makeFolder(_ folder: String) throws(OutputError) {
    if mkdir(folder, 0o777) == 0 {
      try syncFolder(parent(of: folder))
      return
    }
    switch errno {
    case EEXIST:
      var status = stat()
      guard stat(folder, &status) == 0 else { throw error(errno, folder) }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw OutputError(path: folder, reason: .notAFolder)
      }
    case ENOENT where parent(of: folder) != folder:
      try makeFolder(parent(of: folder))
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw error(errno, folder) }
      try syncFolder(parent(of: folder))
    case let number: throw error(number, folder)
    }
  }

  private static func parent(of folder: String) -> String {
    let trimmed = folder.last == "/" ? folder.dropLast() : folder[...]
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// Makes the names in `folder` outlast a power cut; file systems that can't do it are excused.
  private static func syncFolder(_ folder: String) throws(OutputError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == EACCES { return }
      throw error(errno, folder)
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw error(errno, folder)
    }
  }

  private static func error(_ number: Int32, _ path: String) -> OutputError {
    OutputError(path: path, reason: OutputError.Reason(errno: number))
  }
}
