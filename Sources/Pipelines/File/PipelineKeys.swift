extension KeyTable {
  /// The keys of a pipeline file.
  static let pipeline = KeyTable(
    "pipeline",
    [
      .required("pipeline", .text, "The name: lower case, digits, hyphens."),
      .required("title", .text, "The title for people."),
      .optional("period", .text, "The period that the data speak of, as 2023 or 2023-S1."),
      .optional("description", .text, "What the pipeline is for."),
      .optional(
        "references", .list(.text),
        "Files with shared lists, bands and parameters, relative to this file."),
      .optional("parameters", .map(.text), "Named constants that rules may use."),
      .optional(
        "uses", .either([.list(.text), .map(.text)]),
        "Tables of other pipelines, as pipeline.table, or name: pipeline.table."),
      .required("resources", .map(.object(.resource)), "What comes in: one table each."),
      .optional("rules", .list(.object(.rule)), "What must hold."),
      .optional("lists", .map(.codeList), "Code lists."),
      .optional("bands", .map(.object(.bands)), "Value ranges, each with its category."),
      .optional("datasets", .map(.object(.dataset)), "What goes out."),
    ])

  /// The keys of a file that pipelines share.
  static let references = KeyTable(
    "references",
    [
      .optional("title", .text, "What the file holds."),
      .optional("parameters", .map(.text), "Named constants that rules may use."),
      .optional("lists", .map(.codeList), "Code lists."),
      .optional("bands", .map(.object(.bands)), "Value ranges, each with its category."),
    ])

  /// The keys of a rule.
  static let rule = KeyTable(
    "rule",
    [
      .required("id", .text, "The name, unique within the pipeline."),
      .optional("in", .text, "The table whose records the rule speaks of."),
      .required("rule", .sentence, "The sentence that must hold."),
      .optional("title", .text, "The title for people."),
      .optional(
        "severity", .word(["error", "warning", "note"]),
        "How much a violation matters; error holds the dataset back."),
      .optional("when", .sentence, "The condition under which the rule may fire."),
      .optional(
        "tolerance", .text,
        "An absolute (500) or relative (1%) tolerance instead of printing precision."),
      .optional(
        "near-miss", .word(["error", "warning", "note"]),
        "How much a name matters that differs by a slip; note where it is left out."),
      .optional("missing", .word(missingModes), "What to do about missing parts (VTL 2.0)."),
      .optional("because", .text, "Why the rule is there; reports show it."),
      .optional("source", .text, "The regulation or formula it comes from."),
    ])

  private static let missingModes = [
    "non_null", "non_zero", "partial_null", "partial_zero", "always_null", "always_zero",
  ]

  /// The keys of value ranges.
  static let bands = KeyTable(
    "bands",
    [
      .optional("title", .text, "What the ranges say."),
      .optional("source", .text, "The regulation that the ranges come from."),
      .required("ranges", .list(.object(.band)), "The ranges."),
    ])

  /// The keys of one range.
  static let band = KeyTable(
    "range",
    [
      .required("category", .text, "The category of values in this range."),
      .optional("from", .number, "The lower end, which belongs to the range."),
      .optional("above", .number, "The lower end, which does not belong to the range."),
      .optional("to", .number, "The upper end, which belongs to the range."),
      .optional("below", .number, "The upper end, which does not belong to the range."),
    ])

  /// The keys of a code list that is more than its codes.
  static let list = KeyTable(
    "list",
    [
      .optional("title", .text, "What the codes are."),
      .optional("codes", .list(.text), "The codes."),
      .optional("path", .text, "A CSV or YAML file that holds the codes."),
      .optional(
        "key", .text, "The label of the column (CSV) or the key (YAML) that holds the codes."),
      .optional(
        "where", .map(.either([.text, .list(.text)])),
        "Only rows of the CSV whose columns hold this: label: text, or label: [text, …]."),
      .optional(
        "spellings", .text,
        "The label of the column of the CSV that holds other spellings of the code in its row."),
      .optional(
        "aliases", .map(.either([.list(.text), .text])),
        "Other spellings of a code: code: [spelling, …]."),
    ])

  /// The keys of a dataset.
  static let dataset = KeyTable(
    "dataset",
    [
      .required("from", .text, "The table."),
      .optional("select", .list(.text), "The fields that go out; all where it is left out."),
      .optional("where", .sentence, "The condition that a record must fulfil to go out."),
      .optional(
        "withhold", .list(.text),
        "Rules whose flagged records are kept back instead of the whole dataset."),
      .optional("title", .text, "The title for people."),
      .optional("description", .text, "A sentence for the catalogue."),
      .optional(
        "metadata", .anything,
        "Metadata of Satu Data Indonesia: producer, concept, definition, contact …"),
      .optional("chart", .verb(.chart), "How report.html draws the records."),
    ])
}

extension Shape {
  /// A code list: its codes, or what it is made from.
  static let codeList = Shape.either([.list(.text), .object(.list)])
}
