import Delimited
import Rules
public import Spreadsheets
import Tabular

extension FileDescription {
  /// Reads the file at `path` as the data themselves suggest, twice: to find out how it is
  /// written, and to read it by the pipeline file that says so.
  ///
  /// - Parameters:
  ///   - path: The file, relative to `folder`.
  ///   - folder: The working folder with its final slash, empty for that of the process.
  ///   - sheets: The only sheets of a workbook to look at, by name or pattern; empty for all.
  ///   - limits: What is too large in a workbook.
  /// - Throws: `PipelineError` where the file can't be read or holds no table.
  public init(
    path: String, in folder: String = "", sheets: [String] = [],
    limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(PipelineError) {
    var probe = Resource(describing: path)
    probe.limits = limits
    probe.sheets = sheets
    let input = try InputFile(
      path: path, resource: probe, parallel: false, folder: folder, progress: nil)
    switch input.content {
    case .text:
      let source = try input.sources()[0]
      let survey = try TableSurvey(source, probe)
      let table = try Description(survey, path: path, in: folder)
      self.init(
        path: path, bytes: survey.outcome.bytes, sha256: survey.outcome.sha256, tables: [table],
        yaml: table.yaml)
    case .workbook(let workbook):
      self.init(
        path: path, bytes: workbook.workbook.byteCount, sha256: workbook.sha256,
        format: workbook.workbook.format.rawValue, yaml: "")
      try describe(workbook, input, folder)
    }
  }

  /// Looks at each sheet.
  private mutating func describe(
    _ workbook: OpenWorkbook, _ input: InputFile, _ folder: String
  ) throws(PipelineError) {
    let wanted =
      input.resource.sheets.isEmpty
      ? Array(workbook.workbook.sheets.indices)
      : try SheetChoice(workbook, input.resource, nil).sheets(probing: input.source).places
    var names = ResourceNames(path: path)
    var failure: PipelineError?
    for index in wanted {
      let sheet = OpenSheet(workbook: workbook, index: index, range: nil)
      var described = DescribedSheet(
        name: sheet.sheet.name, visibility: sheet.sheet.visibility == .visible ? .visible : .hidden,
        tables: 0)
      do throws(PipelineError) {
        for part in try SheetParts(input.source(sheet), sheet).parts {
          let name = names.name(of: sheet.sheet.name, isOnly: wanted.count == 1)
          let survey = try TableSurvey(
            input.source(part.sheet), Resource(input.resource, named: name, part))
          var table = try Description(survey, path: path, in: folder)
          // What is found in the sheet as a whole is told with its first table.
          table.findings.removeAll { finding in
            tables.contains { $0.findings.contains { $0.tellsTheSame(as: finding) } }
          }
          tables.append(table)
          described.tables += 1
        }
        if described.tables == 0 { described.reason = DescribingWords.emptySheet }
      } catch {
        described.reason = error.message
        failure = error
      }
      sheets.append(described)
    }
    if tables.isEmpty, let failure { throw failure }
    guard !tables.isEmpty else {
      throw PipelineError(TabularError(.noRows, at: Location(resource: path)), path: path)
    }
    yaml = "resources:\n" + tables.map { String($0.yaml.dropFirst("resources:\n".count)) }.joined()
  }
}

extension Finding {
  /// True where another finding tells the same of the same cell.
  fileprivate func tellsTheSame(as other: Finding) -> Bool {
    rule == other.rule && cells[0] == other.cells[0] && message == other.message
  }
}

extension Description {
  /// Reads a table that was surveyed by the resource that says how.
  init(_ survey: TableSurvey, path: String, in folder: String) throws(PipelineError) {
    let file = PipelineFile(describing: survey.resource)
    let settings = RunSettings(workingFolder: folder)
    let reader = ResourceReader(
      file, among: [file], settings, ReadingProgress(file, settings) { _ in })
    let read = try reader.read(survey.resource, joining: [:])
    self.init(
      path: path, sheet: survey.source.sheetName, range: survey.range,
      bytes: survey.outcome.bytes, sha256: survey.outcome.sha256,
      lines: survey.outcome.lineCount, settings: survey.settings, titles: survey.layout.titles,
      metadata: survey.layout.metadata, fields: survey.fields,
      reading: read.readings.first ?? ReadingSummary(resource: path),
      findings: RemarkFindings.findings(
        survey.outcome, of: survey.source, pipeline: "", from: .note)
        + read.findings.filter { $0.rule != RemarkFindings.rule },
      preview: try Self.preview(read.table, path), records: read.table.recordCount,
      yaml: survey.resource.yaml)
  }

  /// The number of records that the preview shows.
  private static let previewLength = 5

  private static func preview(_ table: Table, _ path: String) throws(PipelineError) -> [[String]] {
    guard table.batches.count > 0 else { return [] }
    do throws(TabularError) {
      let batch = try table.batches.batch(at: 0)
      return (0..<min(previewLength, batch.count)).map { row in
        batch.columns.map { $0.raw(at: row) }
      }
    } catch {
      throw PipelineError(error, path: path)
    }
  }
}

extension PipelineFile {
  /// A pipeline of one resource and nothing else.
  init(describing resource: Resource) {
    self.init(
      path: "", name: resource.name, title: resource.name, uses: [], resources: [resource],
      rules: [], datasets: [], vocabulary: Vocabulary(),
      root: YAMLNode(.mapping([]), line: 1, column: 1))
  }
}
