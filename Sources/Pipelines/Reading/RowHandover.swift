import Dispatch
import Tabular

/// Takes rows from a reader, on a thread of its own where that is worth it.
enum RowHandover {
  /// The blocks that may wait between the two threads.
  private static let queueLength = 2

  private enum Handed: Sendable {
    case block(RowBlock)
    case failure(PipelineError)
    case end
  }

  /// Calls `next` until it gives nothing more, and `take` with each block, in order.
  ///
  /// Where it is read apart, `next` runs on another thread, up to a few blocks ahead of `take`.
  static func read(
    isApart: Bool, _ take: (RowBlock) throws(PipelineError) -> Void,
    next: @escaping @Sendable () throws(PipelineError) -> RowBlock?
  ) throws(PipelineError) {
    if isApart { return try readApart(take, next) }
    while let block = try next() { try take(block) }
  }

  private static func readApart(
    _ take: (RowBlock) throws(PipelineError) -> Void,
    _ next: @escaping @Sendable () throws(PipelineError) -> RowBlock?
  ) throws(PipelineError) {
    let queue = BoundedQueue<Handed>(capacity: queueLength)
    DispatchQueue(label: "cermat.reading").async {
      do throws(PipelineError) {
        while let block = try next() { queue.put(.block(block)) }
        queue.put(.end)
      } catch {
        queue.put(.failure(error))
      }
    }
    var failure: PipelineError?
    while true {
      switch queue.take() {
      case .end:
        if let failure { throw failure }
        return
      case .failure(let error): throw failure ?? error
      case .block(let block):
        guard failure == nil else { continue }
        do throws(PipelineError) { try take(block) } catch { failure = error }
      }
    }
  }
}
