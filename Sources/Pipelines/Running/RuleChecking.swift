import Rules
import Tabular

/// The rules of one pipeline while its tables are read, and the decision on its datasets.
///
/// A class, because the thread that reads hands batches to another; only one of them uses it at a
/// time.
final class RuleChecking: @unchecked Sendable {
  private let file: PipelineFile
  private let catalog: RuleCatalog
  private(set) var evaluation: RuleEvaluation
  private var selections: [DatasetSelection] = []

  /// Prepares the rules of `file`, which were examined.
  ///
  /// - Throws: `PipelineError` at the condition of a dataset that can't be understood.
  init(_ file: PipelineFile, among all: [PipelineFile]) throws(PipelineError) {
    self.file = file
    catalog = file.catalog(among: all)
    evaluation = RuleEvaluation(book: file.ruleBook(catalog), pipeline: file.name)
    selections = try Self.selections(of: file, catalog)
  }

  private static func selections(
    of file: PipelineFile, _ catalog: RuleCatalog
  ) throws(PipelineError) -> [DatasetSelection] {
    var selections: [DatasetSelection] = []
    for dataset in file.datasets {
      selections.append(try DatasetSelection(dataset, of: file, catalog: catalog))
    }
    return selections
  }

  /// Forgets everything that was observed but the tables that were read whole.
  ///
  /// - Throws: `PipelineError` where a stored batch can't be read back.
  func begin(again tables: [String: Table]) throws(PipelineError) {
    evaluation = RuleEvaluation(book: file.ruleBook(catalog), pipeline: file.name)
    selections = try Self.selections(of: file, catalog)
    for resource in file.resources {
      guard let table = tables[resource.name] else { continue }
      for number in 0..<table.batches.count {
        do throws(TabularError) {
          observe(try table.batches.batch(at: number), of: resource.name)
        } catch {
          throw PipelineError(error, path: file.path)
        }
      }
    }
  }

  /// Takes note of the next batch of a table of this pipeline.
  func observe(_ batch: Batch, of table: String) {
    evaluation.observe(batch, of: table)
    for position in selections.indices where selections[position].table == table {
      selections[position].observe(batch)
    }
  }

  /// Judges everything that needs all records; `tables` are those that were observed and those of
  /// other pipelines.
  ///
  /// - Throws: `PipelineError` where a stored batch can't be read back.
  func conclude(_ tables: [String: Table]) throws(PipelineError) -> RuleRun {
    do throws(TabularError) {
      for use in file.uses {
        guard let table = tables[use.name] else { continue }
        for number in 0..<table.batches.count {
          evaluation.observe(try table.batches.batch(at: number), of: use.name)
        }
      }
      return try evaluation.conclude(tables: tables)
    } catch {
      throw PipelineError(error, path: file.path)
    }
  }

  /// The datasets, decided upon by what the rules came to.
  func datasets(of run: PipelineRun) -> [PreparedDataset] {
    selections.compactMap { $0.prepared(file, run) }
  }
}
