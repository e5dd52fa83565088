import ArgumentParser
import Glibc
import Pipelines
import Reports
import RunHistory
import Tabular

/// Where the history is kept.
struct HistoryOption: ParsableArguments {
  @Option(
    name: .customLong("history"),
    help: ArgumentHelp(
      "The SQLite file with the history of runs; history.sqlite in the output folder by default.",
      valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var file: String?

  /// The path of the file for an output folder.
  func path(in output: String) -> String { file ?? "\(output)/history.sqlite" }
}

/// The history that a command reads.
struct HistorySelection: ParsableArguments {
  @OptionGroup var history: HistoryOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The output folder whose history it is.", valueName: "folder"),
    completion: .directory)
  var output = "out"

  /// Opens the history, which must be there.
  func open(_ language: Language) throws -> HistoryStore {
    let path = history.path(in: output)
    guard access(path, F_OK) == 0 else {
      Terminal.complain(Words.noHistory(path).text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    return try HistoryErrors.told(in: language) { () throws(HistoryError) in
      try HistoryStore(path: path)
    }
  }
}

/// Tells errors of the history.
enum HistoryErrors {
  /// Runs something; an error is told and ends the command.
  static func told<Value>(
    in language: Language, _ body: () throws(HistoryError) -> Value
  ) throws -> Value {
    do throws(HistoryError) {
      return try body()
    } catch {
      Terminal.complain(error.message.text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
  }
}

/// `cermat history`: the runs of the past.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List the runs of the past, the youngest first.")

  @OptionGroup var selection: HistorySelection
  @OptionGroup var languageOption: LanguageOption

  @Option(help: "How many runs are listed.")
  var limit = 30

  func run() throws {
    let language = languageOption.language
    let store = try selection.open(language)
    let runs = try HistoryErrors.told(in: language) { () throws(HistoryError) in
      try store.runs(last: limit)
    }
    for run in runs { Terminal.print(Words.run(run).text(in: language) + "\n") }
  }
}

/// `cermat diff`: what lies between two runs.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell which findings appeared, changed and went between two runs.",
    discussion: "Exit status 1 where they differ.")

  @OptionGroup var selection: HistorySelection
  @OptionGroup var languageOption: LanguageOption

  @Argument(help: "The number of the earlier run, from 'cermat history'.")
  var earlier: Int
  @Argument(help: "The number of the later run.")
  var later: Int

  func run() throws {
    let language = languageOption.language
    let store = try selection.open(language)
    let difference = try HistoryErrors.told(in: language) { () throws(HistoryError) in
      try store.difference(from: earlier, to: later)
    }
    let summary = TerminalSummary(language: language, style: Terminal.style)
    Terminal.print(
      summary.difference(
        appeared: difference.appeared, changed: difference.changed, gone: difference.gone))
    if !difference.inputs.isEmpty {
      Terminal.print(Words.otherInputs(difference.inputs).text(in: language) + "\n")
    }
    if !difference.notCompared.isEmpty {
      Terminal.print(Words.notCompared(difference.notCompared).text(in: language) + "\n")
    }
    guard difference.appeared.isEmpty, difference.changed.isEmpty, difference.gone.isEmpty else {
      throw ExitStatus.findings
    }
    Terminal.print(Words.sameFindings.text(in: language) + "\n")
  }
}

/// `cermat accept`: a finding that is known and stays for a while.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept a finding until a date: it is told as accepted, and does not fail a run.",
    discussion: """
      An accepted finding still stands in the reports, and still keeps its dataset in quarantine. \
      Its fingerprint is the 'id' in findings.csv and report.json; the beginning is enough.
      """)

  @OptionGroup var selection: HistorySelection
  @OptionGroup var languageOption: LanguageOption

  @Argument(help: "The fingerprint of the finding, or its beginning.")
  var finding: String

  @Option(help: "The last day on which it is accepted, as 2026-12-31.")
  var until: String?
  @Option(help: "Why it is accepted.")
  var because: String?
  @Option(help: "The office that accepts it; no person's name.")
  var office: String?
  @Flag(help: "Accept it no longer.")
  var withdraw = false

  func validate() throws {
    guard !withdraw else { return }
    guard let until, Self.isDay(until) else {
      throw ValidationError("--until takes a day, as 2026-12-31")
    }
    for (name, value) in [("--because", because), ("--office", office)] {
      guard let value, value.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("\(name) is needed")
      }
    }
  }

  func run() throws {
    let language = languageOption.language
    let store = try selection.open(language)
    guard !withdraw else {
      let ended = try HistoryErrors.told(in: language) { () throws(HistoryError) in
        try store.withdraw(finding, at: WallClock.now())
      }
      let message = ended.map(Words.withdrawn) ?? Words.wasNotAccepted(finding)
      return Terminal.print(message.text(in: language) + "\n")
    }
    let acceptance = Acceptance(
      fingerprint: finding, until: until ?? "", because: because ?? "", office: office ?? "")
    let accepted = try HistoryErrors.told(in: language) { () throws(HistoryError) in
      try store.accept(acceptance, at: WallClock.now())
    }
    Terminal.print(Words.accepted(accepted, until: acceptance.until).text(in: language) + "\n")
  }

  /// True for a day of the calendar, as `2026-12-31`.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...days[month - 1]).contains(day)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
