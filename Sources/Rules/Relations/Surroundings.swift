import Numerals
import Tabular

/// A figure near another one.
public struct NearFigure: Sendable {
  /// How it lies to the other.
  public enum Nearness: Sendable, Hashable {
    /// In the same record, in another field.
    case sameRecord
    /// In the same field, in a record nearby.
    case sameField
  }

  /// The figure.
  public var cell: RelationCell
  /// How it lies.
  public var relation: Nearness
  /// What the record is called by its first text; nil where it has none.
  public var subject: String?

  /// Makes a figure.
  public init(cell: RelationCell, relation: Nearness, subject: String? = nil) {
    self.cell = cell
    self.relation = relation
    self.subject = subject
  }
}

extension RuleEvaluation {
  /// How many records before and after one are near it.
  private static let reach = 3
  /// How many fields before and after one are.
  private static let fieldReach = 32

  /// The figures in the record of a cell, or those of its field in the records nearby.
  public func figures(
    _ nearness: NearFigure.Nearness, as origin: RelationCell.Origin
  ) -> [NearFigure] {
    guard origin.pipeline == pipeline, let number = plan.tableNumber(of: origin.table),
      let table = evaluator.reader.table(number)
    else { return [] }
    var figures: [NearFigure] = []
    func add(_ record: Int, _ field: Int) {
      guard let found = try? evaluator.reader.find(record: record, of: number),
        let column = found.batch.columns[field].numerals, let value = column.value(at: found.row),
        let cell = RelationCell(
          location: table.location(of: field, row: found.row, in: found.batch),
          raw: found.batch.columns[field].raw(at: found.row),
          origin: .init(
            pipeline: pipeline, table: origin.table, record: record, field: field),
          value: value, field: table.schema.fields[field], notation: column.notation,
          magnitude: column.magnitude)
      else { return }
      figures.append(
        NearFigure(
          cell: cell, relation: nearness,
          subject: subject(of: found.batch, found.row, table.schema)))
    }
    switch nearness {
    case .sameRecord:
      for field in table.schema.fields.indices
      where field != origin.field && abs(field - origin.field) <= Self.fieldReach {
        add(origin.record, field)
      }
    case .sameField:
      for record in max(1, origin.record - Self.reach)...(origin.record + Self.reach)
      where record != origin.record && record <= table.recordCount {
        add(record, origin.field)
      }
    }
    return figures
  }

  /// What the record of a cell is called by its first text; nil where it has none.
  public func subject(of origin: RelationCell.Origin) -> String? {
    guard origin.pipeline == pipeline, let number = plan.tableNumber(of: origin.table),
      let table = evaluator.reader.table(number),
      let found = try? evaluator.reader.find(record: origin.record, of: number)
    else { return nil }
    return subject(of: found.batch, found.row, table.schema)
  }

  private func subject(of batch: Batch, _ row: Int, _ schema: Schema) -> String? {
    for field in schema.fields.indices where schema.fields[field].kind == .text {
      if let text = batch.columns[field].text(at: row) { return text }
    }
    return nil
  }
}
