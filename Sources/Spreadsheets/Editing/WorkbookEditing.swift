import Tabular

/// Changes and marks cells of Office Open XML workbooks; every part that needs no change stays as it
/// is, byte by byte.
public enum WorkbookEditing {
  /// The workbook with `edits` made.
  ///
  /// A formula in a changed cell gives way to the value; formulas elsewhere are calculated again
  /// when the workbook is opened.
  ///
  /// - Throws: `SpreadsheetError` where it is no such workbook or damaged.
  public static func edited(
    _ bytes: [UInt8], by edits: [CellEdit], limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(SpreadsheetError) -> EditedWorkbook {
    var parts = try WorkbookParts(bytes, limits: limits)
    var result = EditedWorkbook(bytes: bytes, refused: [], lostFormulas: [])
    let marks = edits.contains { $0.mark != nil }
    var styles =
      try marks
      ? parts.stylesPart.flatMap { name throws(SpreadsheetError) in
        try StyleEditing(parts.bytes(of: name))
      } : nil
    for sheet in Set(edits.map(\.sheet)).sorted() {
      let own = edits.filter { $0.sheet == sheet }
      guard let name = parts.part(ofSheet: sheet) else {
        result.refused += own.map { RefusedEdit(edit: $0, reason: .noSheet) }
        continue
      }
      let before = try parts.bytes(of: name)
      var editing = SheetEditing(before)
      editing.apply(own) { style, mark in styles?.filled(style, color: mark.color) ?? style }
      result.refused += editing.refused
      result.lostFormulas += editing.lostFormulas
      parts.set(editing.changes.applied(to: before), of: name)
      let made = own.filter { edit in !editing.refused.contains { $0.edit == edit } }
      try parts.comment(made, onSheetPart: name)
    }
    if let styles, let name = parts.stylesPart { parts.set(styles.edited, of: name) }
    let isChanged = edits.contains { edit in
      edit.value != nil && !result.refused.contains { $0.edit == edit }
    }
    if isChanged { try parts.calculateAgain() }
    result.bytes = try parts.archived()
    return result
  }
}
