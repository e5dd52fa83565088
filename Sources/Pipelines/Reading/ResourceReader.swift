import Delimited
import Rules
import Tabular

/// What reading a resource gave.
struct ReadResource: Sendable {
  /// The table, after all steps.
  var table: Table
  /// The files with their digests.
  var inputs: [RunReport.Input]
  /// How their lines were used.
  var readings: [ReadingSummary]
  /// What reading found.
  var findings: [Finding]
}

/// Reads the resources of one pipeline into tables.
struct ResourceReader {
  private let file: PipelineFile
  private let catalog: RuleCatalog
  private let settings: RunSettings
  private let progress: ReadingProgress

  /// A reader for the resources of `file`.
  init(
    _ file: PipelineFile, among all: [PipelineFile], _ settings: RunSettings,
    _ progress: ReadingProgress
  ) {
    self.file = file
    catalog = file.catalog(among: all)
    self.settings = settings
    self.progress = progress
  }

  /// Reads a resource; `checking` is shown every batch of the table once, in order.
  ///
  /// A big file is shown while it is being read, by another thread.
  ///
  /// - Throws: `PipelineError` where a file can't be read, lacks a declared column, or a step can't
  ///   be done.
  func read(
    _ resource: Resource, joining tables: [String: Table], showing checking: RuleChecking? = nil
  ) throws(PipelineError) -> ReadResource {
    let observe: @Sendable (Batch) -> Void = { checking?.observe($0, of: resource.name) }
    let paths = try paths(of: resource)
    var steps = try TypedSteps(resource, catalog: catalog, tables: tables)
    let feed =
      checking != nil && steps.isEmpty && feeds(paths, of: resource) ? BatchFeed(observe) : nil
    var decoding: ResourceDecoding
    do throws(PipelineError) {
      decoding = try ResourceDecoding(resource, steps.decoded, file, store: store, feed: feed)
      for path in paths {
        let input = try InputFile(
          path: path, resource: resource, parallel: settings.jobs > 1,
          folder: settings.workingFolder, progress: progress)
        for source in try input.sources() {
          try decoding.read(source, lists: file.vocabulary.lists)
        }
      }
    } catch {
      _ = feed?.finish()
      throw error
    }
    var isShown = false
    if let feed {
      isShown = feed.finish()
      if !isShown { try checking?.begin(again: tables) }
    }
    var read = decoding.finish()
    let raws = decoding.raws
    do throws(TabularError) {
      if steps.isEmpty && raws.isEmpty {
        for number in 0..<(isShown ? 0 : read.table.batches.count) {
          observe(try read.table.batches.batch(at: number))
        }
      } else {
        try reshape(&read.table, by: &steps, raws, observe: observe)
        read.table.schema = resource.schema
        read.table.sources = read.table.sources.map { $0.spread(decoding.fields, over: resource) }
      }
    } catch {
      throw PipelineError(error, path: paths.first ?? file.path)
    }
    read.table.schema.primaryKey = resource.schema.primaryKey
    read.findings = try TotalRecords.excused(read.findings, in: read.table, of: resource, catalog)
    return read
  }

  /// True where a file of the resource is worth a thread of its own and needs no reshaping.
  private func feeds(_ paths: [String], of resource: Resource) -> Bool {
    settings.jobs > 1 && !resource.needsTexts
      && paths.contains { SourceFile.isThreadWorthy(settings.workingFolder + $0) }
  }

  private var store: BatchStore {
    BatchStore(spillingTo: settings.temporaryFolder, memoryLimit: settings.memoryLimit)
  }

  private func paths(of resource: Resource) throws(PipelineError) -> [String] {
    var paths: [String] = []
    for path in resource.paths {
      let found = PathPattern.files(path, in: settings.workingFolder)
      guard !found.isEmpty else {
        throw PipelineError(.noFileMatches(path), at: resource.pathPlace ?? resource.place)
      }
      paths += found.filter { !paths.contains($0) }
    }
    return paths
  }

  private func reshape(
    _ table: inout Table, by steps: inout TypedSteps, _ raws: WrittenTexts,
    observe: (Batch) -> Void
  ) throws(TabularError) {
    var reshaped = store
    for number in 0..<table.batches.count {
      let batch = steps.apply(to: raws.restored(in: try table.batches.batch(at: number)))
      guard batch.count > 0 else { continue }
      observe(batch)
      try reshaped.append(batch)
    }
    table.batches = reshaped
  }
}

extension Table.Source {
  /// The columns and labels of `fields`, laid out for all fields of `resource`; those taken from
  /// another table stand in the column by which it was joined, derived ones in none.
  fileprivate func spread(_ fields: [Field], over resource: Resource) -> Table.Source {
    var source = self
    let keys = resource.joinKeys
    let places = resource.schema.fields.map { field in
      fields.firstIndex { $0.name == field.name }
    }
    source.columns = zip(places, resource.schema.fields).map { place, field in
      let found = place ?? fields.firstIndex { $0.name == keys[field.name] }
      return found.flatMap { columns[$0] }
    }
    source.labels = places.map { place in place.flatMap { labels[$0] } }
    return source
  }
}

extension Resource {
  /// By the fields that are taken from other tables: the first field by which these are joined.
  fileprivate var joinKeys: [String: String] {
    var keys: [String: String] = [:]
    for case .join(_, let on, let take, _) in steps.map(\.action) {
      for taken in take { keys[taken.new] = on.first.map { keys[$0.new] ?? $0.new } }
    }
    return keys
  }
}
