import Numerals
import Spreadsheets
import Tabular

extension Resource {
  /// The resource as a pipeline file would declare it, under `resources:`.
  var yaml: String {
    var lines = ["resources:", "  \(name):"]
    lines.append("    path: \(YAMLText.list(paths, single: true))")
    if !sheets.isEmpty { lines.append("    sheet: \(YAMLText.list(sheets, single: true))") }
    if let range { lines.append("    range: \(YAMLText.scalar(range))") }
    let usual = SpreadsheetLimits()
    let raised = SpreadsheetError.Limit.allCases.filter { limits[$0] != usual[$0] }
    if !raised.isEmpty {
      let keys = raised.map { ($0.rawValue, String(limits[$0])) }
      lines.append("    limits: \(YAMLText.keys(keys))")
    }
    lines.append("    dialect: \(YAMLText.keys(dialect.yaml))")
    if blocks == .repeated { lines.append("    blocks: repeated") }
    if !header.isEmpty {
      lines.append("    header:")
      for row in header {
        lines.append("      - { field: \(row.field), reads: \(row.reads.rawValue) }")
      }
    }
    lines.append("    fields:")
    for field in schema.fields { lines.append("      - \(YAMLText.keys(field.yaml))") }
    if let totals { lines.append("    totals: \(totals)") }
    if !steps.isEmpty {
      lines.append("    steps:")
      for step in steps { lines += step.yaml.map { "      - \($0)" } }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Resource.Dialect {
  /// What was said, as keys with values.
  fileprivate var yaml: [(String, String)] {
    let delimiter = delimiter == "\t" ? "tab" : delimiter
    let rows = headerRows.map { "[" + $0.map(String.init).joined(separator: ", ") + "]" }
    return [
      ("delimiter", delimiter.map(YAMLText.scalar)), ("encoding", encoding.map(YAMLText.scalar)),
      ("quoteChar", quoteChar.map(YAMLText.scalar)), ("headerRows", rows),
      ("decimalChar", decimalChar.map(YAMLText.scalar)),
      ("groupChar", groupChar.map(YAMLText.scalar)),
    ].compactMap { key, value in value.map { (key, $0) } }
  }
}

extension Field {
  /// The declaration, as keys with values.
  fileprivate var yaml: [(String, String)] {
    var written: [(String, String)] = []
    if !affixes.isEmpty { written.append(("affix", YAMLText.list(affixes, single: true))) }
    if let convention { written.append(("convention", convention.rawValue)) }
    if let writtenUnit { written.append(("unit", YAMLText.scalar(writtenUnit.name))) }
    var keys = [("name", name)]
    if labels != [name] { keys.append(("label", YAMLText.list(labels, single: true))) }
    keys.append(("type", kind.rawValue))
    if let unit { keys.append(("unit", YAMLText.scalar(unit))) }
    if !missingValues.isEmpty {
      keys.append(("missingValues", YAMLText.list(missingValues, single: false)))
    }
    if !written.isEmpty { keys.append(("as written", YAMLText.keys(written))) }
    return keys
  }
}

extension Step {
  /// The step as it stands in a pipeline file; none for steps that descriptions don't have.
  fileprivate var yaml: [String] {
    switch action {
    case .unpivot(let keys, let into, let value):
      let (keys, into) = (YAMLText.list(keys, single: false), YAMLText.list(into, single: false))
      return ["unpivot: { keys: \(keys), into: \(into), value: \(YAMLText.scalar(value)) }"]
    case .pivot(let column, let names, let value):
      let targets = names.map { (YAMLText.scalar($0.text), $0.column.map(YAMLText.scalar) ?? "~") }
      return ["pivot: { \(column): \(YAMLText.keys(targets)), value: \(YAMLText.scalar(value)) }"]
    default: return []
    }
  }
}

/// Texts as they are written in YAML, on one line.
enum YAMLText {
  /// A text, in quotes where YAML would take it for something else.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A list; a single text stands alone where that is wanted.
  static func list(_ texts: [String], single: Bool) -> String {
    if single, texts.count == 1 { return scalar(texts[0]) }
    return "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// Keys with values that are written already.
  static func keys(_ entries: [(String, String)]) -> String {
    "{ " + entries.map { "\($0): \($1)" }.joined(separator: ", ") + " }"
  }

  private static func isPlain(_ text: String) -> Bool {
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    let inner = text.unicodeScalars.allSatisfy {
      isLetter($0) || ("0"..."9").contains($0) || " _-./".unicodeScalars.contains($0)
    }
    return isLetter(first) && last != " " && inner && !words.contains(text.lowercased())
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _
      where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
        || [0x2028, 0x2029, 0xfeff, 0x85].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
