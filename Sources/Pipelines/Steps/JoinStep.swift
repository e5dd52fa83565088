import Numerals
import Tabular

/// Adds fields from another table, whose records are found by a key that is unique there.
///
/// Memory grows with the records of the other table.
struct JoinStep {
  /// What records are joined by.
  struct Key {
    /// The fields that must agree.
    let fields: [Step.Renaming]
    /// How a name may be written; other than exactly only where there is one field.
    let names: Step.Naming
  }

  private let keys: [Int]
  private let fields: [Field]
  private let pools: [TextPool]
  private var taken: [[ColumnBuilding.Cell]: [ColumnBuilding.Cell]] = [:]
  private var names: JoinedNames?
  /// What the numbers of each field are printed in, as powers of ten.
  private var magnitudes: [Int]

  /// Prepares to take `fields` from `table`; names here and there are as in the file.
  ///
  /// - Throws: `PipelineError` where the other table lacks a field or holds a key twice.
  init(
    _ table: Table, on key: Key, take: [Step.Renaming], _ fields: [Field],
    _ schema: Schema, _ place: FilePlace
  ) throws(PipelineError) {
    let on = key.fields
    keys = on.map { schema.position(of: $0.new) ?? 0 }
    self.fields = fields
    pools = fields.map { _ in TextPool() }
    let there = on.map { table.schema.position(of: $0.old) ?? 0 }
    let wanted = take.map { table.schema.position(of: $0.old) ?? 0 }
    magnitudes = wanted.map { _ in 0 }
    var repeated: [ColumnBuilding.Cell]?
    var order: [[ColumnBuilding.Cell]] = []
    do throws(TabularError) {
      for number in 0..<table.batches.count {
        let batch = try table.batches.batch(at: number)
        for (place, column) in wanted.enumerated() {
          let magnitude = batch.columns[column].numerals?.magnitude ?? 0
          magnitudes[place] = max(magnitudes[place], magnitude)
        }
        for row in 0..<batch.count {
          let key = there.map { batch.columns[$0].cell(at: row) }
          let cells = wanted.map { batch.columns[$0].cell(at: row) }
          if taken.updateValue(cells, forKey: key) != nil { repeated = repeated ?? key }
          order.append(key)
        }
      }
    } catch {
      throw PipelineError(error, path: table.name)
    }
    if key.names != .exact {
      let names = JoinedNames(order.map { ($0[0], taken[$0] ?? []) }, as: key.names)
      repeated = repeated ?? names.unclear.map { [$0] }
      self.names = names
    }
    guard let repeated else { return }
    let shown = repeated.map(\.shown).joined(separator: ", ")
    throw PipelineError(.ambiguousJoin(table: table.name, key: shown), at: place)
  }

  /// The added columns for the records of `batch`; missing where no record has the key.
  func columns(for batch: Batch) -> [Column] {
    var columns = zip(fields, pools).map { ColumnBuilding(field: $0, pool: $1) }
    var known: [ColumnBuilding.Cell: [ColumnBuilding.Cell]?] = [:]
    for row in 0..<batch.count {
      let key = keys.map { batch.columns[$0].cell(at: row) }
      var found = taken[key]
      if found == nil, let names, let name = key.first {
        found = known[name] ?? names.record(of: name)
        known[name] = .some(found)
      }
      for position in columns.indices {
        columns[position].append(
          found?[position] ?? .missing, magnitude: magnitudes[position])
      }
    }
    // What is taken stands where the name does by which it was found.
    let places = keys.first.map { batch.columns[$0].places } ?? []
    return columns.map { building in
      var column = building.column()
      column.places = places
      return column
    }
  }
}

extension ColumnBuilding.Cell {
  /// The cell as it is told to people.
  var shown: String {
    switch self {
    case .number(let value): value.description
    case .text(let text), .malformed(let text): text
    case .missing: "–"
    }
  }
}
