import Rules
import Tabular

/// Records that state totals: they have no code and often no more than a few figures, so fields
/// that are required may be empty in them.
enum TotalRecords {
  /// The name of the check that required fields are filled.
  private static let rule = "wajib"

  /// The findings without those on required fields of records that state totals.
  ///
  /// - Throws: `PipelineError` where the condition can't be understood or a batch can't be read
  ///   back.
  static func excused(
    _ findings: [Finding], in table: Table, of resource: Resource, _ catalog: RuleCatalog
  ) throws(PipelineError) -> [Finding] {
    guard let totals = resource.totals, findings.contains(where: { $0.rule == rule }) else {
      return findings
    }
    let condition: RecordExpression
    do throws(RuleProblem) {
      condition = try RecordExpression.condition(totals, table.schema, catalog)
    } catch {
      throw PipelineError(.rule(error), at: resource.place)
    }
    var kept: [Finding] = []
    for finding in findings {
      guard finding.rule == rule, let record = finding.record else {
        kept.append(finding)
        continue
      }
      do throws(TabularError) {
        let place = try table.batches.find(record: record)
        let isTotal = place.map { condition.condition($0.batch, row: $0.row) == true } ?? false
        if !isTotal { kept.append(finding) }
      } catch {
        throw PipelineError(error, at: resource.place)
      }
    }
    return kept
  }
}
