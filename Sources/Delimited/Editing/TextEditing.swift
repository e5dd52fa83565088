import Tabular

/// Changes fields of a delimited text; every byte of other fields stays as it is.
public enum TextEditing {
  /// The text with the changes that can be made, and those that can't.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - dialect: How it was read.
  ///   - edits: The changes; of two for the same field the first counts.
  /// - Returns: The file with the changes, and those that could not be made.
  public static func edited(
    _ bytes: [UInt8], _ dialect: Dialect, by edits: [FieldEdit]
  ) -> (bytes: [UInt8], refused: [(edit: FieldEdit, reason: FieldEdit.Refusal)]) {
    let encoding = dialect.encoding.value
    let units = TextUnits.units(of: bytes, encoding)
    let quote: UInt32? =
      if case .mark(let mark) = dialect.quoteChar.value { UInt32(mark) } else { nil }
    let finding = FieldFinding(
      units: units, delimiter: UInt32(dialect.delimiter.value), quote: quote)
    var changes: [(range: Range<Int>, units: [UInt32])] = []
    var refused: [(edit: FieldEdit, reason: FieldEdit.Refusal)] = []
    for edit in edits.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
      guard let range = finding.field(line: edit.line, column: edit.column),
        !changes.contains(where: { $0.range == range })
      else {
        refused.append((edit, .noField))
        continue
      }
      let field = Array(units[range])
      guard let old = TextUnits.units(of: edit.old, encoding),
        let new = TextUnits.units(of: edit.new, encoding)
      else {
        refused.append((edit, .unencodable))
        continue
      }
      guard let text = finding.replacing(old, by: new, in: field) else {
        refused.append((edit, .otherText))
        continue
      }
      changes.append((range, text))
    }
    var result: [UInt32] = []
    var place = 0
    for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += units[place..<change.range.lowerBound]
      result += change.units
      place = change.range.upperBound
    }
    result += units[place...]
    return (TextUnits.bytes(of: result, encoding) + TextUnits.rest(of: bytes, encoding), refused)
  }
}

/// Finds fields in the units of a text.
struct FieldFinding {
  let units: [UInt32]
  let delimiter: UInt32
  let quote: UInt32?

  private static let lineFeed: UInt32 = 10
  private static let carriageReturn: UInt32 = 13

  /// Where a field stands; nil where there is none.
  func field(line: Int, column: Int) -> Range<Int>? {
    guard var place = start(ofLine: line) else { return nil }
    for number in 1...max(1, column) {
      let end = endOfField(from: place)
      if number == column { return place..<end }
      guard end < units.count, units[end] == delimiter else { return nil }
      place = end + 1
    }
    return nil
  }

  private func start(ofLine line: Int) -> Int? {
    var place = 0
    // A byte order mark is no part of the first field.
    if units.first == 0xfeff { place = 1 }
    if units.starts(with: [0xef, 0xbb, 0xbf]) { place = 3 }
    var number = 1
    while number < line {
      guard
        let end = units[place...].firstIndex(where: {
          $0 == Self.lineFeed || $0 == Self.carriageReturn
        })
      else { return nil }
      let isPair =
        units[end] == Self.carriageReturn && end + 1 < units.count
        && units[end + 1] == Self.lineFeed
      place = end + (isPair ? 2 : 1)
      number += 1
    }
    return place <= units.count ? place : nil
  }

  private func endOfField(from start: Int) -> Int {
    var place = start
    if let quote, place < units.count, units[place] == quote {
      place += 1
      while place < units.count {
        if units[place] != quote {
          place += 1
        } else if place + 1 < units.count, units[place + 1] == quote {
          place += 2
        } else {
          place += 1
          break
        }
      }
    }
    while place < units.count, units[place] != delimiter, units[place] != Self.lineFeed,
      units[place] != Self.carriageReturn
    {
      place += 1
    }
    return place
  }

  /// True where two neighbours are digits, so that a text between them would be a part of a number.
  private func joins(_ one: UInt32?, _ other: UInt32?) -> Bool {
    guard let one, let other else { return false }
    return (48...57).contains(one) && (48...57).contains(other)
  }

  /// A field with `old` replaced; nil where that is neither all of it nor stands in it just once.
  func replacing(_ old: [UInt32], by new: [UInt32], in field: [UInt32]) -> [UInt32]? {
    var content = field
    var isQuoted = false
    if let quote, field.count >= 2, field.first == quote, field.last == quote {
      isQuoted = true
      content = []
      var inner = field.dropFirst().dropLast()[...]
      while let unit = inner.popFirst() {
        content.append(unit)
        if unit == quote, inner.first == quote { inner = inner.dropFirst() }
      }
    }
    let places = content.indices.filter { place in
      content[place...].starts(with: old)
        && !joins(content[..<place].last, old.first)
        && !joins(old.last, content[(place + old.count)...].first)
    }
    guard !old.isEmpty || content.allSatisfy({ $0 == 32 }) else { return nil }
    let replaced: [UInt32]
    if old.isEmpty {
      replaced = new
    } else {
      guard places.count == 1, let place = places.first else { return nil }
      replaced = Array(content[..<place]) + new + Array(content[(place + old.count)...])
    }
    let needsQuotes = replaced.contains {
      $0 == delimiter || $0 == Self.lineFeed || $0 == Self.carriageReturn || $0 == quote
    }
    guard isQuoted || needsQuotes, let quote else { return needsQuotes ? nil : replaced }
    return [quote] + replaced.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
