extension KeyTable {
  /// The keys of a settings file.
  static let settings = KeyTable(
    "settings",
    [
      .optional("title", .text, "Whose files and parameters these are."),
      .optional(
        "parameters", .map(.text),
        "Other values for parameters of the pipelines and of the files they refer to."),
      .optional(
        "paths", .map(.either([.text, .list(.text)])),
        "Other files: pipeline.resource: path, list of paths or pattern; for a code list from a file, list: path."
      ),
    ])
}
