import Tabular
import Testing

@testable import Pipelines

/// Findings in tables that were reshaped or joined name the cell, and the label above it.
@Suite struct ReshapedPlacesTests {
  private func findings(_ rules: String) throws -> [Finding] {
    let folder = try TemporaryFolder()
    try folder.write(
      "Nama;Realisasi 2022;Realisasi 2023;Capaian 2023\nA;5;7;\nB;6;8;90\n", to: "data.csv")
    try folder.write("nama,sumber\nA,x\nB,y\n", to: "daftar.csv")
    let pipeline = """
      pipeline: tempat
      title: Tempat
      resources:
        daftar:
          path: daftar.csv
          fields: [{ name: nama }, { name: sumber }]
        data:
          path: data.csv
          fields:
            - { name: nama, label: Nama }
            - { name: tahun, type: period }
            - { name: realisasi, type: count }
            - { name: capaian, type: count }
            - { name: sumber }
          steps:
            - unpivot: { keys: [nama], into: label }
            - extract: { label: '(?<label>[A-Z][a-z]+) (?<tahun>[0-9]{4})' }
            - pivot: { label: { Realisasi: realisasi, Capaian: capaian } }
            - join: { with: daftar, on: nama, take: sumber }
      rules:
      \(rules)
      """
    try folder.write(pipeline, to: "tempat.yaml")
    let loading = PipelineLoading(paths: ["tempat.yaml"], in: folder.path)
    #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    #expect(run.report.failures.map(\.message.english) == [])
    return run.report.findings
  }

  private struct Wanted: Hashable {
    let line: Int?
    let label: String?
  }

  private func places(_ rule: String) throws -> [Wanted] {
    try findings("  - { id: r, in: data, rule: '\(rule)' }").map { finding in
      let location = finding.cells[0].location
      return Wanted(line: location.line, label: location.label)
    }
  }

  @Test func reshapedCellHasTheLabelAboveIt() throws {
    let wanted = [Wanted(line: 3, label: "Realisasi 2023")]
    #expect(try places("realisasi < 8") == wanted)
  }

  @Test func labelThatBecameAValueIsFoundInTheHeader() throws {
    let found = try places("tahun = \"2023\"")
    #expect(Set(found) == [Wanted(line: 1, label: "Realisasi 2022")])
    #expect(found.count == 2)
  }

  @Test func whatIsMissingIsMissedBesideItsKey() throws {
    let found = try places("capaian is present or tahun = \"2023\"")
    #expect(found.map(\.line) == [2, 3])
    #expect(Set(found.map(\.label)) == [nil])
  }

  @Test func joinedFieldStandsWhereItsKeyDoes() throws {
    let wanted = [Wanted(line: 3, label: nil)]
    #expect(Set(try places("sumber = \"x\"")) == Set(wanted))
  }
}
