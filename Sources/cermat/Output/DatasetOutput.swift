import Glibc
import Pipelines
import Publishing
import Rules
import Tabular

/// Writes the datasets of a run: valid ones to their place, all others to quarantine.
///
/// A dataset that is not valid leaves the last good one where it is.
struct DatasetOutput {
  let folder: String

  func write(_ run: CompletedRun) throws {
    var packages: [String: [DatasetDescription]] = [:]
    for dataset in run.datasets {
      let sources = run.report.inputs.filter { input in
        dataset.table.sources.contains { $0.resource == input.path }
      }
      let quarantined = "\(folder)/quarantine/\(dataset.pipeline)/\(dataset.name).csv"
      guard dataset.blockedBy.isEmpty else {
        _ = try write(dataset, .emitted, to: quarantined)
        continue
      }
      let path = "\(folder)/datasets/\(dataset.pipeline)/\(dataset.name).csv"
      let file = try write(dataset, .emitted, to: path)
      packages[dataset.pipeline, default: []].append(
        describe(dataset, file: file, sources: sources))
      if dataset.withheld.isEmpty {
        unlink(quarantined)
      } else {
        _ = try write(dataset, .withheld, to: quarantined)
      }
    }
    for (pipeline, datasets) in packages.sorted(by: { $0.key < $1.key }) {
      let title = run.report.pipelines.first { $0.name == pipeline }?.title ?? pipeline
      let package = DataPackage(
        name: pipeline, title: title, resources: datasets.map { .written($0) })
      try AtomicOutput.write(
        to: "\(folder)/datasets/\(pipeline)/\(DataPackage.fileName)"
      ) { output in
        try package.write(to: TextStream(to: output))
      }
    }
  }

  private func write(
    _ dataset: PreparedDataset, _ part: PreparedDataset.Part, to path: String
  ) throws -> DatasetDescription.File {
    let records = part == .emitted ? dataset.emitted : dataset.withheld
    let output = try AtomicOutput(path: path)
    let writer = DatasetWriter(
      table: dataset.table, fields: dataset.fields,
      malformed: dataset.blockedBy.isEmpty && part == .emitted ? .asMissing : .asFound)
    let facts = try writer.write(to: { try output.write($0) }) { batch, row in
      records.contains(batch.firstRecord + row)
    }
    try output.commit()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return DatasetDescription.File(path: name, sha256: output.sha256 ?? "", facts: facts)
  }

  private func describe(
    _ dataset: PreparedDataset, file: DatasetDescription.File, sources: [RunReport.Input]
  ) -> DatasetDescription {
    DatasetDescription(
      name: dataset.name, title: dataset.title, description: dataset.description,
      metadata: dataset.metadata, schema: dataset.schema, lists: dataset.lists,
      sources: sources.map { DatasetDescription.Source(path: $0.path, sha256: $0.sha256) },
      file: file)
  }
}
