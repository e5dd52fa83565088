import Foundation
import Numerals
import Rules
import Tabular
import Testing

@testable import Pipelines

/// The sheets of the sample workbooks give the same tables and findings as their twins in text.
@Suite struct TwinTests {
  private static let pipelines = ["anggaran", "penduduk", "perjanjian-kinerja", "skm"]

  private static func run(_ pipelines: [String], inText: Bool) throws -> CompletedRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cermat-twins-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try SampleCopy.copy(to: folder)
    let loading = SampleCopy.loading(pipelines, in: folder, inText: inText)
    return Execution.run(loading, settings: RunSettings(workingFolder: folder.path + "/"))
  }

  @Test(arguments: pipelines) func sheetsAndTextsGiveTheSameTables(_ pipeline: String) throws {
    let sheets = try Self.run([pipeline], inText: false)
    let texts = try Self.run([pipeline], inText: true)
    #expect(sheets.report.failures.map(\.message.english) == [])
    #expect(texts.report.failures.map(\.message.english) == [])
    let tables = try #require(sheets.tables[pipeline])
    #expect(Set(tables.keys) == Set(texts.tables[pipeline]?.keys.map { $0 } ?? []))
    for (name, table) in tables {
      let twin = try #require(texts.tables[pipeline]?[name])
      #expect(try Self.records(of: table) == Self.records(of: twin), "\(name)")
    }
  }

  @Test(arguments: pipelines) func sheetsAndTextsGiveTheSameFindings(_ pipeline: String) throws {
    let sheets = try Self.run([pipeline], inText: false).report
    let texts = try Self.run([pipeline], inText: true).report
    #expect(sheets.findings.count == texts.findings.count)
    #expect(Self.facts(of: sheets) == Self.facts(of: texts))
    #expect(sheets.rules.map(Self.outcome) == texts.rules.map(Self.outcome))
    for cell in sheets.findings.flatMap(\.cells) where cell.location.resource.hasSuffix("xlsx") {
      #expect(cell.location.sheet != nil && cell.location.cell != nil && cell.location.line == nil)
    }
  }

  /// The values of all records, but for where they come from.
  private static func records(of table: Table) throws -> [[String]] {
    let fields = table.schema.fields.indices.filter { table.schema.fields[$0].name != "pejabat" }
    var records: [[String]] = []
    try table.batches.forEach { batch in
      for row in 0..<batch.count {
        records.append(
          fields.map { field in
            let column = batch.columns[field]
            if let numerals = column.numerals {
              return numerals.value(at: row)?.shortest ?? ""
            }
            return column.texts?.text(at: row) ?? ""
          })
      }
    }
    return records
  }

  /// What the findings tell but for their places, which order them otherwise in sheets.
  private static func facts(of report: RunReport) -> [[String]] {
    report.findings.map { finding in
      [
        finding.pipeline, finding.rule, finding.severity.rawValue, finding.stated ?? "",
        finding.expected ?? "", finding.difference ?? "", finding.cells[0].location.field ?? "",
        finding.settled?.rawValue ?? "",
      ]
    }
    .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func outcome(_ rule: RuleOutcome) -> [String] {
    [
      rule.id, rule.value.rawValue, "\(rule.checked)", "\(rule.violations)",
      "\(rule.unverifiable)",
    ]
  }
}

extension ExactDecimal {
  /// The value without zeros at the end: `98,50` and `98,5` are the same.
  fileprivate var shortest: String {
    var text = description
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
