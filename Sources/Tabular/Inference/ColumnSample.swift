import Numerals

/// Some texts of a column, and the search for its type.
struct ColumnSample {
  let label: String
  /// The texts that are no words for a missing value.
  let texts: [String]
  /// Whether each of the texts is what a number or a day of a workbook shows; empty for text.
  let marks: [CellMarks]
  /// The words for missing values that occur.
  let missing: [String]

  init(label: String, texts: [String], marks: [CellMarks] = []) {
    self.label = LabelForm.key(label)
    let cells = texts.indices.map { (text: texts[$0], marks: marks.isEmpty ? [] : marks[$0]) }
    let filled = cells.filter { cell in
      !cell.text.isEmpty && !RowWords.isTotal(cell.text)
        && cell.marks.isDisjoint(with: [.error, .withoutResult, .mergedAcross, .mergedDown])
    }
    let values = filled.filter { !NumeralReader.saysMissing($0.text) }
    self.texts = values.map { Self.figure(in: $0.text) }
    self.marks = marks.isEmpty ? [] : values.map(\.marks)
    missing = Set(filled.map(\.text).filter(NumeralReader.saysMissing)).sorted()
  }

  /// The text without a footnote mark, where it is a figure.
  private static func figure(in text: String) -> String {
    guard let figure = FigureMark.figure(of: text), CellTrait(figure) != .words else { return text }
    return figure
  }

  /// The texts that are texts in their workbook, too.
  private var plainTexts: [String] {
    marks.isEmpty ? texts : zip(texts, marks).filter { !$1.contains(.number) }.map(\.0)
  }

  /// What numbers of a workbook show.
  var shownNumbers: [String] {
    marks.isEmpty ? [] : zip(texts, marks).filter { $1.contains(.number) }.map(\.0)
  }

  /// The field that the texts look like.
  func guess(name: String, column: Int) -> FieldGuess {
    let choice = choose()
    var field = Field(name: name, kind: choice.kind)
    field.affixes = choice.affixes
    field.unit = choice.unit
    // A dash may stand for zero in a numeric column, but only people can say so.
    field.missingValues = choice.kind == .text ? [] : missing
    if case .settled(let convention, let basis)? = choice.convention, basis != .assumed,
      basis != .stored
    {
      field.convention = convention
    }
    return FieldGuess(
      field: field, column: column, basis: choice.basis, convention: choice.convention,
      values: texts.count)
  }

  private struct Choice {
    var kind: Field.Kind
    var basis: Message
    var affixes: [String] = []
    var unit: String?
    var convention: ConventionSettlement?
  }

  private func choose() -> Choice {
    guard !texts.isEmpty else { return Choice(kind: .text, basis: InferenceWords.empty) }
    if isCode { return Choice(kind: .code, basis: InferenceWords.code) }
    if texts.allSatisfy({ CellTrait($0).isYear }), label.contains("tahun") || label == "year" {
      return Choice(kind: .period, basis: InferenceWords.period)
    }
    if let numeric { return numeric }
    if texts.indices.allSatisfy(isDate) {
      return Choice(kind: .date, basis: InferenceWords.date)
    }
    if texts.allSatisfy({ PeriodText.read($0) != nil }) {
      return Choice(kind: .period, basis: InferenceWords.period)
    }
    let truths = Set(texts.map { $0.lowercased() })
    if truths.isSubset(of: ["ya", "tidak"]) || truths.isSubset(of: ["true", "false"]) {
      return Choice(kind: .boolean, basis: InferenceWords.boolean)
    }
    return Choice(kind: .text, basis: InferenceWords.text)
  }

  private func isDate(_ place: Int) -> Bool {
    let isMarked = !marks.isEmpty && marks[place].contains(.date)
    return isMarked || DateText.read(texts[place], order: nil) != .none
  }

  /// The numeric type of the texts; nil where a tenth of them or more are no numbers.
  private var numeric: Choice? {
    let affixes = affixes
    guard affixes.count <= 3, !beginsWithOther(than: affixes) else { return nil }
    let options = NumeralReader.Options(affixes: affixes)
    var evidence = ConventionEvidence(options: options)
    plainTexts.forEach { evidence.observe($0) }
    // Where nothing but digits and marks stands, even many malformed numbers are numbers.
    let share = texts.allSatisfy { CellTrait($0) != .words } ? 2 : 10
    guard evidence.others * share <= texts.count, evidence.others < texts.count else { return nil }
    let isMoney = affixes.contains("Rp") || Self.moneyWords.contains { label.contains($0) }
    let isPercent =
      affixes.contains("%") || label == "%" || label.contains("persen")
      || label.contains("prosentase") || label.hasSuffix("%") || label.contains("capaian")
    var settlement = evidence.settle(wholeOnly: isMoney || (!isPercent && looksWhole(evidence)))
    if !shownNumbers.isEmpty, case .settled(_, .assumed) = settlement {
      settlement = .settled(.indonesian, .stored)
    }
    let hasFractions = hasFractions(options, settlement)
    let isOpen = if case .ambiguous = settlement { true } else { false }
    let kind: Field.Kind =
      isPercent
      ? .percent : isMoney ? .amount : hasFractions || isOpen ? decimalKind : wholeKind
    let other = affixes.filter { $0 != "%" && $0 != "Rp" }
    return Choice(
      kind: kind, basis: InferenceWords.numbers(texts.count - evidence.others, of: texts.count),
      affixes: other, unit: isMoney ? "rupiah" : other.first, convention: settlement)
  }

  private static let moneyWords = ["rp", "rupiah", "anggaran", "pagu", "belanja", "harga"]

  private var decimalKind: Field.Kind { label.contains("indeks") ? .index : .decimal }

  private var wholeKind: Field.Kind {
    let isOrdinal = ["no", "nomor", "semester", "bulan", "triwulan", "tahun"].contains(label)
    return isOrdinal || texts.contains { $0.hasPrefix("-") || $0.hasPrefix("(") }
      ? .integer : .count
  }

  /// Groups of three behind the only mark everywhere: more likely thousands than fractions, where
  /// some values have no mark at all because they are below a thousand.
  private func looksWhole(_ evidence: ConventionEvidence) -> Bool {
    evidence.neutral > 0 && evidence.indonesian.count + evidence.english.count == 0
  }

  private func hasFractions(_ options: NumeralReader.Options, _ settlement: ConventionSettlement)
    -> Bool
  {
    var strict = options
    strict.convention = settlement.convention
    func hasFractions(_ texts: [String]) -> Bool {
      let reader = NumeralReader(strict)
      return texts.contains { text in
        if case .value(let value, _) = reader.read(text) { value.scale > 0 } else { false }
      }
    }
    if hasFractions(plainTexts) { return true }
    strict.convention = .indonesian
    return hasFractions(shownNumbers)
  }

  /// The words that stand around the numbers of at least a tenth of the texts.
  private var affixes: [String] {
    var votes: [String: Int] = [:]
    for text in texts where text.contains(where: \.isNumber) {
      let words = text.split { $0.isNumber || ".,-+()^ \u{A0}".contains($0) }
      for word in Set(words.map { $0.lowercased() == "rp" ? "Rp" : String($0) }) {
        votes[word, default: 0] += 1
      }
    }
    // The `E` of scientific notation is no word.
    return votes.filter { $0.value * 10 >= texts.count && $0.key.lowercased() != "e" }.keys.sorted()
  }

  /// True where a word other than a currency stands right before the digits, as in `U1`.
  private func beginsWithOther(than affixes: [String]) -> Bool {
    affixes.contains { affix in
      affix != "Rp" && affix != "%"
        && texts.contains { text in
          text.hasPrefix(affix) && text.dropFirst(affix.count).first?.isNumber == true
        }
    }
  }
}

extension CellTrait {
  /// True for a plain year.
  var isYear: Bool { if case .year = self { true } else { false } }
}
