import Glibc
public import Pipelines
public import Rules
public import Tabular

/// Puts the datasets of one pipeline into the output folder: the valid ones under `datasets/`, the
/// others under `quarantine/`, each folder with its data package.
///
/// All files are written and synced before the first takes its place. A dataset that is not valid
/// leaves the last good one of its name where it is, and in the data package.
public struct DatasetRelease {
  /// One dataset to be put out.
  public struct Item {
    /// What the pipeline file says of it.
    public var dataset: PipelineFile.Dataset
    /// The records.
    public var table: Table
    /// The positions of the fields that go out, in order.
    public var fields: [Int]
    /// The code lists by name.
    public var lists: [String: CodeList]
    /// The files that the records were read from.
    public var sources: [DatasetDescription.Source]
    /// True for the records that belong to the dataset, given a batch and a row; nil for all.
    public var selects: ((Batch, Int) -> Bool)?
    /// The records (from 1) that are kept back because a rule found something in them.
    public var withheld: RecordSet
    /// The rules of error severity that failed or could not be checked; empty where it is valid.
    public var blockedBy: [String]

    /// Makes an item.
    public init(
      dataset: PipelineFile.Dataset, table: Table, fields: [Int], lists: [String: CodeList] = [:],
      sources: [DatasetDescription.Source] = [], selects: ((Batch, Int) -> Bool)? = nil,
      withheld: RecordSet = RecordSet(), blockedBy: [String] = []
    ) {
      self.dataset = dataset
      self.table = table
      self.fields = fields
      self.lists = lists
      self.sources = sources
      self.selects = selects
      self.withheld = withheld
      self.blockedBy = blockedBy
    }
  }

  private let pipeline: String
  private let title: String
  private let items: [Item]

  /// Makes a release of the datasets of `pipeline`, in the order of its file.
  public init(pipeline: String, title: String, items: [Item]) {
    self.pipeline = pipeline
    self.title = title
    self.items = items
  }

  /// Writes all into the output folder `folder`; throws `OutputError`, and what reading throws.
  public func write(into folder: String) throws -> [RunReport.Dataset] {
    var outputs: [AtomicOutput] = []
    var datasets: [RunReport.Dataset] = []
    var resources: [Shelf: [DataPackage.Resource]] = [:]
    for item in items {
      let shelf: Shelf = item.blockedBy.isEmpty ? .datasets : .quarantine
      let path = "\(shelf.rawValue)/\(pipeline)/\(item.dataset.name).csv"
      let output = try AtomicOutput(path: "\(folder)/\(path)")
      let (dataset, description) = try put(item, path: path, into: output)
      outputs.append(output)
      datasets.append(dataset)
      resources[shelf, default: []].append(.written(description))
      if shelf == .quarantine, let kept = lastGood(item, in: folder) {
        resources[.datasets, default: []].append(.kept(kept, metadata: item.dataset.metadata))
      }
    }
    for shelf in Shelf.allCases {
      guard let resources = resources[shelf] else { continue }
      let path = "\(folder)/\(shelf.rawValue)/\(pipeline)/\(DataPackage.fileName)"
      let output = try AtomicOutput(path: path)
      try DataPackage(name: pipeline, title: title, resources: resources)
        .write(to: TextStream(to: output))
      outputs.append(output)
    }
    for output in outputs { try output.seal() }
    for output in outputs { try output.commit() }
    clearQuarantine(in: folder)
    return datasets
  }
}

extension DatasetRelease {
  /// The two places for datasets in the output folder.
  private enum Shelf: String, CaseIterable {
    case datasets, quarantine
  }

  private func put(
    _ item: Item, path: String, into output: AtomicOutput
  ) throws -> (RunReport.Dataset, DatasetDescription) {
    var withheld = 0
    let writer = DatasetWriter(
      table: item.table, fields: item.fields,
      malformed: item.blockedBy.isEmpty ? .asMissing : .asFound)
    var keep = item.selects
    if !item.withheld.isEmpty {
      keep = { batch, row in
        guard item.selects?(batch, row) ?? true else { return false }
        let isKept = !item.withheld.contains(batch.firstRecord + row)
        if !isKept { withheld += 1 }
        return isKept
      }
    }
    let facts = try writer.write(to: { try output.write($0) }, keep: keep)
    try output.seal()
    let dataset = RunReport.Dataset(
      pipeline: pipeline, name: item.dataset.name, records: facts.records, withheld: withheld,
      blockedBy: item.blockedBy, path: path)
    let description = DatasetDescription(
      name: item.dataset.name, title: item.dataset.title, description: item.dataset.description,
      metadata: item.dataset.metadata, schema: item.table.schema.selecting(item.fields),
      lists: item.lists, sources: item.sources,
      file: .init(
        path: "\(item.dataset.name).csv", sha256: output.sha256 ?? "", facts: facts))
    return (dataset, description)
  }

  /// What the data package of an earlier run says of a dataset that this run does not replace.
  private func lastGood(_ item: Item, in folder: String) -> KeptResource? {
    let shelf = "\(folder)/\(Shelf.datasets.rawValue)/\(pipeline)"
    let csv = "\(item.dataset.name).csv"
    guard access("\(shelf)/\(csv)", R_OK) == 0,
      let descriptor = FileText.read("\(shelf)/\(DataPackage.fileName)")
    else { return nil }
    return KeptResource.all(in: descriptor).first { $0.path == csv }
  }

  /// Takes away what an earlier run left in quarantine and this one found valid.
  private func clearQuarantine(in folder: String) {
    let shelf = "\(folder)/\(Shelf.quarantine.rawValue)/\(pipeline)"
    for item in items where item.blockedBy.isEmpty { unlink("\(shelf)/\(item.dataset.name).csv") }
    guard items.allSatisfy(\.blockedBy.isEmpty) else { return }
    unlink("\(shelf)/\(DataPackage.fileName)")
    rmdir(shelf)
    rmdir("\(folder)/\(Shelf.quarantine.rawValue)")
  }
}
