import Tabular
import Testing

@testable import Pipelines

/// An example of `pipelines/README.md`: the files it reads, the pipeline, and what is said of it.
struct PageExample: Sendable, CustomTestStringConvertible {
  var files: [String: String] = [:]
  var pipeline = ""
  var settings: String?
  var result: [String] = []
  /// How the lines begin that an example shows only where it shows one of that kind.
  static let kinds = ["rule ", "dataset ", "office ", "chart "]
  var testDescription: String { pipeline.prefix { $0 != "\n" }.description }

  /// The examples of a page in Markdown.
  static func all(in page: String) -> [PageExample] {
    var examples: [PageExample] = []
    var example = PageExample()
    for (kind, text) in blocks(of: page) {
      let words = kind.split(separator: " ").map(String.init)
      switch words.first {
      case "csv", "html": example.files[words[1]] = text
      case "yaml" where words.contains("settings"): example.settings = text
      case "yaml": example.pipeline = text
      default:
        example.result = text.split(separator: "\n").map(String.init)
        examples.append(example)
        example = PageExample()
      }
    }
    return examples
  }

  private static func blocks(of page: String) -> [(kind: String, text: String)] {
    var blocks: [(String, String)] = []
    var open: (kind: String, lines: [Substring])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      if let block = open {
        blocks.append((block.kind, block.lines.joined(separator: "\n") + "\n"))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }
}

/// The root of the package, with its final slash.
let packageRoot: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(4).joined(separator: "/") + "/"
}()

private let examples: [PageExample] = {
  let page = try? FileBytes.readText(packageRoot + "pipelines/README.md", named: "README.md")
  return page.map { PageExample.all(in: $0) } ?? []
}()

@Suite struct ReferencePageTests {
  @Test func pageHasExamples() { #expect(examples.count >= 7) }

  @Test(arguments: examples) func exampleGivesItsResult(_ example: PageExample) throws {
    let folder = try TemporaryFolder()
    for (name, text) in example.files { try folder.write(text, to: name) }
    try folder.write(example.pipeline, to: "contoh.yaml")
    let settings = example.settings.map { _ in "pengaturan" }
    if let settings, let text = example.settings { try folder.write(text, to: settings) }
    let loading = PipelineLoading(paths: ["contoh.yaml"], in: folder.path, settings: settings)
    #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
    let run = Execution.run(loading, settings: RunSettings(workingFolder: folder.path))
    #expect(run.report.failures.map(\.message.english) == [])
    let lines = try run.lines()
    let wanted = example.result
    let kinds = Set(
      wanted.compactMap { line in PageExample.kinds.first { line.hasPrefix($0) } })
    let tables = Set(wanted.filter { $0.hasPrefix("table ") })
    #expect(shown(lines, kinds: kinds, tables: tables) == wanted)
  }

  /// The lines of the kinds and tables that an example shows.
  private func shown(_ lines: [String], kinds: Set<String>, tables: Set<String>) -> [String] {
    var isShown = false
    return lines.filter { line in
      if line.hasPrefix("table ") {
        isShown = tables.contains(line)
      } else if let kind = PageExample.kinds.first(where: { line.hasPrefix($0) }) {
        isShown = kinds.contains(kind)
      }
      return isShown
    }
  }
}
