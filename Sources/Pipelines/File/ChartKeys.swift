extension KeyTable {
  /// The forms of a chart, one of which a dataset may have.
  static let chart = KeyTable(
    "chart",
    [
      .optional(
        "pyramid", .object(.pyramid), "Two figures of each record, to the left and to the right."),
      .optional("bars", .object(.barChart), "One figure of each record."),
      .optional(
        "realisation", .object(.realisation), "A part of each record's whole, as what was spent."),
    ])

  /// The keys of a pyramid.
  static let pyramid = KeyTable(
    "pyramid",
    [
      .required("label", .text, "The field that names the records."),
      .required("left", .text, "The field of the figures to the left."),
      .required("right", .text, "The field of the figures to the right."),
    ])

  /// The keys of bars.
  static let barChart = KeyTable(
    "bars",
    [
      .required("label", .text, "The field that names the records."),
      .required("value", .text, "The field of the figures."),
    ])

  /// The keys of a realisation.
  static let realisation = KeyTable(
    "realisation",
    [
      .required("label", .text, "The field that names the records."),
      .required("value", .text, "The field of the part, as what was spent."),
      .required("whole", .text, "The field of the whole, as the budget."),
    ])

  /// The keys of an office that stands in the records.
  static let officeField = KeyTable(
    "office", [.required("field", .text, "The field that holds the name of the office.")])
}
