import Rules
import Synchronization
import Tabular

/// What became of one pipeline so far.
struct PipelineRun: Sendable {
  /// The name.
  let name: String
  /// The title for people.
  let title: String
  /// The tables by name, those of other pipelines included.
  private(set) var tables: [String: Table] = [:]
  /// The names of its own tables, in the order they were read.
  private(set) var own: [String] = []
  /// The inputs with their reading summaries, by resource in the order of the file.
  private(set) var inputs: [(resource: Int, input: RunReport.Input, reading: ReadingSummary)] = []
  /// What reading found, by resource in the order of the file.
  private(set) var readingFindings: [(resource: Int, findings: [Finding])] = []
  /// What the rules came to.
  private(set) var rules = RuleRun()
  /// The rules once they are judged, to be asked for relations; nil before that.
  var evaluation: RuleEvaluation?
  /// The datasets.
  var datasets: [PreparedDataset] = []
  /// What kept it from being completed.
  private(set) var failures: [PipelineError] = []
  private let file: PipelineFile

  /// Nothing done yet.
  init(_ file: PipelineFile) {
    self.file = file
    name = file.name
    title = file.title
  }

  /// Takes over the tables of other pipelines.
  mutating func borrow(from finished: FinishedPipelines) {
    for use in file.uses {
      guard let run = finished[use.pipeline], run.failures.isEmpty,
        var table = run.tables[use.table]
      else {
        fail(PipelineError(.waitsFor(pipeline: use.pipeline), at: use.place))
        continue
      }
      table.name = use.name
      tables[use.name] = table
    }
  }

  /// Takes in what reading a resource gave.
  mutating func take(_ read: ReadResource, from resource: Resource) {
    let number = file.resources.firstIndex { $0.name == resource.name } ?? 0
    tables[resource.name] = read.table
    own.append(resource.name)
    inputs += zip(read.inputs, read.readings).map { (number, $0, $1) }
    let empty = EmptyTables.findings(read.inputs, read.readings, pipeline: name)
    readingFindings.append((number, empty + read.findings))
  }

  /// Takes in what the rules came to.
  mutating func take(_ rules: RuleRun) { self.rules = rules }

  /// Notes what keeps the pipeline from being completed.
  mutating func fail(_ error: PipelineError) { failures.append(error) }

  /// The pipeline with the number of records of its own tables.
  var summary: RunReport.Pipeline {
    let records = own.reduce(0) { $0 + (tables[$1]?.recordCount ?? 0) }
    var uses: [String] = []
    for use in file.uses where !uses.contains(use.pipeline) { uses.append(use.pipeline) }
    return RunReport.Pipeline(name: name, title: title, records: records, uses: uses)
  }

  /// The findings: those of reading in the order of the resources, then those of the rules.
  ///
  /// What is found in a file or sheet that several resources read is told once.
  var findings: [Finding] {
    var told: Set<Finding> = []
    let reading = readingFindings.sorted { $0.resource < $1.resource }.flatMap(\.findings)
    return reading.filter { told.insert($0).inserted } + rules.findings
  }

  /// The rules of reading of error severity that found something in a table, in the order they
  /// found it.
  func readingRules(of table: String) -> [String] {
    var rules: [String] = []
    for finding in findings(in: table) where finding.severity == .error {
      if !rules.contains(finding.rule) { rules.append(finding.rule) }
    }
    return rules
  }

  /// The records of a table in which a rule, or a rule of reading, found something.
  func flaggedRecords(of rule: String, in table: String) -> RecordSet {
    if let records = rules.flaggedRecords[rule] { return records }
    var records = RecordSet()
    for finding in findings(in: table) where finding.rule == rule {
      if let record = finding.record { records.insert(record) }
    }
    return records
  }

  private func findings(in table: String) -> [Finding] {
    let number = file.resources.firstIndex { $0.name == table }
    return readingFindings.filter { $0.resource == number }.flatMap(\.findings)
  }

  /// The resources, in the order of the file.
  var resources: [Resource] { file.resources }

  /// The office that produces the datasets, as their metadata say.
  var producer: String? { file.producer }

  /// The table that a rule speaks of; nil where it speaks of several, or is one of reading.
  func table(ofRule id: String) -> String? { file.rules.first { $0.id == id }?.table }

  /// The rules once more, judged on other tables in place of its own.
  ///
  /// - Throws: `PipelineError` where a stored batch can't be read back.
  func evaluation(
    of tables: [String: Table], among files: [PipelineFile]
  ) throws(PipelineError) -> RuleEvaluation {
    let checking = try RuleChecking(file, among: files)
    try checking.begin(again: tables)
    _ = try checking.conclude(tables)
    return checking.evaluation
  }

  /// What the pipeline came to.
  var status: RunReport.Status {
    var report = RunReport()
    report.add(self)
    return report.status
  }
}

extension RunReport {
  /// Adds what became of a pipeline.
  mutating func add(_ run: PipelineRun) {
    pipelines.append(run.summary)
    let inputs = run.inputs.sorted { $0.resource < $1.resource }
    self.inputs += inputs.map(\.input)
    readings += inputs.map(\.reading)
    failures += run.failures.map { Failure(pipeline: run.name, message: $0.message) }
    guard run.failures.isEmpty else { return }
    rules += run.rules.outcomes
    findings += run.findings
    datasets += run.datasets.map(Dataset.init)
  }
}

extension RunReport.Dataset {
  fileprivate init(_ dataset: PreparedDataset) {
    let folder = dataset.blockedBy.isEmpty ? "datasets" : "quarantine"
    self.init(
      pipeline: dataset.pipeline, name: dataset.name, records: dataset.emitted.count,
      withheld: dataset.withheld.count, blockedBy: dataset.blockedBy,
      path: "\(folder)/\(dataset.pipeline)/\(dataset.name).csv", title: dataset.title)
  }
}

/// The pipelines that came to their end, shared by the threads of a run.
final class FinishedPipelines: Sendable {
  private let runs = Mutex<[String: PipelineRun]>([:])

  /// Adds a pipeline.
  func add(_ run: PipelineRun) { runs.withLock { $0[run.name] = run } }

  /// The pipeline called `name`; nil while it has not come to its end.
  subscript(name: String) -> PipelineRun? { runs.withLock { $0[name] } }
}
