public import ArgumentParser
public import Diagnosis
import Glibc
import Pipelines
import Reports
import Tabular

extension Cause.Confidence: ExpressibleByArgument {}

/// `cermat fix`: copies of the sources with the mistakes mended that are certain.
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Write copies of the sources with the mistakes mended that Cermat is certain of.",
    discussion: """
      The originals are never touched. Every change stands in perubahan.csv, with those that were \
      not made and why. The pipelines are then run on the copies: exit status 0 means that all \
      findings of the mended mistakes are gone and no new one came.
      """)

  @OptionGroup var selection: PipelineSelection
  @OptionGroup var settingsOption: SettingsOption
  @OptionGroup var languageOption: LanguageOption

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The folder for the copies; new, empty, or written by fix before.", valueName: "folder"),
    completion: .directory)
  var folder: String

  @Option(
    name: .customLong("include"),
    help: "How sure a cause must be: certain, likely (also those) or possible (all).")
  var least = Cause.Confidence.certain

  func run() throws {
    let paths = try selection.paths()
    guard !paths.isEmpty else {
      Terminal.complain(Words.noPipelines(selection.folder).text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    guard Self.isUsable(folder) else {
      Terminal.complain(Words.folderInUse(folder).text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    let loading = PipelineLoading(paths: paths, settings: settingsOption.path)
    let settings = RunSettings(jobs: Int(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    let run = Execution.run(loading, settings: settings)
    for failure in run.report.failures {
      Terminal.complain(failure.message.text(in: language) + "\n")
    }
    guard run.report.failures.isEmpty else { throw ExitStatus.incomplete }
    let own = Set(run.report.inputs.map(\.path) + loading.files.map(\.path))
    guard !own.contains(where: { lies(folder, beside: $0) }) else {
      Terminal.complain(Words.folderInUse(folder).text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    let fixing: Fixing
    do throws(OutputError) {
      // The sources come last: what is mended must not be covered by what is copied.
      var files = WrittenFiles(in: folder, changed: .refused)
      try PipelineCopies.write(of: loading, into: &files)
      fixing = try Fixing(run, loading, least: least, into: &files, settings: settings)
      try FixLog.write(fixing, into: &files) { $0.text(in: language) }
      try files.finish()
    } catch {
      Terminal.complain(error.message.text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    tell(fixing)
    for failure in fixing.failures { Terminal.complain(failure.text(in: language) + "\n") }
    guard fixing.failures.isEmpty else { throw ExitStatus.incomplete }
    if !fixing.left.isEmpty || !fixing.new.isEmpty { throw ExitStatus.findings }
  }

  private var language: Language { languageOption.language }

  private func tell(_ fixing: Fixing) {
    let summary = TerminalSummary(language: language, style: Terminal.style)
    for fix in fixing.fixes where fix.refusal == nil {
      Terminal.print(summary.change(fix))
    }
    let made = fixing.fixes.filter { $0.refusal == nil }.count
    let omitted = fixing.fixes.count - made
    Terminal.print(
      "\n" + Words.changed(made, omitted, log: "\(folder)/\(FixLog.name)").text(in: language) + "\n"
    )
    Terminal.print(Words.gone(fixing.gone.count).text(in: language) + "\n")
    for finding in fixing.left {
      Terminal.complain(Words.stillThere.text(in: language) + summary.finding(finding))
    }
    for finding in fixing.new {
      Terminal.complain(Words.newFinding.text(in: language) + summary.finding(finding))
    }
  }

  /// True for a folder that is not there, is empty, or holds the list of a fix; never for one that
  /// the process works in or that holds it.
  private static func isUsable(_ folder: String) -> Bool {
    guard let directory = opendir(folder) else { return errno == ENOENT }
    defer { closedir(directory) }
    if let own = resolved("."), let target = resolved(folder), (own + "/").hasPrefix(target + "/") {
      return false
    }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.isEmpty || WrittenFiles.hasList(in: folder)
  }

  /// True where a folder lies in that of a source, other than the working folder itself.
  private func lies(_ folder: String, beside path: String) -> Bool {
    guard let slash = path.lastIndex(of: "/"), let source = Self.resolved(String(path[..<slash])),
      let target = Self.resolved(folder) ?? Self.resolved(parent(of: folder))
    else { return false }
    return target == source || target.hasPrefix(source + "/")
  }

  private func parent(of folder: String) -> String {
    folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
