import Diagnosis
public import Rules
public import Tabular

/// A run from its inputs to its datasets, before anything is written.
public struct CompletedRun: Sendable {
  /// Everything that was found out.
  public var report: RunReport
  /// The datasets, in the order of `report.datasets`.
  public var datasets: [PreparedDataset]
  /// The tables by pipeline and name.
  public var tables: [String: [String: Table]]

  /// Makes a run.
  public init(report: RunReport, datasets: [PreparedDataset], tables: [String: [String: Table]]) {
    self.report = report
    self.datasets = datasets
    self.tables = tables
  }
}

extension CompletedRun {
  /// Puts together what became of each pipeline, and the files that were refused.
  init(
    _ runs: [PipelineRun], refused: [PipelineLoading.Refused], _ files: [PipelineFile],
    _ settings: RunSettings
  ) {
    report = RunReport()
    for run in runs { report.add(run) }
    report.findings = report.findings.settled()
    report.explain(runs, files)
    report.excerpts =
      ExcerptReading(
        report, resources: files.flatMap(\.resources), folder: settings.workingFolder
      ).excerpts
    report.nameOffices(runs)
    for file in refused {
      // A file without a name of its own is named by its errors alone.
      let name = file.pipeline == file.path ? "" : file.pipeline
      report.failures += file.errors.map { .init(pipeline: name, message: $0.message) }
    }
    let complete = runs.filter(\.failures.isEmpty)
    datasets = complete.flatMap(\.datasets)
    report.draw(datasets)
    tables = Dictionary(
      complete.map { run in (run.name, run.tables.filter { run.own.contains($0.key) }) }
    ) { first, _ in first }
  }
}

extension RunReport {
  /// Looks for the causes of the findings; where that is not possible it is a failure of the run.
  fileprivate mutating func explain(_ runs: [PipelineRun], _ files: [PipelineFile]) {
    do throws(PipelineError) {
      let finding = CauseFinding(runs)
      causes = try finding.causes(of: findings)
      try TriedReadings(runs, files).judge(&causes)
      add(try finding.clashes(besides: causes))
      findings = findings.explained(by: causes)
    } catch {
      failures.append(Failure(pipeline: "", message: error.message))
    }
  }

  /// Tells which office each finding concerns.
  fileprivate mutating func nameOffices(_ runs: [PipelineRun]) {
    do throws(TabularError) {
      var naming = OfficeNaming(runs)
      findings = try naming.named(findings)
    } catch {
      failures.append(Failure(pipeline: "", message: error.message))
    }
  }

  /// Draws the datasets that are to be drawn.
  fileprivate mutating func draw(_ datasets: [PreparedDataset]) {
    for dataset in datasets {
      do throws(TabularError) {
        charts += [try dataset.chart()].compactMap { $0 }
      } catch {
        failures.append(Failure(pipeline: dataset.pipeline, message: error.message))
      }
    }
  }
}

extension RunReport {
  /// Adds findings that no single rule makes, each behind those of its pipeline, with their causes.
  fileprivate mutating func add(_ clashes: [(finding: Finding, cause: Cause)]) {
    let order = pipelines.map(\.name)
    for clash in clashes {
      let own = order.prefix { $0 != clash.finding.pipeline } + [clash.finding.pipeline]
      let place = findings.lastIndex { own.contains($0.pipeline) }.map { $0 + 1 }
      findings.insert(clash.finding, at: place ?? 0)
      var cause = clash.cause
      cause.id = causes.count + 1
      causes.append(cause)
    }
  }
}

/// How a run is to be made.
public struct RunSettings: Sendable {
  /// How many threads may work at once; the results don't depend on it.
  public var jobs: Int
  /// The folder that paths are relative to, with its final slash; empty for that of the process.
  public var workingFolder: String
  /// The folder for temporary data that don't fit the memory.
  public var temporaryFolder: String
  /// The bytes of columns that one table may hold in memory.
  public var memoryLimit: Int

  /// Makes settings.
  public init(
    jobs: Int = 1, workingFolder: String = "", temporaryFolder: String = "/tmp",
    memoryLimit: Int = 4 << 20
  ) {
    self.jobs = jobs
    self.workingFolder = workingFolder
    self.temporaryFolder = temporaryFolder
    self.memoryLimit = memoryLimit
  }
}

/// What a run tells while it works; from any thread, one event at a time.
public enum RunEvent: Sendable, Hashable {
  /// A pipeline has begun.
  case started(pipeline: String)
  /// So many bytes of so many of all inputs of a pipeline were read.
  case read(pipeline: String, bytes: Int, of: Int)
  /// A pipeline has come to its end, with what its rules came to and what kept it from completion.
  case finished(RunReport.Pipeline, outcomes: [RuleOutcome], failures: [Message])
}
