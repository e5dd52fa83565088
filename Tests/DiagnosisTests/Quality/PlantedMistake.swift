/// The kinds of mistakes that are planted in single figures.
enum PlantedMistake: String, CaseIterable {
  case digit = "one digit"
  case transposed = "digits transposed"
  case lost = "digit lost"
  case doubled = "digit doubled"
  case unit = "unit"
  case sign
  case neighbour = "copied from the neighbour"
  case total = "copied from the total"
  case random = "any other value"

  /// What would stand in a cell with this mistake; nil where it can't be made there.
  func value(
    of cell: Int, in table: TrialTable, _ generator: inout RepeatableGenerator
  ) -> Int128? {
    let right = table.values[cell]
    var digits = Array(String(right.magnitude))
    switch self {
    case .digit:
      let place = Int.random(in: 0..<digits.count, using: &generator)
      let others = "0123456789".filter { $0 != digits[place] && !(place == 0 && $0 == "0") }
      digits[place] = others.randomElement(using: &generator) ?? "1"
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
    case .unit: return right * [10, 1_000, 1_000_000][Int.random(in: 0..<3, using: &generator)]
    case .sign: return -right
    case .neighbour: return Self.neighbour(of: cell, in: table)
    case .total:
      for case .sum(let total, let parts) in table.rules where parts.contains(cell) {
        return table.values[total]
      }
      return nil
    case .random:
      return right
        + Int128(Int64.random(in: 1...max(2, Int64(right.magnitude / 2)), using: &generator))
    }
    return Int128(String(digits))
  }

  private static func neighbour(of cell: Int, in table: TrialTable) -> Int128? {
    let (record, field) = table.places[cell]
    return table.places.firstIndex { $0.record == record + 1 && $0.field == field }
      .map { table.values[$0] }
  }
}
