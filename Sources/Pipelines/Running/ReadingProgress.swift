import Synchronization

/// How much of the inputs of a pipeline has been read, told as it grows.
final class ReadingProgress: Sendable {
  private let pipeline: String
  private let total: Int
  private let count = Mutex(0)
  private let tell: @Sendable (RunEvent) -> Void

  /// Nothing read yet of the files of `file`.
  init(
    _ file: PipelineFile, _ settings: RunSettings, _ tell: @escaping @Sendable (RunEvent) -> Void
  ) {
    pipeline = file.name
    total = file.resources.flatMap(\.paths).flatMap {
      PathPattern.files($0, in: settings.workingFolder)
    }.reduce(0) { $0 + FileBytes.size(settings.workingFolder + $1) }
    self.tell = tell
  }

  /// Adds what was read; a file that is read again counts once.
  func add(_ bytes: Int) {
    count.withLock { count in
      count = min(count + bytes, total)
      tell(.read(pipeline: pipeline, bytes: count, of: total))
    }
  }
}
