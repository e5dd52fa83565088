/// How the values of a field are mostly written.
public struct DetectedNotation: Sendable, Hashable {
  /// The notation of most values.
  public var notation: Notation
  /// The number of decimals of most values.
  public var scale: Int
  /// How many values the notation and scale write exactly as they stand there.
  public var agreeing: Int
  /// How many values were looked at, missing and malformed ones included.
  public var observed: Int
}

extension Notation {
  /// The dominant notation of a field, from some of its texts in UTF-8.
  ///
  /// Nil where no text is a value. The reader should have the settled convention.
  public static func detect(
    from samples: some Sequence<ArraySlice<UInt8>>, reader: NumeralReader
  ) -> DetectedNotation? {
    var votes = NotationVotes()
    let texts = Array(samples)
    for text in texts {
      if case .value(let value, let notation) = reader.read(text) { votes.add(value, notation) }
    }
    guard var detected = votes.winner(convention: reader.options.convention) else { return nil }
    detected.observed = texts.count
    for text in texts {
      guard case .value(let value, _) = reader.read(text), value.scale == detected.scale,
        detected.notation.written(value).utf8.elementsEqual(text)
      else { continue }
      detected.agreeing += 1
    }
    return detected
  }

  /// The dominant notation of a field, from some of its texts.
  public static func detect(
    from samples: some Sequence<String>, reader: NumeralReader
  ) -> DetectedNotation? {
    detect(from: samples.map { Array($0.utf8)[...] }, reader: reader)
  }
}

/// Counts of each part of a notation, over the values that say something about that part.
private struct NotationVotes {
  private var conventions: [Notation.Convention: Int] = [:]
  private var groupings: [Notation.Grouping: Int] = [:]
  private var negatives: [Notation.Negative: Int] = [:]
  private var signPlaces: [Notation.SignPlace: Int] = [:]
  private var affixes: [[String]: Int] = [:]
  private var scales: [Int: Int] = [:]

  mutating func add(_ value: ExactDecimal, _ notation: Notation) {
    let unit = PowersOfTen.power(value.scale) ?? 1
    let isLong =
      value.mantissa.magnitude >= unit.magnitude.multipliedReportingOverflow(by: 1000).partialValue
    if isLong { groupings[notation.grouping, default: 0] += 1 }
    if isLong || value.scale > 0 { conventions[notation.convention, default: 0] += 1 }
    if value.mantissa < 0 {
      negatives[notation.negative, default: 0] += 1
      signPlaces[notation.signPlace, default: 0] += 1
    }
    affixes[[notation.prefix, notation.suffix], default: 0] += 1
    scales[value.scale, default: 0] += 1
  }

  func winner(convention: Notation.Convention?) -> DetectedNotation? {
    guard let affix = Self.most(affixes, order: { $0.joined(separator: "\u{0}") }),
      let scale = Self.most(scales, order: { $0 })
    else { return nil }
    let notation = Notation(
      convention: convention ?? Self.most(conventions, order: \.rawValue) ?? .indonesian,
      grouping: Self.most(groupings, order: \.rawValue) ?? .thousands,
      negative: Self.most(negatives, order: \.rawValue) ?? .minus,
      prefix: affix[0], suffix: affix[1],
      signPlace: Self.most(signPlaces, order: \.rawValue) ?? .outside)
    return DetectedNotation(notation: notation, scale: scale, agreeing: 0, observed: 0)
  }

  /// The most frequent key; among equals the smallest, so that the order of values doesn't matter.
  private static func most<Key, Order: Comparable>(
    _ votes: [Key: Int], order: (Key) -> Order
  ) -> Key? {
    votes.max { ($0.value, order($1.key)) < ($1.value, order($0.key)) }?.key
  }
}
