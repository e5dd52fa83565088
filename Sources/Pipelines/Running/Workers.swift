import Dispatch
import Synchronization

/// Work shared among threads.
enum Workers {
  /// Does `work` for each of `items`, by up to `jobs` threads, and returns when all is done.
  ///
  /// Where `jobs` is 1 it is done in order and on this thread.
  static func each<Item: Sendable>(
    of items: [Item], jobs: Int, _ work: @Sendable (Item) -> Void
  ) {
    guard jobs > 1, items.count > 1 else {
      for item in items { work(item) }
      return
    }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, items.count)) { _ in
      while true {
        let position = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard position < items.count else { return }
        work(items[position])
      }
    }
  }
}
