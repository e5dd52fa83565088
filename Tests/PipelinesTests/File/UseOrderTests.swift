import Testing

@testable import Pipelines

@Suite struct UseOrderTests {
  @Test(arguments: [
    (["a", "b", "c"], [:], ["a", "b", "c"]),
    (["a", "b", "c"], ["a": ["c"]], ["c", "a", "b"]),
    (["a", "b", "c"], ["a": ["b"], "b": ["c"]], ["c", "b", "a"]),
    (["a"], ["a": ["fremd"]], ["a"]), (["a", "b"], ["a": ["b"], "b": ["a"]], ["b", "a"]),
  ])
  func standsBehindWhatItNeeds(
    _ names: [String], _ needs: [String: [String]], _ expected: [String]
  ) {
    #expect(UseOrder.sorted(names, needs) == expected)
  }

  @Test func findsAShortestWay() {
    let needs = ["a": ["b", "c"], "b": ["c"], "c": ["d"], "d": ["a"]]
    #expect(UseOrder.way(from: "a", to: "a", needs) == ["a", "c", "d", "a"])
    #expect(UseOrder.way(from: "a", to: "e", needs) == nil)
  }
}
