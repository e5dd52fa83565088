import Tabular

@testable import Pipelines

/// The tables that what stands in a file has a part in.
struct TableReach {
  /// Each as `pipeline/table`, by the name that it has in that pipeline.
  private var names: Set<String> = []

  /// The tables of `run` that are read from `path`, those that take fields from them, and so on,
  /// under all names that `files` have for them.
  init(of path: String, in run: CompletedRun, _ files: [PipelineFile]) {
    for (pipeline, tables) in run.tables {
      for (name, table) in tables where table.sources.contains(where: { $0.resource == path }) {
        names.insert("\(pipeline)/\(name)")
      }
    }
    var before: Int
    repeat {
      before = names.count
      for file in files { spread(in: file) }
    } while names.count > before
  }

  private mutating func spread(in file: PipelineFile) {
    for use in file.uses where names.contains("\(use.pipeline)/\(use.table)") {
      names.insert("\(file.name)/\(use.name)")
    }
    for resource in file.resources
    where resource.joined.contains(where: { names.contains("\(file.name)/\($0)") }) {
      names.insert("\(file.name)/\(resource.name)")
    }
  }

  /// Whether a rule of `pipeline` speaks of any of them.
  func meets(_ tables: [String], of pipeline: String) -> Bool {
    tables.contains { names.contains("\(pipeline)/\($0)") }
  }
}
