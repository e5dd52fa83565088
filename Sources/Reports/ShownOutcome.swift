import Rules

/// What people are told that became of a rule: its value, and whether it applied at all.
enum ShownOutcome: CaseIterable {
  case satisfied, violated, unverifiable
  /// Its `when` was fulfilled by no record.
  case inapplicable

  init(_ outcome: RuleOutcome) {
    switch outcome.value {
    case .satisfied: self = .satisfied
    case .violated: self = .violated
    case .unverifiable: self = outcome.applies ? .unverifiable : .inapplicable
    }
  }
}
