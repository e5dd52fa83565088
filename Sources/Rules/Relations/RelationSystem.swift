import Numerals
public import Tabular

/// Relations over figures, of one or several pipelines.
///
/// A figure that stands in one place of a source is one cell, whatever tables it was read into.
public struct RelationSystem: Sendable {
  /// The figures.
  public private(set) var cells: [RelationCell] = []
  /// What must hold between them.
  public private(set) var relations: [Relation] = []
  private var numbers: [CellKey: Int] = [:]
  private var known: Set<Relation.Key> = []

  /// No relations.
  public init() {}

  /// Adds a figure that is known to be new; its number.
  public mutating func add(_ cell: RelationCell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  /// The number of a figure; `make` is asked for it where it is new, and may refuse.
  mutating func number(
    of key: CellKey, _ make: () throws(Gap) -> RelationCell
  ) throws(Gap) -> Int {
    if let known = numbers[key] { return known }
    let number = add(try make())
    numbers[key] = number
    return number
  }

  /// Adds a relation that is not there yet.
  public mutating func add(_ relation: Relation) {
    guard known.insert(relation.key).inserted else { return }
    relations.append(relation)
  }

  /// True where a relation is there.
  func has(_ key: Relation.Key) -> Bool { known.contains(key) }
}

/// The place and text of a figure, whatever it is called in the table that it was read into.
public struct CellKey: Hashable, Sendable {
  let resource: String
  private let sheet: String?
  private let cell: String?
  private let line: Int?
  private let column: Int?
  private let field: String?
  private let raw: String

  /// The identity of the figure that stands at `location` as `raw`.
  public init(_ location: Location, raw: String) {
    resource = location.resource
    sheet = location.sheet
    cell = location.cell
    line = location.line
    column = location.column
    field = location.cell == nil && location.column == nil ? location.field : nil
    self.raw = raw
  }

  /// The physical line, or the row of the sheet, from 1; 0 where there is none.
  var row: Int { line ?? cell.map(SheetAddress.row(of:)) ?? 0 }
}
