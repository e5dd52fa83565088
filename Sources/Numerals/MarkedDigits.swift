/// Digits between marks, well-formed or not: `12..821` is the runs 12, nothing, 821.
struct MarkedDigits {
  /// The runs of digits, any of them empty; one more than marks.
  var runs: [[UInt8]] = [[]]
  /// The marks between the runs: point, comma or space.
  ///
  /// `^` counts as a comma, blanks as one space.
  var marks: [UInt8] = []

  static let blank = UInt8(ascii: " ")

  /// Takes a text of digits, marks and blanks apart.
  init(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let blanks = Blanks.skip(bytes, at..<bytes.count)
        if blanks > at {
          add(mark: Self.blank)
          at = blanks
        } else {
          add(bytes[at])
          at += 1
        }
      }
    }
  }

  private mutating func add(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "^"): add(mark: UInt8(ascii: ","))
    case UInt8(ascii: "."), UInt8(ascii: ","): add(mark: byte)
    default: runs[runs.count - 1].append(byte)
    }
  }

  private mutating func add(mark: UInt8) {
    marks.append(mark)
    runs.append([])
  }

  /// The text, with one space for blanks and commas for `^`.
  var text: [UInt8] {
    var text = runs[0]
    for (mark, run) in zip(marks, runs.dropFirst()) { text += [mark] + run }
    return text
  }

  /// The convention that the marks suggest: what stands once and last marks decimals.
  var likelyConvention: Notation.Convention {
    let points = marks.count { $0 == UInt8(ascii: ".") }
    let commas = marks.count { $0 == UInt8(ascii: ",") }
    let endsWithPoint = marks.last { $0 != Self.blank } == UInt8(ascii: ".")
    if points > 0, commas > 0 {
      if points != commas, min(points, commas) == 1 { return points == 1 ? .english : .indonesian }
      return endsWithPoint ? .english : .indonesian
    }
    return commas > 1 ? .english : .indonesian
  }
}

extension MarkedDigits {
  /// Why the digits are not well-formed by `convention`.
  func fault(by convention: Notation.Convention) -> NumeralFault {
    if let fault = emptyRunFault { return fault }
    let decimals = marks.indices.filter { marks[$0] == convention.decimalSign }
    if decimals.count > 1 { return .twoDecimalMarks }
    if let decimal = decimals.first, decimal < marks.count - 1 { return .groupAfterDecimal }
    let groupMarks = marks[..<(decimals.first ?? marks.count)]
    if Set(groupMarks).count > 1 { return .strayBlank }
    if let wrong = wrongGroup(among: groupMarks.count) { return .groupLength(runs[wrong].count) }
    if runs[0].first == UInt8(ascii: "0") { return .leadingZero }
    return .unexpectedText(String(decoding: text, as: UTF8.self))
  }

  private var emptyRunFault: NumeralFault? {
    for place in runs.indices.dropFirst().dropLast() where runs[place].isEmpty {
      let isBlank = marks[place - 1] == Self.blank || marks[place] == Self.blank
      return isBlank ? .strayBlank : .doubledMark
    }
    if runs[0].isEmpty { return .leadingMark }
    return runs[runs.count - 1].isEmpty ? .trailingMark : nil
  }

  /// The first group that has not its three digits, among the runs around `count` group marks.
  private func wrongGroup(among count: Int) -> Int? {
    guard count > 0 else { return nil }
    if let inner = (1...count).first(where: { runs[$0].count != 3 }) { return inner }
    return runs[0].count > 3 ? 0 : nil
  }
}
