import Rules
import Tabular

extension PipelineFile {
  /// The rules that the fields imply.
  ///
  /// Keys and unique fields hold no value twice, fields with a code list hold its codes. What a
  /// written rule says already is left out.
  var impliedRules: [RuleDefinition] {
    let written = Set(rules.map { [$0.table ?? "", $0.text.withoutBlanks] })
    var ids = Set(rules.map(\.id))
    return resources.flatMap { $0.impliedRules }.filter { rule in
      !written.contains([rule.table ?? "", rule.text.withoutBlanks])
        && ids.insert(rule.id).inserted
    }
  }

  /// The written rules and those that the fields imply, ready to be judged.
  ///
  /// An implied rule that says the same as written ones in other words is left out.
  func ruleBook(_ catalog: RuleCatalog) -> RuleBook {
    let implied = impliedRules
    let book = RuleBook(definitions: rules + implied, catalog: catalog)
    let doubtful = Set(book.problems.compactMap(\.rule))
    guard !doubtful.isEmpty else { return book }
    let sound = implied.filter { !doubtful.contains($0.id) }
    return RuleBook(definitions: rules + sound, catalog: catalog)
  }
}

extension Resource {
  fileprivate var impliedRules: [RuleDefinition] {
    var rules: [RuleDefinition] = []
    let keys = schema.primaryKey
    if !keys.isEmpty { rules.append(unique(keys, id: "\(name)-primaryKey")) }
    for field in schema.fields {
      if field.constraints.unique, keys != [field.name] {
        rules.append(unique([field.name], id: "\(name)-\(field.name)-unique"))
      }
      if let list = field.constraints.list {
        rules.append(
          RuleDefinition(
            id: "\(name)-\(field.name)-list", table: name, text: "\(field.name) in \(list)",
            title: "Isi '\(field.title ?? field.name)' ada dalam daftar kode",
            when: "\(field.name) is present" + (totals.map { " and not (\($0))" } ?? "")))
      }
    }
    return rules
  }

  private func unique(_ fields: [String], id: String) -> RuleDefinition {
    let names = fields.joined(separator: ", ")
    return RuleDefinition(
      id: id, table: name, text: "unique(\(names))", title: "Tidak ada '\(names)' yang berulang")
  }
}

extension String {
  fileprivate var withoutBlanks: String { filter { !$0.isWhitespace } }
}
