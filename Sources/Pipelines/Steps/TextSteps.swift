import Rules
import Tabular

/// The reshaping of texts, before they are read as numbers.
enum TextSteps {
  /// Applies the steps on texts in order.
  ///
  /// Steps on typed values are passed over; `blocks` are the tables of one resource, each with the
  /// labels of its own header; `declared` are the names of the fields. Throws at the place of the step that can't be done.
  static func apply(
    _ steps: [Step], to blocks: [TextTable], declared: Set<String> = [],
    lists: [String: CodeList]
  ) throws(PipelineError) -> [TextTable] {
    var blocks = blocks
    for step in steps where !step.action.isTyped {
      var reshaped: [TextTable] = []
      if case .pivot(let column, let names, let value) = step.action {
        for joined in try joined(blocks, at: step.place) {
          reshaped.append(
            try joined.pivoted(column: column, names: names, value: value, at: step.place))
        }
      } else {
        for block in blocks {
          reshaped.append(try apply(step, to: block, declared, lists: lists))
        }
      }
      blocks = reshaped
    }
    return blocks
  }

  private static func apply(
    _ step: Step, to table: TextTable, _ declared: Set<String>, lists: [String: CodeList]
  ) throws(PipelineError) -> TextTable {
    switch step.action {
    case .select(let names): return try table.selecting(names, at: step.place)
    case .rename(let renamings): return try table.renamed(renamings, at: step.place)
    case .fillDown(let names): return try table.filledDown(names, at: step.place)
    case .unpivot(let keys, let into, let value):
      return try table.unpivoted(keys: keys, into: into, value: value, at: step.place)
    case .split(let column, let at, let into):
      return try table.split(column, at: at, into: into, step: step.place)
    case .normalise(let column, let normalisation):
      let list = normalisation.aliases.flatMap { lists[$0] }
      return try table.normalised(column, normalisation, list: list, at: step.place)
    case .extract(let column, let patterns, _):
      return try table.extracting(column, patterns, declared: declared, at: step.place)
    case .keep(let column, let patterns):
      return try table.leavingOut(.others, column, patterns, at: step.place)
    case .drop(let column, let patterns):
      return try table.leavingOut(.fitting, column, patterns, at: step.place)
    case .pivot, .filter, .derive, .join: return table
    }
  }

  /// One table of several that have the same columns, perhaps in another order; none of none.
  static func joined(
    _ blocks: [TextTable], at place: FilePlace
  ) throws(PipelineError) -> [TextTable] {
    guard var whole = blocks.first else { return [] }
    let names = whole.columns.map(\.name)
    for block in blocks.dropFirst() {
      let positions = try block.positions(of: names, at: place)
      whole.leftOut += block.leftOut
      whole.records += block.records.map { record in
        TextTable.Record(line: record.line, cells: positions.map { record.cells[$0] })
      }
    }
    return [whole]
  }
}
