@testable import Spreadsheets

/// A random sheet as an office would make it, right in all its formulas, and mistakes in it.
struct BudgetSheet {
  /// What a cell holds.
  enum Content {
    case text(String)
    /// A number in hundredths.
    case number(Int)
    /// A SUM, or a chain of `+`, over cells, in the order of the sheet.
    case sum([CellPosition], isChain: Bool)
    /// A product of two cells of whole numbers.
    case product(CellPosition, CellPosition)
  }

  /// A mistake that can be planted.
  enum Mistake: CaseIterable {
    case endsEarly, beginsLate, skips, typed, stale
  }

  private(set) var cells: [CellPosition: Content] = [:]
  private var stale: [CellPosition: Int] = [:]
  private var rows: [Int] = []
  private var row = 1

  /// Makes a sheet.
  init(_ random: inout FormulaGenerator) {
    let columns = Int.random(in: 1...4, using: &random)
    let isNumbered = Bool.random(using: &random)
    let hasProducts = Bool.random(using: &random) && columns >= 2
    let first = isNumbered ? 2 : 1
    let numeric = Array(first..<first + columns)
    if Bool.random(using: &random) {
      put(.text("Anggaran"), 0)
      row += Int.random(in: 1...2, using: &random)
    }
    header(numeric, random.one(of: [true, false]))
    let sections = Int.random(in: 1...3, using: &random)
    var totals: [Int] = []
    for section in 0..<sections {
      if sections > 1 {
        put(.text("Bidang \(section)"), first - 1)
        row += 1
      }
      let start = row
      for number in 1...Int.random(in: 3...9, using: &random) {
        line(number, isNumbered, first, numeric, hasProducts, &random)
      }
      let parts = Array(start..<row)
      if Bool.random(using: &random) { row += 1 }
      put(.text("Jumlah"), first - 1)
      let isChain = Int.random(in: 0..<4, using: &random) == 0
      for column in numeric where !hasProducts || column != numeric[0] {
        let line = parts.map { CellPosition(row: $0, column: column) }
        put(.sum(line, isChain: isChain), column)
      }
      totals.append(row)
      row += Int.random(in: 1...2, using: &random)
    }
    guard sections > 1 else { return }
    put(.text("Jumlah seluruhnya"), first - 1)
    for column in numeric where !hasProducts || column != numeric[0] {
      put(.sum(totals.map { CellPosition(row: $0, column: column) }, isChain: true), column)
    }
  }

  private mutating func put(_ content: Content, _ column: Int) {
    cells[CellPosition(row: row, column: column)] = content
  }

  private mutating func header(_ numeric: [Int], _ hasYears: Bool) {
    for (step, column) in numeric.enumerated() {
      put(hasYears ? .number((2020 + step) * 100) : .text("Nilai \(step)"), column)
    }
    row += 1
  }

  private mutating func line(
    _ number: Int, _ isNumbered: Bool, _ first: Int, _ numeric: [Int], _ hasProducts: Bool,
    _ random: inout FormulaGenerator
  ) {
    if isNumbered { put(.number(number * 100), 0) }
    put(.text(random.one(of: ["Kertas", "Gaji pegawai", "Perjalanan dinas"])), first - 1)
    for column in numeric {
      let isWhole = hasProducts || number % 2 == 0
      let value = Int.random(in: 3_000...90_000_000, using: &random)
      put(
        .number(isWhole ? value * 100 : value * 100 + Int.random(in: 1...99, using: &random)),
        column)
    }
    if hasProducts {
      let last = numeric[numeric.count - 1]
      put(.number(Int.random(in: 3...90, using: &random) * 100), numeric[0])
      let factor = numeric.count > 2 ? numeric[1] : first - 1
      if numeric.count > 2 {
        put(
          .product(
            CellPosition(row: row, column: numeric[0]), CellPosition(row: row, column: factor)),
          last)
      }
    }
    row += 1
  }

  /// The value of a cell in hundredths.
  func value(_ position: CellPosition) -> Int {
    if let value = stale[position] { return value }
    return calculated(position)
  }

  private func calculated(_ position: CellPosition) -> Int {
    switch cells[position] {
    case .number(let value): value
    case .sum(let parts, _): parts.reduce(0) { $0 + value($1) }
    case .product(let left, let right): value(left) / 100 * value(right)
    case .text, nil: 0
    }
  }

  /// Plants a mistake; the cell, the rule and what should stand there, or nil where the sheet has
  /// no place for it.
  mutating func plant(
    _ mistake: Mistake, _ random: inout FormulaGenerator
  ) -> (cell: CellPosition, rule: String, expected: Int)? {
    let places = cells.keys.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
      .filter { isPlace($0, for: mistake) }
    guard !places.isEmpty else { return nil }
    let place = random.one(of: places)
    let expected = calculated(place)
    switch mistake {
    case .stale:
      stale[place] = expected + Int.random(in: 1...9, using: &random) * 100
      return (place, "rumus-nilai", expected)
    case .typed:
      cells[place] = .number(expected + 900)
      return (place, "rumus-tetapan", expected)
    case .endsEarly, .beginsLate, .skips:
      guard case .sum(var parts, let isChain) = cells[place] else { return nil }
      switch mistake {
      case .endsEarly: parts.removeLast()
      case .beginsLate: parts.removeFirst()
      default: parts.remove(at: Int.random(in: 1..<parts.count - 1, using: &random))
      }
      cells[place] = .sum(parts, isChain: isChain)
      return (place, "rumus-rentang", expected)
    }
  }

  private func isPlace(_ position: CellPosition, for mistake: Mistake) -> Bool {
    switch (cells[position], mistake) {
    case (.sum, .stale), (.product, .stale): return true
    case (.sum(let parts, let isChain), .endsEarly), (.sum(let parts, let isChain), .beginsLate):
      return parts.count >= (isChain ? 4 : 3) && isTouching(parts)
    case (.sum(let parts, _), .skips): return parts.count >= 4 && isTouching(parts)
    case (.product, .typed):
      return [-1, 1].allSatisfy { step in
        if case .product = cells[CellPosition(row: position.row + step, column: position.column)] {
          true
        } else {
          false
        }
      }
    case (.sum, .typed):
      return [-1, 1].allSatisfy { step in
        if case .sum = cells[CellPosition(row: position.row, column: position.column + step)] {
          true
        } else {
          false
        }
      }
    default: return false
    }
  }

  private func isTouching(_ parts: [CellPosition]) -> Bool {
    zip(parts, parts.dropFirst()).allSatisfy { $0.row + 1 == $1.row }
  }

  /// The sheet as a workbook has it.
  func sheet() -> FakeSheet {
    var sheet = FakeSheet(named: "Anggaran")
    for (position, content) in cells {
      switch content {
      case .text(let text): sheet.put(text, position)
      case .number: sheet.put(Self.digits(value(position)), position)
      case .sum, .product:
        sheet.put("=\(formula(content)) \(Self.digits(value(position)))", position)
      }
    }
    return sheet
  }

  private func formula(_ content: Content) -> String {
    switch content {
    case .product(let left, let right): return "\(left.name)*\(right.name)"
    case .sum(let parts, true): return parts.map(\.name).joined(separator: "+")
    case .sum(let parts, false):
      var runs: [[CellPosition]] = []
      for part in parts {
        if let last = runs.last?.last, last.row + 1 == part.row {
          runs[runs.count - 1].append(part)
        } else {
          runs.append([part])
        }
      }
      let ranges = runs.map {
        $0.count == 1 ? $0[0].name : "\($0[0].name):\($0[$0.count - 1].name)"
      }
      return "SUM(\(ranges.joined(separator: ",")))"
    case .text, .number: return ""
    }
  }

  /// Hundredths as a decimal.
  static func digits(_ value: Int) -> String {
    if value % 100 == 0 { return String(value / 100) }
    if value % 10 == 0 { return "\(value / 100).\(value % 100 / 10)" }
    return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
  }
}
