import Numerals
import Tabular

/// The running sums of one aggregate over all groups.
///
/// Sums are kept in 64 bits at one scale and move to 128 bits when one of them no longer fits.
struct SumState {
  private(set) var scale = 0
  private var narrow: [Int64] = []
  private var wide: [Int128]?
  /// A sum left even 128 bits: its group has no value any more.
  private var overflowed: Set<UInt32> = []
  /// For each printed scale how many values of each group were printed so; inexact ones only.
  private var printed: [Int: [UInt32]] = [:]
  /// The largest unit, as a power of ten, that some of the values were printed in.
  private(set) var magnitude = 0

  private mutating func makeRoom(for groups: Int) {
    guard narrow.count < groups else { return }
    let more = groups - narrow.count
    narrow.reserveCapacity(groups)
    narrow.append(contentsOf: repeatElement(0, count: more))
    wide?.append(contentsOf: repeatElement(0, count: more))
  }

  /// Adds `mantissa` at `valueScale` to a group.
  mutating func add(_ mantissa: Int64, scale valueScale: Int, group: UInt32) {
    let index = Int(group)
    if index >= narrow.count { makeRoom(for: max(index + 1, narrow.count + narrow.count / 8)) }
    if valueScale == scale, wide == nil {
      let (sum, overflow) = narrow[index].addingReportingOverflow(mantissa)
      if !overflow {
        narrow[index] = sum
        return
      }
    }
    addWide(ExactDecimal(mantissa: Int128(mantissa), scale: valueScale), group: group)
  }

  /// Adds a value of any size to a group.
  mutating func addWide(_ value: ExactDecimal, group: UInt32) {
    let index = Int(group)
    makeRoom(for: index + 1)
    if value.scale > scale { raise(to: value.scale) }
    guard let scaled = value.rescaled(to: scale) else {
      overflowed.insert(group)
      return
    }
    if wide == nil {
      let sum =
        Int128(narrow[index]) + scaled.mantissa / 2 + (scaled.mantissa - scaled.mantissa / 2)
      if let fitting = Int64(exactly: sum) {
        narrow[index] = fitting
        return
      }
      wide = narrow.map { Int128($0) }
    }
    let (sum, overflow) = (wide?[index] ?? 0).addingReportingOverflow(scaled.mantissa)
    if overflow { overflowed.insert(group) } else { wide?[index] = sum }
  }

  private mutating func raise(to newScale: Int) {
    let old = self
    scale = newScale
    for index in narrow.indices {
      let value = ExactDecimal(
        mantissa: old.wide?[index] ?? Int128(old.narrow[index]), scale: old.scale)
      guard let raised = value.rescaled(to: newScale) else {
        overflowed.insert(UInt32(index))
        continue
      }
      if wide == nil, let fitting = Int64(exactly: raised.mantissa) {
        narrow[index] = fitting
      } else {
        if wide == nil {
          wide = narrow.enumerated().map { position, value in
            position < index ? Int128(value) : 0
          }
        }
        wide?[index] = raised.mantissa
      }
    }
  }

  /// Notes that a value of a group was printed with `scale` decimals.
  mutating func notePrinted(scale: Int, group: UInt32) {
    var counts = printed[scale] ?? []
    printed[scale] = nil
    if counts.count <= Int(group) {
      counts.append(contentsOf: repeatElement(0, count: Int(group) + 1 - counts.count))
    }
    counts[Int(group)] += 1
    printed[scale] = counts
  }

  /// Notes what the values of a column were printed in.
  mutating func note(magnitude: Int) { self.magnitude = max(self.magnitude, magnitude) }

  /// True where every value is exact.
  var isExact: Bool { printed.isEmpty }

  /// The sum of a group, or nil where it left 128 bits.
  func sum(of group: UInt32) -> ExactDecimal? {
    guard !overflowed.contains(group) else { return nil }
    let index = Int(group)
    guard index < narrow.count else { return ExactDecimal(mantissa: 0, scale: scale) }
    return ExactDecimal(mantissa: wide?[index] ?? Int128(narrow[index]), scale: scale)
  }

  /// How many values of a group were printed with how many decimals.
  func printedCounts(of group: UInt32) -> [(scale: Int, count: Int)] {
    printed.compactMap { scale, counts in
      let count = Int(group) < counts.count ? Int(counts[Int(group)]) : 0
      return count > 0 ? (scale, count) : nil
    }
  }

  /// The sums in 64 bits at `scale`, for the fast way; nil where one needed more.
  var fastSums: [Int64]? { wide == nil && overflowed.isEmpty ? narrow : nil }
}

/// A number a group, growing as groups come.
struct GroupCounts {
  private(set) var counts: [UInt32] = []

  @inline(__always)
  mutating func add(_ group: UInt32) {
    let index = Int(group)
    if index >= counts.count {
      let wanted = max(index + 1, counts.count + counts.count / 8)
      counts.reserveCapacity(wanted)
      counts.append(contentsOf: repeatElement(0, count: wanted - counts.count))
    }
    counts[index] += 1
  }

  subscript(group: UInt32) -> Int { Int(group) < counts.count ? Int(counts[Int(group)]) : 0 }
}
