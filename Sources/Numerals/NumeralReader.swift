/// Reads the numerals of one field strictly: a text is a numeral of the declared form, a declared
/// missing value, ambiguous, or malformed; it is never guessed.
///
/// Works on UTF-8 bytes. Blanks of any kind around a numeral are ignored. Groups have exactly three
/// digits, so that `12..821` is never 12821 and `1.21` never 121.
public struct NumeralReader: Sendable {
  /// What is known about a field before its values are read.
  public struct Options: Sendable, Hashable {
    /// The convention, declared or settled; nil reads a value only where both conventions agree or
    /// only one of them can read it.
    public var convention: Notation.Convention?
    /// Text that may stand before or after the number, as `Rp`, `pengikut`, `%`; letters of ASCII
    /// in either case, with or without a dot and blanks.
    public var affixes: [String]
    /// Texts for a missing value besides the empty one, compared exactly but for outer blanks.
    public var missingValues: [String]
    /// True where values have no decimals, as counts.
    public var wholeOnly: Bool
    /// The form of the whole text, where the number is only a part of it.
    public var numberPattern: NumberPattern?

    /// Options; by default nothing is declared.
    public init(
      convention: Notation.Convention? = nil, affixes: [String] = [], missingValues: [String] = [],
      wholeOnly: Bool = false, numberPattern: NumberPattern? = nil
    ) {
      self.convention = convention
      self.affixes = affixes
      self.missingValues = missingValues
      self.wholeOnly = wholeOnly
      self.numberPattern = numberPattern
    }
  }

  /// What was declared.
  public let options: Options
  let affixes: [[UInt8]]
  let missingValues: [[UInt8]]

  /// A reader for a field with the given options.
  public init(_ options: Options = Options()) {
    self.options = options
    affixes = Self.prepared(options.affixes)
    missingValues = options.missingValues.map { Self.trimmed($0) }
  }

  /// Affixes without outer blanks and final dots, in lower case, the longest first.
  private static func prepared(_ affixes: [String]) -> [[UInt8]] {
    let lowered = affixes.map { affix -> [UInt8] in
      var bytes = trimmed(affix).map(ASCII.lowered)
      while bytes.count > 1, bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
      return bytes
    }
    return Set(lowered.filter { !$0.isEmpty }).sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
    }
  }

  private static func trimmed(_ text: String) -> [UInt8] {
    Array(text.utf8).withUnsafeBufferPointer { Array($0[Blanks.trim($0, 0..<$0.count)]) }
  }

  /// Reads the text of a cell in UTF-8.
  public func read(_ bytes: UnsafeBufferPointer<UInt8>) -> NumeralReading {
    examine(bytes).reading
  }

  /// Reads the bytes of a cell.
  public func read(_ bytes: ArraySlice<UInt8>) -> NumeralReading {
    bytes.withUnsafeBufferPointer { read($0) }
  }

  /// Reads the text of a cell.
  public func read(_ text: String) -> NumeralReading { examine(text).reading }

  /// Reads the text of a cell and tells what is unusual about it.
  public func examine(_ text: String) -> ExaminedNumeral {
    var text = text
    return text.withUTF8 { examine($0) }
  }

  /// Reads the text of a cell in UTF-8 and tells what is unusual about it.
  public func examine(_ bytes: UnsafeBufferPointer<UInt8>) -> ExaminedNumeral {
    switch take(bytes) {
    case .missing: ExaminedNumeral(.missing)
    case .mismatch: ExaminedNumeral(.malformed(.patternMismatch, nearest: []))
    case .framed(let numeral): read(bytes, numeral)
    }
  }

  /// A cell before its digits are read.
  enum Taken {
    /// Nothing, or a declared word for it.
    case missing
    /// Not of the form of the pattern.
    case mismatch
    /// A text that should be a numeral.
    case framed(FramedNumeral)
  }

  /// Takes a cell apart.
  func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Taken {
    let whole = Blanks.trim(bytes, 0..<bytes.count)
    if isMissing(bytes, whole) { return .missing }
    var inner = whole
    if let pattern = options.numberPattern {
      guard let group = pattern.group(in: bytes, whole) else { return .mismatch }
      inner = Blanks.trim(bytes, group)
      if isMissing(bytes, inner) { return .missing }
    }
    let frame = NumeralFrame(bytes, inner, affixes: affixes)
    if frame.core.isEmpty, isMissing(bytes, frame.withoutAffixes(bytes)) { return .missing }
    return .framed(FramedNumeral(pattern: whole, frame: frame))
  }

  /// True where `place` holds nothing, or a declared word for it.
  private func isMissing(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Bool {
    place.isEmpty
      || missingValues.contains { $0.count == place.count && $0.elementsEqual(bytes[place]) }
  }
}

/// A numeral taken apart, with the place of the text that it was found in.
struct FramedNumeral {
  /// The whole text but for outer blanks; wider than the frame's where a pattern is declared.
  var pattern: Range<Int>
  /// What stands around the digits.
  var frame: NumeralFrame
}

extension NumeralFrame {
  /// What is left of the text when only the affixes are taken off.
  func withoutAffixes(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = prefixEnd ?? whole.lowerBound
    let end = suffixStart ?? whole.upperBound
    return start <= end ? Blanks.trim(bytes, start..<end) : start..<start
  }
}
