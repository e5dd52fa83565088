import Numerals
import Rules
import Spreadsheets
import Tabular

extension PipelineBuilding {
  /// The resource that an entry of `resources` describes.
  mutating func resource(_ entry: YAMLNode.Entry) -> Resource {
    let node = entry.value
    let dialect = dialect(node["dialect"])
    var fields = (node["fields"]?.members ?? []).map { field($0, dialect) }
    checkFields(node)
    let nesting = levels(node["levels"], among: fields.map(\.name))
    if case .indent(let name) = nesting, let place = fields.firstIndex(where: { $0.name == name }) {
      fields[place].keepsIndents = true
    }
    if let range = node["range"], let text = range.text {
      do throws(SheetRange.Failure) {
        _ = try SheetRange(text)
      } catch {
        report(.reading(error.message), at: range)
      }
    }
    return Resource(
      name: entry.key.text ?? "", title: node["title"]?.text,
      description: node["description"]?.text, paths: node["path"]?.texts ?? [],
      sheets: node["sheet"]?.texts ?? [], range: node["range"]?.text, dialect: dialect,
      blocks: node["blocks"] == nil ? .single : .repeated,
      header: (node["header"]?.members ?? []).map { headerRow($0) },
      schema: Schema(fields: fields, primaryKey: primaryKey(node["primaryKey"], among: fields)),
      limits: limits(node["limits"]), origins: origins(node["fields"]),
      steps: (node["steps"]?.members ?? []).flatMap { steps($0) },
      totals: node["totals"]?.text, levels: nesting,
      office: office(node["office"], among: fields.map(\.name)), place: place(entry.key),
      pathPlace: node["path"].flatMap { $0.file == nil ? nil : place($0) })
  }

  private mutating func checkFields(_ node: YAMLNode) {
    var known: Set<String> = []
    for name in (node["fields"]?.members ?? []).compactMap({ $0["name"] }) {
      checkName(name, allowing: "_")
      if let text = name.text, !known.insert(text).inserted {
        report(.repeatedName(.field, text), at: name)
      }
    }
    if let fields = node["fields"], fields.members.isEmpty { report(.noFields, at: fields) }
  }

  private func limits(_ node: YAMLNode?) -> SpreadsheetLimits {
    var limits = SpreadsheetLimits()
    for limit in SpreadsheetError.Limit.allCases {
      if let value = node?[limit.rawValue]?.text.flatMap({ Int($0) }) { limits[limit] = value }
    }
    return limits
  }

  private func origins(_ fields: YAMLNode?) -> [String: Resource.Origin] {
    var origins: [String: Resource.Origin] = [:]
    for field in fields?.members ?? [] {
      guard let name = field["name"]?.text,
        let origin = field["from"]?.text.flatMap(Resource.Origin.init(rawValue:))
      else { continue }
      origins[name] = origin
    }
    return origins
  }

  private mutating func primaryKey(_ node: YAMLNode?, among fields: [Field]) -> [String] {
    let names = node.map { $0.text == nil ? $0.members : [$0] } ?? []
    for name in names { checkKnown(name, .field, among: fields.map(\.name)) }
    return names.compactMap(\.text)
  }

  /// Notes a name that is none of the known ones, with the nearest of them.
  mutating func checkKnown(
    _ node: YAMLNode, _ thing: PipelineError.Thing, among known: [String]
  ) {
    guard let name = node.text, !known.contains(name) else { return }
    let nearest = NearestWords.to(name, among: known)
    report(.unknownName(thing, name, nearest: nearest, known: known), at: node)
  }

  private func dialect(_ node: YAMLNode?) -> Resource.Dialect {
    var dialect = Resource.Dialect()
    let delimiter = node?["delimiter"]?.text
    dialect.delimiter = delimiter == "tab" ? "\t" : delimiter
    dialect.encoding = node?["encoding"]?.text
    dialect.quoteChar = node?["quoteChar"]?.text
    dialect.headerRows = node?["headerRows"].map { $0.texts.compactMap { Int($0) } }
    dialect.decimalChar = node?["decimalChar"]?.text
    dialect.groupChar = node?["groupChar"]?.text
    return dialect
  }

  private func headerRow(_ node: YAMLNode) -> Resource.HeaderRow {
    Resource.HeaderRow(
      field: node["field"]?.text ?? "",
      reads: node["reads"]?.text.flatMap(Resource.HeaderRow.Direction.init(rawValue:)) ?? .down)
  }

  private func field(_ node: YAMLNode, _ dialect: Resource.Dialect) -> Field {
    let writing = node["as written"]
    let labels = node["label"]?.texts ?? []
    var field = Field(
      name: node["name"]?.text ?? "", label: labels.first,
      otherLabels: Array(labels.dropFirst()),
      kind: node["type"]?.text.flatMap(Field.Kind.init(rawValue:)) ?? .text,
      unit: node["unit"]?.text, constraints: constraints(node),
      missingValues: node["missingValues"]?.texts ?? [],
      affixes: writing?["affix"]?.texts ?? [], numberPattern: writing?["pattern"]?.text,
      convention: writing?["convention"]?.text.flatMap(Notation.Convention.init(rawValue:))
        ?? dialect.convention,
      title: node["title"]?.text, description: node["description"]?.text)
    if let digits = writing?["digits"]?.text.flatMap(Field.Digits.init(rawValue:)) {
      field.digits = digits
    }
    field.storedDecimals = writing?["decimals"]?.text.flatMap { Int($0) } ?? 0
    field.dateOrder =
      switch writing?["order"]?.text {
      case "day first": .dayFirst
      case "month first": .monthFirst
      default: nil
      }
    field.writtenUnit = writtenUnit(writing?["unit"])
    return field
  }

  /// What the figures of a field are printed in; a unit without a power says that they stand for
  /// themselves.
  private func writtenUnit(_ node: YAMLNode?) -> UnitPhrase? {
    guard let node, let text = node.text else { return nil }
    return UnitPhrase(text) ?? UnitPhrase(magnitude: 0, unit: text, text: text)
  }

  private func constraints(_ node: YAMLNode) -> Field.Constraints {
    var constraints = Field.Constraints()
    constraints.required = node["required"]?.text == "true"
    constraints.unique = node["unique"]?.text == "true"
    constraints.minimum = node["minimum"]?.text.flatMap(PlainNumber.value(of:))
    constraints.maximum = node["maximum"]?.text.flatMap(PlainNumber.value(of:))
    constraints.pattern = node["pattern"]?.text
    constraints.values = node["enum"]?.texts ?? []
    constraints.list = node["list"]?.text
    return constraints
  }

  private mutating func levels(
    _ node: YAMLNode?, among fields: [String]
  ) -> TableShape.Levels {
    guard let node else { return .none }
    if case .sequence(let members) = node.content {
      return .positional(
        members.map {
          TableShape.Level(name: $0["level"]?.text ?? "", condition: $0["where"]?.text ?? "")
        })
    }
    let keys = ["code", "numbering", "indent", "key", "parent"]
    for key in keys { if let name = node[key] { checkKnown(name, .field, among: fields) } }
    let given = keys.filter { node[$0] != nil }
    func field(_ key: String) -> String { node[key]?.text ?? "" }
    switch given {
    case ["code"]:
      return .code(field: field("code"), separator: node["separator"]?.text ?? ".")
    case ["numbering"]: return .numbering(field: field("numbering"))
    case ["indent"]: return .indent(field: field("indent"))
    case ["key", "parent"]: return .parent(key: field("key"), parent: field("parent"))
    default:
      report(.onlyTogether(["code", "numbering", "indent", "key + parent"]), at: node)
      return .none
    }
  }
}

extension Resource.Dialect {
  /// The convention that the given marks speak for; nil where none was given.
  var convention: Notation.Convention? {
    switch (decimalChar, groupChar) {
    case (",", _), (nil, "."): .indonesian
    case (".", _), (nil, ","): .english
    default: nil
    }
  }
}
