/// The shapes of correct tables that mistakes are planted in.
enum TrialShape: String, CaseIterable {
  /// Rows and columns with both totals and the total of all.
  case twoWay = "two-way table"
  /// Three levels, one figure a record.
  case tree = "hierarchy, one figure"
  /// Three levels with a budget, what was spent, and the share of it.
  case budget = "hierarchy with shares"
  /// A column of figures that another table states too, with its total.
  case twice = "facts in two tables"
  /// Figures with their printed shares of the total, which add up to 100 but for rounding.
  case shares = "shares of a total"

  /// A correct table of random size and figures.
  func table(_ generator: inout RepeatableGenerator) -> (table: TrialTable, leaves: [Int]) {
    switch self {
    case .twoWay: Self.twoWay(&generator)
    case .tree: Self.tree(&generator, withShares: false)
    case .budget: Self.tree(&generator, withShares: true)
    case .twice: Self.twice(&generator)
    case .shares: Self.shares(&generator)
    }
  }

  private static func amount(_ generator: inout RepeatableGenerator) -> Int128 {
    // Amounts of 3 to 15 digits, as they stand in reports of population and budgets.
    let digits = Int.random(in: 3...15, using: &generator)
    var power: Int128 = 1
    for _ in 1..<digits { power *= 10 }
    let amount = power + Int128(Int64.random(in: 0..<Int64(power * 9), using: &generator))
    // Of amounts of money many are rounded to thousands.
    return amount > 10_000 && Bool.random(using: &generator) ? amount / 1_000 * 1_000 : amount
  }

  static func twoWay(
    rows: Int, columns: Int, _ generator: inout RepeatableGenerator
  ) -> (table: TrialTable, leaves: [Int]) {
    var table = TrialTable()
    var grid: [[Int]] = []
    for row in 0..<rows {
      grid.append(
        (0..<columns).map { column in
          table.add(amount(&generator), record: row + 1, field: column)
        })
    }
    let leaves = grid.flatMap { $0 }
    func total(_ parts: [Int], record: Int, field: Int) -> Int {
      let sum = parts.reduce(Int128(0)) { $0 + table.values[$1] }
      let total = table.add(sum, record: record, field: field)
      table.rules.append(.sum(total: total, parts: parts))
      return total
    }
    let rowTotals = (0..<rows).map { total(grid[$0], record: $0 + 1, field: columns) }
    let columnTotals = (0..<columns).map { column in
      total(grid.map { $0[column] }, record: rows + 1, field: column)
    }
    let all = total(rowTotals, record: rows + 1, field: columns)
    table.rules.append(.sum(total: all, parts: columnTotals))
    return (table, leaves)
  }

  private static func twoWay(
    _ generator: inout RepeatableGenerator
  ) -> (table: TrialTable, leaves: [Int]) {
    twoWay(
      rows: Int.random(in: 3...50, using: &generator),
      columns: Int.random(in: 3...20, using: &generator), &generator)
  }

  private static func tree(
    _ generator: inout RepeatableGenerator, withShares: Bool
  ) -> (table: TrialTable, leaves: [Int]) {
    var table = TrialTable()
    var leaves: [Int] = []
    var record = 0
    /// Adds a record below which others stand; its figures.
    func add(level: Int) -> [Int] {
      record += 1
      let own = record
      var figures: [Int128] = []
      var parts: [[Int]] = []
      if level == 3 {
        let whole = amount(&generator) * 10
        figures = [whole]
        if withShares {
          figures.append(whole * Int128(Int.random(in: 500...1000, using: &generator)) / 1000)
        }
      } else {
        parts = (0..<Int.random(in: 2...5, using: &generator)).map { _ in add(level: level + 1) }
        figures = parts[0].indices.map { field in
          parts.reduce(Int128(0)) { $0 + table.values[$1[field]] }
        }
      }
      let cells = figures.enumerated().map { table.add($1, record: own, field: $0) }
      if level == 3 { leaves += cells }
      for (field, cell) in cells.enumerated() where !parts.isEmpty {
        table.rules.append(.sum(total: cell, parts: parts.map { $0[field] }))
      }
      if withShares {
        let percent = (figures[1] * 10_000 * 2 + figures[0]) / (figures[0] * 2)
        let share = table.add(percent, record: own, field: 2, isPercent: true)
        table.rules.append(.percent(share, part: cells[1], whole: cells[0]))
        let before = figures[1] * Int128(Int.random(in: 700...1_400, using: &generator)) / 1_000
        _ = table.add(max(1, before), record: own, field: TrialTable.lastYear)
      }
      return cells
    }
    _ = add(level: 0)
    return (table, leaves)
  }

  private static func twice(
    _ generator: inout RepeatableGenerator
  ) -> (table: TrialTable, leaves: [Int]) {
    var table = TrialTable()
    let count = Int.random(in: 4...12, using: &generator)
    let own = (0..<count).map { table.add(amount(&generator), record: $0 + 1, field: 0) }
    let sum = own.reduce(Int128(0)) { $0 + table.values[$1] }
    let total = table.add(sum, record: count + 1, field: 0)
    table.rules.append(.sum(total: total, parts: own))
    for (row, cell) in own.enumerated() {
      let other = table.add(table.values[cell], record: 100 + row, field: 5)
      table.rules.append(.same(cell, other))
    }
    return (table, own)
  }

  private static func shares(
    _ generator: inout RepeatableGenerator
  ) -> (table: TrialTable, leaves: [Int]) {
    var table = TrialTable()
    let count = Int.random(in: 4...20, using: &generator)
    let own = (0..<count).map { table.add(amount(&generator), record: $0 + 1, field: 0) }
    let sum = own.reduce(Int128(0)) { $0 + table.values[$1] }
    let total = table.add(sum, record: count + 1, field: 0)
    table.rules.append(.sum(total: total, parts: own))
    let printed = (own + [total]).enumerated().map { row, cell in
      let share = (table.values[cell] * 20_000 + sum) / (sum * 2)
      let number = table.add(share, record: row + 1, field: 1, isPercent: true)
      table.rules.append(.percent(number, part: cell, whole: total))
      return number
    }
    table.rules.append(.sum(total: printed[count], parts: Array(printed.dropLast())))
    return (table, own)
  }
}
