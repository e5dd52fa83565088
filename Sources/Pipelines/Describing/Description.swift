public import Tabular

/// How a file is read: every setting with what it rests on, every field with its type, what became
/// of every line, and the YAML that says the same explicitly.
public struct Description: Sendable {
  /// One setting of the reading.
  public struct DescribedSetting: Sendable, Hashable {
    /// Where a setting comes from.
    public enum Origin: String, Sendable, Hashable {
      /// The data show it.
      case detected
      /// Nothing speaks for or against it.
      case assumed
    }

    /// The key, as in the pipeline file.
    public var key: String
    /// The value, as in the pipeline file.
    public var value: String
    /// Where it comes from.
    public var origin: Origin
    /// What shows it; nil where nothing more is to be said.
    public var basis: Message?
  }

  /// One field of the reading.
  public struct DescribedField: Sendable, Hashable {
    /// The field as a pipeline file would declare it.
    public var field: Field
    /// Why it was given its type; nil for fields that a step makes.
    public var basis: Message?
    /// How its numerals are written and what shows it; nil where that can't be told.
    public var convention: DescribedSetting?
    /// The number of values that were looked at, missing ones not counted.
    public var values: Int
  }

  /// The path as it was given.
  public var path: String
  /// The sheet, for workbooks.
  public var sheet: String?
  /// The part of the sheet that holds the table, where it holds others too, as `B4:H20`.
  public var range: String?
  /// The length in bytes.
  public var bytes: Int
  /// The SHA-256 digest in hexadecimal.
  public var sha256: String
  /// The number of physical lines, or of the rows of the sheet.
  public var lines: Int
  /// The settings: those of the text, then those of the layout.
  public var settings: [DescribedSetting]
  /// The titles above the header.
  public var titles: [String]
  /// Facts named above the header, as `Tahun: 2014`.
  public var metadata: [Layout.Metadata]
  /// The fields of the table.
  public var fields: [DescribedField]
  /// What became of every line.
  public var reading: ReadingSummary
  /// What was met on the way, notes included.
  public var findings: [Finding]
  /// The first records, as written.
  public var preview: [[String]]
  /// The number of records.
  public var records: Int
  /// The resource as a pipeline file would declare it, ready to be pasted.
  public var yaml: String
}

extension Description.DescribedSetting {
  /// A setting that was not given.
  init<Value>(_ key: String, _ value: String, _ setting: Setting<Value>) {
    self.init(
      key: key, value: value, origin: setting.origin == .detected ? .detected : .assumed,
      basis: setting.basis)
  }
}
