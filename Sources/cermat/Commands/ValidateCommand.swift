import ArgumentParser
import Pipelines
import Reports
import Tabular

/// `cermat validate`: examine pipeline files without reading data.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Examine pipeline files without reading data.",
    discussion: "Ends with 2 where a file is refused; every error names its line and column.")

  @OptionGroup var selection: PipelineSelection
  @OptionGroup var settingsOption: SettingsOption
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let paths = try selection.paths()
    let language = languageOption.language
    guard !paths.isEmpty else {
      Terminal.complain(Words.noPipelines(selection.folder).text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
    let loading = PipelineLoading(paths: paths, settings: settingsOption.path)
    for file in loading.refused {
      for error in file.errors { Terminal.print(error.message.text(in: language) + "\n") }
    }
    guard loading.refused.isEmpty else { throw ExitStatus.incomplete }
    Terminal.print(Words.sound(loading.files.count).text(in: language) + "\n")
  }
}
