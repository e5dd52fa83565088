import ArgumentParser
import Glibc
import Pipelines
import Reports
import Synchronization
import Tabular

/// `cermat run`: the main job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run pipelines: read, reshape, check, emit datasets and reports.")

  @OptionGroup var selection: PipelineSelection
  @OptionGroup var settingsOption: SettingsOption
  @OptionGroup var languageOption: LanguageOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for reports, datasets and quarantine.", valueName: "folder"),
    completion: .directory)
  var output = "out"

  @Option(help: "How many threads may work at once; the results do not depend on it.")
  var jobs = Int(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  @Option(help: "The severity from which findings make the exit status 1.")
  var failOn = FailingSeverity.error

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a whole number from 1 to 1024")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let (started, begin) = (WallClock.now(), clock.now)
    let paths = try selection.paths()
    guard !paths.isEmpty else {
      Terminal.complain(Words.noPipelines(selection.folder).text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    let folder = OutputFolder(output)
    do throws(OutputError) { try folder.prepare() } catch {
      Terminal.complain(error.message.text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    let watch = RunWatch(language: language)
    let loading = PipelineLoading(paths: paths, settings: settingsOption.path)
    loading.refused.forEach(watch.tellRefused)
    let completed = Execution.run(
      loading,
      settings: RunSettings(jobs: jobs, temporaryFolder: output), tell: watch.tell)
    watch.end()
    var report = completed.report
    let unwritten = folder.writeDatasets(of: completed)
    report.failures += unwritten
    report.datasets.removeAll { dataset in unwritten.contains { $0.pipeline == dataset.pipeline } }
    let status = ExitStatus.status(of: report, failingAt: failOn)
    let record = RunRecord(
      version: Cermat.version, options: options, started: started, finished: WallClock.now(),
      milliseconds: (clock.now - begin).milliseconds, exitStatus: Int(status.rawValue),
      pipelines: watch.shares)
    report.failures += [folder.write(report, language: language, record: record)].compactMap { $0 }
    let summary = TerminalSummary(
      language: language, style: Terminal.style, findingsPath: "\(output)/findings.csv")
    Terminal.print("\n" + summary.summary(report))
    let final = ExitStatus.status(of: report, failingAt: failOn)
    if final.rawValue != 0 { throw final }
  }

  private var language: Language { languageOption.language }

  private var options: [(name: String, value: String)] {
    [
      ("output", output), ("lang", language.rawValue), ("jobs", "\(jobs)"),
      ("fail-on", failOn.rawValue),
    ] + (settingsOption.path.map { [("settings", $0)] } ?? [])
  }
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}

/// Prints a line a pipeline while the run works, and times them.
final class RunWatch: Sendable {
  private struct Times {
    var begun: [String: ContinuousClock.Instant] = [:]
    var shares: [RunRecord.Pipeline] = []
  }

  private let language: Language
  private let bar = ProgressBar()
  private let times = Mutex(Times())

  init(language: Language) { self.language = language }

  /// Takes an event of the run.
  @Sendable func tell(_ event: RunEvent) {
    switch event {
    case .started(let pipeline):
      times.withLock { $0.begun[pipeline] = ContinuousClock().now }
    case .read(let pipeline, let bytes, let total): bar.show(pipeline, read: bytes, of: total)
    case .finished(let pipeline, let outcomes, let failures):
      times.withLock { times in
        guard let begun = times.begun[pipeline.name] else { return }
        times.shares.append(
          RunRecord.Pipeline(
            name: pipeline.name, milliseconds: (ContinuousClock().now - begun).milliseconds))
      }
      bar.clear()
      let line = TerminalSummary(language: language, style: Terminal.style).pipelineLine(
        name: pipeline.name, records: pipeline.records, outcomes: outcomes, failures: failures)
      Terminal.print(line)
    }
  }

  /// Tells that a pipeline file was refused.
  func tellRefused(_ file: PipelineLoading.Refused) {
    let line = TerminalSummary(language: language, style: Terminal.style).pipelineLine(
      name: file.pipeline, records: 0, outcomes: [], failures: file.errors.map(\.message))
    Terminal.print(line)
  }

  /// The run is over.
  func end() { bar.clear() }

  /// How long each pipeline took, in the order they ended.
  var shares: [RunRecord.Pipeline] { times.withLock { $0.shares } }
}
