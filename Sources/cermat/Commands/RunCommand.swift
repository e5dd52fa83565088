import ArgumentParser
import Glibc
import Pipelines
import Reports
import RunHistory
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

  @OptionGroup var history: HistoryOption

  @Flag(
    name: .customLong("no-history"), help: "Keep no history, and compare with no earlier run.")
  var keepsNoHistory = false

  @Option(
    name: .customLong("log"),
    help: ArgumentHelp(
      "Add what happened to this file, as one JSON object a line.", valueName: "file"),
    completion: .file())
  var logPath: String?

  @Option(
    help: ArgumentHelp(
      "A shell command that is run where findings are new, changed or gone, or the run could not "
        + "be completed; it reads the summary.", valueName: "command"))
  var notify: String?

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
    let lock: RunLock?
    do throws(OutputError) { lock = try RunLock(of: output, at: started) } catch {
      Terminal.complain(error.message.text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    guard let lock else {
      Terminal.complain(
        Words.locked(output, by: RunLock.holder(of: output)).text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    defer { lock.release() }
    let past = try openHistory(at: started)
    let log: RunLog?
    do throws(OutputError) { log = try logPath.map(RunLog.init) } catch {
      Terminal.complain(error.message.text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    log?.begin(options, at: started)
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
    if let past {
      do throws(HistoryError) {
        report.comparison = try past.comparison(of: report)
      } catch {
        report.failures.append(.init(pipeline: "", message: error.message))
      }
    }
    let status = ExitStatus.status(of: report, failingAt: failOn)
    let record = RunRecord(
      version: Cermat.version, options: options, started: started, finished: WallClock.now(),
      milliseconds: (clock.now - begin).milliseconds, exitStatus: Int(status.rawValue),
      pipelines: watch.shares)
    report.failures += [folder.write(report, language: language, record: record)].compactMap { $0 }
    report.failures += [
      store(report, in: past, from: started, to: WallClock.now())
    ].compactMap { $0 }
    let summary = TerminalSummary(
      language: language, style: Terminal.style, findingsPath: "\(output)/findings.csv")
    let text = summary.summary(report)
    Terminal.print("\n" + text)
    let final = ExitStatus.status(of: report, failingAt: failOn)
    log?.end(
      report, exitStatus: Int(final.rawValue), milliseconds: (clock.now - begin).milliseconds,
      at: WallClock.now())
    if let notify, Notice.isDue(report) {
      let plain = TerminalSummary(language: language, findingsPath: "\(output)/findings.csv")
      if let failure = Notice.send(plain.summary(report), of: report, by: notify) {
        Terminal.complain(failure.text(in: language) + "\n")
      }
    }
    if final.rawValue != 0 { throw final }
  }

  private var language: Language { languageOption.language }

  /// The history; nil where none is to be kept.
  private func openHistory(at moment: String) throws -> RunHistoryFile? {
    guard !keepsNoHistory else { return nil }
    return try HistoryErrors.told(in: language) { () throws(HistoryError) in
      let file = try RunHistoryFile(history.path(in: output), at: moment)
      for note in file.notes { Terminal.complain(note.text(in: language) + "\n") }
      return file
    }
  }

  /// Stores the run; what keeps it from being stored is returned.
  private func store(
    _ report: RunReport, in past: RunHistoryFile?, from started: String, to finished: String
  ) -> RunReport.Failure? {
    guard let past else { return nil }
    do throws(HistoryError) {
      let status = ExitStatus.status(of: report, failingAt: failOn)
      try past.record(
        report, moments: (started, finished), exitStatus: Int(status.rawValue))
      return nil
    } catch {
      return RunReport.Failure(pipeline: "", message: error.message)
    }
  }

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
