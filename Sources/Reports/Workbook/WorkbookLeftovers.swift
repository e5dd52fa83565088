import Glibc

/// The hidden files in which a workbook is made, and those that killed runs left.
enum WorkbookLeftovers {
  private static let prefix = ".report.xlsx."

  /// The hidden file of this process.
  static func path(in folder: String) -> String { "\(folder)/\(prefix)\(getpid())" }

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
