import Glibc
import Pipelines
import Tabular

/// One run at a time for an output folder.
///
/// The lock is held by the process and goes with it, however it ends: what a killed run leaves behind
/// is a file that nobody holds.
final class RunLock {
  private var descriptor: Int32

  /// Takes the lock of a folder; nil where another run holds it.
  ///
  /// - Parameters:
  ///   - folder: The output folder.
  ///   - moment: When this run began, for the message of one that comes later.
  /// - Throws: `OutputError` where the folder can't be written.
  init?(of folder: String, at moment: String) throws(OutputError) {
    let path = "\(folder)/\(Self.name)"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw OutputError(path: path, reason: .init(errno: errno)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(descriptor)
      if number == EWOULDBLOCK { return nil }
      throw OutputError(path: path, reason: .init(errno: number))
    }
    let holder = Array("\(getpid()) \(moment)\n".utf8)
    // Without it the lock holds as well, and says less.
    if ftruncate(descriptor, 0) == 0 { _ = write(descriptor, holder, holder.count) }
  }

  deinit { release() }

  /// Gives the lock to the next run.
  func release() {
    guard descriptor >= 0 else { return }
    ftruncate(descriptor, 0)
    close(descriptor)
    descriptor = -1
  }

  private static let name = ".cermat-lock"

  /// Who holds the lock of a folder, as far as that is known: the process and when it began.
  static func holder(of folder: String) -> String? {
    guard let text = try? FileBytes.readText("\(folder)/\(name)", named: name) else { return nil }
    let parts = text.split(whereSeparator: \.isWhitespace)
    return parts.count == 2 ? "\(parts[0]), \(parts[1])" : nil
  }
}
