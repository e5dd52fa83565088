import Rules
import Synchronization
import Tabular

/// The sketch of the whole program: pipeline files in, tables read and reshaped, rules judged,
/// datasets decided upon.
///
/// Nothing is printed or written here: what was found out is the `report`, what may be published
/// stands in `datasets`, and both are the same for any number of jobs. A pipeline that can't be
/// completed becomes a failure with its place and remedy; the others still run.
public enum Execution {
  /// Runs the pipelines of `loading`; `tell` hears of the progress, from any thread.
  public static func run(
    _ loading: PipelineLoading, settings: RunSettings = RunSettings(),
    tell: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) -> CompletedRun {
    let finished = FinishedPipelines()
    let telling = Mutex(())
    let tell: @Sendable (RunEvent) -> Void = { event in telling.withLock { _ in tell(event) } }
    let levels = UseOrder.levels(loading.files)
    for level in levels {
      Workers.each(of: level, jobs: settings.jobs) { file in
        tell(.started(pipeline: file.name))
        let run = PipelineRun(file, using: finished, among: loading.files, settings, tell)
        finished.add(run)
        tell(
          .finished(
            run.summary, outcomes: run.rules.outcomes, failures: run.failures.map(\.message)))
      }
    }
    let runs = levels.joined().compactMap { finished[$0.name] }
    var completed = CompletedRun(runs, refused: loading.refused, loading.files, settings)
    // An input without records: that of the settings stands behind those that were read.
    if let settings = loading.settings { completed.report.inputs.append(settings.input) }
    return completed
  }
}

extension PipelineRun {
  /// Runs one pipeline: its resources become tables, its rules are judged, its datasets decided.
  ///
  /// Resources that can't be read are all told; rules are judged only when everything was read.
  init(
    _ file: PipelineFile, using finished: FinishedPipelines, among all: [PipelineFile],
    _ settings: RunSettings, _ tell: @escaping @Sendable (RunEvent) -> Void
  ) {
    self.init(file)
    borrow(from: finished)
    do throws(PipelineError) {
      let checking = try RuleChecking(file, among: all)
      let reader = ResourceReader(file, among: all, settings, ReadingProgress(file, settings, tell))
      for name in UseOrder.resources(of: file) {
        guard let resource = file[resource: name] else { continue }
        do throws(PipelineError) {
          take(
            try reader.read(resource, joining: tables, showing: checking), from: resource)
        } catch {
          fail(error)
        }
      }
      guard failures.isEmpty else { return }
      take(try checking.conclude(tables))
      evaluation = checking.evaluation
      datasets = checking.datasets(of: self)
    } catch {
      fail(error)
    }
  }
}
