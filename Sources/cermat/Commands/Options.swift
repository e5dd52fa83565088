public import ArgumentParser
import Pipelines
import Reports
import Tabular

extension Language: ExpressibleByArgument {}

/// The severity from which findings make the exit status 1.
enum FailingSeverity: String, ExpressibleByArgument, CaseIterable {
  case error, warning, never

  /// True where a finding of `severity` makes the run fail.
  func counts(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: severity >= .warning
    case .never: false
    }
  }
}

/// Which pipelines a command is about.
struct PipelineSelection: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Names of pipelines in the pipeline folder, or paths of pipeline files; all by default.",
      valueName: "pipeline"),
    completion: .file(extensions: ["yaml", "yml"]))
  var pipelines: [String] = []

  @Option(
    name: .customLong("pipelines"),
    help: ArgumentHelp("The folder of the pipeline files.", valueName: "folder"),
    completion: .directory)
  var folder = "pipelines"

  /// The paths of the pipeline files.
  func paths() throws -> [String] {
    guard pipelines.isEmpty else {
      return pipelines.map { name in
        name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/")
          ? name : "\(folder)/\(name).yaml"
      }
    }
    return PipelineFolder.files(in: folder)
  }
}

/// The files and parameters of others than those that the pipelines were written for.
struct SettingsOption: ParsableArguments {
  @Option(
    name: .customLong("settings"),
    help: ArgumentHelp(
      "A file with other paths and parameters for the same pipelines.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var path: String?
}

/// The language of everything that is printed and written.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: "The language of findings and reports.")
  var language = Language.indonesian
}
