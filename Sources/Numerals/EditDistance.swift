/// The number of slips that lie between two texts.
///
/// The optimal string alignment distance: insertions, deletions, replacements and swaps of
/// neighbours count one each.
public enum EditDistance {
  /// The distance in Unicode scalars.
  ///
  /// Stops early and returns `limit + 1` where the distance exceeds `limit`.
  public static func between(_ left: String, _ right: String, limit: Int = .max - 1) -> Int {
    between(left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value), limit: limit)
  }

  /// The distance in elements, which may be bytes or scalars.
  ///
  /// Stops early and returns `limit + 1` where the distance exceeds `limit`.
  public static func between(_ left: [UInt32], _ right: [UInt32], limit: Int = .max - 1) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, element) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (element == other ? 0 : 1))
        if row > 0, column > 0, element == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      if let least = current.min(), least > limit { return limit + 1 }
      (beforeLast, last) = (last, current)
    }
    return min(last[right.count], limit + 1)
  }
}
