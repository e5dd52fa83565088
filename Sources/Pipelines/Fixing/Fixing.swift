public import Diagnosis
public import Tabular

/// Copies of the sources of a run with the mistakes mended that its causes are sure of.
public struct Fixing: Sendable {
  /// What became of every change that was proposed.
  public private(set) var fixes: [Fix]
  /// The files that were written, relative to the folder.
  public private(set) var written: [String] = []
  /// The findings of the causes that were applied and that are gone on the copies.
  public private(set) var gone: [Finding] = []
  /// Those that are still there.
  public private(set) var left: [Finding] = []
  /// What kept the run on the copies from being completed; nothing is proved then.
  public private(set) var failures: [Message] = []
  /// Findings from warnings up on the copies that the originals don't have.
  public private(set) var new: [Finding] = []

  /// Mends what the causes of `run` propose and writes the files to `folder`.
  ///
  /// Every source is copied, changed or not, so that the pipelines can be run on the folder; that is
  /// done at once, to prove that the findings are gone.
  ///
  /// - Parameters:
  ///   - run: The run, with its causes.
  ///   - loading: The pipelines that were run.
  ///   - least: How sure a cause must be.
  ///   - folder: Where the copies go.
  ///   - settings: Those of the run.
  /// - Throws: `OutputError` where the copies can't be written.
  public init(
    _ run: CompletedRun, _ loading: PipelineLoading, least: Cause.Confidence,
    into folder: inout WrittenFiles,
    settings: RunSettings
  ) throws(OutputError) {
    var plan = FixPlan(run.report.causes, least: least)
    let paths = Set(run.report.inputs.map(\.path)).sorted().filter {
      !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..")
    }
    for place in plan.fixes.indices where !paths.contains(plan.fixes[place].cell.location.resource)
    {
      _ = plan.refuse(place, .outside)
    }
    var contents = Self.contents(of: paths, &plan, loading, settings)
    // A change that can't be made takes all of its cause with it, perhaps in other files.
    while Set(contents.keys) != Set(contents.filter { $0.value.refusals == 0 }.keys) {
      contents = Self.contents(of: paths, &plan, loading, settings)
    }
    for path in paths {
      guard let content = contents[path] else { continue }
      try folder.write(content.bytes, to: path)
      written.append(path)
    }
    // What an earlier fix left must not be read by the run that proves this one.
    folder.removeStale()
    fixes = plan.fixes
    compare(run, loading, folder.folder, settings)
  }

  private struct Content {
    var bytes: [UInt8]
    /// How many changes were refused that were not before.
    var refusals = 0
  }

  /// The files with the changes that the plan still holds.
  private static func contents(
    of paths: [String], _ plan: inout FixPlan, _ loading: PipelineLoading, _ settings: RunSettings
  ) -> [String: Content] {
    var contents: [String: Content] = [:]
    for path in paths {
      let own = plan.changes(in: path).map { (place: $0, fix: plan.fixes[$0]) }
      guard let bytes = try? FileBytes.read(settings.workingFolder + path, named: path) else {
        for change in own { _ = plan.refuse(change.place, .unreadable) }
        continue
      }
      var content = Content(bytes: bytes)
      if !own.isEmpty {
        let resource = loading.files.lazy.flatMap(\.resources).first { resource in
          resource.paths.contains {
            PathPattern.files($0, in: settings.workingFolder).contains(path)
          }
        }
        let fixed = FixedFile(
          bytes, path: path, as: resource, own, folder: settings.workingFolder)
        for (place, reason) in fixed.refused where plan.refuse(place, reason) {
          content.refusals += 1
        }
        content.bytes = fixed.bytes
      }
      contents[path] = content
    }
    return contents
  }

  /// Runs the pipelines on the copies.
  private mutating func compare(
    _ run: CompletedRun, _ loading: PipelineLoading, _ folder: String, _ settings: RunSettings
  ) {
    var settings = settings
    settings.workingFolder = folder + "/"
    let again = Execution.run(loading, settings: settings)
    failures = again.report.failures.map(\.message)
    guard failures.isEmpty else { return }
    let before = Set(run.report.findings.map(\.id))
    let after = Set(again.report.findings.map(\.id))
    let touched = Set(fixes.filter { $0.refusal == nil }.map(\.cause))
    let untouched = Set(fixes.filter { $0.refusal != nil }.map(\.cause))
    let applied = touched.subtracting(untouched)
    for finding in run.report.findings where finding.cause.map(applied.contains) ?? false {
      if after.contains(finding.id) { left.append(finding) } else { gone.append(finding) }
    }
    new = again.report.findings.filter { $0.severity > .note && !before.contains($0.id) }
  }
}
