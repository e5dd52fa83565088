import Tabular

/// A reference to a cell as a formula stores it.
struct CellReference {
  /// The row, from 0.
  var row: Int
  /// The column, from 0.
  var column: Int
  /// Whether the row moves with the formula: no `$` before it.
  var isRowRelative: Bool
  /// Whether the column moves with the formula.
  var isColumnRelative: Bool

  /// The reference in A1 notation.
  var text: String { columnText + rowText }

  private var columnText: String {
    (isColumnRelative ? "" : "$") + SheetAddress.letters(ofColumn: column)
  }

  private var rowText: String { (isRowRelative ? "" : "$") + String(row + 1) }

  /// A range in A1 notation; whole columns as `A:C`, whole rows as `1:3`.
  static func text(_ first: CellReference, _ last: CellReference, _ version: BIFFVersion) -> String
  {
    if first.row == 0, last.row == version.rowCount - 1 {
      return first.columnText + ":" + last.columnText
    }
    if first.column == 0, last.column == SheetIndex.columnLimit - 1 {
      return first.rowText + ":" + last.rowText
    }
    return first.text + ":" + last.text
  }
}

/// Where a formula stands that stores its references as distances; nil for one that stores places.
typealias ReferenceOrigin = (row: Int, column: Int)?

extension ContinuedBytes {
  /// The next reference to a cell.
  mutating func reference(_ version: BIFFVersion, from origin: ReferenceOrigin) -> CellReference? {
    guard let row = uint16() else { return nil }
    switch version {
    case .five: return uint8().map { .init(row, UInt16($0) | row & 0xC000, version, origin) }
    case .eight: return uint16().map { .init(row, $0, version, origin) }
    }
  }

  /// The next reference to a range.
  mutating func range(_ version: BIFFVersion, from origin: ReferenceOrigin) -> String? {
    guard let first = uint16(), let last = uint16() else { return nil }
    var columns: (UInt16, UInt16)?
    switch version {
    case .five:
      guard let left = uint8(), let right = uint8() else { return nil }
      columns = (UInt16(left) | first & 0xC000, UInt16(right) | last & 0xC000)
    case .eight:
      guard let left = uint16(), let right = uint16() else { return nil }
      columns = (left, right)
    }
    guard let (left, right) = columns else { return nil }
    return CellReference.text(
      .init(first, left, version, origin), .init(last, right, version, origin), version)
  }
}

extension CellReference {
  /// Reads it from a row and a column whose two upper bits tell what is relative; distances go
  /// around the edges of the sheet.
  fileprivate init(
    _ row: UInt16, _ column: UInt16, _ version: BIFFVersion, _ origin: ReferenceOrigin
  ) {
    isRowRelative = column & 0x8000 != 0
    isColumnRelative = column & 0x4000 != 0
    let rowMask = version.rowCount - 1
    self.row = Int(row) & rowMask
    self.column = Int(column & 0x3FFF)
    guard let origin else { return }
    if isRowRelative { self.row = (self.row + origin.row) & rowMask }
    if isColumnRelative { self.column = (self.column + origin.column) & 0xFF }
  }
}

extension BIFFVersion {
  /// The rows of a sheet.
  var rowCount: Int {
    switch self {
    case .five: 16_384
    case .eight: 65_536
    }
  }
}
