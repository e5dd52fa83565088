import Tabular

/// How much it matters that a name is not written as it should be; never more than the rule itself.
struct NameGrades {
  private let definition: RuleDefinition

  init(_ definition: RuleDefinition) { self.definition = definition }

  /// A name with a slip in it.
  var near: Severity { atMost(definition.nearMiss ?? .note) }

  /// A name that differs by a slip from one that stands for itself already: the list may have both.
  var nearTaken: Severity { atMost(definition.nearMiss ?? .warning) }

  /// A different name for the same thing.
  var alike: Severity { atMost(.warning) }

  /// Texts that should be the same and are not.
  func ofTexts(_ one: String, _ other: String) -> Severity {
    guard let nearMiss = definition.nearMiss, NameMatcher.slips(between: one, and: other) != nil
    else { return definition.severity }
    return atMost(nearMiss)
  }

  private func atMost(_ severity: Severity) -> Severity { min(severity, definition.severity) }
}

/// What tells two spellings of a name apart.
enum SpellingDifference {
  /// A slip.
  case slip
  /// Other words.
  case name
}

extension SpecialChecks {
  /// A name that is written otherwise in two lists.
  func spelling(
    _ one: (table: Int, record: Int, field: FieldReference),
    _ other: (table: Int, record: Int, field: FieldReference),
    names: (String, String), severity: Severity, difference: SpellingDifference
  ) -> Draft {
    Draft(
      kind: .members, severity: severity, statedText: names.0, expectedText: names.1,
      cells: [
        Draft.CellReference(
          role: .stated, table: one.table, record: one.record, field: one.field.position),
        Draft.CellReference(
          role: .other, table: other.table, record: other.record, field: other.field.position),
      ],
      table: one.table, key: [names.0, names.1],
      fact: .spelling(other: names.1, difference), record: one.record)
  }
}
