import Tabular
import Testing

@testable import Pipelines

@Suite struct SheetRemarkTests {
  @Test(arguments: [
    (SheetRemark.hiddenSheet, "A1", "lembar ini tersembunyi; isinya tetap dibaca"),
    (.hiddenRows([12...14, 20...20]), "A12", "baris 12–14, 20 tersembunyi; isinya tetap dibaca"),
    (.hiddenColumns([2...2]), "C1", "kolom C tersembunyi; isinya tetap dibaca"),
    (
      .otherTables(["G4:K20"]), "G4",
      "lembar ini juga memuat tabel lain di G4:K20, yang tidak dibaca di sini"
    ),
    (
      .changed, "A1", "berkas berubah saat dibaca; jalankan lagi setelah penulisannya selesai"
    ),
  ]) func isToldAtItsPlace(_ remark: SheetRemark, _ cell: String, _ words: String) {
    let source = SourceFile(
      path: "a.xlsx", resource: Resource(describing: "a.xlsx"), sheet: nil, parallel: false,
      folder: "", progress: nil)
    #expect(remark.place(in: source).cell == cell)
    #expect(remark.message.indonesian == words)
    #expect(remark.severity == (remark == .changed ? .warning : .note))
  }

  @Test func manyRangesAreCutShort() {
    let ranges = (0..<20).map { $0 * 3 + 1...$0 * 3 + 1 }
    #expect(
      SheetRemark.hiddenRows(ranges).message.english
        == "rows 1, 4, 7, 10, 13, 16, 19, 22, … are hidden; they are read all the same")
  }
}

@Suite struct SheetChoiceTests {
  /// A page with a table for each part, each in a file of its own.
  private static func page(_ rows: String) -> String { "<html><body>\(rows)</body></html>" }
  private static let people = """
    <table><tr><td>Kode</td><td>Jumlah</td></tr><tr><td>01</td><td>5</td></tr></table>
    """
  private static let staff = """
    <p>Pegawai</p><table><tr><td>Golongan</td><td>Pria</td></tr><tr><td>III</td><td>7</td></tr></table>
    """

  private func table(
    _ html: String, _ keys: String, fields: String
  ) throws -> (lines: [String], failures: [String], findings: [String]) {
    let folder = try TemporaryFolder()
    try folder.write(html, to: "a.xls")
    try folder.write(
      """
      pipeline: a
      title: A
      resources:
        a:
          path: a.xls
      \(keys.isEmpty ? "" : "    \(keys)\n")    fields: \(fields)
      """, to: "a.yaml")
    let loading = PipelineLoading(paths: ["a.yaml"], in: folder.path)
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    return (
      try run.tables["a"]?["a"]?.lines() ?? [],
      run.report.failures.map(\.message.indonesian),
      run.report.findings.map { "\($0.cells[0].location.cell ?? ""): \($0.message.indonesian)" }
    )
  }

  @Test func tableIsChosenByItsLabels() throws {
    let html = Self.page(Self.people + Self.staff)
    let people = try table(
      html, "",
      fields:
        "[{ name: kode, label: Kode, type: code }, { name: jumlah, label: Jumlah, type: count }]")
    #expect(people.failures == [])
    #expect(people.lines == ["kode,jumlah", "01,5"])
    #expect(people.findings.count == 1 && people.findings[0].contains("tabel lain di"))
    let staff = try table(
      html, "",
      fields: "[{ name: golongan, label: Golongan }, { name: pria, label: Pria, type: count }]")
    #expect(staff.lines == ["golongan,pria", "III,7"])
  }

  @Test func rangeChoosesTheTable() throws {
    let html = Self.page(
      Self.people + "<p>Tahun lalu</p>" + Self.people.replacing(">5<", with: ">4<"))
    let fields =
      "[{ name: kode, label: Kode, type: code }, { name: jumlah, label: Jumlah, type: count }]"
    let first = try table(html, "range: A1:B2", fields: fields)
    #expect(first.lines == ["kode,jumlah", "01,5"])
    let second = try table(html, "range: A5:B9", fields: fields)
    #expect(second.lines == ["kode,jumlah", "01,4"])
    let bad = try table(html, "range: A1:B2:C3", fields: fields)
    #expect(bad.failures.count == 1 && bad.failures[0].hasPrefix("a.yaml:6:12: "), "\(bad)")
  }

  @Test func unknownSheetIsToldWithTheNearest() throws {
    let result = try table(
      Self.page(Self.people), "sheet: Halamn", fields: "[{ name: kode, label: Kode }]")
    #expect(
      result.failures == [
        "a.yaml:4:3: lembar 'Halamn' tidak ada di a.xls; mungkin maksudnya 'Halaman'"
      ])
  }
}
