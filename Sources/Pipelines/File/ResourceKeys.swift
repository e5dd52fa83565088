import Tabular

extension KeyTable {
  /// The keys of a resource.
  static let resource = KeyTable(
    "resource",
    [
      .required(
        "path", .either([.text, .list(.text)]),
        "The file, or a pattern that names several of one form."),
      .optional("title", .text, "The title for people."),
      .optional("description", .text, "What the records are."),
      .optional(
        "sheet", .either([.text, .list(.text)]),
        "The sheet of a workbook, or a list or pattern that names several of one form."),
      .optional("range", .text, "The part of the sheet that holds the table, as B4:H20."),
      .optional(
        "limits", .object(.limits), "How large things in a workbook may be before it is refused."),
      .optional(
        "dialect", .object(.dialect), "How the text is written; detected where it is left out."),
      .optional(
        "blocks", .word(["repeated"]), "Several tables of one form stand below each other."),
      .optional(
        "header", .list(.object(.headerRow)),
        "The rows of the header, from the top, where they become fields."),
      .required("fields", .list(.object(.field)), "The fields of the table, after all steps."),
      .optional(
        "primaryKey", .either([.text, .list(.text)]), "The fields that identify a record."),
      .optional("steps", .list(.verb(.step)), "How the records are reshaped, in order."),
      .optional("totals", .sentence, "The condition that records which state totals fulfil."),
      .optional(
        "levels", .either([.list(.object(.level)), .object(.levelField)]),
        "How the records nest, outermost first."),
      .optional(
        "office", .either([.text, .object(.officeField)]),
        "The office that the data come from, or the field that holds its name."),
    ])

  /// The keys of a dialect, as in Table Dialect.
  static let dialect = KeyTable(
    "dialect",
    [
      .optional("delimiter", .word([",", ";", "\t", "tab", "|"]), "What stands between cells."),
      .optional(
        "encoding", .word(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
        "How characters are stored."),
      .optional(
        "quoteChar", .word(["\"", "'", "none"]), "What stands around cells that hold a delimiter."),
      .optional(
        "headerRows", .list(.ordinal), "The physical lines of the header; [] where there is none."),
      .optional("decimalChar", .word([",", "."]), "The decimal mark."),
      .optional(
        "groupChar", .word([".", ",", " ", "none"]), "What stands between groups of three digits."),
    ])

  /// The limits of a workbook.
  static let limits = KeyTable(
    "limits",
    [
      .optional("unpackedSize", .ordinal, "The most bytes that one part may unpack to."),
      .optional("unpackedRatio", .ordinal, "How many times its packed size a part may unpack to."),
      .optional(
        "heldSize", .ordinal, "The most bytes of an XLS or HTML file, which are held in memory."),
      .optional("cells", .ordinal, "The most cells of a sheet that hold something."),
      .optional("sharedTextSize", .ordinal, "The most bytes of all shared texts."),
    ])

  /// The keys of one row of a header that becomes fields.
  static let headerRow = KeyTable(
    "header",
    [
      .required(
        "field", .text, "The name under which the labels of this row are known to the steps."),
      .required(
        "reads", .word(["across", "down"]),
        "across: a label holds for the columns up to the next one; down: for its own column."),
    ])

  /// The keys of a field, as in Table Schema where it has one.
  static let field = KeyTable(
    "field",
    [
      .required("name", .text, "The name that rules use: lower case, digits, underscores."),
      .optional(
        "label", .either([.text, .list(.text)]),
        "The header text as it stands in the file; several where files differ."),
      .optional(
        "from", .word(Resource.Origin.allCases.map(\.rawValue)),
        "Where a record comes from, for a field that stands in no column."),
      .optional(
        "type", .word(Field.Kind.allCases.map(\.rawValue)),
        "What the values are; text where it is left out."),
      .optional("unit", .text, "The unit, as rupiah or orang."),
      .optional("title", .text, "The title for people."),
      .optional("description", .text, "A sentence for the data dictionary."),
      .optional("required", .truth, "A missing value is a finding."),
      .optional("unique", .truth, "A value that stands twice is a finding."),
      .optional("minimum", .number, "The smallest allowed number."),
      .optional("maximum", .number, "The largest allowed number."),
      .optional("pattern", .text, "A regular expression for the whole value."),
      .optional("enum", .list(.text), "The allowed values."),
      .optional("list", .text, "The code list the value must be in."),
      .optional(
        "missingValues", .list(.text),
        "Texts that stand for a missing value, besides the empty cell."),
      .optional("as written", .object(.writing), "How a number or a date is written."),
    ])

  /// The keys that tell how a value is written.
  static let writing = KeyTable(
    "as written",
    [
      .optional(
        "affix", .either([.text, .list(.text)]), "Text around the number, as Rp or pengikut."),
      .optional("pattern", .text, "The text around the number, with (.*) for the number."),
      .optional(
        "unit", .text,
        "What the figures are printed in, as juta rupiah; the values are in the unit of the field."),
      .optional(
        "convention", .word(["indonesian", "english"]), "indonesian: 1.234,5; english: 1,234.5."),
      .optional(
        "order", .word(["day first", "month first"]),
        "What comes first in a date of two numbers, as 3/1/2020."),
      .optional(
        "digits", .word(Field.Digits.allCases.map(\.rawValue)),
        "Which digits of a number in a workbook count: those that its cell shows, or all stored."),
      .optional(
        "decimals", .ordinal,
        "The decimals that stored digits have at least: 3 where 3,000 is stored as 3."),
    ])

  /// The keys of a level that is told by the records themselves.
  static let level = KeyTable(
    "level",
    [
      .required("level", .text, "The name of the level."),
      .required("where", .sentence, "The condition that records of this level fulfil."),
    ])

  /// The keys of levels that are told by a field.
  static let levelField = KeyTable(
    "levels",
    [
      .optional("code", .text, "The field whose codes nest: 5.1.2 belongs to 5.1."),
      .optional(
        "separator", .text, "What stands between the parts of a code; a point where it is left out."
      ),
      .optional(
        "numbering", .text,
        "The field that holds the numbers of an outline: a. belongs to the 1. before it."),
      .optional("indent", .text, "The field whose indented texts nest."),
      .optional("key", .text, "The field that identifies a record."),
      .optional("parent", .text, "The field that holds the key of the record above."),
    ])
}
