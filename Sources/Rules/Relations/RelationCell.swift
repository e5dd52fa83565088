public import Numerals
public import Tabular

/// A figure that takes part in relations.
public struct RelationCell: Sendable {
  /// Where it stands in the tables of a pipeline.
  public struct Origin: Sendable, Hashable {
    /// The pipeline.
    public var pipeline: String
    /// The table.
    public var table: String
    /// The record, from 1.
    public var record: Int
    /// The position of the field.
    public var field: Int

    /// Makes an origin.
    public init(pipeline: String, table: String, record: Int, field: Int) {
      self.pipeline = pipeline
      self.table = table
      self.record = record
      self.field = field
    }
  }

  /// The place.
  public var location: Location
  /// The text as found.
  public var raw: String
  /// Where it was met first.
  public var origin: Origin
  /// The value as printed.
  public var value: ExactDecimal
  /// The value as it is calculated with: a percentage in hundredths.
  public var center: Rational
  /// How far the true value may be from that; zero where it is exact.
  public var halfWidth: Rational
  /// 2 for percentages, which are calculated with as hundredths; else 0.
  public var shift: Int
  /// How the source writes it.
  public var notation: Notation
  /// What its column is printed in, as a power of ten.
  public var magnitude: Int
  /// The name of the field, for people.
  public var title: String
  /// What its field allows.
  public var constraints: Field.Constraints
  /// What its field holds.
  public var kind: Field.Kind

  /// Makes a cell; nil on overflow.
  public init?(
    location: Location, raw: String, origin: Origin, value: ExactDecimal, field: Field,
    notation: Notation = Notation(), magnitude: Int = 0
  ) {
    self.location = location
    self.raw = raw
    self.origin = origin
    self.value = value
    self.notation = notation
    self.magnitude = magnitude
    title = field.title ?? field.name
    constraints = field.constraints
    kind = field.kind
    shift = field.kind == .percent ? 2 : 0
    guard value.scale + shift <= ExactDecimal.maximumScale else { return nil }
    let shifted = ExactDecimal(mantissa: value.mantissa, scale: value.scale + shift)
    center = Rational(shifted)
    let isExact = field.kind.isExact && magnitude == 0
    guard let half = isExact ? .zero : Rational.halfUnit(ofScale: shifted.scale) else {
      return nil
    }
    halfWidth = half
  }

  /// The scale, in the terms of `center`, that a value written in its place has.
  public var scale: Int { value.scale + shift }

  /// A calculated value as it would be printed here; nil on overflow.
  public func printed(_ value: ExactDecimal) -> ExactDecimal? {
    guard value.scale >= shift else {
      return value.rescaled(to: shift).map { ExactDecimal(mantissa: $0.mantissa, scale: 0) }
    }
    return ExactDecimal(mantissa: value.mantissa, scale: value.scale - shift)
  }

  /// A calculated value as the source would write it: what stands around the number stays.
  public func written(_ value: ExactDecimal) -> String? {
    guard let number = printed(value).flatMap(noted) else { return nil }
    guard let own = noted(self.value), let place = raw.onlyPlace(of: own) else { return number }
    return raw[..<place.lowerBound] + number + raw[place.upperBound...]
  }

  /// A printed value in the notation of the source, in the unit that it is printed in.
  private func noted(_ printed: ExactDecimal) -> String? {
    guard magnitude != 0 else { return notation.written(printed) }
    let scale = printed.scale + magnitude
    guard scale >= 0 else {
      return printed.rescaled(to: -magnitude).map {
        notation.written(ExactDecimal(mantissa: $0.mantissa, scale: 0))
      }
    }
    return notation.written(ExactDecimal(mantissa: printed.mantissa, scale: scale))
  }

  /// True where its field allows a calculated value.
  public func allows(_ value: ExactDecimal) -> Bool {
    guard let printed = printed(value) else { return false }
    if kind == .count, printed.mantissa < 0 { return false }
    if kind.isWhole, printed.reduced.scale > 0 { return false }
    if let minimum = constraints.minimum, printed < minimum { return false }
    if let maximum = constraints.maximum, maximum < printed { return false }
    return constraints.values.isEmpty
      || constraints.values.contains { $0 == printed.description || $0 == written(value) }
  }
}

extension String {
  /// The place of a text that stands in this one exactly once; nil otherwise.
  fileprivate func onlyPlace(of text: String) -> Range<Index>? {
    guard !text.isEmpty else { return nil }
    var found: Range<Index>?
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        guard found == nil else { return nil }
        found = start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return found
  }
}
