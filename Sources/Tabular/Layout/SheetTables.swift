/// A table that stands in a sheet.
public struct SheetTable: Sendable, Hashable {
  /// Its cells, titles and notes included; to the last row of a sheet where it may go on below the
  /// rows that were looked at, and all where nothing else stands in the sheet.
  public var region: SheetRange
  /// Where its parts stand.
  public var layout: Layout
  /// The number of its records in the rows that were looked at.
  public var recordCount: Int
  /// True where other cells of the sheet stand outside, so that only the region may be read.
  public var isPart: Bool

  /// The titles above it.
  public var titles: [String] { layout.titles }
  /// Its labels.
  public var header: Header { layout.header }
}

/// The tables of a sheet.
public struct SheetTables: Sendable, Hashable {
  /// The number of rows that are looked at.
  public static let sampleSize = 1_000

  /// The tables from left to right, then downwards.
  public var tables: [SheetTable]
  /// The sheet.
  public var place: Location

  /// Finds the tables among the first rows of a sheet, the first 1,000 of which are looked at.
  ///
  /// A sheet of one table in which nothing stands to its left gives a table that need not be cut
  /// out, whatever stands to its right and below.
  ///
  /// - Parameters:
  ///   - block: The first rows of the sheet; all where it is small.
  ///   - place: The sheet, for errors.
  public init(in block: RowBlock, of place: Location) {
    self.place = place
    let rows = SampleRow.rows(of: block, limit: Self.sampleSize)
    let search = TableSearch(rows: rows)
    let parts = search.parts().filter { part in
      search.slice(part).contains { $0.filled.count >= 2 }
    }
    tables = []
    for part in parts.isEmpty ? search.parts() : parts {
      let region = Self.region(of: part, in: rows, block, isOnly: parts.count < 2)
      if let table = SheetTable(block.cropped(to: region), region, place, isPart: parts.count > 1) {
        tables.append(table)
      }
    }
  }

  private static func region(
    of part: TableSearch.Part, in rows: [SampleRow], _ block: RowBlock, isOnly: Bool
  ) -> SheetRange {
    guard !isOnly else {
      // Only blank columns are left away, so that nothing is.
      let first = rows.compactMap { row in row.cells.indices.first(where: row.covers) }.min() ?? 0
      return first == 0
        ? .all : SheetRange(columns: block.firstColumn + first...SheetRange.lastColumn)
    }
    func covers(_ row: Int, _ column: Int) -> Bool {
      column < rows[row].cells.count && rows[row].covers(column)
    }
    let filled = part.rows.filter { row in part.columns.contains { covers(row, $0) } }
    let columns = part.columns.filter { column in part.rows.contains { covers($0, column) } }
    let goesOn = part.rows.upperBound == rows.count
    let first = rows[filled.first ?? part.rows.lowerBound].line
    let last = rows[filled.last ?? part.rows.lowerBound].line
    return SheetRange(
      rows: first...(goesOn ? SheetRange.lastRow : last),
      columns: block.firstColumn + (columns.first ?? 0)...block.firstColumn + (columns.last ?? 0))
  }
}

extension SheetTable {
  /// The table in the cells of a region; nil where they hold none.
  init?(_ block: RowBlock, _ region: SheetRange, _ place: Location, isPart: Bool) {
    guard let layout = try? Layout(of: block, in: place) else { return nil }
    var sorter = RowSorter(layout: layout, resource: place.resource, sheet: place.sheet)
    _ = sorter.records(of: block)
    self.init(
      region: region, layout: layout, recordCount: sorter.summary.counts[.data] ?? 0,
      isPart: isPart)
  }
}

extension SheetTables {
  /// The table whose labels fit the declared ones best.
  ///
  /// - Parameters:
  ///   - labels: The labels of each declared field.
  ///   - headerRows: The rows of the header, where they were given.
  /// - Returns: The table.
  /// - Throws: where the sheet has no table, or several that fit equally well.
  public func best(
    for labels: [[String]], headerRows: [Int]? = nil
  ) throws(TabularError) -> SheetTable {
    let candidates = tables.filter { table in
      headerRows?.allSatisfy { table.region.rows?.contains($0) != false } != false
    }
    let scores = candidates.map { Self.matches(of: labels, in: $0.header) }
    let best = scores.max() ?? 0
    let fitting = zip(candidates, scores).filter { $1 == best }.map(\.0)
    guard let first = fitting.first else { throw TabularError(.noRows, at: place) }
    guard fitting.count == 1 else {
      throw TabularError(
        .severalTables(
          fitting.map {
            TabularError.Candidate(range: $0.region.description, title: $0.titles.first)
          }),
        at: place)
    }
    return first
  }

  /// The number of fields of which a header has a label.
  private static func matches(of labels: [[String]], in header: Header) -> Int {
    let known = Set(header.columns.flatMap { [LabelForm.key($0.label), LabelForm.key($0.lowest)] })
    return labels.count { $0.contains { known.contains(LabelForm.key($0)) } }
  }
}
