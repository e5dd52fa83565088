import Glibc
import Pipelines

/// The hidden files in which a workbook is made, and those that killed runs left.
enum WorkbookLeftovers {
  private static let prefix = ".report.xlsx."

  /// Makes the hidden file of this process, empty.
  ///
  /// libxlsxwriter would follow a link of that name, and print where it can't make the file.
  ///
  /// - Returns: Its path.
  /// - Throws: `OutputError` where it can't be made.
  static func begin(in folder: String) throws(OutputError) -> String {
    let path = "\(folder)/\(prefix)\(getpid())"
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw OutputError(path: "\(folder)/report.xlsx", reason: .init(errno: errno))
    }
    close(descriptor)
    return path
  }

  /// Removes the hidden files whose processes are gone; all other files stay.
  static func remove(from folder: String) {
    guard let handle = opendir(folder) else { return }
    defer { closedir(handle) }
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let process = process(of: name), kill(process, 0) != 0, errno == ESRCH else { continue }
      let path = "\(folder)/\(name)"
      var status = stat()
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { unlink(path) }
    }
  }

  /// The process that a file of this name belongs to; nil for every other name.
  static func process(of name: String) -> pid_t? {
    guard name.hasPrefix(prefix), let process = pid_t(name.dropFirst(prefix.count)), process > 0,
      name == "\(prefix)\(process)"
    else { return nil }
    return process
  }
}
