import Numerals
import Tabular

/// The blocks of numbers that totals close, and what a total leaves out of its own.
struct TotalBlocks {
  /// The most cells that a total may leave out at an open end.
  private static let mostAtOpenEnd = 3

  private let context: SheetFormulas
  private let values: SheetValues
  private var members: BlockMembers

  /// The sheet's.
  init(_ context: SheetFormulas, _ values: SheetValues) {
    self.context = context
    self.values = values
    members = BlockMembers(context, values)
  }

  /// What a total leaves out, by the block alone.
  mutating func leftOut(_ total: FormulaLines.Total, sum: Rational) -> ShortRanges.LeftOut? {
    if total.line.direction == .across { return leftOutOfSeries(total, sum) }
    guard Self.closesBlock(total) else { return nil }
    if total.line.spans.count > 1 { return leftOutInside(total) }
    guard !total.line.hull.contains(total.position.row) else { return nil }
    return leftOutNear(total, sum) ?? leftOutAtOpenEnd(total, sum)
  }

  /// True for a total that stands in the column that it adds up, and adds up enough of it.
  static func closesBlock(_ total: FormulaLines.Total) -> Bool {
    total.line.direction == .down && total.position.column == total.line.index
      && (total.hasArea || total.line.count >= 3)
  }

  /// Between the range and the total.
  private mutating func leftOutNear(
    _ total: FormulaLines.Total, _ sum: Rational
  ) -> ShortRanges.LeftOut? {
    let hull = total.line.hull
    let isBelow = total.position.row > hull.upperBound
    let between =
      isBelow
      ? Array((hull.upperBound + 1)..<total.position.row)
      : Array((total.position.row + 1)..<hull.lowerBound).reversed()
    guard !between.isEmpty, between.count <= FormulaNeeds.widestGap else { return nil }
    let samples = members.samples(
      total.line, from: isBelow ? hull.upperBound : hull.lowerBound, up: isBelow)
    guard samples.count >= 2 else { return nil }
    var places: [Int] = []
    var added = Rational.zero
    var isOpen = true
    for place in between {
      switch members.member(place, of: total, like: samples) {
      case .part(let value) where isOpen:
        guard isBelow || !isHeader(row: place, value) else { return nil }
        places.append(place)
        added = added.adding(value) ?? added
      case .part, .other: return nil
      case .empty: isOpen = false
      }
      if places.isEmpty { return nil }
    }
    guard places.count <= total.line.count, added != sum else { return nil }
    return ShortRanges.LeftOut(side: isBelow ? .end : .start, places: places)
  }

  /// Between the range of a row and its total, where the headings count on from the range to there.
  private mutating func leftOutOfSeries(
    _ total: FormulaLines.Total, _ sum: Rational
  ) -> ShortRanges.LeftOut? {
    let hull = total.line.hull
    let between = (hull.upperBound + 1)..<max(hull.upperBound + 1, total.position.column)
    guard Self.endsSeries(total), !between.isEmpty, between.count * 2 <= hull.count,
      let first = values.heads.ordinal(hull.lowerBound),
      values.heads.ordinal(total.position.column) == nil,
      (hull.lowerBound..<total.position.column).allSatisfy({ column in
        values.heads.ordinal(column)?.follows(first, by: column - hull.lowerBound) == true
      })
    else { return nil }
    let samples = members.samples(total.line, from: hull.upperBound, up: true)
    var places: [Int] = []
    for place in between {
      switch members.member(place, of: total, like: samples, claims: .ignored) {
      case .part: places.append(place)
      case .empty: continue
      case .other: return nil
      }
    }
    return places.isEmpty ? nil : ShortRanges.LeftOut(side: .end, places: places)
  }

  /// True for a total of a row that stands to the right of what it adds up.
  static func endsSeries(_ total: FormulaLines.Total) -> Bool {
    total.line.direction == .across && total.position.row == total.line.index
      && total.line.spans.count == 1 && total.position.column > total.line.hull.upperBound + 1
  }

  /// On the side of the range that is away from the total.
  private mutating func leftOutAtOpenEnd(
    _ total: FormulaLines.Total, _ sum: Rational
  ) -> ShortRanges.LeftOut? {
    let hull = total.line.hull
    let isUpwards = total.position.row > hull.upperBound
    let edge = isUpwards ? hull.lowerBound : hull.upperBound
    let samples = members.samples(total.line, from: edge, up: !isUpwards)
    guard samples.count >= 2 else { return nil }
    var places: [Int] = []
    var added = Rational.zero
    search: for step in 1...(Self.mostAtOpenEnd + 1) {
      let place = isUpwards ? edge - step : edge + step
      guard CellPosition.rows.contains(place) else { break }
      switch members.member(place, of: total, like: samples) {
      case .empty: break search
      case .other: return nil
      case .part(let value):
        if isUpwards, isHeader(row: place, value) { break search }
        guard isOnLevel(place, of: samples) else { return nil }
        places.append(place)
        added = added.adding(value) ?? added
      }
    }
    guard (1...Self.mostAtOpenEnd).contains(places.count), places.count * 2 <= total.line.count,
      isUpwards ? !Self.isNear(added, sum) : added != sum,
      isUpwards || isClosed(total, samples)
    else { return nil }
    return ShortRanges.LeftOut(side: isUpwards ? .start : .end, places: places)
  }

  /// True where a number may be another statement of a total: within a twentieth of it.
  private static func isNear(_ number: Rational, _ sum: Rational) -> Bool {
    guard let ratio = number.divided(by: sum), let low = Rational(19, over: 20),
      let high = Rational(21, over: 20)
    else { return true }
    return ratio >= low && ratio <= high
  }

  /// Between the cells that are added up.
  private mutating func leftOutInside(_ total: FormulaLines.Total) -> ShortRanges.LeftOut? {
    let holes = total.line.holes
    guard !holes.isEmpty, holes.count * 3 <= total.line.count else { return nil }
    var places: [Int] = []
    for (last, next) in zip(total.line.spans, total.line.spans.dropFirst()) {
      let samples =
        members.samples(total.line, from: last.upperBound, up: true)
        + members.samples(total.line, from: next.lowerBound, up: false)
      var added = Rational.zero
      for place in (last.upperBound + 1)..<next.lowerBound {
        switch members.member(place, of: total, like: samples) {
        case .empty: continue
        case .other: return nil
        case .part(let value):
          guard isOnLevel(place, of: samples) else { return nil }
          places.append(place)
          added = added.adding(value) ?? added
        }
      }
      // Parts of a row above or below that states their total by itself.
      guard added != number(total.line.position(last.upperBound)),
        added != number(total.line.position(next.lowerBound))
      else { return nil }
    }
    return places.isEmpty ? nil : ShortRanges.LeftOut(side: .middle, places: places)
  }

  /// What totals beside this one add up besides.
  mutating func leftOut(
    _ total: FormulaLines.Total, sum: Rational, beside others: [FormulaLines.Total]
  ) -> ShortRanges.LeftOut? {
    guard others.count > 1 else { return nil }
    let isDown = total.line.direction == .down
    let votes = others.filter { $0.line.spans == total.line.spans }.count
    let wider = others.filter { $0.line.spans != total.line.spans && $0.line.contains(total.line) }
    let groups = Dictionary(grouping: wider, by: \.line.spans)
    let best = groups.values.max { ($0.count, -$0[0].line.count) < ($1.count, -$1[0].line.count) }
    guard let best, isDown ? best.count >= votes : best.count >= max(2, votes + 1) else {
      return nil
    }
    let line = best[0].line
    let hull = total.line.hull
    let extra = line.spans.joined().filter { !total.line.contains($0) }
    guard extra.count <= FormulaNeeds.reach, extra.count * 2 <= max(2, total.line.count) else {
      return nil
    }
    let samples =
      members.samples(total.line, from: hull.upperBound, up: true)
      + members.samples(total.line, from: hull.lowerBound, up: false)
    var places: [Int] = []
    var added = Rational.zero
    for place in extra {
      switch members.member(place, of: total, like: samples, claims: .ignored) {
      case .empty: continue
      case .other: return nil
      case .part(let value):
        if isDown, place < hull.lowerBound, isHeader(row: place, value) { return nil }
        places.append(place)
        added = added.adding(value) ?? added
      }
    }
    guard !places.isEmpty, added != sum else { return nil }
    let side: FormulaRemark.ShortRange.Side =
      places.allSatisfy { $0 < hull.lowerBound }
      ? .start : places.allSatisfy { $0 > hull.upperBound } ? .end : .middle
    let nearest = best.min { Self.distance($0, total) < Self.distance($1, total) }
    return ShortRanges.LeftOut(side: side, places: places, neighbour: nearest?.position)
  }

  private static func distance(_ one: FormulaLines.Total, _ other: FormulaLines.Total) -> Int {
    abs(one.position.row - other.position.row) + abs(one.position.column - other.position.column)
  }

  private func number(_ position: CellPosition) -> Rational? {
    values.cell(at: position)?.number?.decimal.map { Rational($0) }
  }

  /// True where a number above a range is a year, or one of a row of numbers that only count.
  private func isHeader(row: Int, _ value: Rational) -> Bool {
    let isYear =
      value.denominator == 1 && value >= Rational(1900) && value <= Rational(2100)
    let outline = values.outlines[row]
    return isYear || outline.map { $0.isCounting && $0.numbers > 1 } == true
  }

  /// True where a row stands as deep in the outline as a row of the range.
  private func isOnLevel(_ row: Int, of samples: [CellPosition]) -> Bool {
    guard let outline = values.outlines[row],
      let sample = samples.compactMap({ values.outlines[$0.row] }).first
    else { return true }
    return RowLevel(outline, context.styles) == RowLevel(sample, context.styles)
  }

  /// True where a range below its total can't just be followed by the next item: the rows are
  /// numbered or indented, or it is the only total of its column.
  private func isClosed(_ total: FormulaLines.Total, _ samples: [CellPosition]) -> Bool {
    if let sample = samples.compactMap({ values.outlines[$0.row] }).first,
      !RowLevel(sample, context.styles).isPlain
    {
      return values.outlines[total.position.row].map {
        RowLevel($0, context.styles) != RowLevel(sample, context.styles)
      } ?? true
    }
    let column = total.position.column
    return context.lines.byColumn[column]?.count == 1
  }
}
