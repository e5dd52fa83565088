import Testing

@testable import Portal

@Suite struct RetryPolicyTests {
  private let policy = RetryPolicy(wait: { _ in }, jitter: { $0 })

  @Test(
    arguments: [
      (1, nil, 1000), (2, nil, 2000), (3, nil, 4000), (20, nil, 120_000), (200, nil, 120_000),
      (1, 7, 7000), (1, 0, 1000), (1, -5, 1000), (3, 100_000, 120_000), (3, Int.max, 120_000),
    ] as [(Int, Int?, Int)])
  func pauses(_ attempt: Int, _ asked: Int?, _ wanted: Int) {
    #expect(policy.pause(after: attempt, asked: asked) == wanted)
  }

  @Test func spreadsOverTheSecondHalf() {
    let early = RetryPolicy(wait: { _ in }, jitter: { _ in 0 })
    #expect(early.pause(after: 2, asked: nil) == 1000)
  }
}
