public import Numerals

/// What the values of a column look like, as a field that a pipeline file could declare.
public struct FieldGuess: Sendable {
  /// The field.
  public var field: Field
  /// The column, from 0.
  public var column: Int
  /// Why it was given its type.
  public var basis: Message
  /// The convention of its numerals; nil where it has none.
  public var convention: ConventionSettlement?
  /// The number of values that were looked at, missing ones not counted.
  public var values: Int
}

extension FieldGuess {
  /// Guesses the fields of a table from its header and some of its records.
  ///
  /// - Parameters:
  ///   - header: The header.
  ///   - block: Rows of the resource.
  ///   - records: The rows of `block` that are records; nil where all are.
  ///   - declared: Fields of which only the name or the label was declared, by column.
  /// - Returns: a guess for every column that has a label or a value.
  public static func all(
    header: Header, block: RowBlock, records: [Int]? = nil, named declared: [Int: Field] = [:]
  ) -> [FieldGuess] {
    let names = FieldName.unique(labels: header.columns.map(\.label))
    let window = RecordWindow(block, records: records)
    return header.columns.compactMap { column in
      let texts = (0..<window.range.count).map {
        HeaderText.trimmed(window.text($0, column: column.position))
      }
      let isEmpty = texts.allSatisfy(\.isEmpty)
      if isEmpty, column.label.isEmpty { return nil }
      let sample = ColumnSample(label: column.lowest, texts: texts)
      var guess = sample.guess(name: names[column.position], column: column.position)
      guess.field.label = column.label.isEmpty ? "#\(column.position + 1)" : column.label
      if let known = declared[column.position] {
        guess.field.name = known.name
        guess.field.label = known.label
      }
      return guess
    }
  }
}
