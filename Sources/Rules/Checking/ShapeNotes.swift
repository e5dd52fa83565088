import Tabular

/// The level and source of every record of the tables whose levels or order some rule asks for.
///
/// Two bytes a record: hierarchies by position can't be judged with less.
struct ShapeNotes {
  /// What is known of the records of one table, by record.
  struct Notes {
    var levels: [Int16] = []
    var sources: [UInt16] = []
  }

  private(set) var notes: [Int: Notes] = [:]

  init(plan: Plan) {
    for rule in plan.rules {
      switch rule.form {
      case .rollup(let rollup): notes[rollup.table] = Notes()
      case .series(let field, _): notes[field.table] = Notes()
      default: break
      }
    }
  }

  mutating func note(_ work: BatchPass.Work, pass: BatchPass, evaluator: Evaluator) {
    guard var own = notes.removeValue(forKey: work.table) else { return }
    own.levels += pass.levels(work, evaluator).map { Int16($0) }
    own.sources += repeatElement(
      UInt16(truncatingIfNeeded: work.batch.source), count: work.batch.count)
    notes[work.table] = own
  }
}
