import ArgumentParser
import Pipelines
import Reports
import Spreadsheets
import Tabular

/// `cermat describe`: how a file is read.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Tell how a file is read, and print the YAML that says the same.",
    discussion: """
      The file is delimited text or a workbook (XLSX, XLSM, ODS, XLS, or tables of a web page), \
      whatever its name ends in. Every setting is told with what it rests on. The YAML at the end \
      can be pasted under 'resources:' of a pipeline file and gives the same reading.
      """)

  @Argument(help: "The file.", completion: .file()) var file: String
  @Option(
    help: ArgumentHelp(
      "Look at this sheet of a workbook only; may be given more than once, and have '*' and '?'.",
      valueName: "name"))
  var sheet: [String] = []
  @Flag(
    help: """
      Print every cell that holds something as a line of JSON instead: sheet, row, column, cell, \
      raw, value, type, display, formula.
      """)
  var cells = false
  @Option(
    help: ArgumentHelp(
      """
      Raise a limit on how large things in a workbook may be: unpackedSize, unpackedRatio, \
      heldSize, cells or sharedTextSize; may be given more than once.
      """, valueName: "name=number"))
  var limit: [String] = []
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let language = languageOption.language
    do throws(PipelineError) {
      if cells { return try printCells() }
      let description = try FileDescription(path: file, sheets: sheet, limits: limits)
      let text = DescriptionText(language: language, style: Terminal.style)
      Terminal.print(text.text(description))
    } catch {
      Terminal.complain(error.message.text(in: language) + "\n")
      throw ExitStatus.incomplete
    }
  }

  /// Prints the cells as they are read.
  private func printCells() throws(PipelineError) {
    var json = JSONWriter(to: TextStream(to: Terminal.print))
    // What was read before an error is printed too.
    defer { try? json.finishDocuments() }
    try CellListing.write(path: file, sheets: sheet, limits: limits, to: &json)
  }

  func validate() throws {
    for text in limit where Self.limit(text) == nil {
      throw ValidationError(
        "--limit takes name=number, as unpackedRatio=2000; names are "
          + SpreadsheetError.Limit.allCases.map(\.rawValue).joined(separator: ", "))
    }
  }

  private var limits: SpreadsheetLimits {
    var limits = SpreadsheetLimits()
    for (name, value) in limit.compactMap(Self.limit) { limits[name] = value }
    return limits
  }

  private static func limit(_ text: String) -> (SpreadsheetError.Limit, Int)? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let name = SpreadsheetError.Limit(rawValue: parts[0]),
      let value = Int(parts[1]), value > 0
    else { return nil }
    return (name, value)
  }
}
