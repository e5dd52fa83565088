extension KeyTable {
  /// The verbs of a step.
  static let step = KeyTable(
    "step",
    [
      .optional("select", .list(.text), "Keep these columns, in this order."),
      .optional("rename", .map(.text), "Give columns other names: label: name."),
      .optional("fill-down", .list(.text), "Repeat what stands above an empty cell."),
      .optional("unpivot", .object(.unpivot), "Make a record of every cell that is not a key."),
      .optional(
        "pivot", .map(.either([.text, .map(.either([.text, .nothing]))])),
        "Make columns of the texts of one column: column: { text: name }."),
      .optional("split", .map(.object(.split)), "Part a column into several."),
      .optional(
        "normalise", .map(.object(.normalisation)), "Write the texts of a column in one way."),
      .optional(
        "extract", .map(.either([.text, .list(.text)])),
        "Make columns of what stands inside texts: column: pattern with (?<name>…)."),
      .optional(
        "keep", .map(.either([.text, .list(.text)])),
        "Keep the records whose text one of the patterns fits: column: pattern."),
      .optional(
        "drop", .map(.either([.text, .list(.text)])),
        "Leave out the records whose text one of the patterns fits: column: pattern."),
      .optional("filter", .sentence, "Keep the records that fulfil a condition."),
      .optional("derive", .map(.sentence), "Add fields: name: expression."),
      .optional("join", .object(.join), "Add fields from another table."),
    ])

  /// The keys of `unpivot`.
  static let unpivot = KeyTable(
    "unpivot",
    [
      .required("keys", .list(.text), "The columns that every record keeps."),
      .required(
        "into", .either([.text, .list(.text)]),
        "The columns that receive the labels, one for each header row."),
      .optional("value", .text, "The column that receives the cell; nilai where it is left out."),
    ])

  /// The keys of `split`.
  static let split = KeyTable(
    "split",
    [
      .required("at", .text, "The text at which the column is parted."),
      .required(
        "into", .list(.text), "The columns that receive the parts; the last one receives the rest."),
    ])

  /// The keys of `normalise`.
  static let normalisation = KeyTable(
    "normalise",
    [
      .optional("trim", .truth, "Drop blanks at both ends."),
      .optional(
        "blanks", .word(["collapse", "remove"]),
        "collapse: one blank where several stand; remove: none."),
      .optional("case", .word(["upper", "lower"]), "Write all letters large or small."),
      .optional("drop-prefix", .either([.text, .list(.text)]), "Texts to drop at the beginning."),
      .optional("drop-suffix", .either([.text, .list(.text)]), "Texts to drop at the end."),
      .optional(
        "replace", .map(.either([.text, .nothing])),
        "Whole texts to be written otherwise: text: other."),
      .optional("aliases", .text, "The code list whose other spellings are replaced by the code."),
    ])

  /// The keys of `join`.
  static let join = KeyTable(
    "join",
    [
      .required("with", .text, "The other table."),
      .required(
        "on", .either([.text, .list(.text), .map(.text)]),
        "The fields that must agree; here: there where they differ."),
      .required(
        "take", .either([.text, .list(.text), .map(.text)]),
        "The fields to add; here: there where they differ."),
      .optional(
        "names", .word(["near", "alike"]),
        "How else a name that must agree may be written: with a slip, or in other words."),
    ])
}
