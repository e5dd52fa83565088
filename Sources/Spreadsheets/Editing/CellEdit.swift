/// A change of one cell of a workbook.
public struct CellEdit: Sendable, Hashable {
  /// What a cell is to hold.
  public enum Value: Sendable, Hashable {
    /// A number, as a plain decimal with a point.
    case number(String)
    /// A text.
    case text(String)
    /// A number where the cell holds one, else the text that shows it.
    case figure(number: String, text: String)
  }

  /// How a cell is marked for people.
  public struct Mark: Sendable, Hashable {
    /// The colour of the fill, as `FFC7CE`.
    public var color: String
    /// The comment.
    public var comment: String

    /// Makes a mark.
    public init(color: String, comment: String) {
      self.color = color
      self.comment = comment
    }
  }

  /// The sheet.
  public var sheet: String
  /// The A1 address.
  public var cell: String
  /// What it is to hold; nil to leave what stands there.
  public var value: Value?
  /// How it is marked; nil for not at all.
  public var mark: Mark?

  /// Makes a change.
  public init(sheet: String, cell: String, value: Value? = nil, mark: Mark? = nil) {
    self.sheet = sheet
    self.cell = cell
    self.value = value
    self.mark = mark
  }
}

/// A change that was not made, and why.
public struct RefusedEdit: Sendable, Hashable {
  /// Why a change was not made.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The workbook has no such sheet, or it is no table of cells.
    case noSheet
    /// The cell holds a formula that others share, or one of an array.
    case sharedFormula
    /// The cell stands in no row of the sheet.
    case noCell
  }

  /// The change.
  public var edit: CellEdit
  /// Why it was not made.
  public var reason: Reason
}

/// A workbook with changed cells, everything else as it was.
public struct EditedWorkbook: Sendable {
  /// The workbook.
  public var bytes: [UInt8]
  /// The changes that were not made.
  public var refused: [RefusedEdit]
  /// The cells whose formula was replaced by a value, as `Sheet!C3`.
  public var lostFormulas: [String]
}
