public import Tabular

/// One form of rule, with examples that are documentation and test at once.
public struct RuleForm: Sendable {
  /// A rule over small tables, with the cells that it finds.
  public struct Example: Sendable {
    /// The rule as it would stand in a pipeline file.
    public var rule: String
    /// The condition under which it fires; nil for always.
    public var when: String?
    /// The table the rule is about: names with kinds, then records; cells divided by `|`, and a `!`
    /// behind a cell that the rule finds.
    public var table: String
    /// Other tables that it speaks of, by name.
    public var others: [String: String]
    /// The condition that marks totals; nil for none.
    public var totals: String?

    /// Makes an example.
    public init(
      _ rule: String, when: String? = nil, table: String, others: [String: String] = [:],
      totals: String? = nil
    ) {
      self.rule = rule
      self.when = when
      self.table = table
      self.others = others
      self.totals = totals
    }
  }

  /// The name by which it is asked for.
  public var name: String
  /// How it is written.
  public var syntax: String
  /// What it demands.
  public var meaning: Message
  /// Examples, the simplest first.
  public var examples: [Example]

  /// Every form of the language, the commonest first.
  public static let all: [RuleForm] = arithmetic + overGroups + overTables + overRecords

  /// The words that conditions are made of, and the six modes for missing parts.
  public static let notes: [Message] = [
    Message(
      indonesian: """
        '=' berarti sesuai dalam batas pembulatan yang tercetak; '==' berarti sama persis; \
        < <= > >= != membandingkan nilainya.
        """,
      english: """
        '=' means agrees within what was printed; '==' the very same; < <= > >= != compare values.
        """),
    Message(
      indonesian: """
        Syarat: and, or, not, in DAFTAR, in (a, b), between a and b, is missing, is present, \
        contains, starts with, ends with, matches.
        """,
      english: """
        Conditions: and, or, not, in LIST, in (a, b), between a and b, is missing, is present, \
        contains, starts with, ends with, matches.
        """),
    Message(
      indonesian: """
        Agregat: sum, count, mean, min, max, distinct, total; masing-masing dengan \
        where SYARAT dan by FIELD. sum dan mean tidak menghitung baris total atau jenjang luar, \
        kecuali by atau where menyebut field yang membedakannya.
        """,
      english: """
        Aggregates: sum, count, mean, min, max, distinct, total; each with where CONDITION and by \
        FIELDS. sum and mean leave out totals and outer levels, unless by or where names the \
        fields that tell them apart.
        """),
    Message(
      indonesian: """
        missing: non_null (bawaan), non_zero, partial_null, partial_zero, always_null, \
        always_zero, seperti dalam VTL 2.0.
        """,
      english: """
        missing: non_null (the default), non_zero, partial_null, partial_zero, always_null, \
        always_zero, as in VTL 2.0.
        """),
  ]
}
