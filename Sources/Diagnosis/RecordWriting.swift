import Numerals
import Rules
import Tabular

/// The causes of records that are missing or stand twice.
extension CauseWriting {
  /// The most stated sums that are named.
  private static let totalLimit = 12

  /// The cause of a record that sums lack or hold once too often.
  func cause(of edit: RecordEdit) -> Cause {
    let totals = Array(edit.totals.prefix(Self.totalLimit))
    let subject = evidence.subject(network.system.cells[edit.totals[0]].origin)
    let values = zip(edit.totals, edit.values).map { total, value in
      "\(value.title) \(network.system.cells[total].notation.written(value.value))"
    }
    let message: Message
    var (wrong, cited) = (totals, edit.surplus)
    if let first = edit.surplus.first {
      let records = edit.surplus.map { network.system.cells[$0] }
      let twin = records.first { $0.origin.record != records[0].origin.record }
      // The sums are right: what is wrong is that the record stands there.
      wrong = edit.surplus.filter {
        network.system.cells[$0].origin.record == records[0].origin.record
      }
      cited = edit.surplus.filter { !wrong.contains($0) } + totals
      message = Words.message { words in
        words.surplus(
          words.place(network.system.cells[first].location),
          of: evidence.subject(network.system.cells[first].origin),
          twin: twin.map { words.place($0.location) }, values)
      }
    } else {
      message = Words.message { $0.missingRecord(blank(totals[0]), subject: subject, values) }
    }
    return Cause(
      id: 0, findings: findings(of: edit.relations) + edit.findings, severity: .error,
      confidence: .likely,
      explanation: Cause.Explanation(
        mechanism: edit.surplus.isEmpty ? .missingPart : .countedTwice, cells: wrong.map(blank),
        evidence: cited.map { self.cited(network.system.cells[$0]) }, message: message))
  }

  /// A cell of which nothing is proposed.
  private func blank(_ number: Int) -> Cause.Cell {
    let cell = network.system.cells[number]
    return Cause.Cell(location: cell.location, raw: cell.raw)
  }
}
