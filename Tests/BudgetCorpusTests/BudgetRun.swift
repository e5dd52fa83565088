import Numerals
import Tabular

@testable import Pipelines

/// The pipeline over the budget uploads, run once for all tests.
struct BudgetRun {
  /// The folder of the package, with its final slash.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/"
  }()
  /// The folder of the uploads, which stands beside the project.
  static let folder = root + "../shared/corpus/apbd/"
  static let isThere = FileBytes.exists(folder + "labels.json")
  /// The run, with what our rules find.
  static let shared: BudgetRun? = isThere ? BudgetRun() : nil

  /// The rules that say the same as the labels; all other findings are of reading.
  private static let rules: Set<String> = ["jenjang", "jenjang-perubahan", "selisih", "persen"]

  let report: RunReport
  /// What should stand in each cell that a rule finds wrong.
  private(set) var violations: [Violation: ExactDecimal] = [:]
  /// What was found while reading, by file and check.
  private(set) var reading: [String: [String: Int]] = [:]

  private init() {
    let loading = PipelineLoading(paths: ["Tests/BudgetCorpusTests/apbd.yaml"], in: Self.root)
    report = Execution.run(loading, settings: RunSettings(workingFolder: Self.folder)).report
    for finding in report.findings {
      let place = finding.cells[0].location
      guard Self.rules.contains(finding.rule) else {
        if finding.severity > .note {
          reading[place.resource, default: [:]][finding.rule, default: 0] += 1
        }
        continue
      }
      let cell = Violation(file: place.resource, line: place.line ?? 0, field: place.field ?? "")
      violations[cell] = finding.expected.flatMap(PlainNumber.value(of:))
    }
  }
}
