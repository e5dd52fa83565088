import Spreadsheets
import Tabular

/// One reading of a sheet from its first row to its last.
struct SheetPass {
  private let source: SourceFile
  private let sheet: OpenSheet

  /// A reading of `sheet`, which is that of `source`.
  init(_ source: SourceFile, _ sheet: OpenSheet) {
    self.source = source
    self.sheet = sheet
  }

  /// The first rows; nil where the sheet has no cells, or is no table of cells at all.
  func firstRows() throws(PipelineError) -> RowBlock? {
    do throws(SpreadsheetError) {
      return try sheet.workbook.workbook.rows(of: sheet.index, within: sheet.range ?? .all).next()
    } catch {
      if case .notATable = error.reason { return nil }
      throw PipelineError(error, path: source.path)
    }
  }

  /// Reads all rows; where it is read apart, on a thread of its own.
  ///
  /// - Throws: `PipelineError` where the sheet can't be read on, or what `take` throws.
  func read(
    isApart: Bool, _ take: (RowBlock) throws(PipelineError) -> Void
  ) throws(PipelineError) -> SourceFile.Outcome {
    let path = source.path
    let workbook = sheet.workbook.workbook
    let rows: Owned<SheetRows>
    do throws(SpreadsheetError) {
      rows = Owned(
        try workbook.rows(of: sheet.index, within: sheet.range ?? .all, judging: FormulaLimits()))
    } catch {
      throw PipelineError(error, path: path)
    }
    var region: Region?
    try RowHandover.read(isApart: isApart) { (block) throws(PipelineError) in
      if region == nil { region = try self.region(of: block) }
      try take(region?.region.map(block.cropped(to:)) ?? block)
    } next: { () throws(PipelineError) in
      do throws(SpreadsheetError) {
        return try rows.value.next()
      } catch {
        throw PipelineError(error, path: path)
      }
    }
    let outcome = SheetOutcome(
      format: workbook.format, visibility: sheet.sheet.visibility,
      hiddenRows: rows.value.hiddenRows, hiddenColumns: rows.value.hiddenColumns,
      otherTables: (region?.others ?? []).map { $0.cut(at: rows.value.rowCount).description },
      hiddenTwins: sheet.hiddenTwins, hasChanged: workbook.changed(), rows: rows.value)
    return SourceFile.Outcome(
      sha256: sheet.workbook.sha256, bytes: workbook.byteCount, lineCount: rows.value.rowCount,
      form: .sheet(outcome))
  }
}

extension SheetPass {
  /// Where in the sheet the table stands that is meant.
  private struct Region {
    /// Its cells; nil where all of the sheet, or of the range that was given, belongs to it.
    var region: SheetRange?
    /// Where other tables of the sheet stand.
    var others: [SheetRange] = []
  }

  /// Finds the table that is meant from the first rows of the sheet.
  ///
  /// - Throws: `PipelineError` where several fit equally well.
  private func region(of block: RowBlock) throws(PipelineError) -> Region {
    guard sheet.range == nil, source.resource.blocks == .single else { return Region() }
    let tables = SheetTables(in: block, of: source.place)
    guard !tables.tables.isEmpty else { return Region() }
    let labels = source.resource.sourceFields.map(\.labels)
    do throws(TabularError) {
      let table = try tables.best(for: labels, headerRows: source.resource.dialect.headerRows)
      let others = tables.tables.filter { $0 != table }.map(\.region)
      return Region(region: table.region, others: others)
    } catch {
      throw PipelineError(error, path: source.path)
    }
  }
}

extension SheetRange {
  /// The range without the rows below `row`; as it is where it begins below.
  func cut(at row: Int) -> SheetRange {
    guard let rows, rows.contains(row) else { return self }
    return SheetRange(rows: rows.lowerBound...row, columns: columns)
  }
}

/// What was met while a sheet was read.
struct SheetOutcome {
  /// The format of the workbook.
  var format: Workbook.Format
  /// Whether the sheet is shown.
  var visibility: Sheet.Visibility
  /// The rows, from 1, that are hidden.
  var hiddenRows: [ClosedRange<Int>]
  /// The columns, from 0, that are hidden.
  var hiddenColumns: [ClosedRange<Int>]
  /// Where other tables stand in the sheet, which are not read here, as `G4:K20`.
  var otherTables: [String]
  /// Hidden sheets that have the declared labels too, and are not read.
  var hiddenTwins: [String]
  /// True where the file was changed while it was read.
  var hasChanged: Bool
  /// What read them, and can judge the formulas.
  var rows: SheetRows
}
