import ArgumentParser

/// `cermat describe`: how a file is read.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Tell how a file is read, and print the YAML that says the same.")

  @Argument(help: "The file.", completion: .file()) var file: String
  @OptionGroup var languageOption: LanguageOption

  func run() throws {}
}
