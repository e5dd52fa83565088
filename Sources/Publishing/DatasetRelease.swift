import Glibc
public import Pipelines
import Rules
import Tabular

/// Puts the datasets of a run into its output folder: valid ones under `datasets/`, the others
/// under `quarantine/`, a folder a pipeline, each with its data package.
///
/// The files of a pipeline are all written and synced before the first takes its place. A dataset
/// that is not valid leaves the last good one of its name where it is, and in the data package. The
/// records that were kept back from a valid dataset stand in quarantine under its name.
public struct DatasetRelease {
  /// The two places for datasets in the output folder.
  enum Shelf: String, CaseIterable {
    case datasets, quarantine
  }

  private let run: CompletedRun
  private let folder: String

  /// Makes a release of the datasets of `run` into the output folder `folder`.
  public init(of run: CompletedRun, into folder: String) {
    self.run = run
    self.folder = folder
  }

  /// Writes the datasets of all pipelines; throws as `write(pipeline:)` does.
  public func write() throws {
    for pipeline in run.report.pipelines { try write(pipeline: pipeline.name) }
  }

  /// Writes the datasets of one pipeline, all or none; throws `OutputError`, and `TabularError`
  /// where records can't be read back.
  public func write(pipeline: String) throws {
    let datasets = run.datasets.filter { $0.pipeline == pipeline }
    var outputs: [AtomicOutput] = []
    var resources: [Shelf: [DataPackage.Resource]] = [:]
    for dataset in datasets {
      for (shelf, part) in Self.parts(of: dataset) {
        let output = try AtomicOutput(path: place(shelf, pipeline) + "/\(dataset.name).csv")
        let description = try put(part, of: dataset, on: shelf, into: output)
        outputs.append(output)
        resources[shelf, default: []].append(.written(description))
      }
      if !dataset.blockedBy.isEmpty, let kept = lastGood(dataset) {
        resources[.datasets, default: []].append(.kept(kept, metadata: dataset.metadata))
      }
    }
    for shelf in Shelf.allCases {
      guard let resources = resources[shelf] else { continue }
      let output = try AtomicOutput(path: place(shelf, pipeline) + "/" + DataPackage.fileName)
      try DataPackage(name: pipeline, title: title(of: pipeline), resources: resources)
        .write(to: TextStream(to: output))
      outputs.append(output)
    }
    for output in outputs { try output.seal() }
    for output in outputs { try output.commit() }
    clearQuarantine(of: pipeline, datasets)
  }
}

extension DatasetRelease {
  /// Which records go where.
  private static func parts(of dataset: PreparedDataset) -> [(Shelf, PreparedDataset.Part)] {
    guard dataset.blockedBy.isEmpty else { return [(.quarantine, .emitted)] }
    guard !dataset.withheld.isEmpty else { return [(.datasets, .emitted)] }
    return [(.datasets, .emitted), (.quarantine, .withheld)]
  }

  private func place(_ shelf: Shelf, _ pipeline: String) -> String {
    "\(folder)/\(shelf.rawValue)/\(pipeline)"
  }

  private func title(of pipeline: String) -> String {
    run.report.pipelines.first { $0.name == pipeline }?.title ?? pipeline
  }

  private func put(
    _ part: PreparedDataset.Part, of dataset: PreparedDataset, on shelf: Shelf,
    into output: AtomicOutput
  ) throws -> DatasetDescription {
    let records = part == .emitted ? dataset.emitted : dataset.withheld
    let writer = DatasetWriter(
      table: dataset.table, fields: dataset.fields,
      malformed: shelf == .quarantine ? .asFound : .asMissing)
    let facts = try writer.write(to: { try output.write($0) }) { batch, row in
      records.contains(batch.firstRecord + row)
    }
    try output.seal()
    let resources = Set(dataset.table.sources.map(\.resource))
    let sources = run.report.inputs.filter { resources.contains($0.path) }
    return DatasetDescription(
      name: dataset.name, title: dataset.title, description: dataset.description,
      metadata: dataset.metadata, schema: dataset.schema, lists: dataset.lists,
      sources: sources.map { .init(path: $0.path, sha256: $0.sha256) },
      file: .init(path: "\(dataset.name).csv", sha256: output.sha256 ?? "", facts: facts))
  }

  /// What the data package of an earlier run says of a dataset that this run does not replace.
  private func lastGood(_ dataset: PreparedDataset) -> KeptResource? {
    let shelf = place(.datasets, dataset.pipeline)
    let (csv, package) = ("\(dataset.name).csv", "\(shelf)/\(DataPackage.fileName)")
    guard access("\(shelf)/\(csv)", R_OK) == 0,
      let descriptor = try? FileBytes.readText(package, named: package)
    else { return nil }
    return KeptResource.all(in: descriptor).first { $0.path == csv }
  }

  /// Takes away what an earlier run left in quarantine and this one found valid.
  private func clearQuarantine(of pipeline: String, _ datasets: [PreparedDataset]) {
    let shelf = place(.quarantine, pipeline)
    let clean = datasets.filter { $0.blockedBy.isEmpty && $0.withheld.isEmpty }
    for dataset in clean { unlink("\(shelf)/\(dataset.name).csv") }
    guard clean.count == datasets.count else { return }
    unlink("\(shelf)/\(DataPackage.fileName)")
    rmdir(shelf)
    rmdir("\(folder)/\(Shelf.quarantine.rawValue)")
  }
}
