import Diagnosis

/// The kinds of mistakes that are planted.
enum PlantedMistake: String, CaseIterable {
  case digit = "one digit"
  case transposed = "digits transposed"
  case lost = "digit lost"
  case doubled = "digit doubled"
  case unit = "times 10, 1,000 or a million"
  case smallerUnit = "in tens, thousands or millions"
  case sign
  case neighbour = "copied from the neighbour"
  case total = "copied from the total"
  case missing = "part missing from a sum"
  case twice = "part counted twice"
  case row = "row copied"
  case truncated = "truncated"
  case stale = "value of last year"
  case wrongBase = "share of another whole"
  case share = "one digit of a share"
  case random = "any other value"

  /// The figures that a kind changes.
  enum Target {
    /// Any figure, or the leaves of a hierarchy.
    case figure
    /// The total of a sum.
    case total
    /// A share.
    case share
    /// All figures of a record.
    case record
  }

  /// What the kind changes.
  var target: Target {
    switch self {
    case .missing, .twice: .total
    case .truncated, .wrongBase, .share: .share
    case .row: .record
    default: .figure
    }
  }

  /// How such a mistake may be named; empty where nothing can tell.
  var mechanisms: Set<Cause.Mechanism> {
    switch self {
    case .digit, .share: [.digitTypo]
    case .transposed: [.transposedDigits]
    // A zero at the end is also a factor of ten.
    case .lost: [.lostDigit, .unitFactor]
    case .doubled: [.extraDigit, .unitFactor]
    case .unit, .smallerUnit: [.unitFactor]
    case .sign: [.sign]
    case .neighbour, .total: [.copiedCell]
    case .missing: [.missingPart]
    case .twice: [.countedTwice]
    case .row: [.copiedRow]
    case .truncated: [.truncated]
    case .stale: [.staleValue]
    case .wrongBase: [.wrongBase]
    case .random: []
    }
  }

  /// What stands in the table instead of right figures, by their numbers.
  typealias Planting = [Int: Int128]

  /// Plants the mistake at random; nil where it can't be made at the chosen place.
  func planted(
    in table: TrialTable, leaves: [Int], _ generator: inout RepeatableGenerator
  ) -> Planting? {
    let cell: Int?
    switch target {
    case .figure, .record: cell = leaves.randomElement(using: &generator)
    case .total: cell = Self.totals(table).randomElement(using: &generator)
    case .share: cell = Self.shares(table).randomElement(using: &generator)
    }
    guard let cell else { return nil }
    if target == .record { return Self.copiedRow(cell, in: table) }
    guard let wrong = value(of: cell, in: table, &generator), wrong != table.values[cell] else {
      return nil
    }
    return [cell: wrong]
  }

  /// What would stand in a cell with this mistake; nil where it can't be made there.
  private func value(
    of cell: Int, in table: TrialTable, _ generator: inout RepeatableGenerator
  ) -> Int128? {
    let right = table.values[cell]
    switch self {
    case .digit, .share, .transposed, .lost, .doubled:
      return mistyped(right, &generator)
    case .unit: return right * [10, 1_000, 1_000_000][Int.random(in: 0..<3, using: &generator)]
    case .smallerUnit:
      let factors = [Int128(10), 1_000, 1_000_000].filter { right % $0 == 0 && right > $0 }
      return factors.randomElement(using: &generator).map { right / $0 }
    case .sign: return -right
    case .neighbour:
      let place = table.places[cell]
      return table.number(record: place.record + 1, field: place.field).map { table.values[$0] }
    case .total:
      return Self.sum(containing: cell, in: table).map { table.values[$0.total] }
    case .missing, .twice:
      guard let sum = table.sum(statedBy: cell), sum.count > 2,
        let part = sum.randomElement(using: &generator)
      else { return nil }
      return self == .missing ? right - table.values[part] : right + table.values[part]
    case .stale: return table.lastYear(of: cell)
    case .truncated: return table.quotient(at: cell).map { $0.part * 10_000 / $0.whole }
    case .wrongBase:
      guard let quotient = table.quotient(at: cell), let other = table.lastYear(of: cell) else {
        return nil
      }
      return (quotient.part * 20_000 + other) / (other * 2)
    case .row: return nil
    case .random:
      return right
        + Int128(Int64.random(in: 1...max(2, Int64(right.magnitude / 2)), using: &generator))
    }
  }

  private func mistyped(_ right: Int128, _ generator: inout RepeatableGenerator) -> Int128? {
    var digits = Array(String(right.magnitude))
    switch self {
    case .transposed:
      let places = digits.indices.dropLast().filter {
        digits[$0] != digits[$0 + 1] && !($0 == 0 && digits[1] == "0")
      }
      guard let place = places.randomElement(using: &generator) else { return nil }
      digits.swapAt(place, place + 1)
    case .lost:
      guard digits.count > 3 else { return nil }
      digits.remove(at: Int.random(in: 1..<digits.count, using: &generator))
    case .doubled:
      let place = Int.random(in: 0..<digits.count, using: &generator)
      digits.insert(digits[place], at: place)
    default:
      let place = Int.random(in: 0..<digits.count, using: &generator)
      let others = "0123456789".filter { $0 != digits[place] && !(place == 0 && $0 == "0") }
      digits[place] = others.randomElement(using: &generator) ?? "1"
    }
    return Int128(String(digits))
  }

  /// The figures of the record of a cell become those of the record above, as when a row is filled
  /// down.
  private static func copiedRow(_ cell: Int, in table: TrialTable) -> Planting? {
    let record = table.places[cell].record
    let isRuled = table.isRuled
    var planting: Planting = [:]
    for (number, place) in table.places.enumerated() where place.record == record {
      guard let source = table.number(record: record - 1, field: place.field) else { return nil }
      // What no rule speaks of may be copied too, but nothing can tell it.
      guard isRuled[number] else { continue }
      if table.values[source] != table.values[number] { planting[number] = table.values[source] }
    }
    return planting.count > 1 ? planting : nil
  }

  private static func totals(_ table: TrialTable) -> [Int] {
    table.rules.compactMap { if case .sum(let total, _) = $0 { total } else { nil } }
  }

  private static func shares(_ table: TrialTable) -> [Int] {
    table.rules.compactMap { if case .percent(let share, _, _) = $0 { share } else { nil } }
  }

  private static func sum(
    containing cell: Int, in table: TrialTable
  ) -> (total: Int, parts: [Int])? {
    for case .sum(let total, let parts) in table.rules where parts.contains(cell) {
      return (total, parts)
    }
    return nil
  }
}

extension TrialTable {
  /// The parts of the sum that a cell states.
  fileprivate func sum(statedBy cell: Int) -> [Int]? {
    for case .sum(cell, let parts) in rules { return parts }
    return nil
  }

  /// What a share is calculated from.
  fileprivate func quotient(at cell: Int) -> (part: Int128, whole: Int128)? {
    for case .percent(cell, let part, let whole) in rules { return (values[part], values[whole]) }
    return nil
  }

  /// What the record of a cell says of last year; nil where it says nothing.
  fileprivate func lastYear(of cell: Int) -> Int128? {
    number(record: places[cell].record, field: Self.lastYear).map { values[$0] }
  }
}
