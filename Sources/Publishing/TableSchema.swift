import Numerals
import Pipelines
import Rules
import Tabular

/// Writes the Table Schema (Data Package v2) of a dataset.
struct TableSchema {
  let description: DatasetDescription

  /// Writes the schema as a JSON object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("fields")
      json.array { json in
        for (index, field) in description.schema.fields.enumerated() {
          json.line { json in write(field, at: index, to: &json) }
        }
      }
      json.texts("missingValues", [""])
      if !description.schema.primaryKey.isEmpty {
        json.texts("primaryKey", description.schema.primaryKey)
      }
    }
  }

  private func write(_ field: Field, at index: Int, to json: inout JSONWriter) {
    let shape = description.file.facts.shapes[index]
    let type = Self.type(
      of: field, decimals: description.file.facts.decimals[index], form: shape.form)
    json.object { json in
      json.member("name", field.name)
      json.member("type", type)
      if let title = field.title ?? field.label { json.member("title", title) }
      if let text = text(of: field, at: index) { json.member("description", text) }
      if let unit = field.unit ?? (field.kind == .percent ? "%" : nil) { json.member("unit", unit) }
      if type == "boolean" {
        json.texts("trueValues", TextShape.trueWords)
        json.texts("falseValues", TextShape.falseWords)
      }
      writeConstraints(of: field, type: type, to: &json)
    }
  }

  /// What the dictionary says of a field, and to what its numbers were rounded before they came.
  private func text(of field: Field, at index: Int) -> String? {
    guard let power = description.file.facts.roundings[index],
      let place = UnitWords.place(of: power)?.indonesian
    else { return field.description }
    let unit = field.unit.map { " " + $0 } ?? ""
    let rounding = "Dibulatkan ke \(place)\(unit) oleh sumbernya."
    return [field.description, rounding].compactMap { $0 }.joined(separator: " ")
  }

  /// The type of a field: amounts without decimals and whole numbers are integers; dates, periods
  /// and truth values have their type only where every text is written so that it fits.
  static func type(of field: Field, decimals: Int, form: TextShape.Form?) -> String {
    switch field.kind {
    case .integer, .count: decimals == 0 ? "integer" : "number"
    case .amount: decimals == 0 ? "integer" : "number"
    case .decimal, .percent, .index: "number"
    case .text, .code: "string"
    case .date, .period, .boolean:
      switch form {
      case .date: "date"
      case .year: "year"
      case .yearMonth: "yearmonth"
      case .boolean: "boolean"
      case nil: "string"
      }
    }
  }

  private func writeConstraints(of field: Field, type: String, to json: inout JSONWriter) {
    let constraints = field.constraints
    let bounds = [("minimum", constraints.minimum), ("maximum", constraints.maximum)]
      .compactMap { name, value in value.flatMap { Self.bound($0, type: type) }.map { (name, $0) } }
    let pattern = type == "string" ? constraints.pattern : nil
    let allowed = allowed(constraints)
    guard
      constraints.required || constraints.unique || !bounds.isEmpty || pattern != nil
        || !allowed.isEmpty
    else { return }
    json.key("constraints")
    json.object { json in
      if constraints.required {
        json.key("required")
        json.value(true)
      }
      if constraints.unique {
        json.key("unique")
        json.value(true)
      }
      for (name, value) in bounds {
        json.key(name)
        json.value(value)
      }
      if let pattern { json.member("pattern", pattern) }
      if !allowed.isEmpty { json.texts("enum", allowed) }
    }
  }

  /// A bound as the type can express it; nil where it can't.
  private static func bound(_ value: ExactDecimal, type: String) -> ExactDecimal? {
    switch type {
    case "integer": value.rescaled(to: 0)
    case "number": value
    default: nil
    }
  }

  /// The allowed values; a list whose codes may be spelled in other ways allows too many to name.
  private func allowed(_ constraints: Field.Constraints) -> [String] {
    if !constraints.values.isEmpty { return constraints.values }
    guard let list = constraints.list.flatMap({ description.lists[$0] }), list.aliases.isEmpty
    else { return [] }
    return list.codes
  }
}

extension JSONWriter {
  /// Writes a member with a list of texts on one line.
  mutating func texts(_ name: String, _ texts: [String]) {
    key(name)
    line { json in
      json.array { json in for text in texts { json.value(text) } }
    }
  }
}
