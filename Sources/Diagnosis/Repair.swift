import Numerals

/// The change of one cell to a value that makes relations hold.
struct Repair {
  var cell: Int
  /// The value, in the terms of the cell's `center`.
  var value: ExactDecimal
  /// The relations that hold with it and did not before.
  var resolved: [Int]
  /// The relations that held before and don't with it.
  var broken: [Int]
  /// True where no other value that could be printed there would do.
  var isUnique: Bool
  /// How it came about.
  var trace = MistakeTrace(mechanism: .unknown, weight: 0)
  /// What speaks for it besides the relations.
  var weight: Double { trace.weight + evidence }
  /// What speaks for it besides relations and its mechanism.
  var evidence = 0.0
}

/// How a wrong figure came about, as its text shows.
struct MistakeTrace {
  var mechanism: Cause.Mechanism
  /// How much it speaks for a repair; 0 for nothing, 4 for what hardly happens by chance.
  var weight: Double
}
