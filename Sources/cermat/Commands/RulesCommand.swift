import ArgumentParser

/// `cermat rules`: the rules in force and the reference of the rule language.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Show the rules in force with their reasons.")

  @OptionGroup var languageOption: LanguageOption

  func run() throws {}
}
