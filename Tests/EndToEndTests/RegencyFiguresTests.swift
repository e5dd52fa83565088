import Foundation
import Pipelines
import Rules
import Tabular
import Testing

/// A mistake in any figure of the made-up regency is found, or stands with its reason in
/// `Regency/tak-terlihat.md`.
@Suite struct RegencyFiguresTests {
  private static let labels = ["Berkas", "Kolom ke", "Tertulis", "Perubahan"]
  private static let page = PackageFolder.url
    .appendingPathComponent(RegencyCopy.path + "tak-terlihat.md")

  /// The pipelines that read what stands in a folder; all are asked where these find nothing.
  private static let nearest = [
    "iku": ["indikator"], "kependudukan": ["penduduk"], "keuangan": ["anggaran"],
    "media": ["media-digital"], "opd": ["opd"], "perjanjian": ["perjanjian-kinerja"],
    "rujukan": [], "sakip": ["sakip"], "spbe": ["spbe"], "survei": ["skm"],
  ]

  private static let isRecording =
    ProcessInfo.processInfo.environment["CERMAT_RECORD_GOLDENS"] == "1"

  /// With `CERMAT_ALL_MISTAKES=1` in the environment every figure is tried, else one in thirteen.
  private static let stride =
    isRecording || ProcessInfo.processInfo.environment["CERMAT_ALL_MISTAKES"] == "1" ? 1 : 13

  @Test func mistakeInAnyFigureIsFound() async throws {
    let files = Files.below(PackageFolder.url.appendingPathComponent(RegencyCopy.path))
      .filter { $0.hasSuffix(".csv") && $0.contains("/") && !$0.hasPrefix("bentuk-lain/") }
    #expect(files.count == 71)
    let shares = 4
    let outcomes = try await withThrowingTaskGroup(of: [Outcome].self) { group in
      for share in 0..<shares {
        group.addTask {
          let copy = try RegencyCopy(.inText)
          let own = files.indices.filter { $0 % shares == share }
          return try own.flatMap { try Self.outcomes(of: files[$0], in: copy) }
        }
      }
      return try await group.reduce(into: [Outcome]()) { $0 += $1 }
    }
    #expect(outcomes.count * Self.stride > 700)
    var known = ReviewedTable(
      Self.labels, in: (try? String(contentsOf: Self.page, encoding: .utf8)) ?? "")
    #expect(known.unreviewed == [])
    let missed = outcomes.filter { !$0.isFound }.map(\.row).sorted { $0.joined() < $1.joined() }
    if Self.isRecording {
      known.rows = missed
      try Data(Self.text(known).utf8).write(to: Self.page)
      Issue.record("recorded; review it and run again without recording")
      return
    }
    let excused = Set(known.rows)
    #expect(missed.filter { !excused.contains($0) } == [], "nothing tells of these mistakes")
    guard Self.stride == 1 else { return }
    let found = Set(outcomes.filter(\.isFound).map(\.row))
    #expect(known.rows.filter(found.contains) == [], "these are found after all")
  }

  private static func text(_ table: ReviewedTable) -> String {
    """
    # Perubahan yang tidak terlihat

    Satu kesalahan dibuat dalam setiap angka kabupaten rekaan; yang di bawah ini tidak ditemukan
    aturan mana pun, karena tidak ada hubungan yang membicarakannya.

    \(table.text)
    """
  }

  private struct Outcome {
    let row: [String]
    let isFound: Bool
  }

  /// One mistake in each figure of a file, another one in the next.
  private static func outcomes(of file: String, in copy: RegencyCopy) throws -> [Outcome] {
    let figures = try WrittenFigures(copy.data(file))
    let folder = file.split(separator: "/").first.map(String.init) ?? ""
    let nearest = try #require(nearest[folder], "\(folder) is new")
    return try figures.figures.enumerated().filter { $0.offset % stride == 0 }.map {
      number, figure in
      let mistakes = WrittenFigures.Figure.Mistake.allCases.compactMap { mistake in
        figure.text(with: mistake).map { (mistake, $0) }
      }
      let (mistake, text) = mistakes[number % mistakes.count]
      let data = figures.data(replacing: figure, by: text)
      let isFound = try [nearest, RegencyCopy.pipelines].contains { pipelines in
        guard !pipelines.isEmpty else { return false }
        let report = try copy.run(pipelines, with: file, as: data).report
        return report.status != .clean
      }
      let row = [file, "\(figure.column)", "\(figure.line): \(figure.text)", mistake.rawValue]
      return Outcome(row: row, isFound: isFound)
    }
  }
}
