import Glibc
import Testing

@testable import Pipelines

@Suite struct TextPatternsTests {
  @Test func groupsStandInTheOrderOfTheirFirstAppearance() throws {
    let patterns = try TextPatterns(["(?<b>x)(?<a>y)?", "(z)(?<c>(?<a>w))", "(?x)(?<d>v)"])
    #expect(patterns.groups == ["b", "a", "c", "d"])
  }

  @Test(arguments: [
    ("(?<x>a", "expected ')'"), ("(?<x>a)|(?<x>b)", "group named 'x' already exists"),
    ("(?<1x>a)", "group name must not start with number"),
  ])
  func whatIsNoRegularExpressionIsToldInTheWordsOfItsReader(_ pattern: String, _ words: String) {
    do throws(TextPatterns.Problem) {
      _ = try TextPatterns(["a", pattern])
      Issue.record("\(pattern) was taken")
    } catch {
      #expect(error.position == 1)
      #expect(error.fault == .syntax(words))
    }
  }

  @Test(arguments: [
    "(a+)+", "(?<x>(a+)+)b", "(?:[a-z]*)*", "(a|b+)*", "(.*)*x", "(\\w+\\s*)+", "((a+)?)+",
    "(a+?b?){2,}", "(?:(a+)|(b+))+",
  ])
  func repetitionsOfRepetitionsAreRefused(_ pattern: String) {
    do throws(TextPatterns.Problem) {
      _ = try TextPatterns([pattern])
      Issue.record("\(pattern) was taken")
    } catch {
      #expect(error.fault == .repeatedRepetition)
    }
  }

  @Test(arguments: [
    "([a-z]+ )+", "[0-9]{1,3}(\\.[0-9]{3})*(,[0-9]+)?", "(?<a>.*)[ ]+(?<b>[0-9]{4})", "(ab)+c*",
    "([+*]+-)+", "(\\(+x)+", "(?:a+:)*", "a+b+c*",
  ])
  func otherRepetitionsAreTaken(_ pattern: String) throws {
    #expect(throws: Never.self) { try TextPatterns([pattern]) }
  }

  @Test func theFirstPatternThatFitsTheWholeTextCounts() throws {
    var patterns = try TextPatterns(["(?<a>[0-9]+)", "(?<b>[0-9]+ ?)(?<c>x)?", ".*!"])
    #expect(patterns.parts(of: " 12 ") == ["a": "12"])
    #expect(patterns.parts(of: "12 x") == ["b": "12 ", "c": "x"])
    #expect(patterns.parts(of: "ab!") == [:])
    #expect(patterns.parts(of: "12 y") == nil)
    #expect(patterns.parts(of: "12 y") == nil)
  }

  /// The time of this thread alone: other tests run beside it, on a machine that may be busy.
  @Test(arguments: [
    "Target.* (?<tahun>[0-9]{4})", "(?<a>.*)[ ]+(?<tahun>[0-9]{4})",
    "(?<a>.*?)[ ]*(?<b>[0-9]*)x", "(?<a>([A-Za-z]+ )*)(?<b>[0-9]+)(?<c>.*)!",
  ])
  func longCellIsTriedInReasonableTime(_ pattern: String) throws {
    var patterns = try TextPatterns([pattern])
    let before = secondsOfThread()
    #expect(patterns.parts(of: String(repeating: "Target 201 ", count: 909)) == nil)
    #expect(secondsOfThread() - before < 60)
  }

  private func secondsOfThread() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func longerTextThanTheLongestFitsNothing() throws {
    var patterns = try TextPatterns([".*"])
    let longest = TextPatterns.longestText
    #expect(patterns.parts(of: String(repeating: "a", count: longest)) == [:])
    #expect(patterns.parts(of: String(repeating: "a", count: longest + 1)) == nil)
  }
}
