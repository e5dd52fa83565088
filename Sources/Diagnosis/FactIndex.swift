public import Numerals
public import Tabular

/// The exact figures of all tables of a run, to be found by their value.
public struct FactIndex: Sendable {
  /// A figure with what its record is called.
  public struct Fact: Sendable {
    /// The cell.
    public var cell: Finding.Cell
    /// The value.
    public var value: ExactDecimal
    /// The name of its field.
    public var field: String
    /// What its record is called; nil where it has no name.
    public var subject: String?
  }

  /// The most figures that are kept; of larger runs the first.
  public static let limit = 400_000
  /// Figures below this are too common to tell anything.
  private static let least: Int128 = 10_000

  /// The figures, in the order of the tables.
  public private(set) var facts: [Fact] = []
  private var places: [Int128: [Int32]] = [:]

  /// No figures.
  public init() {}

  /// Adds the exact figures of a table, as far as there is room.
  ///
  /// Throws where a stored batch can't be read again.
  public mutating func add(_ table: Table) throws(TabularError) {
    guard table.recordCount <= Self.limit, facts.count < Self.limit else { return }
    let texts = table.schema.fields.indices.filter { table.schema.fields[$0].kind == .text }
    let fields = table.schema.fields.indices.filter { table.schema.fields[$0].kind.isExact }
    for position in 0..<table.batches.count {
      let batch = try table.batches.batch(at: position)
      for row in 0..<batch.count where facts.count < Self.limit {
        var subject: String??
        for field in fields {
          guard let value = batch.columns[field].numerals?.value(at: row),
            let whole = value.rescaled(to: 0)?.mantissa, whole >= Self.least
          else { continue }
          let name =
            subject ?? texts.lazy.compactMap { batch.columns[$0].texts?.text(at: row) }.first
          subject = name
          places[whole, default: []].append(Int32(facts.count))
          facts.append(
            Fact(
              cell: Finding.Cell(
                role: .other, location: table.location(of: field, row: row, in: batch),
                raw: batch.columns[field].raw(at: row)),
              value: value, field: table.schema.fields[field].name, subject: name))
        }
      }
    }
  }

  /// The figures of a value, in the order of the tables.
  func facts(of value: Int128) -> [Fact] { (places[value] ?? []).map { facts[Int($0)] } }
}
