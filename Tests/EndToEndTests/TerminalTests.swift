import Foundation
import Testing

/// What the program does on a terminal, which `script` provides.
@Suite struct TerminalTests {
  private static let hasTerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  private func printed(_ command: String) throws -> String {
    let trial = try Trial()
    try trial.write("Kode;Jumlah\nA;1\nB;-5\n", to: "data.csv")
    try trial.write(Contoh.pipeline("data"), to: "pipelines/data.yaml")
    let ended = try trial.run("script -qec '\(command)' typescript; cat typescript")
    return ended.text
  }

  @Test(.enabled(if: hasTerminal, "script is not installed"))
  func coloursShowOnATerminal() throws {
    #expect(try printed("TERM=xterm cermat run").contains("\u{1B}[31m"))
    #expect(try printed("TERM=xterm NO_COLOR= cermat run").contains("\u{1B}[31m"))
  }

  @Test(
    .enabled(if: hasTerminal, "script is not installed"),
    arguments: ["TERM=xterm NO_COLOR=1 cermat run", "TERM=dumb cermat run"])
  func coloursStayAway(command: String) throws {
    let text = try printed(command)
    #expect(text.contains("batas-bawah"))
    #expect(!text.contains("\u{1B}["))
  }

  @Test func coloursStayAwayFromAPipe() throws {
    let trial = try Trial()
    try trial.write("Kode;Jumlah\nA;1\nB;-5\n", to: "data.csv")
    try trial.write(Contoh.pipeline("data"), to: "pipelines/data.yaml")
    let ended = try trial.run("TERM=xterm cermat run | cat")
    #expect(ended.text.contains("batas-bawah"))
    #expect(!ended.text.contains("\u{1B}"))
  }
}

/// Pipelines for tests that make their own input.
enum Contoh {
  /// A pipeline over one file with a code and a count, whose dataset has its name.
  static func pipeline(_ name: String, path: String = "data.csv") -> String {
    """
    pipeline: \(name)
    title: Contoh
    resources:
      data:
        path: \(path)
        fields:
          - { name: kode, label: Kode, type: code }
          - { name: jumlah, label: Jumlah, type: count }
    datasets:
      \(name): { from: data, title: Contoh }

    """
  }
}
