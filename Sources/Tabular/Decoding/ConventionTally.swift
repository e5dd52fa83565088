import Numerals

/// What the values of a field say about its convention, counted over all of them.
///
/// Other than `ConventionEvidence` it can count values that were never looked at one by one, and it
/// lets the type weigh in: where values have no decimals, or at most two as money has, the only
/// mark with three digits behind it groups.
struct ConventionTally {
  /// Values that only one convention can read.
  private var sure: [Notation.Convention: ConventionEvidence.Tally] = [:]
  /// Values with one mark, which may group: by the convention in which it does.
  private var grouping: [Notation.Convention: ConventionEvidence.Tally] = [:]
  /// True where some value but zero has no mark, so that marks don't stand in all of them.
  private var hasUnmarked = false
  private let reader: NumeralReader
  private let field: Field
  /// True where values are printed in thousands or more, so that any of them may have decimals.
  private let isRounded: Bool

  /// No values yet.
  init(field: Field, options: NumeralReader.Options, isRounded: Bool = false) {
    self.field = field
    self.isRounded = isRounded
    var open = options
    open.convention = nil
    reader = NumeralReader(open)
  }

  /// True where the only mark with three digits behind it groups.
  ///
  /// In numbers of thousands three decimals are as likely as groups, unless some number shows that
  /// decimals aren't printed everywhere.
  private var groupsByType: Bool {
    (field.kind.isWhole || field.kind == .amount) && (!isRounded || hasUnmarked)
  }

  /// Counts one value in UTF-8.
  mutating func observe(_ cell: UnsafeBufferPointer<UInt8>) {
    guard cell.contains(where: Self.isMark) else {
      if isRounded, cell.contains(where: { $0 &- 0x31 < 9 }) { hasUnmarked = true }
      return
    }
    switch reader.read(cell) {
    case .missing: return
    case .malformed:
      if let (figure, _) = FigureMark.part(cell) {
        observe(UnsafeBufferPointer(rebasing: cell[figure]))
      }
      return
    case .ambiguous:
      let isPoint = cell.contains(UInt8(ascii: "."))
      Self.count(1, in: &grouping, isPoint ? .indonesian : .english) {
        String(decoding: cell, as: UTF8.self)
      }
    case .value(_, let notation):
      Self.count(1, in: &sure, notation.convention) { String(decoding: cell, as: UTF8.self) }
    }
  }

  /// Counts the values from `start` on that a notation writes as they stand there; `others` of the
  /// mantissas are 0 and stand for no such value.
  mutating func observe(
    _ mantissas: UnsafeBufferPointer<Int64>, from start: Int, others: Int, scale: Int,
    _ notation: Notation
  ) {
    if isRounded, scale == 0, !hasUnmarked {
      hasUnmarked = mantissas[start...].contains { (1..<1_000).contains($0.magnitude) }
    }
    guard scale > 0 || notation.grouping == .thousands else { return }
    var (certain, doubtful) = (0, 0)
    if scale == 0 {
      for row in start..<mantissas.count {
        let size = mantissas[row].magnitude
        certain &+= size >= 1_000_000 ? 1 : 0
        doubtful &+= size >= 1_000 ? 1 : 0
      }
      doubtful -= certain
    } else if scale == 3 {
      for row in start..<mantissas.count {
        let size = mantissas[row].magnitude
        doubtful &+= size >= 1_000 && size < 1_000_000 ? 1 : 0
      }
      certain = mantissas.count - start - doubtful - others
    } else {
      certain = mantissas.count - start - others
    }
    func example(_ isMeant: (UInt64) -> Bool) -> String {
      let mantissa = mantissas[start...].first { isMeant($0.magnitude) } ?? 0
      return notation.written(ExactDecimal(mantissa: Int128(mantissa), scale: scale))
    }
    if certain > 0 {
      Self.count(certain, in: &sure, notation.convention) {
        example { scale == 0 ? $0 >= 1_000_000 : $0 > 0 && (scale != 3 || $0 < 1_000) }
      }
    }
    if doubtful > 0 {
      let groups = scale == 0 ? notation.convention : notation.convention.other
      Self.count(doubtful, in: &grouping, groups) { example { (1_000..<1_000_000).contains($0) } }
    }
  }

  private static func count(
    _ times: Int, in tallies: inout [Notation.Convention: ConventionEvidence.Tally],
    _ convention: Notation.Convention, _ example: () -> String
  ) {
    let known = tallies[convention] ?? ConventionEvidence.Tally()
    tallies[convention] = ConventionEvidence.Tally(
      count: known.count + times, example: known.example ?? example())
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "^")
  }
}

extension ConventionTally {
  /// What the values settle: as declared, else by values that only one convention can read, else
  /// by the type, else nothing; Indonesian where no value has a mark.
  var settlement: ConventionSettlement {
    if let convention = field.convention { return .settled(convention, .given) }
    let (indonesian, english) = (votes(for: .indonesian), votes(for: .english))
    let share = ConventionEvidence.outlierShare
    guard indonesian.count + english.count > 0 else {
      return grouping.isEmpty ? .settled(.indonesian, .assumed) : refused
    }
    if english.count * share <= indonesian.count {
      return settled(.indonesian, indonesian, english)
    }
    if indonesian.count * share <= english.count { return settled(.english, english, indonesian) }
    guard field.kind.isWhole, !isRounded else {
      return .mixed(indonesian: indonesian, english: english)
    }
    // Grouped either way a whole number is the same; the rarer way is refused cell by cell.
    return english.count > indonesian.count
      ? settled(.english, english, indonesian) : settled(.indonesian, indonesian, english)
  }

  private func votes(for convention: Notation.Convention) -> ConventionEvidence.Tally {
    let sure = sure[convention] ?? ConventionEvidence.Tally()
    guard groupsByType, let grouping = grouping[convention] else { return sure }
    return ConventionEvidence.Tally(
      count: sure.count + grouping.count, example: sure.example ?? grouping.example)
  }

  private func settled(
    _ convention: Notation.Convention, _ votes: ConventionEvidence.Tally,
    _ against: ConventionEvidence.Tally
  ) -> ConventionSettlement {
    guard sure[convention] != nil || against.count > 0 else {
      return .settled(convention, .type(example: votes.example ?? ""))
    }
    return .settled(
      convention,
      .values(
        count: votes.count, example: votes.example ?? "", against: against.count,
        counterexample: against.example))
  }

  private var refused: ConventionSettlement {
    let example = grouping[.indonesian]?.example ?? grouping[.english]?.example ?? ""
    guard case .ambiguous(let values) = reader.read(example), values.count == 2 else {
      return .settled(.indonesian, .assumed)
    }
    return .ambiguous(example: example, indonesian: values[0], english: values[1])
  }
}
