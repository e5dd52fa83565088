/// The convention of a field and what it rests on, or why none can be told.
public enum ConventionSettlement: Sendable, Hashable {
  /// What a settled convention rests on.
  public enum Basis: Sendable, Hashable {
    /// The pipeline file says so.
    case given
    /// Values of the field show it: how many, how many speak for the other convention, and an
    /// example of each.
    case values(count: Int, example: String, against: Int, counterexample: String?)
    /// Values could be read both ways, and only one of them gives whole numbers, as the declared
    /// type demands.
    case type(example: String)
    /// The values are numbers in their workbook, which no convention writes.
    case stored
    /// No value says anything.
    case assumed
  }

  /// One convention for all values.
  case settled(Notation.Convention, Basis)
  /// Both conventions stand side by side; every value that only one of them can read is read by
  /// that one, and the others are ambiguous.
  case mixed(indonesian: ConventionEvidence.Tally, english: ConventionEvidence.Tally)
  /// Every value that says something can be read both ways: an example, with the value by the
  /// Indonesian and by the English convention.
  case ambiguous(example: String, indonesian: ExactDecimal, english: ExactDecimal)

  /// The convention to read with; nil where each value must speak for itself.
  public var convention: Notation.Convention? {
    if case .settled(let convention, _) = self { convention } else { nil }
  }
}

extension ConventionEvidence {
  /// One value in this many may speak against a convention that all others speak for; it is then
  /// refused by itself, with its reading by the other convention.
  public static let outlierShare = 20

  /// Settles the convention: as declared, else by values that only one convention can read, else by
  /// the type, else refused; Indonesian where no value has a mark at all.
  public func settle(
    declared: Notation.Convention? = nil, wholeOnly: Bool = false
  ) -> ConventionSettlement {
    if let declared { return .settled(declared, .given) }
    if let settled = settledByValues { return settled }
    guard ambiguousPoint.count + ambiguousComma.count > 0 else {
      return .settled(.indonesian, .assumed)
    }
    if wholeOnly { return settledByType }
    return refused
  }

  private var settledByValues: ConventionSettlement? {
    guard indonesian.count + english.count > 0 else { return nil }
    if english.count * Self.outlierShare <= indonesian.count {
      return .settled(.indonesian, Self.basis(indonesian, against: english))
    }
    if indonesian.count * Self.outlierShare <= english.count {
      return .settled(.english, Self.basis(english, against: indonesian))
    }
    return .mixed(indonesian: indonesian, english: english)
  }

  private static func basis(_ tally: Tally, against: Tally) -> ConventionSettlement.Basis {
    .values(
      count: tally.count, example: tally.example ?? "", against: against.count,
      counterexample: against.example)
  }

  /// Whole numbers have no decimal mark, so the only mark groups.
  private var settledByType: ConventionSettlement {
    if ambiguousComma.count == 0 {
      return .settled(.indonesian, .type(example: ambiguousPoint.example ?? ""))
    }
    if ambiguousPoint.count == 0 {
      return .settled(.english, .type(example: ambiguousComma.example ?? ""))
    }
    return .mixed(indonesian: ambiguousPoint, english: ambiguousComma)
  }

  private var refused: ConventionSettlement {
    let example = ambiguousPoint.example ?? ambiguousComma.example ?? ""
    guard case .ambiguous(let values) = reader.read(example), values.count == 2 else {
      return .settled(.indonesian, .assumed)
    }
    return .ambiguous(example: example, indonesian: values[0], english: values[1])
  }
}
