/// What the values of a field say about its convention, counted over all of them.
///
/// Counts merge, so that parts of a field may be observed apart and in any order; the examples kept
/// are the first ones of the left side.
public struct ConventionEvidence: Sendable {
  /// How many values say one thing, with the first of them.
  public struct Tally: Sendable, Hashable {
    /// The number of values.
    public internal(set) var count = 0
    /// The first of them, as written but for outer blanks.
    public internal(set) var example: String?

    /// A tally that was counted elsewhere; by default of no values.
    public init(count: Int = 0, example: String? = nil) {
      self.count = count
      self.example = example
    }
  }

  /// Values that only the Indonesian convention can read: `1.054.804`, `13,84`.
  public private(set) var indonesian = Tally()
  /// Values that only the English convention can read: `1,054,804`, `11.16`.
  public private(set) var english = Tally()
  /// Values with one point that may be group or decimal mark: `5.015`.
  public private(set) var ambiguousPoint = Tally()
  /// Values with one comma that may be group or decimal mark: `5,015`.
  public private(set) var ambiguousComma = Tally()
  /// Values without a mark, which suit both: `100`.
  public private(set) var neutral = 0
  /// Missing and malformed texts, which say nothing.
  public private(set) var others = 0

  let reader: NumeralReader

  /// No values yet; the affixes, missing values and pattern of `options` are used, its convention
  /// is not.
  public init(options: NumeralReader.Options = NumeralReader.Options()) {
    var open = options
    open.convention = nil
    open.wholeOnly = false
    reader = NumeralReader(open)
  }

  /// Counts one value in UTF-8.
  public mutating func observe(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard case .framed(let numeral) = reader.take(bytes), numeral.frame.fault == nil else {
      others += 1
      return
    }
    let byPoint = try? reader.candidate(bytes, numeral.frame, by: .indonesian).get()
    let byComma = try? reader.candidate(bytes, numeral.frame, by: .english).get()
    switch (byPoint, byComma) {
    case (nil, nil): others += 1
    case (.some, nil): Self.count(bytes, in: &indonesian)
    case (nil, .some): Self.count(bytes, in: &english)
    case (let point?, let comma?):
      if point.value.isWritten(as: comma.value) {
        neutral += 1
      } else if point.digits.isGrouped {
        Self.count(bytes, in: &ambiguousPoint)
      } else {
        Self.count(bytes, in: &ambiguousComma)
      }
    }
  }

  /// Counts one value.
  public mutating func observe(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { observe($0) }
  }

  /// Counts one value.
  public mutating func observe(_ text: String) {
    var text = text
    text.withUTF8 { observe($0) }
  }

  /// Adds what other values of the same field say.
  public mutating func merge(_ other: ConventionEvidence) {
    Self.add(other.indonesian, to: &indonesian)
    Self.add(other.english, to: &english)
    Self.add(other.ambiguousPoint, to: &ambiguousPoint)
    Self.add(other.ambiguousComma, to: &ambiguousComma)
    neutral += other.neutral
    others += other.others
  }

  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, in tally: inout Tally) {
    tally.count += 1
    guard tally.example == nil else { return }
    tally.example = String(decoding: bytes[Blanks.trim(bytes, 0..<bytes.count)], as: UTF8.self)
  }

  private static func add(_ other: Tally, to tally: inout Tally) {
    tally.count += other.count
    tally.example = tally.example ?? other.example
  }
}
