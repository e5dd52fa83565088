/// What stands over the numbers of each column.
struct ColumnHeads {
  /// A heading that counts on from column to column: `TW II`, `2021`, `Maret`.
  struct Ordinal: Hashable {
    /// What is counted, in small letters.
    var series: String
    /// The number.
    var number: Int

    /// Nil where a heading does not count.
    init?(_ head: String) {
      let words = head.lowercased().split(separator: " ").map(String.init)
      guard let last = words.last else { return nil }
      let before = words.dropLast().joined(separator: " ")
      let digits = last.utf8.reversed().prefix(while: FormulaParser.isDigit).count
      if digits > 0, digits < 5, let number = Int(last.suffix(digits)) {
        self.init(series: before + " " + last.dropLast(digits), number: number)
      } else if let roman = Self.romans.firstIndex(of: last) {
        self.init(series: before, number: roman)
      } else if words.count == 1, let month = Self.month(last) {
        self.init(series: "bulan", number: month)
      } else {
        return nil
      }
    }

    private init(series: String, number: Int) {
      self.series = series
      self.number = number
    }

    private static let romans = [
      "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ]
    private static let months = [
      "jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des",
    ]
    private static let fullMonths = [
      "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
      "oktober", "november", "desember",
    ]

    private static func month(_ word: String) -> Int? {
      months.firstIndex(of: word) ?? fullMonths.firstIndex(of: word)
    }

    /// True where this comes `steps` after another.
    func follows(_ other: Ordinal, by steps: Int) -> Bool {
      series == other.series && number == other.number + steps
    }
  }

  /// The longest heading that counts on, in bytes.
  private static let longest = 40

  private var texts: [Int: String] = [:]
  private var closed: Set<Int> = []

  /// Takes the next cell of the sheet: a text before the first number of its column, or a year.
  mutating func take(_ block: CellBlock, _ cell: Int) {
    let column = Int(block.columns[cell])
    guard !closed.contains(column) else { return }
    let bytes = block.bytes[Int(block.starts[cell])..<Int(block.ends[cell])]
    switch block.kinds[cell] {
    case .text:
      texts[column] = bytes.count > Self.longest ? "" : String(decoding: bytes, as: UTF8.self)
    case .number:
      closed.insert(column)
      if let year = StoredNumber(bytes), year.exponent == 0, (1900...2100).contains(year.mantissa) {
        texts[column] = String(year.mantissa)
      }
    default: return
    }
  }

  /// The heading of a column, where it counts.
  func ordinal(_ column: Int) -> Ordinal? { texts[column].flatMap { Ordinal($0) } }
}
