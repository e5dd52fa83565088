import Numerals

/// How often something was met in a column, and where first.
struct PlaceTally {
  /// How often.
  private(set) var count = 0
  /// The row of the batch where it was met first.
  private(set) var row = 0
  /// The text there.
  private(set) var example = ""
  /// True until the place of the first was told to the findings.
  var isNew = false

  mutating func add(row: Int, _ example: @autoclosure () -> String, times: Int = 1) {
    if count == 0 {
      self.row = row
      self.example = example()
      isNew = true
    }
    count += times
  }
}

/// Unusual ways of writing numerals that were met in a column.
struct RemarkTally {
  private(set) var tallies: [NumeralRemark: PlaceTally] = [:]

  mutating func clearNews() {
    for remark in tallies.keys { tallies[remark]?.isNew = false }
  }

  mutating func add(_ remarks: [NumeralRemark], row: Int, _ cell: UnsafeBufferPointer<UInt8>) {
    for remark in remarks {
      tallies[remark, default: PlaceTally()].add(row: row, String(decoding: cell, as: UTF8.self))
    }
  }
}
