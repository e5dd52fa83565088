import Tabular

/// Tells which office the data of a finding come from.
struct OfficeNaming {
  /// A file, or a sheet of one.
  private struct Source: Hashable {
    var path: String
    var sheet: String?
  }

  /// A resource of one of the pipelines.
  private struct Owner {
    var run: Int
    var resource: Resource
  }

  private let runs: [PipelineRun]
  /// The resources that read a source, in the order of the pipelines and their files.
  private var owners: [Source: [Owner]] = [:]
  private var places: [String: Int] = [:]

  init(_ runs: [PipelineRun]) {
    self.runs = runs
    for (number, run) in runs.enumerated() {
      places[run.name] = number
      for (resource, input, _) in run.inputs {
        let source = Source(path: input.path, sheet: input.sheet)
        owners[source, default: []].append(
          Owner(run: number, resource: run.resources[resource]))
      }
    }
  }

  /// The findings with the names of their offices.
  ///
  /// - Throws: `TabularError` where a stored batch can't be read back.
  func named(_ findings: [Finding]) throws(TabularError) -> [Finding] {
    var findings = findings
    for index in findings.indices { findings[index].office = try office(of: findings[index]) }
    return findings
  }

  private func office(of finding: Finding) throws(TabularError) -> String? {
    guard let own = places[finding.pipeline], let place = finding.cells.first?.location
    else { return nil }
    let all = owners[Source(path: place.resource, sheet: place.sheet)] ?? []
    let table = runs[own].table(ofRule: finding.rule)
    let owner =
      all.first { $0.run == own && $0.resource.name == table }
      ?? all.first { $0.run == own } ?? all.first
    guard let owner else { return runs[own].producer }
    switch owner.resource.office {
    case .named(let name): return name
    case .field(let field):
      // The record is one of the rule's own table.
      guard owner.run == own, table == nil || table == owner.resource.name,
        let record = finding.record
      else { return runs[owner.run].producer }
      return try runs[own].text(of: field, record, in: owner.resource.name)
        ?? runs[owner.run].producer
    case nil: return runs[owner.run].producer
    }
  }
}

extension PipelineRun {
  /// The text of a field in a record (from 1) of one of its tables; nil where there is none.
  ///
  /// - Throws: `TabularError` where a stored batch can't be read back.
  fileprivate func text(
    of field: String, _ record: Int, in name: String
  ) throws(TabularError) -> String? {
    guard let table = tables[name], let position = table.schema.position(of: field),
      let place = try table.batches.find(record: record)
    else { return nil }
    return place.batch.columns[position].texts?.text(at: place.row)
  }
}
