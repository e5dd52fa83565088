import Numerals

/// What was met beside figures, or in their place: footnote marks, and signs that there is none.
struct FigureSigns {
  /// Footnote marks, as `r)`.
  private(set) var marks: [String: PlaceTally] = [:]
  /// Undeclared texts that say that there is no figure, as `-`.
  private(set) var gaps: [String: PlaceTally] = [:]

  mutating func addMark(_ mark: String, row: Int, _ text: String) {
    marks[mark, default: PlaceTally()].add(row: row, text)
  }

  mutating func addGap(_ text: String, row: Int) {
    gaps[text, default: PlaceTally()].add(row: row, text)
  }

  mutating func clearNews() {
    for mark in marks.keys { marks[mark]?.isNew = false }
    for gap in gaps.keys { gaps[gap]?.isNew = false }
  }

  /// What is new, by the name it is remembered under.
  var news: [(name: String, tally: PlaceTally)] {
    marks.map { ("mark " + $0.key, $0.value) } + gaps.map { ("gap " + $0.key, $0.value) }
  }
}

extension NumeralDecoder {
  /// Decodes a cell that is no numeral by itself: a figure with a footnote mark, or a text that says
  /// that there is none; false for all others.
  mutating func appendSigned(
    _ cell: UnsafeBufferPointer<UInt8>, at row: Int, _ faults: inout [CellFault]
  ) -> Bool {
    let text = HeaderText.trimmed(String(decoding: cell, as: UTF8.self))
    if NumeralReader.saysMissing(text) {
      signs.addGap(text, row: row)
      exceptions.append(cell, row: row)
      miss(row, &faults)
      return true
    }
    guard let (figure, mark) = FigureMark.part(cell) else { return false }
    let bare = UnsafeBufferPointer(rebasing: cell[figure])
    switch reader.read(bare) {
    case .value(let value, _):
      guard ExactDecimal.fits(value.mantissa, scale: value.scale - column.magnitude) else {
        return false
      }
      set(value, at: row)
      exceptions.append(cell, row: row)
      signs.addMark(mark, row: row, text)
      return true
    case .ambiguous(let values):
      hasRefused = true
      refuse(cell, at: row, .ambiguousNumeral(values.map(\.description)), &faults)
      return true
    case .missing, .malformed: return false
    }
  }
}

extension TableDecoder {
  /// Keeps the places where signs beside figures, or in their place, were met first.
  mutating func noteSigns() {
    for place in numerals.indices {
      for (name, tally) in numerals[place].signs.news {
        notePlace(of: tally, name, numerals[place].position)
      }
      numerals[place].signs.clearNews()
    }
    for place in texts.indices {
      for (name, tally) in texts[place].signs.news {
        notePlace(of: tally, name, texts[place].position)
      }
      texts[place].signs.clearNews()
    }
  }

  /// Tells the signs of whole columns.
  mutating func tellSigns() {
    for decoder in numerals { tell(decoder.signs, of: decoder.field, decoder.position) }
    for decoder in texts { tell(decoder.signs, of: decoder.field, decoder.position) }
  }

  private mutating func tell(_ signs: FigureSigns, of field: Field, _ position: Int) {
    for (mark, tally) in signs.marks.sorted(by: { $0.key < $1.key }) {
      guard let first = source.firstPlaces[PlaceKey(position, "mark " + mark)] else { continue }
      add(
        "tanda-catatan", .note, position, first,
        SignWords.mark(mark, field: field.name, count: tally.count, meaning: meaning(of: mark)),
        key: [mark])
    }
    for (text, tally) in signs.gaps.sorted(by: { $0.key < $1.key }) {
      guard let first = source.firstPlaces[PlaceKey(position, "gap " + text)] else { continue }
      add(
        "tanda-kosong", .warning, position, first,
        SignWords.gap(text, field: field.name, count: tally.count), key: [text])
    }
  }

  /// What the lines below or above the table say that a mark means; nil where they say nothing.
  private func meaning(of mark: String) -> String? {
    let lines = source.sorter?.summary.otherLines.filter { $0.use != .rejected } ?? []
    for line in lines {
      // Several marks may be explained in one line: `*) angka sementara; r) angka revisi`.
      for part in line.text.split(whereSeparator: { ";|".contains($0) }) {
        let text = HeaderText.clean(String(part))
        guard let place = text.range(ofMark: mark) else { continue }
        let rest = text[place...].drop { $0.isWhitespace || ":=".contains($0) }
        if !rest.isEmpty { return String(rest) }
      }
    }
    return nil
  }
}

extension String {
  /// Where the text behind a mark begins, which stands at the start or behind a blank.
  fileprivate func range(ofMark mark: String) -> String.Index? {
    var start = startIndex
    while start < endIndex {
      let isFree = start == startIndex || self[index(before: start)].isWhitespace
      if isFree, self[start...].hasPrefix(mark) {
        let end = index(start, offsetBy: mark.count)
        if end < endIndex, self[end].isWhitespace || ":=".contains(self[end]) { return end }
      }
      start = index(after: start)
    }
    return nil
  }
}

/// The sentences about signs beside figures or in their place.
enum SignWords {
  static func mark(_ mark: String, field: String, count: Int, meaning: String?) -> Message {
    let shown = meaning.map { ", yang berarti '\(DecodingWords.shortened($0))'" } ?? ""
    let english = meaning.map { ", which means '\(DecodingWords.shortened($0))'" } ?? ""
    return Message(
      indonesian: "\(count) angka di kolom '\(field)' bertanda '\(mark)'\(shown)",
      english: "\(count) figures in '\(field)' are marked '\(mark)'\(english)")
  }

  static func gap(_ text: String, field: String, count: Int) -> Message {
    let text = DecodingWords.shortened(text)
    return Message(
      indonesian:
        "\(count) sel kolom '\(field)' berisi '\(text)'; dibaca sebagai kosong, bukan nol; tetapkan 'missingValues' bila memang begitu",
      english:
        "\(count) cells of '\(field)' hold '\(text)'; read as missing, not as zero; declare it in 'missingValues' if that is meant"
    )
  }
}
