import Diagnosis
import Foundation
import Pipelines
import Tabular
import Testing

/// Of a mistake in a figure of the samples, beside those that they have, the cell is named.
@Suite struct NamedInSamplesTests {
  /// One figure of so many is changed; each takes a run of all pipelines.
  private static let step =
    ProcessInfo.processInfo.environment["CERMAT_ALL_MISTAKES"] == "1" ? 13 : 191

  private struct Score {
    var trials = 0
    var first = 0
    var within = 0
    /// Causes that were certain of another cell.
    var misled: [String] = []
    var missed: [String] = []
  }

  @Test("a changed figure is among the cells of the causes of what is new")
  func changedFigures() async throws {
    var inputs: [PlantedMistakesTests.Input] = []
    for pipeline in PackageFolder.pipelines {
      for path in SampleCopy.unchanged.paths(of: pipeline) {
        inputs.append(PlantedMistakesTests.Input(pipeline: pipeline, path: path))
      }
    }
    let usual = Set(SampleCopy.unchanged.findings.map(\.id))
    let scores = try await withThrowingTaskGroup(of: Score.self) { group in
      for (number, input) in inputs.enumerated() {
        group.addTask { try Self.score(input, number, usual) }
      }
      return try await group.reduce(into: [Score]()) { $0.append($1) }
    }
    let trials = scores.reduce(0) { $0 + $1.trials }
    let first = scores.reduce(0) { $0 + $1.first }
    let within = scores.reduce(0) { $0 + $1.within }
    print("SAMPLES: \(trials) changed figures seen, \(first) named first, \(within) in the set")
    for line in scores.flatMap(\.missed).sorted() { print("SAMPLES not in the set: \(line)") }
    for line in scores.flatMap(\.misled).sorted() { print("SAMPLES misled: \(line)") }
    #expect(trials >= 6)
    #expect(5 * within >= 4 * trials)
    #expect(3 * first >= 2 * trials)
    #expect(scores.flatMap(\.misled).count <= 1)
  }

  private static func score(
    _ input: PlantedMistakesTests.Input, _ number: Int, _ usual: Set<String>
  ) throws -> Score {
    let copy = try SampleCopy(of: input)
    var score = Score()
    for (place, figure) in copy.figures.figures.enumerated()
    where (place + 7 * number) % step == 0 {
      let mistakes = WrittenFigures.Figure.Mistake.allCases.compactMap { mistake in
        figure.text(with: mistake).map { (mistake, $0) }
      }
      guard let (mistake, text) = mistakes.isEmpty ? nil : mistakes[place % mistakes.count] else {
        continue
      }
      try copy.plant(text, in: figure)
      let report = copy.run().report
      let new = Set(
        report.findings.filter { $0.severity > .note && !usual.contains($0.id) }.map(\.id))
      guard !new.isEmpty else { continue }
      let causes = report.causes.filter { !new.isDisjoint(with: $0.findings) }
      func isIt(_ cell: Cause.Cell) -> Bool {
        cell.location.resource == input.path && cell.location.line == figure.line
          && cell.location.column == figure.column
      }
      score.trials += 1
      let all = causes.flatMap { [$0.explanation] + $0.alternatives }.flatMap(\.cells)
      let told =
        "\(input.path):\(figure.line):\(figure.column) \(figure.text) > \(text) (\(mistake.rawValue))"
      if causes.contains(where: { $0.explanation.cells.contains(where: isIt) }) { score.first += 1 }
      if all.contains(where: isIt) {
        score.within += 1
      } else {
        score.missed.append(
          told + " "
            + causes.map { "\($0.confidence) " + $0.explanation.message.english }.joined(
              separator: " | "))
      }
      for cause in causes where cause.confidence == .certain {
        if !cause.explanation.cells.contains(where: isIt) {
          score.misled.append(told + ": " + cause.explanation.message.english)
        }
      }
    }
    return score
  }
}
