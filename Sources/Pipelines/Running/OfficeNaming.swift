import Rules
import Tabular

/// Tells which office the data of a finding come from.
struct OfficeNaming {
  /// A file, or a sheet of one.
  private struct Source: Hashable {
    var path: String
    var sheet: String?
  }

  /// A resource of one of the pipelines.
  private struct Owner: Hashable {
    var run: Int
    var resource: Int
  }

  private let runs: [PipelineRun]
  private let resources: [[Resource]]
  private let producers: [String?]
  /// The resources that read a source, in the order of the pipelines and their files.
  private var owners: [Source: [Owner]] = [:]
  private var numbers: [String: Int] = [:]
  /// The table that a rule speaks of.
  private var tables: [[String: String]] = []
  /// The last batch that was looked at; findings come in the order of their records.
  private var held: [Owner: Batch] = [:]

  init(_ runs: [PipelineRun]) {
    self.runs = runs
    resources = runs.map(\.resources)
    producers = runs.map(\.producer)
    for (number, run) in runs.enumerated() {
      numbers[run.name] = number
      tables.append(run.tablesOfRules)
      for (resource, input, _) in run.inputs {
        let source = Source(path: input.path, sheet: input.sheet)
        owners[source, default: []].append(Owner(run: number, resource: resource))
      }
    }
  }

  /// The findings with the names of their offices.
  ///
  /// - Throws: `TabularError` where a stored batch can't be read back.
  mutating func named(_ findings: [Finding]) throws(TabularError) -> [Finding] {
    var findings = findings
    for index in findings.indices { findings[index].office = try office(of: findings[index]) }
    return findings
  }

  private mutating func office(of finding: Finding) throws(TabularError) -> String? {
    guard let own = numbers[finding.pipeline], let place = finding.cells.first?.location
    else { return nil }
    let all = owners[Source(path: place.resource, sheet: place.sheet)] ?? []
    let table = tables[own][finding.rule]
    let owner =
      all.first { $0.run == own && resources[own][$0.resource].name == table }
      ?? all.first { $0.run == own } ?? all.first
    guard let owner else { return producers[own] }
    let resource = resources[owner.run][owner.resource]
    switch resource.office {
    case .named(let name): return name
    case .field(let field):
      // The record is one of the rule's own table.
      guard owner.run == own, table == nil || table == resource.name, let record = finding.record
      else { return producers[owner.run] }
      return try text(of: field, record, in: owner) ?? producers[owner.run]
    case nil: return producers[owner.run]
    }
  }

  /// The text of a field in a record (from 1) of the table of a resource; nil where there is none.
  private mutating func text(
    of field: String, _ record: Int, in owner: Owner
  ) throws(TabularError) -> String? {
    let name = resources[owner.run][owner.resource].name
    guard let table = runs[owner.run].tables[name],
      let position = table.schema.position(of: field)
    else { return nil }
    if let batch = held[owner], record >= batch.firstRecord,
      record < batch.firstRecord + batch.count
    {
      return batch.columns[position].texts?.text(at: record - batch.firstRecord)
    }
    guard let found = try table.batches.find(record: record) else { return nil }
    held[owner] = found.batch
    return found.batch.columns[position].texts?.text(at: found.row)
  }
}

extension PipelineRun {
  /// The table that each rule speaks of; none for rules that speak of several.
  fileprivate var tablesOfRules: [String: String] {
    Dictionary(rules.outcomes.compactMap { rule in table(ofRule: rule.id).map { (rule.id, $0) } }) {
      first, _ in first
    }
  }
}
