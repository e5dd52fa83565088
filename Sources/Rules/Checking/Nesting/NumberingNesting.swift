/// A number of an outline: `I.`, `A.`, `1.`, `a.`, `1)`, `a)`, `(1)`, `(a)`, `1.1`, or a dotted code.
struct OutlineNumber: Equatable {
  /// How a number is written; numbers of one style stand beside each other.
  enum Style: Hashable {
    case roman(Letters, Frame)
    case letter(Letters, Frame)
    case digits(Frame)
    /// A code of so many parts, two or more.
    case dotted(Int)
  }

  enum Letters: Hashable { case upper, lower }
  /// What stands around it: `1.` or `1`, `1)`, `(1)`.
  enum Frame: Hashable { case point, closed, enclosed }

  var style: Style
  /// Its place among its neighbours, from 1; 0 for codes, whose last part need not count.
  var ordinal: Int

  /// What a text may mean; empty where it is no number of an outline, two where it may be a letter
  /// or a Roman number.
  static func readings(of text: String) -> [OutlineNumber] {
    var core = text.filter { !$0.isWhitespace }[...]
    var frame = Frame.point
    if core.last == ")" {
      frame = core.first == "(" ? .enclosed : .closed
      core = (core.first == "(" ? core.dropFirst() : core).dropLast()
    } else {
      while core.last == "." { core.removeLast() }
    }
    guard !core.isEmpty, core.utf8.count <= 40, core.allSatisfy(\.isASCII) else { return [] }
    if core.allSatisfy(\.isNumber) {
      return Int(core).map { [OutlineNumber(style: .digits(frame), ordinal: $0)] } ?? []
    }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1 {
      let isCode = parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isNumber || $0.isLetter }
      }
      return isCode && parts[0].allSatisfy { $0.isNumber || $0.isLetter }
        ? [OutlineNumber(style: .dotted(parts.count), ordinal: 0)] : []
    }
    return letters(String(core), frame)
  }

  private static func letters(_ core: String, _ frame: Frame) -> [OutlineNumber] {
    guard core.allSatisfy(\.isLetter) else { return [] }
    let isUpper = core == core.uppercased()
    guard isUpper || core == core.lowercased() else { return [] }
    let letters: Letters = isUpper ? .upper : .lower
    let small = core.lowercased()
    var readings: [OutlineNumber] = []
    if small.utf8.count == 1, let byte = small.utf8.first {
      readings.append(
        OutlineNumber(style: .letter(letters, frame), ordinal: Int(byte) - 0x60))
    }
    if let value = (1...50).first(where: { roman($0) == small }) {
      readings.append(OutlineNumber(style: .roman(letters, frame), ordinal: value))
    }
    return readings
  }

  private static func roman(_ number: Int) -> String {
    let signs = [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}

/// Nests records by the styles of their numbers, one run of records at a time.
///
/// A style that is open above continues there; a new one stands one level below the record before.
/// Codes stand below those with fewer parts.
struct NumberingNesting {
  /// A number that does not follow the one before it.
  struct Break: Equatable {
    /// The place that the number says.
    var found: Int
    /// The place that it has.
    var expected: Int
  }

  private var open: [(record: Int, number: OutlineNumber)] = []

  /// Puts the next record of the run in its place.
  ///
  /// - Returns: what its number contradicts, if anything; nil where it follows.
  mutating func add(
    _ record: Int, readings: [OutlineNumber], to nesting: inout Nesting
  ) -> Break? {
    guard let number = choose(readings) else { return nil }
    var before: OutlineNumber?
    if let place = level(of: number.style) {
      before = open[place].number
      open.removeSubrange(place...)
    }
    if let whole = open.last {
      nesting.put(record, under: whole.record, depth: open.count)
    } else {
      nesting.put(record, under: 0, depth: 0)
    }
    open.append((record, number))
    guard number.ordinal > 0 else { return nil }
    let expected = (before?.ordinal ?? 0) + 1
    return number.ordinal == expected ? nil : Break(found: number.ordinal, expected: expected)
  }

  /// The level at which a style is open; for codes the first that has as many parts or more.
  private func level(of style: OutlineNumber.Style) -> Int? {
    guard case .dotted(let parts) = style else {
      return open.firstIndex { $0.number.style == style }
    }
    return open.firstIndex {
      if case .dotted(let others) = $0.number.style { others >= parts } else { false }
    }
  }

  /// The reading that continues a number that is open, else one that begins, else the first.
  private func choose(_ readings: [OutlineNumber]) -> OutlineNumber? {
    guard readings.count > 1 else { return readings.first }
    let following = readings.first { reading in
      open.contains { $0.number.style == reading.style && $0.number.ordinal + 1 == reading.ordinal }
    }
    let continuing = readings.first { reading in
      open.contains { $0.number.style == reading.style }
    }
    return following ?? continuing ?? readings.first { $0.ordinal == 1 } ?? readings.first
  }
}

/// Nests records by how far their texts are indented, one run of records at a time.
struct IndentNesting {
  private var open: [(record: Int, indent: Int)] = []

  /// Puts the next record of the run in its place.
  ///
  /// - Returns: the indents that are open, where its own is none of them although it ends some.
  mutating func add(_ record: Int, indent: Int, to nesting: inout Nesting) -> [Int]? {
    let known = open.map(\.indent)
    while let last = open.last, last.indent >= indent { open.removeLast() }
    let isBack = open.count < known.count
    if let whole = open.last {
      nesting.put(record, under: whole.record, depth: open.count)
    } else {
      nesting.put(record, under: 0, depth: 0)
    }
    open.append((record, indent))
    return isBack && !known.contains(indent) ? known : nil
  }
}
