import Rules
import Tabular

/// Which records of a table a dataset wants, gathered while the table is read.
struct DatasetSelection {
  private let dataset: PipelineFile.Dataset
  private let condition: RecordExpression?
  private let totals: RecordExpression?
  private var wanted = RecordSet()
  /// Records with a number that can't be read, where the dataset withholds those.
  private var unreadable = RecordSet()

  /// The table.
  var table: String { dataset.table }

  /// Prepares the conditions of `dataset`.
  ///
  /// - Throws: `PipelineError` at the condition that can't be understood.
  init(
    _ dataset: PipelineFile.Dataset, of file: PipelineFile, catalog: RuleCatalog
  ) throws(PipelineError) {
    self.dataset = dataset
    let resource = file[resource: dataset.table]
    let schema = resource?.schema ?? Schema(fields: [])
    do throws(RuleProblem) {
      condition = try dataset.condition.expression(schema, catalog)
      totals = try resource?.totals.expression(schema, catalog)
    } catch {
      throw PipelineError(.rule(error), at: dataset.place)
    }
  }

  /// Takes note of the next batch of the table.
  mutating func observe(_ batch: Batch) {
    if dataset.withhold.contains(ReadingRules.numerals) {
      for row in batch.malformedRows { unreadable.insert(batch.firstRecord + row) }
    }
    let fulfilled = condition?.truths(in: batch)
    let stated = totals?.truths(in: batch)
    for row in 0..<batch.count {
      if let fulfilled, fulfilled[row] != true { continue }
      if let stated, stated[row] == true { continue }
      wanted.insert(batch.firstRecord + row)
    }
  }

  /// The dataset with the decision on it; nil where its table was not read.
  func prepared(_ file: PipelineFile, _ run: PipelineRun) -> PreparedDataset? {
    guard let table = run.tables[dataset.table] else { return nil }
    let (withheld, emitted) = split(table, run)
    let names = dataset.select.isEmpty ? table.schema.fields.map(\.name) : dataset.select
    let fields = names.compactMap { table.schema.position(of: $0) }
    let keepsKey = Set(names).isSuperset(of: table.schema.primaryKey)
    let schema = Schema(
      fields: fields.map { table.schema.fields[$0] },
      primaryKey: keepsKey ? table.schema.primaryKey : [])
    let lists = Set(schema.fields.compactMap(\.constraints.list))
    return PreparedDataset(
      pipeline: file.name, name: dataset.name, title: dataset.title ?? file.title,
      description: dataset.description, period: file.period, metadata: dataset.metadata,
      table: table, fields: fields, schema: schema,
      lists: file.vocabulary.lists.filter { lists.contains($0.key) }, emitted: emitted,
      withheld: withheld, blockedBy: blocks(run), drawing: dataset.drawing)
  }

  private func split(
    _ table: Table, _ run: PipelineRun
  ) -> (withheld: RecordSet, emitted: RecordSet) {
    // Findings of one sort are listed up to a limit; numbers that can't be read show in the table.
    var flagged = unreadable
    for rule in dataset.withhold {
      flagged.formUnion(run.flaggedRecords(of: rule, in: dataset.table))
    }
    guard !flagged.isEmpty else { return (flagged, wanted) }
    var (withheld, emitted) = (RecordSet(), RecordSet())
    for record in 1...max(1, table.recordCount) where wanted.contains(record) {
      if flagged.contains(record) { withheld.insert(record) } else { emitted.insert(record) }
    }
    return (withheld, emitted)
  }

  /// The rules of error severity that speak of the table, besides those that withhold single
  /// records, which were violated or could not be checked.
  private func blocks(_ run: PipelineRun) -> [String] {
    let failed = run.rules.outcomes.filter {
      $0.blocks && $0.tables.contains(dataset.table) && !dataset.withhold.contains($0.id)
    }
    let read = run.readingRules(of: dataset.table).filter { !dataset.withhold.contains($0) }
    return read + failed.map(\.id)
  }
}

extension String? {
  fileprivate func expression(
    _ schema: Schema, _ catalog: RuleCatalog
  ) throws(RuleProblem) -> RecordExpression? {
    guard let text = self else { return nil }
    return try RecordExpression.condition(text, schema, catalog)
  }
}

extension Batch {
  /// The rows in which some number can't be read.
  fileprivate var malformedRows: [Int] {
    columns.compactMap(\.numerals).filter { !$0.states.isEmpty }.flatMap { column in
      column.states.indices.filter { column.states[$0] == .malformed }
    }
  }
}
