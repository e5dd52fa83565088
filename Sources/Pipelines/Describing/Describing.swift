import Delimited
import Rules
import Tabular

extension Description {
  /// The number of records that the preview shows.
  private static let previewLength = 5

  /// Reads the file at `path` as the data themselves suggest, twice: to find out how it is
  /// written, and to read it by the pipeline file that says so.
  ///
  /// `path` is relative to `folder`, the working folder with its final slash, which is empty for
  /// that of the process.
  ///
  /// - Throws: `PipelineError` where the file can't be read or holds no table.
  public init(path: String, in folder: String = "") throws(PipelineError) {
    let survey = try FileSurvey(path: path, folder: folder)
    let file = PipelineFile(describing: survey.resource)
    let settings = RunSettings(workingFolder: folder)
    let reader = ResourceReader(
      file, among: [file], settings, ReadingProgress(file, settings) { _ in })
    let read = try reader.read(survey.resource, joining: [:])
    self.init(
      path: path, bytes: survey.outcome.bytes, sha256: survey.outcome.sha256,
      lines: survey.outcome.lineCount, settings: survey.settings, titles: survey.layout.titles,
      metadata: survey.layout.metadata, fields: survey.fields,
      reading: read.readings.first ?? ReadingSummary(resource: path),
      findings: RemarkFindings.findings(
        survey.outcome.remarks, of: path, pipeline: "", from: .note)
        + read.findings.filter { $0.rule != RemarkFindings.rule },
      preview: try Self.preview(read.table, path), records: read.table.recordCount,
      yaml: survey.resource.yaml)
  }

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
