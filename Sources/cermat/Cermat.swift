import ArgumentParser

/// The command `cermat`.
@main
struct Cermat: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cermat",
    abstract: "Check the figures that offices send: extract, normalise, cross-check, emit, report.",
    discussion: """
      Exit status: 0 nothing at or above the failing severity, 1 findings, 2 the run could not be \
      completed, 64 wrong usage.
      """,
    version: version,
    subcommands: [
      RunCommand.self, FixCommand.self, PublishCommand.self, DescribeCommand.self,
      RulesCommand.self, ValidateCommand.self, HistoryCommand.self, DiffCommand.self,
      AcceptCommand.self,
    ])
}
