import Diagnosis
import Numerals
import Rules
import Tabular

/// Tries the readings that are proposed for numerals that nobody can read: what the rules say where
/// the proposed values stand there.
///
/// The rules themselves could not be judged at such a cell, so no relation speaks of it yet.
struct TriedReadings {
  /// The most records of a pipeline's tables that are judged again.
  private static let recordLimit = 200_000

  private let runs: [PipelineRun]
  private let files: [PipelineFile]

  init(_ runs: [PipelineRun], _ files: [PipelineFile]) {
    self.runs = runs.filter { $0.failures.isEmpty }
    self.files = files
  }

  /// Says of each cause that proposes a reading how many rules it keeps and breaks.
  ///
  /// - Throws: `PipelineError` where a stored batch can't be read back.
  func judge(_ causes: inout [Cause]) throws(PipelineError) {
    var places: [CellKey: (cause: Int, value: ExactDecimal)] = [:]
    for (number, cause) in causes.enumerated() {
      guard let cell = cause.unreadCell, let value = cell.value.flatMap(ExactDecimal.init(plain:))
      else { continue }
      places[CellKey(cell.location, raw: cell.raw)] = (number, value)
    }
    guard !places.isEmpty else { return }
    var verdicts: [Int: (kept: Int, broken: Int)] = [:]
    for run in runs {
      for (key, relations) in try relations(of: run, with: places.mapValues(\.value)) {
        guard let cause = places[key]?.cause else { continue }
        for holds in relations {
          if holds {
            verdicts[cause, default: (0, 0)].kept += 1
          } else {
            verdicts[cause, default: (0, 0)].broken += 1
          }
        }
      }
    }
    for (cause, verdict) in verdicts {
      causes[cause].readingWasTried(kept: verdict.kept, broken: verdict.broken)
    }
  }

  /// Whether the relations of the cells hold with the values, by the place of the cell.
  private func relations(
    of run: PipelineRun, with values: [CellKey: ExactDecimal]
  ) throws(PipelineError) -> [CellKey: [Bool]] {
    guard run.tables.values.reduce(0, { $0 + $1.recordCount }) <= Self.recordLimit else {
      return [:]
    }
    var tables = run.tables
    var changed: Set<CellKey> = []
    for (name, table) in run.tables {
      guard
        let filled = try Self.stored({ () throws(TabularError) in
          try table.filled(with: values, &changed)
        })
      else { continue }
      tables[name] = filled
    }
    guard !changed.isEmpty else { return [:] }
    let evaluation = try run.evaluation(of: tables, among: files)
    var system = RelationSystem()
    try Self.stored { () throws(TabularError) in try evaluation.add(touching: changed, to: &system)
    }
    var found: [CellKey: [Bool]] = [:]
    for (number, cell) in system.cells.enumerated() {
      let key = CellKey(cell.location, raw: cell.raw)
      guard changed.contains(key) else { continue }
      found[key] = system.relations.filter { $0.cells.contains(number) }.compactMap { $0.holds() }
    }
    return found
  }

  private static func stored<Value>(
    _ body: () throws(TabularError) -> Value
  ) throws(PipelineError) -> Value {
    do throws(TabularError) { return try body() } catch { throw PipelineError(error, path: "") }
  }
}

extension Cause {
  /// The only cell of a cause that proposes how something unreadable was meant.
  fileprivate var unreadCell: Cell? {
    guard explanation.mechanism == .separator, explanation.cells.count == 1 else { return nil }
    return explanation.cells[0]
  }
}

extension Table {
  /// The table with values at places where nothing can be read; nil where it has none of them.
  ///
  /// - Parameters:
  ///   - values: The values, by place and text.
  ///   - changed: Gets the places that were filled.
  /// - Returns: The table; nil where nothing was filled.
  /// - Throws: `TabularError` where a stored batch can't be read back.
  fileprivate func filled(
    with values: [CellKey: ExactDecimal], _ changed: inout Set<CellKey>
  ) throws(TabularError) -> Table? {
    var filled = self
    filled.batches = BatchStore()
    var isChanged = false
    for position in 0..<batches.count {
      var batch = try batches.batch(at: position)
      for field in batch.columns.indices {
        guard var column = batch.columns[field].numerals, !column.states.isEmpty else { continue }
        for row in 0..<batch.count where column.states[row] == .malformed {
          let key = CellKey(
            location(of: field, row: row, in: batch), raw: batch.columns[field].raw(at: row))
          guard let value = values[key] else { continue }
          column.wide[row] = value
          column.states[row] = .wide
          changed.insert(key)
          isChanged = true
        }
        batch.columns[field].values = .numerals(column)
      }
      try filled.batches.append(batch)
    }
    return isChanged ? filled : nil
  }
}

extension ExactDecimal {
  /// A number with a point before its decimals; nil for anything else.
  fileprivate init?(plain text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let mantissa = Int128(parts.joined()) else { return nil }
    self.init(mantissa: mantissa, scale: parts.count > 1 ? parts[1].count : 0)
  }
}
