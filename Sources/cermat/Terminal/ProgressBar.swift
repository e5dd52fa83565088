import Glibc
import Synchronization

/// A line on standard error that shows how far a resource was read, drawn only on a terminal and
/// only where it takes more than a second.
final class ProgressBar: Sendable {
  private struct State {
    var since: ContinuousClock.Instant
    var drawn: ContinuousClock.Instant?
  }

  private let state = Mutex<[String: State]>([:])
  private let clock = ContinuousClock()

  /// Shows that so many bytes of so many were read for a pipeline.
  func show(_ pipeline: String, read: Int, of total: Int) {
    guard Terminal.canDraw, total > 0 else { return }
    let now = clock.now
    let isDue = state.withLock { states in
      var own = states[pipeline] ?? State(since: now)
      defer { states[pipeline] = own }
      guard now - own.since > .seconds(1) else { return false }
      if let drawn = own.drawn, now - drawn < .milliseconds(100) { return false }
      own.drawn = now
      return true
    }
    guard isDue else { return }
    let share = min(100, read * 100 / total)
    let filled = share * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    Terminal.complain("\r\u{1B}[K\(pipeline.prefix(30)) \(bar) \(share) %")
  }

  /// Takes the line away again.
  func clear() {
    let wasDrawn = state.withLock { states in
      defer { states = [:] }
      return states.values.contains { $0.drawn != nil }
    }
    if wasDrawn { Terminal.complain("\r\u{1B}[K") }
  }
}
