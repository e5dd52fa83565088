import Glibc

/// Whole files and folders, read through the system.
public enum FileBytes {
  /// The bytes of a file, at most the first `limit`.
  ///
  /// - Throws: `PipelineError` that says why it can't be read, and calls the file `name`.
  public static func read(
    _ path: String, named name: String, upTo limit: Int = .max
  ) throws(PipelineError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw PipelineError(.unreadable(trouble(errno)), file: name) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw PipelineError(.unreadable(trouble(errno)), file: name)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// The text of a file in UTF-8, without a byte order mark.
  ///
  /// - Throws: `PipelineError` where it can't be read or is no such text; it calls the file `name`.
  public static func readText(_ path: String, named name: String) throws(PipelineError) -> String {
    try text(read(path, named: name), named: name)
  }

  /// The text that bytes in UTF-8 are, without a byte order mark.
  ///
  /// - Throws: `PipelineError` where they are no such text; it calls the file `name`.
  static func text(_ bytes: [UInt8], named name: String) throws(PipelineError) -> String {
    var bytes = bytes[...]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw PipelineError(.unreadable(.notText), file: name)
    }
    return text
  }

  /// The length of a file in bytes; 0 where it can't be told.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// True for a pipe, a socket or a device: they can't be read twice, and may never end.
  static func isUnbounded(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// True where something stands at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Why the system could not read a file, by its error number.
  static func trouble(_ number: Int32) -> PipelineError.Trouble {
    switch number {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .folder
    case EACCES, EPERM: .denied
    default: .failing
    }
  }

  /// The folder of a path, with its final slash; empty for a file in the working folder.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }
}
