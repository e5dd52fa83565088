import Foundation

/// The figures of a delimited file, each of which can be changed where it stands.
///
/// It knows nothing of the program's readers: lines, delimiters and quotes are found here again.
struct WrittenFigures {
  /// A cell that holds one figure.
  struct Figure {
    /// The physical line, from 1.
    let line: Int
    /// The cell in the line, from 1.
    let column: Int
    /// The text of the cell.
    let text: String
    /// Where in the text its digits stand.
    fileprivate let digits: [Int]
    fileprivate let start: String.Index
  }

  private let text: String
  private let encoding: Encoding
  let figures: [Figure]

  private enum Encoding { case utf8, utf16 }

  init(_ data: Data) throws {
    let isWide = data.starts(with: [0xFF, 0xFE])
    encoding = isWide ? .utf16 : .utf8
    text =
      isWide
      ? String(data: data.dropFirst(2), encoding: .utf16LittleEndian) ?? ""
      : String(decoding: data, as: UTF8.self)
    figures = Self.figures(in: text)
  }

  /// The bytes of the file with the figure replaced.
  func data(replacing figure: Figure, by other: String) -> Data {
    let end = text.unicodeScalars.index(figure.start, offsetBy: figure.text.unicodeScalars.count)
    let changed = text[..<figure.start] + other + text[end...]
    switch encoding {
    case .utf8: return Data(changed.utf8)
    case .utf16:
      return Data([0xFF, 0xFE]) + (changed.data(using: .utf16LittleEndian) ?? Data())
    }
  }

  private static func figures(in text: String) -> [Figure] {
    let scalars = text.unicodeScalars
    let delimiters: Set<Unicode.Scalar> = delimiter(of: text).map { [$0] } ?? []
    var found: [Figure] = []
    var (line, column, start, isQuoted) = (1, 1, scalars.startIndex, false)
    func end(_ index: String.Index) {
      let cell = String(scalars[start..<index]).trimmingCharacters(in: ["\r", "\n", "\u{FEFF}"])
      if let figure = figure(cell, start, (line, column)) { found.append(figure) }
    }
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, delimiters.contains(scalar) || scalar == "\n" {
        end(index)
        start = scalars.index(after: index)
        column += 1
      }
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    end(scalars.endIndex)
    return found
  }

  private static func delimiter(of text: String) -> Unicode.Scalar? {
    let candidates: [Unicode.Scalar] = [";", "\t", ","]
    return candidates.max { one, other in
      func lines(_ mark: Unicode.Scalar) -> Int {
        text.split(whereSeparator: \.isNewline).count { $0.unicodeScalars.contains(mark) }
      }
      return lines(one) < lines(other)
    }
  }

  /// A cell is a figure where it has one run of digits and marks, whatever stands beside it: `4`,
  /// `29,25 %`, `B (61)`, `44 OPD`, `Realisasi 2023`, but not `0-4`.
  private static func figure(
    _ cell: String, _ start: String.Index, _ place: (line: Int, column: Int)
  ) -> Figure? {
    let runs = cell.split { !$0.isNumber && $0 != "." && $0 != "," }
    guard runs.count(where: { $0.contains(where: \.isNumber) }) == 1 else { return nil }
    return Figure(
      line: place.line, column: place.column, text: cell,
      digits: cell.enumerated().filter { $0.element.isNumber }.map(\.offset), start: start)
  }
}

extension WrittenFigures.Figure {
  /// A mistake that can be made in a figure.
  enum Mistake: String, CaseIterable {
    case lastDigitUp = "+1"
    case lastDigitDown = "−1"
    case tenthMore = "+10 %"
    case tenthLess = "−10 %"
  }

  /// The cell with the mistake, written in the way of the figure; nil where it would not differ or
  /// turn the sign.
  func text(with mistake: Mistake) -> String? {
    guard let value = Int(text.filter(\.isNumber)) else { return nil }
    let tenth = max(1, value / 10)
    let changed =
      switch mistake {
      case .lastDigitUp: value + 1
      case .lastDigitDown: value - 1
      case .tenthMore: value + tenth
      case .tenthLess: value - tenth
      }
    guard changed >= 0, changed != value else { return nil }
    if tenth == 1, mistake == .tenthMore || mistake == .tenthLess { return nil }
    return written(changed)
  }

  /// Puts the digits of `value` in the places of the old ones, more of them before the first; zeros
  /// that would then lead the figure go.
  private func written(_ value: Int) -> String {
    var new = Array(String(value))
    new.insert(contentsOf: repeatElement("0", count: max(0, digits.count - new.count)), at: 0)
    var result = Array(text)
    for place in digits.reversed() { result[place] = new.removeLast() }
    guard let first = digits.first else { return String(result) }
    if new.isEmpty {
      let hadZero = text.first(where: \.isNumber) == "0"
      while !hadZero, result[first] == "0", first + 1 < result.count {
        if result[first + 1].isNumber {
          result.remove(at: first)
        } else if result[first + 1] == ".", result.dropFirst(first + 2).first?.isNumber == true {
          result.removeSubrange(first...first + 1)
        } else {
          break
        }
      }
      return String(result)
    }
    let head = result[first...].prefix { $0.isNumber }.count
    if head == 3, result.dropFirst(first + 3).first == "." { new.append(".") }
    result.insert(contentsOf: new, at: first)
    return String(result)
  }
}
