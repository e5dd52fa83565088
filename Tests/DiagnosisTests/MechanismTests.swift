import Diagnosis
import Numerals
import Tabular
import Testing

/// Small tables by hand: which cell is named, with which value, and how the mistake came about.
@Suite struct MechanismTests {
  /// A column of parts, its total, and the totals of two columns beside it, so that each part also
  /// stands in the total of its row.
  private static let parts: [Int128] = [846_117, 70_726, 503_900, 120_456]

  private static func table() -> (table: TrialTable, parts: [Int], total: Int) {
    var table = TrialTable()
    let own = parts.enumerated().map { table.add($1, record: $0 + 1, field: 0) }
    let others = parts.enumerated().map { table.add($1 / 3, record: $0 + 1, field: 1) }
    for (row, cell) in own.enumerated() {
      let sum = table.values[cell] + table.values[others[row]]
      let total = table.add(sum, record: row + 1, field: 2)
      table.rules.append(.sum(total: total, parts: [cell, others[row]]))
    }
    let total = table.add(parts.reduce(0, +), record: 5, field: 0)
    table.rules.append(.sum(total: total, parts: own))
    return (table, own, total)
  }

  struct Wrong: CustomTestStringConvertible {
    var mechanism: Cause.Mechanism
    var part: Int?
    var stated: Int128
    var testDescription: String { mechanism.rawValue }
  }

  static let wrong: [Wrong] = [
    Wrong(mechanism: .transposedDigits, part: 0, stated: 846_171),
    Wrong(mechanism: .digitTypo, part: 0, stated: 846_517),
    Wrong(mechanism: .lostDigit, part: 0, stated: 84_617),
    Wrong(mechanism: .extraDigit, part: 0, stated: 8_466_117),
    Wrong(mechanism: .unitFactor, part: 0, stated: 846_117_000),
    Wrong(mechanism: .sign, part: 0, stated: -846_117),
    Wrong(mechanism: .copiedCell, part: 0, stated: 70_726),
    Wrong(mechanism: .missingPart, part: nil, stated: 846_117 + 503_900 + 120_456),
    Wrong(mechanism: .countedTwice, part: nil, stated: 846_117 + 2 * 70_726 + 503_900 + 120_456),
  ]

  @Test("each kind of mistake is told by its name", arguments: wrong)
  func mechanisms(_ wrong: Wrong) throws {
    let (table, parts, total) = Self.table()
    let cell = wrong.part.map { parts[$0] } ?? total
    var stated = table.values
    stated[cell] = wrong.stated
    let causes = table.causes(stating: stated)
    let cause = try #require(causes.first)
    #expect(causes.count == 1)
    #expect(cause.explanation.cells.first.flatMap(table.number) == cell)
    #expect(cause.explanation.cells.first?.value == "\(table.values[cell])")
    #expect(cause.explanation.mechanism == wrong.mechanism)
    #expect(cause.explanation.message.indonesian != cause.explanation.message.english)
  }

  @Test("one wrong cell that fails two rules is one cause with two findings") func oneCause() {
    let (table, parts, _) = Self.table()
    var stated = table.values
    stated[parts[2]] = 503_901
    let causes = table.causes(stating: stated)
    #expect(causes.map(\.findings.count) == [2])
    #expect(causes.first?.confidence == .certain)
  }

  @Test("parts that explain a difference equally are told as ties") func ties() throws {
    var table = TrialTable()
    let parts = [Int128(511), 433, 622].enumerated().map {
      table.add($1, record: $0 + 1, field: 0)
    }
    let total = table.add(1_566, record: 4, field: 0)
    table.rules = [.sum(total: total, parts: parts)]
    var stated = table.values
    stated[parts[1]] = 433 + 217
    let cause = try #require(table.causes(stating: stated).first)
    let named = ([cause.explanation] + cause.alternatives).compactMap(\.cells.first)
      .compactMap(table.number)
    #expect(Set(named) == Set(parts + [total]))
    #expect(cause.confidence != .certain)
  }

  @Test("two statements of one fact that nothing decides between are a conflict")
  func conflict() throws {
    var table = TrialTable()
    let one = table.add(1_500, record: 1, field: 0)
    let other = table.add(1_500, record: 9, field: 3)
    table.rules = [.same(one, other)]
    let cause = try #require(table.causes(stating: [1_500, 1_730]).first)
    #expect(cause.explanation.mechanism == .conflict)
    #expect(cause.confidence == .possible)
    #expect(cause.explanation.cells.allSatisfy { $0.proposal == nil })
  }

  @Test("a share that was cut off instead of rounded") func truncated() throws {
    var table = TrialTable()
    let whole = table.add(300, record: 1, field: 0)
    let part = table.add(200, record: 1, field: 1)
    let share = table.add(6_667, record: 1, field: 2, isPercent: true)
    let again = table.add(200, record: 9, field: 5)
    let all = table.add(500, record: 1, field: 6)
    table.rules = [
      .percent(share, part: part, whole: whole), .same(part, again),
      .sum(total: all, parts: [whole, part]),
    ]
    var stated = table.values
    stated[share] = 6_666
    let cause = try #require(table.causes(stating: stated).first)
    #expect(cause.explanation.mechanism == .truncated)
    #expect(cause.explanation.cells.first?.proposal == "66,67")
  }

  @Test("a copied record is one cause") func copiedRow() throws {
    var table = TrialTable()
    var columns: [[Int]] = [[], [], []]
    for row in 0..<4 {
      for field in 0..<3 {
        let value = Int128((row + 3) * (field + 7) * 1_013 + row * row * 17)
        columns[field].append(table.add(value, record: row + 1, field: field))
      }
    }
    for (field, cells) in columns.enumerated() {
      let sum = cells.reduce(Int128(0)) { $0 + table.values[$1] }
      let total = table.add(sum, record: 5, field: field)
      table.rules.append(.sum(total: total, parts: cells))
    }
    var stated = table.values
    for cells in columns { stated[cells[2]] = stated[cells[1]] }
    let causes = table.causes(stating: stated)
    #expect(causes.count == 1)
    let cause = try #require(causes.first)
    #expect(cause.explanation.mechanism == .copiedRow)
    #expect(
      Set(cause.explanation.cells.compactMap(table.number)) == Set(columns.map { $0[2] }))
    #expect(cause.findings.count == 3)
  }
}
