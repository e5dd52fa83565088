import Glibc
import Reports
import Tabular

/// The two streams that only this module writes to.
enum Terminal {
  /// Writes a text to standard output, whole, however often it is interrupted.
  static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes bytes to standard output.
  static func print(_ bytes: UnsafeRawBufferPointer) { write(bytes, to: STDOUT_FILENO) }

  /// Writes a text to standard error.
  static func complain(_ text: String) { write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: file) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let written = Glibc.write(file, base, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  /// Colours only on a terminal that wants them: `NO_COLOR` set to anything but the empty text, or
  /// a terminal called `dumb`, turns them off.
  static var style: TextStyle {
    guard isatty(STDOUT_FILENO) == 1, environment("NO_COLOR") == nil,
      environment("TERM") != "dumb"
    else { return .plain }
    return .coloured
  }

  /// True where a progress bar can be drawn on standard error.
  static var canDraw: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
