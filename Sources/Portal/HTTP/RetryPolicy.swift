/// How often and after which time something is tried again.
public struct RetryPolicy: Sendable {
  /// How often it is tried at most, the first time included.
  public var attempts: Int
  /// Milliseconds after the first failure; each further wait is twice as long.
  public var firstWait: Int
  /// Milliseconds that a wait is at most, also where the server asks for more.
  public var longestWait: Int
  /// Waits for that many milliseconds.
  public var wait: @Sendable (Int) -> Void
  /// A number from 0 up to the given one, so that many clients don't come back at once.
  public var jitter: @Sendable (Int) -> Int

  /// Makes a policy.
  ///
  /// - Parameters:
  ///   - attempts: How often it is tried at most, the first time included.
  ///   - firstWait: Milliseconds after the first failure.
  ///   - longestWait: Milliseconds that a wait is at most.
  ///   - wait: Waits for that many milliseconds.
  ///   - jitter: A number from 0 up to the given one.
  public init(
    attempts: Int = 6, firstWait: Int = 1000, longestWait: Int = 120_000,
    wait: @escaping @Sendable (Int) -> Void,
    jitter: @escaping @Sendable (Int) -> Int = { Int.random(in: 0...max(0, $0)) }
  ) {
    self.attempts = attempts
    self.firstWait = firstWait
    self.longestWait = longestWait
    self.wait = wait
    self.jitter = jitter
  }

  /// The milliseconds to wait after a failure.
  ///
  /// - Parameters:
  ///   - attempt: Which attempt failed, from 1.
  ///   - asked: The seconds that the server asked for in `Retry-After`.
  /// - Returns: At least half of the doubled time, at most the longest wait.
  func pause(after attempt: Int, asked: Int?) -> Int {
    if let asked, asked > 0 { return min(longestWait, min(asked, 86_400) * 1000) }
    let doubled = min(longestWait, firstWait << min(attempt - 1, 20))
    return doubled / 2 + jitter(doubled / 2)
  }
}
