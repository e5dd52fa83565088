/// The cells whose values are needed to judge the formulas of a sheet.
struct FormulaNeeds {
  /// How far around a range the cells that may belong to it are looked at.
  static let reach = 16
  /// How far into a range cells are looked at.
  static let depth = 8
  /// The most cells between a total and its range that are looked at.
  static let widestGap = 1_000

  /// The most rows whose labels are kept for totals that stand in another column than their range.
  private static let mostOutlines = 20_000

  private var own = NeededCells()
  private var others: [String: NeededCells] = [:]
  private let ownName: String

  /// What is needed for formulas, their totals, and the numbers between copies of a formula.
  init(
    _ collection: FormulaCollection, lines: FormulaLines, gaps: [TypedConstants.Gap],
    sheet: String
  ) {
    ownName = sheet.lowercased()
    let judged = collection.forms.map { FormulaEvaluator.canJudge($0) }
    let references = collection.forms.map(\.references)
    for cell in collection.cells {
      own.keep(cell.position)
      guard judged[Int(cell.form)] else { continue }
      add(references[Int(cell.form)], at: cell.position)
    }
    for total in lines.totals { add(total) }
    for gap in gaps {
      for cell in gap.cells {
        own.keep(cell)
        own.outlines.insert(cell.row)
        add(references[Int(gap.form)], at: cell)
      }
      own.outlines.insert(gap.before.row)
    }
  }

  private mutating func add(_ references: [FormulaReference], at position: CellPosition) {
    for reference in references {
      guard let range = reference.range(at: position) else { continue }
      switch reference.place {
      case .own: own.add(range)
      case .sheet(let name) where name.lowercased() == ownName: own.add(range)
      case .sheet(let name): others[name.lowercased(), default: NeededCells()].add(range)
      case .elsewhere: continue
      }
    }
  }

  /// Needs what lies around a total and its range.
  private mutating func add(_ total: FormulaLines.Total) {
    let (line, hull) = (total.line, total.line.hull)
    let (along, index) = line.coordinates(of: total.position)
    var places = [
      hull.lowerBound - Self.reach...hull.lowerBound + Self.depth,
      hull.upperBound - Self.depth...hull.upperBound + Self.reach,
    ]
    if hull.count <= NeededCells.longest { places.append(hull) }
    if index == line.index {
      let gap = min(along, hull.upperBound)...max(along, hull.lowerBound)
      if gap.count <= Self.widestGap + hull.count, hull.count <= NeededCells.longest {
        places.append(gap)
      }
    }
    switch line.direction {
    case .down:
      for place in places { own.keep(column: line.index, rows: place) }
      guard index == line.index || own.outlines.count < Self.mostOutlines else { return }
      for row in -4...1 { own.outlines.insert(hull.lowerBound + row) }
      for row in -1...9 { own.outlines.insert(hull.upperBound + row) }
      for hole in line.holes.prefix(64) { own.outlines.formUnion(hole - 1...hole + 1) }
    case .across:
      for column in (hull.lowerBound - 3)...(hull.upperBound + 3) where hull.count <= Self.widestGap
      {
        own.keep(column: column, rows: line.index...line.index)
      }
    }
  }

  /// Reads what is needed, `limit` cells at the most.
  ///
  /// - Throws: where the sheet of the formulas can't be read. Other sheets that can't be read are
  ///   not judged.
  func values(
    of workbook: any WorkbookReading, sheet: Int, limit: Int
  ) throws(SpreadsheetError) -> FormulaValues {
    let known = try Self.read(own, of: workbook, sheet: sheet, limit: limit)
    var values = FormulaValues(own: known, ownName: ownName)
    var left = limit - known.count
    for (name, needed) in others.sorted(by: { $0.key < $1.key }) {
      guard let place = workbook.sheets.firstIndex(where: { $0.name.lowercased() == name }) else {
        continue
      }
      do {
        let other = try Self.read(needed, of: workbook, sheet: place, limit: left)
        left -= other.count
        values.others[name] = other
      } catch {
        continue
      }
    }
    return values
  }

  private static func read(
    _ needed: NeededCells, of workbook: any WorkbookReading, sheet: Int, limit: Int
  ) throws(SpreadsheetError) -> SheetValues {
    var values = SheetValues(needed, limit: limit)
    let lastRow = needed.lastRow
    let reading = try workbook.open(sheet)
    var block = CellBlock()
    while try reading.read(into: &block) {
      values.take(block)
      if let row = block.rows.last, Int(row) > lastRow { return values }
      block.removeAll()
    }
    values.take(block)
    return values
  }
}

extension TotalLine {
  /// The places between cells of the line that do not belong to it; none where it is very long.
  var holes: [Int] {
    guard hull.count <= NeededCells.longest else { return [] }
    return zip(spans, spans.dropFirst()).flatMap { Array($0.upperBound + 1..<$1.lowerBound) }
  }
}
