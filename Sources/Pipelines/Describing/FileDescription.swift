import Spreadsheets
public import Tabular

/// How a file is read: the table of a text file, or the tables of all sheets of a workbook.
public struct FileDescription: Sendable {
  /// A sheet of a workbook.
  public struct DescribedSheet: Sendable, Hashable {
    /// Whether the sheet is shown.
    public enum Visibility: Sendable, Hashable {
      /// Shown.
      case visible
      /// Hidden, perhaps so that only a program can show it.
      case hidden
    }

    /// The name on its tab.
    public var name: String
    /// Whether it is shown.
    public var visibility: Visibility
    /// The number of tables that were found in it.
    public var tables: Int
    /// Why it holds none; nil where it holds some.
    public var reason: Message?
  }

  /// The path as it was given.
  public var path: String
  /// The length in bytes.
  public var bytes: Int
  /// The SHA-256 digest in hexadecimal.
  public var sha256: String
  /// The format of a workbook: `xlsx`, `ods`, `xls` or `html`; nil for text.
  public var format: String?
  /// The sheets of a workbook in the order of their tabs; empty for text.
  public var sheets: [DescribedSheet] = []
  /// The tables: one for text, any number for each sheet.
  public var tables: [Description] = []
  /// The resources as a pipeline file would declare them, ready to be pasted.
  public var yaml: String
}
