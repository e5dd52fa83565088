import Dispatch
import Synchronization

/// Values handed from one thread to another, a few at a time: who is ahead waits.
final class BoundedQueue<Element: Sendable>: Sendable {
  private let free: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)
  private let elements = Mutex<[Element]>([])

  /// A queue that holds up to `capacity` values, at least one.
  init(capacity: Int) { free = DispatchSemaphore(value: capacity) }

  /// Adds a value; waits while the queue is full.
  func put(_ element: Element) {
    free.wait()
    elements.withLock { $0.append(element) }
    filled.signal()
  }

  /// Takes the oldest value; waits while the queue is empty.
  func take() -> Element {
    filled.wait()
    let element = elements.withLock { $0.removeFirst() }
    free.signal()
    return element
  }
}
