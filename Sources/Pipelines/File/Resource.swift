public import Rules
public import Spreadsheets
public import Tabular

/// What comes in: one table, read from one file or several of one form.
public struct Resource: Sendable {
  /// How several tables may stand in one resource.
  public enum Blocks: Sendable, Hashable {
    /// One table.
    case single
    /// Tables of one form below each other, each with its own header.
    case repeated
  }

  /// One row of a header that becomes fields.
  public struct HeaderRow: Sendable, Hashable {
    /// In which direction a label holds.
    public enum Direction: String, Sendable, Hashable {
      /// Up to the next label to its right.
      case across
      /// For its own column alone.
      case down
    }

    /// The name under which steps know the labels of this row.
    public var field: String
    /// In which direction a label holds.
    public var reads: Direction
  }

  /// What a field holds that stands in no column.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// The name of the sheet that a record stands in; for a text file its own name without folder
    /// and extension.
    case sheet
    /// The path of the file that a record stands in.
    case file
  }

  /// Where the name of the office stands that the data come from.
  public enum Office: Sendable, Hashable {
    /// It is the same for all records.
    case named(String)
    /// This field holds it.
    case field(String)
  }

  /// How the text is written, as far as the file says.
  public struct Dialect: Sendable, Hashable {
    /// What stands between cells.
    public var delimiter: String?
    /// How characters are stored, as `utf-8`.
    public var encoding: String?
    /// What stands around cells that hold a delimiter; `none` where nothing does.
    public var quoteChar: String?
    /// The physical lines of the header, from 1.
    public var headerRows: [Int]?
    /// The decimal mark.
    public var decimalChar: String?
    /// What stands between groups of three digits; `none` where nothing does.
    public var groupChar: String?

    /// Nothing given.
    public init() {}
  }

  /// The name, which is also the name of the table.
  public var name: String
  /// The title for people.
  public var title: String?
  /// What the records are.
  public var description: String?
  /// The files, or patterns that name several.
  public var paths: [String]
  /// The sheets of a workbook, or patterns that name several; empty where the data tell which.
  public var sheets: [String] = []
  /// The part of each sheet that holds the table, as `B4:H20`; nil where the data tell it.
  public var range: String?
  /// How the text is written, as far as it was given.
  public var dialect: Dialect
  /// Whether tables repeat.
  public var blocks: Blocks
  /// The rows of the header that become fields, from the top; empty where labels stay labels.
  public var header: [HeaderRow]
  /// The fields of the table, after all steps, and the primary key.
  public var schema: Schema
  /// What is too large in a workbook.
  public var limits = SpreadsheetLimits()
  /// The fields that hold where a record comes from, by name.
  public var origins: [String: Origin] = [:]
  /// How the records are reshaped, in order.
  public var steps: [Step]
  /// The condition that records which state totals fulfil.
  public var totals: String?
  /// How the records nest.
  public var levels: TableShape.Levels
  /// The office that the data come from; nil where it is the producer of the pipeline's datasets.
  public var office: Office?
  var place: FilePlace
  /// The place that names the files, where a settings file does; nil for that of the resource.
  var pathPlace: FilePlace?

  /// What rules need to know of the table.
  public var shape: TableShape { TableShape(schema: schema, totals: totals, levels: levels) }
}
