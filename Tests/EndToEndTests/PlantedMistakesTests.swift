import Foundation
import Pipelines
import Rules
import Tabular
import Testing

/// A mistake in any figure of the samples is found by some rule.
@Suite struct PlantedMistakesTests {
  /// An input of a pipeline.
  struct Input: Sendable, CustomTestStringConvertible {
    let pipeline: String
    let path: String

    var testDescription: String { path }
  }

  private static let inputs: [Input] = PackageFolder.pipelines.flatMap { pipeline in
    SampleCopy.unchanged.paths(of: pipeline).map { Input(pipeline: pipeline, path: $0) }
  }

  private static let golden = Golden(name: "tak-terlihat.md")
  private static let labels = ["Berkas", "Baris", "Kolom ke", "Tertulis", "Perubahan"]

  /// With `CERMAT_ALL_MISTAKES=1` in the environment every mistake is made in every figure, else one
  /// in every second figure, another one in the next.
  private static let isThorough =
    golden.isRecording || ProcessInfo.processInfo.environment["CERMAT_ALL_MISTAKES"] == "1"

  @Test func mistakeInAnyFigureIsFound() async throws {
    let inputs = Self.inputs
    #expect(inputs.count == 83)
    var known = ReviewedTable(Self.labels, in: Self.golden.text)
    #expect(known.unreviewed == [])
    let outcomes = try await withThrowingTaskGroup(of: [Outcome].self) { group in
      for input in inputs { group.addTask { try Self.outcomes(of: input) } }
      return try await group.reduce(into: [Outcome]()) { $0 += $1 }
    }
    #expect(outcomes.count > 1_000)
    let missed = outcomes.filter { !$0.isFound }.map(\.row).sorted { $0.joined() < $1.joined() }
    if Self.golden.isRecording {
      known.rows = missed
      try Self.golden.record(Self.page(known))
      return
    }
    let excused = Set(known.rows)
    #expect(missed.filter { !excused.contains($0) } == [], "no rule finds these mistakes")
    let found = Set(outcomes.filter(\.isFound).map(\.row))
    #expect(known.rows.filter(found.contains) == [], "these are found after all")
  }

  private struct Outcome {
    let row: [String]
    let isFound: Bool
  }

  private static func outcomes(of input: Input) throws -> [Outcome] {
    let copy = try SampleCopy(of: input)
    let file = input.path.split(separator: "/").last.map(String.init) ?? input.path
    var outcomes: [Outcome] = []
    for (number, figure) in copy.figures.figures.enumerated() where isThorough || number % 2 == 0 {
      let mistakes = WrittenFigures.Figure.Mistake.allCases.compactMap { mistake in
        figure.text(with: mistake).map { (mistake, $0) }
      }
      for (mistake, text) in isThorough ? mistakes : [mistakes[number / 2 % mistakes.count]] {
        try copy.plant(text, in: figure)
        let isFound = copy.showsMistake()
        outcomes.append(
          Outcome(
            row: [file, "\(figure.line)", "\(figure.column)", figure.text, mistake.rawValue],
            isFound: isFound))
      }
    }
    return outcomes
  }

  private static func page(_ table: ReviewedTable) -> String {
    """
    # Perubahan yang tidak terlihat

    Setiap angka di contoh diubah satu per satu; hanya perubahan di bawah ini yang tidak ditemukan
    aturan mana pun, karena tidak ada hubungan yang membicarakannya.

    \(table.text)
    """
  }
}
