/// The figures of a dataset, to be drawn small in a report.
public struct Chart: Sendable, Hashable {
  /// How the figures are drawn.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// Two figures of each record, to the left and to the right.
    case pyramid
    /// One figure of each record.
    case bars
    /// A part of each record's whole: first the part, then the whole.
    case realisation
  }

  /// The figures of one field.
  public struct Series: Sendable, Hashable {
    /// What they are, for people.
    public var title: String
    /// The unit; nil where none is declared.
    public var unit: String?
    /// Exact decimals with a point, one for each label; nil where there is no number.
    public var values: [String?]

    /// Makes a series.
    public init(title: String, unit: String? = nil, values: [String?]) {
      self.title = title
      self.unit = unit
      self.values = values
    }
  }

  /// The most records that are drawn.
  public static let limit = 120

  /// The pipeline.
  public var pipeline: String
  /// The dataset.
  public var dataset: String
  /// The title for people.
  public var title: String
  /// How the figures are drawn.
  public var form: Form
  /// False where the dataset stands in quarantine.
  public var isValid: Bool
  /// What each record is called.
  public var labels: [String]
  /// The figures: one series for bars, two for the others.
  public var series: [Series]
  /// The records that are not drawn because there are too many.
  public var more: Int

  /// Makes a chart.
  public init(
    pipeline: String, dataset: String, title: String, form: Form, isValid: Bool,
    labels: [String], series: [Series], more: Int = 0
  ) {
    self.pipeline = pipeline
    self.dataset = dataset
    self.title = title
    self.form = form
    self.isValid = isValid
    self.labels = labels
    self.series = series
    self.more = more
  }
}
