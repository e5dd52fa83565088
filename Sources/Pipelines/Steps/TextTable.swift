import Tabular

/// Records as texts, on their way through the reshaping steps; every cell knows its place and
/// what was written there.
struct TextTable: Sendable, Equatable {
  /// A column.
  struct Column: Sendable, Equatable {
    /// The name that steps use: that of the declared field, otherwise the label.
    var name: String
    /// The header text of every header row, from the top.
    var levels: [String]
    /// The place of each of them.
    var places: [CellPlace]
    /// True for a part of a column that is still there: only that one is found by the label.
    var isPart = false

    /// The labels of all rows in one, as `0-4 / Pria`.
    var label: String { levels.filter { !$0.isEmpty }.joined(separator: " / ") }
    /// The lowest label.
    var lowest: String { levels.last { !$0.isEmpty } ?? "" }
  }

  /// A cell.
  struct Cell: Sendable, Equatable {
    /// The text in force.
    var text: String
    /// What was written, where it differs.
    var raw: String?
    /// Where it was written.
    var place: CellPlace
    /// What it is in its workbook.
    var marks: CellMarks = []
    /// The digits as stored, where the number shows others.
    var stored: String?
    /// The steps by which its text is indented.
    var indent: UInt8 = 0
  }

  /// A record.
  struct Record: Sendable, Equatable {
    /// The line on which it begins, from 1.
    var line: UInt32
    /// A cell a column.
    var cells: [Cell]
  }

  /// The path of the file, for messages.
  var resource: String
  /// The sheet, for workbooks.
  var sheet: String?
  /// The columns.
  var columns: [Column]
  /// The records.
  var records: [Record] = []
  /// The lines that steps left out.
  var leftOut: [ReadingSummary.OtherLine] = []

  /// The position of the column that a step calls `name`: by its name, its label, the form of
  /// its label, or as `#3`, the third of those that came with the file.
  ///
  /// - Throws: `PipelineError` where no column or more than one fits; the place of the step is
  ///   given by the caller.
  func position(of name: String, at place: FilePlace) throws(PipelineError) -> Int {
    let key = LabelForm.key(name)
    let tests: [(Column) -> Bool] = [
      { $0.name == name }, { !$0.isPart && $0.label == name },
      { !$0.isPart && $0.lowest == name },
      { !$0.isPart && !key.isEmpty && LabelForm.key($0.label) == key },
      { !$0.isPart && !key.isEmpty && LabelForm.key($0.lowest) == key },
    ]
    for test in tests {
      let found = columns.indices.filter { test(columns[$0]) }
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        let labels = found.map { columns[$0].label }
        throw PipelineError(
          .ambiguousColumn(name, resource: resource, labels: labels), at: place)
      }
    }
    let labelled = columns.indices.filter { !columns[$0].isPart && !columns[$0].levels.isEmpty }
    if name.hasPrefix("#"), let number = Int(name.dropFirst()), labelled.indices ~= number - 1 {
      return labelled[number - 1]
    }
    let known = columns.map { $0.label.isEmpty ? $0.name : $0.label }.filter { !$0.isEmpty }
    throw PipelineError(
      .missingColumn(
        name, resource: resource, nearest: NearestWords.to(name, among: known), known: known),
      at: place)
  }

  /// The positions of several columns.
  func positions(of names: [String], at place: FilePlace) throws(PipelineError) -> [Int] {
    var positions: [Int] = []
    for name in names { positions.append(try position(of: name, at: place)) }
    return positions
  }
}
