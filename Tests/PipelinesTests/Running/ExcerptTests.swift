import Diagnosis
import Tabular
import Testing

@testable import Pipelines

/// The piece of a source that shows a cause.
@Suite struct ExcerptTests {
  private static let pipeline = """
    pipeline: anggaran
    title: Belanja
    resources:
      belanja:
        path: belanja.csv
        fields:
          - { name: kode, type: text }
          - { name: a, type: amount }
          - { name: b, type: amount }
          - { name: jumlah, type: amount }
    rules:
      - { id: jumlah, in: belanja, rule: jumlah = a + b }
    """
  private static let csv = "Kode,A,B,Jumlah\n1,10,20,30\n2,11,20,31\n3,12,20,33\n4,13,20,33\n"

  private func run(
    _ folder: borrowing TemporaryFolder, _ csv: String = Self.csv
  ) throws -> (report: RunReport, resources: [Resource]) {
    try folder.write(csv, to: "belanja.csv")
    try folder.write(Self.pipeline, to: "anggaran.yaml")
    let loading = PipelineLoading(paths: ["anggaran.yaml"], in: folder.path)
    #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    return (run.report, loading.files.flatMap(\.resources))
  }

  @Test func neighboursAndLabelsAreShown() throws {
    let folder = try TemporaryFolder()
    let report = try run(folder).report
    let cause = try #require(report.causes.first)
    let excerpt = try #require(report.excerpts[cause.id]?.first)
    #expect(excerpt.columns == [1, 2, 3, 4])
    #expect(excerpt.rows.map(\.line) == [1, 2, 3, 4, 5])
    #expect(excerpt.rows.filter(\.isHeader).map(\.line) == [1])
    #expect(excerpt.rows.first { $0.line == 4 }?.cells == ["3", "12", "20", "33"])
  }

  @Test("a source that is another now is not shown") func changedSources() throws {
    let folder = try TemporaryFolder()
    let (report, resources) = try run(folder)
    let excerpts = { ExcerptReading(report, resources: resources, folder: folder.path).excerpts }
    #expect(excerpts() == report.excerpts)
    #expect(!report.excerpts.isEmpty)
    // The same length, another text.
    try folder.write(Self.csv.replacing("11,20,31", with: "99,99,99"), to: "belanja.csv")
    #expect(excerpts().isEmpty)
    try folder.write(Self.csv + "5,1,1,2\n", to: "belanja.csv")
    #expect(excerpts().isEmpty)
  }

  @Test("of many rows and columns those around the cells are shown") func wideTables() {
    func point(_ row: Int, _ column: Int?) -> ExcerptPlan.Point {
      ExcerptPlan.Point(row: row, column: column, raw: "1", label: nil)
    }
    #expect(ExcerptPlan.rows([point(1, 1)]) == [1, 2, 3])
    #expect(ExcerptPlan.rows([point(10, 1), point(100, 1)]) == [8, 9, 10, 11, 12, 100])
    let many = ExcerptPlan.rows((1...40).map { point($0 * 10, 1) })
    #expect(many.count == ExcerptPlan.rowLimit)
    #expect(many.prefix(5) == [8, 9, 10, 11, 12])
    #expect(ExcerptPlan.rows([]) == [])
    #expect(ExcerptPlan.columns([point(1, 3)], width: 5) == [1, 2, 3, 4, 5])
    #expect(ExcerptPlan.columns([point(1, 30), point(1, nil)], width: 60) == [1, 2, 29, 30, 31])
    #expect(ExcerptPlan.columns([point(1, 60)], width: 60) == [1, 2, 59, 60])
    let wide = ExcerptPlan.columns((1...40).map { point(1, $0) }, width: 60)
    #expect(wide.count == ExcerptPlan.columnLimit)
  }

  @Test("cells of several sources come in the order of the cause") func sources() {
    let cells = [("b.csv", 3), ("a.csv", 5), ("b.csv", 7)].map { (path: String, line: Int) in
      Cause.Cell(
        location: Location(resource: path, line: line, column: 2), raw: "\(line)", proposal: nil)
    }
    let evidence = cells[1...].map {
      Finding.Cell(role: .part, location: $0.location, raw: $0.raw)
    }
    let explanation = Cause.Explanation(
      mechanism: .unknown, cells: [cells[0]], evidence: evidence,
      message: Message(indonesian: "x", english: "x"))
    let plan = ExcerptPlan(
      Cause(
        id: 1, findings: [], severity: .error, confidence: .likely, explanation: explanation),
      findings: [])
    #expect(plan.sources.map(\.source.resource) == ["b.csv", "a.csv"])
    #expect(plan.sources.map { $0.points.map(\.row) } == [[3, 7], [5]])
  }
}
