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
  /// The texts of the column that by themselves say that their records state totals, sorted.
  public var totals: [String] = []
}

extension FieldGuess {
  /// Guesses the fields of a table from its layout and its first rows.
  ///
  /// - Parameters:
  ///   - layout: Where the parts of the resource stand.
  ///   - block: The first rows of the resource.
  /// - Returns: a guess for every column that has a label or a value.
  public static func all(layout: Layout, block: RowBlock) -> [FieldGuess] {
    var sorter = RowSorter(layout: layout, resource: "", sheet: nil)
    let records = sorter.records(of: block)
    return all(
      header: layout.header, RecordWindow(block, records: records), unitLines: layout.unitLines)
  }

  /// Guesses the fields of one of several tables in a resource.
  ///
  /// - Parameter section: The table.
  /// - Returns: a guess for every column that has a label or a value.
  public static func all(section: Section) -> [FieldGuess] {
    all(
      header: section.header, RecordWindow(section.records, records: nil),
      unitLines: section.unitLines)
  }

  private static func all(
    header: Header, _ window: RecordWindow, unitLines: [UnitLine]
  ) -> [FieldGuess] {
    let names = FieldName.unique(labels: header.columns.map(\.label))
    let alone = header.columns.filter { !$0.isContinued }.map(\.label)
    let counts = Dictionary(grouping: alone, by: { $0 }).mapValues(\.count)
    var guesses: [FieldGuess] = header.columns.compactMap { column in
      let texts = (0..<window.range.count).map {
        HeaderText.trimmed(window.text($0, column: column.position))
      }
      let marks = (0..<(window.block.marks.isEmpty ? 0 : window.range.count)).map {
        window.marks($0, column: column.position)
      }
      let isBlank = texts.indices.allSatisfy {
        texts[$0].isEmpty || !marks.isEmpty && marks[$0].isMerged
      }
      if isBlank, column.label.isEmpty || column.isContinued { return nil }
      let sample = ColumnSample(label: column.lowest, texts: texts, marks: marks)
      var guess = sample.guess(name: names[column.position], column: column.position)
      let isAlone =
        counts[column.label] == 1 && !column.label.isEmpty && !column.isContinued
      if !guess.field.kind.isNumeric { guess.totals = Set(texts.filter(RowWords.isTotal)).sorted() }
      guess.field.label = isAlone ? column.label : "#\(column.position + 1)"
      return guess
    }
    settleByNeighbours(&guesses)
    guessUnits(&guesses, header: header, lines: unitLines)
    return guesses
  }

  /// A column whose values may be read both ways is taken to be written as all the others are.
  private static func settleByNeighbours(_ guesses: inout [FieldGuess]) {
    let settled = Set(guesses.compactMap(\.field.convention))
    guard settled.count == 1, let convention = settled.first else { return }
    for place in guesses.indices {
      guard case .ambiguous(let example, let indonesian, let english)? = guesses[place].convention
      else { continue }
      guesses[place].field.convention = convention
      guesses[place].convention = .settled(convention, .assumed)
      guesses[place].basis = InferenceWords.asNeighbours(example)
      let value = convention == .indonesian ? indonesian : english
      if guesses[place].field.kind == .decimal, value.scale == 0 {
        guesses[place].field.kind = .count
      }
    }
  }
}
