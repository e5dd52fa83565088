public import Diagnosis
public import Rules
public import Tabular

/// Everything that a run found out; all reports are derived from it.
///
/// It holds no clock, host or path outside the working folder: the same inputs give the same bytes.
public struct RunReport: Sendable {
  /// What the run as a whole came to.
  public enum Status: String, Sendable {
    /// Nothing was found and everything could be checked.
    case clean
    /// Something is wrong with the data.
    case discrepancies
    /// The run, or a part of it, could not be completed.
    case incomplete
  }

  /// One resource as it was read.
  public struct Input: Sendable, Hashable {
    /// The path, relative to the working folder.
    public var path: String
    /// The SHA-256 digest of the bytes that were read, in hexadecimal.
    public var sha256: String
    /// The length in bytes.
    public var bytes: Int
    /// The number of records.
    public var records: Int
    /// The sheet, for workbooks.
    public var sheet: String?

    /// Makes an input.
    public init(path: String, sha256: String, bytes: Int, records: Int, sheet: String? = nil) {
      self.path = path
      self.sha256 = sha256
      self.bytes = bytes
      self.records = records
      self.sheet = sheet
    }
  }

  /// A dataset and whether it may be published.
  public struct Dataset: Sendable, Hashable {
    /// The pipeline.
    public var pipeline: String
    /// The name of the dataset.
    public var name: String
    /// The number of records that were emitted.
    public var records: Int
    /// The number of records that were withheld because a rule found something in them.
    public var withheld: Int
    /// The rules of error severity that failed or could not be checked; empty where it is valid.
    public var blockedBy: [String]
    /// The path of the CSV, relative to the output folder.
    public var path: String
    /// The title for people; empty where there is none.
    public var title: String

    /// Makes a dataset.
    public init(
      pipeline: String, name: String, records: Int, withheld: Int, blockedBy: [String],
      path: String, title: String = ""
    ) {
      self.title = title
      self.pipeline = pipeline
      self.name = name
      self.records = records
      self.withheld = withheld
      self.blockedBy = blockedBy
      self.path = path
    }
  }

  /// Something that kept a pipeline from being completed.
  public struct Failure: Sendable, Hashable {
    /// The pipeline; empty where none is concerned or its name can't be told.
    public var pipeline: String
    /// What happened, where, and the remedy.
    public var message: Message

    /// Makes a failure.
    public init(pipeline: String, message: Message) {
      self.pipeline = pipeline
      self.message = message
    }
  }

  /// A pipeline that took part in the run.
  public struct Pipeline: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The title for people.
    public var title: String
    /// The number of records of all its tables.
    public var records: Int
    /// The pipelines whose tables it uses, in the order of its file.
    public var uses: [String]

    /// Makes a pipeline.
    public init(name: String, title: String, records: Int, uses: [String] = []) {
      self.name = name
      self.title = title
      self.records = records
      self.uses = uses
    }
  }

  /// The pipelines, in the order they ran.
  public var pipelines: [Pipeline] = []
  /// The resources that were read, by pipeline and path.
  public var inputs: [Input] = []
  /// How each resource's lines were used, in the order of `inputs`.
  public var readings: [ReadingSummary] = []
  /// The outcome of every rule, in the order of the pipeline files.
  public var rules: [RuleOutcome] = []
  /// The findings, in the order pipeline, rule, location.
  public var findings: [Finding] = []
  /// The mistakes that explain the findings, the gravest first; a cause's number is its place here,
  /// from 1.
  public var causes: [Cause] = []
  /// For the number of a cause the pieces of the sources that show it, that of its first cell first.
  public var excerpts: [Int: [Excerpt]] = [:]
  /// The findings against those of earlier runs; nil where no history is kept.
  ///
  /// It is no part of `report.json`, which depends on the inputs alone.
  public var comparison: RunComparison?
  /// The datasets.
  public var datasets: [Dataset] = []
  /// What of the datasets is drawn, in their order.
  public var charts: [Chart] = []
  /// What could not be completed.
  public var failures: [Failure] = []

  /// An empty report.
  public init() {}

  /// What the run came to: incomplete before discrepancies before clean.
  public var status: Status {
    if !failures.isEmpty { return .incomplete }
    let unchecked = rules.contains { $0.isUnverified && $0.severity == .error }
    if unchecked || findings.contains(where: { $0.severity > .note }) { return .discrepancies }
    return .clean
  }
}
