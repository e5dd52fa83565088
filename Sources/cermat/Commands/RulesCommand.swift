import ArgumentParser
import Pipelines
import Reports
import Rules
import Tabular

/// `cermat rules`: the rules in force and the reference of the rule language.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Show the rules in force with their reasons, and every form that a rule may have.",
    discussion: """
      Without an id: all rules of the pipelines, then the forms. With the id of a rule: everything \
      that its author said of it. With the name of a form: its examples.
      """)

  @Argument(help: "The id of a rule, or the name of a form.") var id: String?
  @Option(name: .customLong("pipelines"), help: "The folder of the pipeline files.")
  var folder = "pipelines"
  @OptionGroup var settingsOption: SettingsOption
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let language = languageOption.language
    let loading = PipelineLoading(
      paths: PipelineFolder.files(in: folder), settings: settingsOption.path)
    for file in loading.refused {
      for error in file.errors { Terminal.complain(error.message.text(in: language) + "\n") }
    }
    let text = RuleText(language: language, style: Terminal.style)
    guard let id else {
      for file in loading.files {
        let rules = text.text(
          pipeline: file.name, title: file.title, rules: file.rules, details: .brief)
        Terminal.print(rules + "\n")
      }
      Terminal.print(text.reference(RuleForm.all, details: .brief))
      return
    }
    var isKnown = false
    for file in loading.files {
      let rules = file.rules.filter { $0.id == id }
      guard !rules.isEmpty else { continue }
      isKnown = true
      Terminal.print(
        text.text(pipeline: file.name, title: file.title, rules: rules, details: .full))
    }
    let forms = RuleForm.all.filter { $0.name == id }
    if !forms.isEmpty { Terminal.print(text.reference(forms, details: .full)) }
    guard isKnown || !forms.isEmpty else {
      let names = loading.files.flatMap { $0.rules.map(\.id) } + RuleForm.all.map(\.name)
      let nearest = NearestWords.to(id, among: names)
      Terminal.complain(Words.unknownRule(id, nearest: nearest).text(in: language) + "\n")
      throw ExitCode.validationFailure
    }
  }
}
