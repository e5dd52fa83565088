import Numerals

/// What a text means in its field.
struct TextVerdict {
  /// Whether a text says that its record states a total.
  enum Total {
    /// It does not.
    case none
    /// It does by itself: `Jumlah`.
    case plain
    /// It does where no code stands before it: `Jumlah Belanja`.
    case beginning
  }

  /// The code of the value in the finished column; 0 for a missing one.
  var code: UInt32
  /// True where the value is not written as the text was.
  var isRewritten = false
  /// Whether it marks a total.
  var total = Total.none
  /// True where it says that there is no value, in a word that was not declared.
  var saysMissing = false
  /// What is wrong with it.
  var fault: CellFault.Reason?

  /// The empty text.
  static let missing = TextVerdict(code: 0)

  /// True where the text is its value and nothing is to be said about it.
  var isPlain: Bool { !isRewritten && total == .none && fault == nil }
}

/// Finds out what the texts of a field mean.
struct TextJudge {
  private let field: Field
  private let missing: [[UInt8]]
  private let allowed: Set<String>
  private let pattern: Regex<AnyRegexOutput>?

  /// A judge for a field; throws where its pattern can't be used.
  init(field: Field) throws(TabularError) {
    self.field = field
    missing = field.missingValues.map { Array(HeaderText.trimmed($0).utf8) }
    allowed = Set(field.constraints.values)
    guard let text = field.constraints.pattern else {
      pattern = nil
      return
    }
    do {
      pattern = try Regex(text)
    } catch {
      throw TabularError(.badPattern(field: field.name, pattern: text))
    }
  }

  /// True where values are written in a form of their own.
  var normalises: Bool { [.date, .period, .boolean].contains(field.kind) }

  /// Judges a text without outer blanks; its value is put into `pool`.
  func judge(
    _ bytes: UnsafeBufferPointer<UInt8>, code: UInt32, dateOrder: Field.DateOrder?,
    into pool: TextPool
  ) -> TextVerdict {
    if missing.contains(where: { $0.count == bytes.count && $0.elementsEqual(bytes) }) {
      return TextVerdict(code: 0, isRewritten: true)
    }
    guard
      normalises || pattern != nil || !allowed.isEmpty || mayBeMarked(bytes)
        || field.kind == .code && Self.hasExponent(bytes)
    else {
      return TextVerdict(code: code)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if SpreadsheetError.isError(text) {
      return TextVerdict(code: 0, isRewritten: true, fault: .spreadsheetError)
    }
    if field.kind == .code, Self.hasExponent(bytes) {
      return TextVerdict(code: 0, isRewritten: true, fault: .codeWithExponent)
    }
    if normalises, NumeralReader.saysMissing(text), BooleanText.read(text) == nil {
      return TextVerdict(code: 0, isRewritten: true, saysMissing: true)
    }
    var verdict = normalises ? normalised(text, dateOrder, pool) : TextVerdict(code: code)
    if RowWords.isTotal(text) {
      verdict.total = .plain
      if normalises { verdict.fault = nil }
    } else if RowWords.beginsLikeTotal(text) {
      verdict.total = .beginning
    }
    if verdict.fault == nil, verdict.total == .none { verdict.fault = fault(text) }
    return verdict
  }

  /// True for texts that begin like a total, an average or an error value.
  private func mayBeMarked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "j"), UInt8(ascii: "t"), UInt8(ascii: "g"), UInt8(ascii: "s"),
      UInt8(ascii: "r"), UInt8(ascii: "#"):
      return true
    default: return false
    }
  }

  /// True for numbers that a spreadsheet program wrote with an exponent, as `3.30401E+15`.
  private static func hasExponent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard bytes.count >= 4, let sign = bytes.firstIndex(of: UInt8(ascii: "+")), sign >= 2,
      bytes[sign - 1] | 0x20 == UInt8(ascii: "e"), bytes.count - sign > 1, bytes.count - sign < 5,
      isDigit(bytes[0])
    else { return false }
    return bytes[(sign + 1)...].allSatisfy(isDigit)
      && bytes[1..<sign - 1].enumerated().allSatisfy { place, byte in
        isDigit(byte) || place == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","))
      }
  }

  private func normalised(_ text: String, _ order: Field.DateOrder?, _ pool: TextPool)
    -> TextVerdict
  {
    let value: String?
    var fault: CellFault.Reason
    switch field.kind {
    case .date:
      switch DateText.read(text, order: order) {
      case .day(let day): (value, fault) = (day, .date)
      case .ambiguous(let one, let other): (value, fault) = (nil, .ambiguousDate([one, other]))
      case .none: (value, fault) = (nil, .date)
      }
    case .period: (value, fault) = (PeriodText.read(text), .period)
    default: (value, fault) = (BooleanText.read(text), .boolean)
    }
    guard let value else { return TextVerdict(code: 0, isRewritten: true, fault: fault) }
    return TextVerdict(code: pool.intern(value), isRewritten: value != text)
  }

  private func fault(_ text: String) -> CellFault.Reason? {
    if !allowed.isEmpty, !allowed.contains(text) {
      let key = LabelForm.key(text)
      let nearest = field.constraints.values.min {
        EditDistance.between(LabelForm.key($0), key) < EditDistance.between(LabelForm.key($1), key)
      }
      return .notListed(nearest: nearest)
    }
    if let pattern, (try? pattern.wholeMatch(in: text)) == nil {
      return .pattern(field.constraints.pattern ?? "")
    }
    return nil
  }
}

extension HeaderText {
  /// A text without the blanks at its ends.
  static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return "" }
      return String(decoding: bytes[Blanks.trim(start, bytes.count)], as: UTF8.self)
    }
  }
}
