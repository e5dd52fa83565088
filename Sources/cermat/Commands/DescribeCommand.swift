import ArgumentParser
import Pipelines
import Reports
import Tabular

/// `cermat describe`: how a file is read.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Tell how a file is read, and print the YAML that says the same.",
    discussion: """
      Every setting is told with what it rests on. The YAML at the end can be pasted under \
      'resources:' of a pipeline file and gives the same reading.
      """)

  @Argument(help: "The file.", completion: .file()) var file: String
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let language = languageOption.language
    do throws(PipelineError) {
      let description = try Description(path: file)
      let text = DescriptionText(language: language, style: Terminal.style)
      Terminal.print(text.text(description))
    } catch {
      Terminal.complain(error.message.text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
  }
}
