import Numerals
import Tabular

/// The one value of each group that an aggregate chooses: the stated total, the least, the most.
struct ChosenState {
  enum Choice { case total, least, greatest }

  private enum Status: UInt8 { case none, value, gap, conflict }

  private let choice: Choice
  private var mantissas: [Int64] = []
  private var scales: [Int8] = []
  /// The groups whose value was rounded when it was printed in larger units.
  private var rounded: Set<UInt32> = []
  private var status: [Status] = []
  private var records: [UInt32] = []
  private var wide: [UInt32: ExactDecimal] = [:]

  init(_ choice: Choice) { self.choice = choice }

  private mutating func makeRoom(for group: UInt32) {
    guard Int(group) >= status.count else { return }
    let wanted = max(Int(group) + 1, status.count + status.count / 8)
    let more = wanted - status.count
    mantissas.reserveCapacity(wanted)
    scales.reserveCapacity(wanted)
    status.reserveCapacity(wanted)
    records.reserveCapacity(wanted)
    mantissas.append(contentsOf: repeatElement(0, count: more))
    scales.append(contentsOf: repeatElement(0, count: more))
    status.append(contentsOf: repeatElement(.none, count: more))
    records.append(contentsOf: repeatElement(0, count: more))
  }

  /// Offers the value of a record; nil where it has none.
  ///
  /// `isRounded` says that it was printed in larger units.
  mutating func offer(_ value: ExactDecimal?, isRounded: Bool, group: UInt32, record: Int) {
    makeRoom(for: group)
    let index = Int(group)
    guard let value else {
      if choice == .total, status[index] == .none {
        status[index] = .gap
        records[index] = UInt32(record)
      }
      return
    }
    switch (status[index], choice) {
    case (.none, _), (.gap, _): take(value, isRounded, group: group, record: record)
    case (.conflict, _): break
    case (.value, .total):
      if self.value(of: group).map({ $0 != value }) ?? true { status[index] = .conflict }
    case (.value, .least):
      if let known = self.value(of: group), value < known {
        take(value, isRounded, group: group, record: record)
      }
    case (.value, .greatest):
      if let known = self.value(of: group), value > known {
        take(value, isRounded, group: group, record: record)
      }
    }
  }

  private mutating func take(
    _ value: ExactDecimal, _ isRounded: Bool, group: UInt32, record: Int
  ) {
    let index = Int(group)
    status[index] = .value
    records[index] = UInt32(record)
    scales[index] = Int8(value.scale)
    if isRounded { rounded.insert(group) } else if !rounded.isEmpty { rounded.remove(group) }
    if let narrow = Int64(exactly: value.mantissa) {
      mantissas[index] = narrow
      if !wide.isEmpty { wide[group] = nil }
    } else {
      wide[group] = value
    }
  }

  private func value(of group: UInt32) -> ExactDecimal? {
    let index = Int(group)
    guard index < status.count, status[index] == .value else { return nil }
    if let value = wide[group] { return value }
    return ExactDecimal(mantissa: Int128(mantissas[index]), scale: Int(scales[index]))
  }

  /// The value chosen for a group and its record.
  func chosen(of group: UInt32) throws(Gap) -> (value: ExactDecimal, record: Int) {
    let index = Int(group)
    guard index < status.count else { throw .emptyGroup }
    switch status[index] {
    case .none: throw .emptyGroup
    case .gap: throw .missingPart
    case .conflict: throw .manyRecords(table: 0)
    case .value: break
    }
    guard let value = value(of: group) else { throw .overflow }
    return (value, Int(records[index]))
  }

  /// True where the value chosen for a group was rounded when it was printed.
  func isRounded(_ group: UInt32) -> Bool { rounded.contains(group) }

  /// True where no value chosen so far was rounded when it was printed.
  var isExact: Bool { rounded.isEmpty }

  /// The record (from 1) whose value was chosen, or that has none where it should.
  func record(of group: UInt32) -> Int? {
    guard Int(group) < records.count, records[Int(group)] != 0 else { return nil }
    return Int(records[Int(group)])
  }

  /// The mantissa of a group at `scale`, for the fast way; nil where that needs a closer look.
  @inline(__always)
  func fastMantissa(of group: UInt32, scale: Int) -> Int64? {
    let index = Int(group)
    guard index < status.count, status[index] == .value, Int(scales[index]) == scale,
      wide.isEmpty
    else { return nil }
    return mantissas[index]
  }
}
