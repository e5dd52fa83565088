public import Tabular

/// The one mistake that explains one or more findings: what probably happened, which cells are
/// wrong, and what they should be.
public struct Cause: Sendable, Hashable {
  /// The number of the cause in its run, from 1, in the order of gravity.
  public var id: Int
  /// The fingerprints of the findings that it explains, in their order.
  public var findings: [String]
  /// The gravest severity of those.
  public var severity: Severity
  /// How sure it is.
  public var confidence: Confidence
  /// The explanation that is best supported.
  public var explanation: Explanation
  /// The other explanations that the data leave open, the likelier first.
  public var alternatives: [Explanation]
  /// True where more explanations were possible than the bound on the work allowed to try.
  public var isBounded: Bool

  /// Makes a cause.
  public init(
    id: Int, findings: [String], severity: Severity, confidence: Confidence,
    explanation: Explanation, alternatives: [Explanation] = [], isBounded: Bool = false
  ) {
    self.id = id
    self.findings = findings
    self.severity = severity
    self.confidence = confidence
    self.explanation = explanation
    self.alternatives = alternatives
    self.isBounded = isBounded
  }
}

extension Cause {
  /// How sure an explanation is.
  public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// No other explanation comes near; its proposals may be applied.
    case certain
    /// The best of several.
    case likely
    /// One of several that are as good, or one that nothing else supports.
    case possible
  }

  /// How a figure came to be wrong.
  public enum Mechanism: String, Sendable, Hashable, CaseIterable {
    /// A part is missing from a sum.
    case missingPart = "missing-part"
    /// A part was added twice, or does not belong to the sum.
    case countedTwice = "counted-twice"
    /// The figures of a record are those of another.
    case copiedRow = "copied-row"
    /// The figure is that of a neighbour or of the total.
    case copiedCell = "copied-cell"
    /// One digit is another.
    case digitTypo = "digit-typo"
    /// Two digits changed places.
    case transposedDigits = "transposed-digits"
    /// A digit was left out.
    case lostDigit = "lost-digit"
    /// A digit was written once too often.
    case extraDigit = "extra-digit"
    /// A separator is missing, doubled or misplaced.
    case separator
    /// Ten, a thousand or a million times too much or too little.
    case unitFactor = "unit-factor"
    /// The sign is the other one.
    case sign
    /// Cut off where it should have been rounded.
    case truncated
    /// It is the value of last year, of another phase, or the target.
    case staleValue = "stale-value"
    /// It was calculated from another figure than it should have been.
    case wrongBase = "wrong-base"
    /// It was calculated from a figure that is wrong itself.
    case derived
    /// A name that is written in another way than everywhere else.
    case nameTypo = "name-typo"
    /// Printed values that each pass alone, but that no true values can satisfy together.
    case jointRounding = "joint-rounding"
    /// Two statements that contradict each other, where every repair of one breaks another that
    /// holds, or nothing tells which of them is wrong.
    case conflict
    /// Nothing tells how it came about.
    case unknown
  }

  /// A cell that is wrong and what should stand in it.
  public struct Cell: Sendable, Hashable {
    /// Where it stands.
    public var location: Location
    /// The text as found.
    public var raw: String
    /// What should stand there, written as the source writes it; nil where that is not known.
    public var proposal: String?
    /// The proposal as an exact decimal with a point; nil where it is a text or not known.
    public var value: String?

    /// Makes a cell.
    public init(location: Location, raw: String, proposal: String? = nil, value: String? = nil) {
      self.location = location
      self.raw = raw
      self.proposal = proposal
      self.value = value
    }
  }

  /// One way in which the findings can be explained.
  public struct Explanation: Sendable, Hashable {
    /// How it came about.
    public var mechanism: Mechanism
    /// The cells to be changed, the root of the mistake first.
    public var cells: [Cell]
    /// What supports it: the parts that are missing or were added twice, the cell that was copied,
    /// the figures that it was wrongly calculated from.
    public var evidence: [Finding.Cell]
    /// The sentence for people.
    public var message: Message

    /// Makes an explanation.
    public init(
      mechanism: Mechanism, cells: [Cell], evidence: [Finding.Cell] = [], message: Message
    ) {
      self.mechanism = mechanism
      self.cells = cells
      self.evidence = evidence
      self.message = message
    }
  }
}
