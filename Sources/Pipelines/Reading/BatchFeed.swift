import Dispatch
import Synchronization
import Tabular

/// Hands batches to a thread of its own while the file is still being read.
///
/// Rules can so look at the first records while the last are not there yet. What was handed on can
/// turn out to be void, where a file has to be read again in another convention; then the feed says
/// so and hands on nothing more.
final class BatchFeed: Sendable {
  /// The batches that may wait between the two threads.
  private static let queueLength = 1

  private enum Handed: Sendable {
    case batch(Batch)
    case end
  }

  private let queue = BoundedQueue<Handed>(capacity: queueLength)
  private let done = DispatchSemaphore(value: 0)
  private let isVoid = Atomic(false)

  /// Begins to hand batches to `observe`, which is called by one thread at a time.
  init(_ observe: @escaping @Sendable (Batch) -> Void) {
    let (queue, done) = (queue, done)
    DispatchQueue(label: "cermat.rules").async {
      while case .batch(let batch) = queue.take() { observe(batch) }
      done.signal()
    }
  }

  /// Hands on a batch; waits where the other thread is behind.
  func put(_ batch: Batch) {
    if !isVoid.load(ordering: .relaxed) { queue.put(.batch(batch)) }
  }

  /// What was handed on so far is void.
  func void() { isVoid.store(true, ordering: .relaxed) }

  /// Waits until all was seen.
  ///
  /// - Returns: False where what was seen is void and everything has to be shown again.
  func finish() -> Bool {
    queue.put(.end)
    done.wait()
    return !isVoid.load(ordering: .relaxed)
  }
}
