/// Finds the delimiter of a text by how regularly its records divide.
enum DelimiterDetection {
  /// The delimiters that are considered.
  static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  /// The most records that are examined.
  static let recordLimit = 1000

  /// What was found.
  struct Result {
    /// The delimiter, and nil where the text has one column.
    var delimiter: UInt8?
    /// All candidates, best first.
    var candidates: [DelimiterCandidate]
  }

  /// Weighs every candidate on the records of `text`.
  static func detect(_ text: UnsafeBufferPointer<UInt8>, quote: UInt8) -> Result {
    let divisions = delimiters.map { Division(text, delimiter: $0, quote: quote) }
    let rivals = divisions.filter(\.isRegular)
    let candidates = divisions.map { division in
      division.candidate(purity: purity(division, rivals: rivals, text, quote: quote))
    }.sorted { ($0.score, -order($0.delimiter)) > ($1.score, -order($1.delimiter)) }
    guard let best = candidates.first, best.score >= 250 else {
      return Result(delimiter: nil, candidates: candidates)
    }
    let isProse = divisions.contains { $0.delimiter == best.delimiter && $0.isProse }
    return Result(delimiter: isProse ? nil : best.delimiter, candidates: candidates)
  }

  private static func order(_ delimiter: UInt8) -> Int {
    delimiters.firstIndex(of: delimiter) ?? delimiters.count
  }

  /// How many of a thousand cells hold no other candidate that divides the text as regularly.
  ///
  /// The commas of decimals stand in some cells of a file with semicolons; the semicolons stand in
  /// nearly all cells of the same file cut at its commas.
  private static func purity(
    _ division: Division, rivals: [Division], _ text: UnsafeBufferPointer<UInt8>, quote: UInt8
  ) -> Int {
    let others = rivals.map(\.delimiter).filter { $0 != division.delimiter }
    guard division.isRegular, !others.isEmpty else { return 1000 }
    return division.share(of: text, quote: quote) { cell in
      !cell.contains { others.contains($0) }
    }
  }
}

/// How a text divides at one character.
struct Division {
  /// The character.
  let delimiter: UInt8
  /// The number of cells of each record that is not blank.
  let counts: [Int]
  /// The number of cells, more than one, that most records have; 1 where none has more.
  let width: Int
  /// All numbers of cells that one record in fifty has, `width` first.
  let widths: [Int]
  /// How many records have `width` cells.
  let agreeing: Int
  /// How many records have more than one cell.
  let divided: Int
  /// True where the marks look like those of sentences: one a record, a blank behind each, and
  /// none in the first record.
  let isProse: Bool

  /// Divides the records of `text`.
  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, quote: UInt8) {
    self.delimiter = delimiter
    var counts: [Int] = []
    var marks = (all: 0, spaced: 0)
    RecordOutline(delimiter: delimiter, quote: quote).forEach(text) { record in
      guard record.cells > 1 || !record.isBlank else { return }
      counts.append(record.cells)
      marks.all += record.cells - 1
      marks.spaced += record.spacedMarks
    }
    var tally: [Int: Int] = [:]
    for count in counts where count > 1 { tally[count, default: 0] += 1 }
    let most = tally.max { ($0.value, $0.key) < ($1.value, $1.key) }
    self.counts = counts
    width = most?.key ?? 1
    agreeing = most?.value ?? 0
    let usual = tally.filter { $0.value >= max(2, counts.count / 50) && $0.key != most?.key }
    widths = [most?.key ?? 1] + usual.keys.sorted()
    divided = tally.values.reduce(0, +)
    isProse = width == 2 && marks.all > 0 && marks.all == marks.spaced && counts.first == 1
  }

  /// True where most records have the same number of cells, more than one.
  var isRegular: Bool { width > 1 && agreeing * 2 >= counts.count }

  /// The candidate with its score: mostly how many records agree, a little how many divide at all,
  /// less a share for cells that hold rivals.
  func candidate(purity: Int) -> DelimiterCandidate {
    let records = max(1, counts.count)
    let agreement = (agreeing * 750 + divided * 250) / records
    let score = width > 1 ? agreement * (500 + purity / 2) / 1000 : 0
    return DelimiterCandidate(
      delimiter: delimiter, width: width, agreeing: width > 1 ? agreeing : counts.count,
      records: counts.count, score: score)
  }

  /// How many of a thousand cells in records of `width` cells satisfy `condition`.
  func share(
    of text: UnsafeBufferPointer<UInt8>, quote: UInt8,
    _ condition: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Int {
    var cells = (all: 0, fitting: 0)
    let loose = LooseLine(delimiter: delimiter, quote: quote)
    RecordOutline(delimiter: delimiter, quote: quote).forEach(text) { record in
      guard record.cells == width, record.lines == 1 else { return }
      let line = UnsafeBufferPointer(rebasing: text[record.text])
      loose.forEachCell(line) { cell in
        cells.all += 1
        let isQuoted = cell.text.lowerBound > 0 && line[cell.text.lowerBound - 1] == quote
        if isQuoted || condition(UnsafeBufferPointer(rebasing: line[cell.text])) {
          cells.fitting += 1
        }
      }
    }
    return cells.all == 0 ? 1000 : cells.fitting * 1000 / cells.all
  }
}
