import Rules
import Tabular

/// What can be wrong with a sound-looking pipeline: names that nothing stands behind, steps that
/// lose columns, rules that can't be understood.
enum PipelineExamination {
  /// Everything that is wrong with `file`, given all pipelines that are known and the paths of
  /// files that were refused.
  static func errors(
    of file: PipelineFile, among all: [PipelineFile], refused: Set<String> = []
  ) -> [PipelineError] {
    var errors = useErrors(of: file, among: all, refused)
    for resource in file.resources {
      errors += StepExamination(resource, file: file.path).errors
      errors += patternErrors(of: resource, in: file)
    }
    errors += listErrors(of: file)
    errors += joinErrors(of: file, among: all)
    errors += datasetErrors(of: file) + chartErrors(of: file)
    // Rules are examined last: what they speak of must be sound first.
    if errors.isEmpty {
      errors += file.conditionErrors(among: all) + file.ruleErrors(among: all)
    }
    return errors
  }

  /// The tables that rules and datasets of `file` may speak of.
  static func tables(of file: PipelineFile, among all: [PipelineFile]) -> [String: TableShape] {
    var tables: [String: TableShape] = [:]
    for use in file.uses {
      let other = all.first { $0.name == use.pipeline }
      tables[use.name] = other?[resource: use.table]?.shape
    }
    for resource in file.resources { tables[resource.name] = resource.shape }
    return tables
  }

  static func unknown(
    _ thing: PipelineError.Thing, _ name: String, among known: [String], at place: FilePlace
  ) -> [PipelineError] {
    guard !known.contains(name) else { return [] }
    let nearest = NearestWords.to(name, among: known)
    return [PipelineError(.unknownName(thing, name, nearest: nearest, known: known), at: place)]
  }

  /// Patterns of fields that can't be used; decoding would refuse them.
  private static func patternErrors(of resource: Resource, in file: PipelineFile) -> [PipelineError]
  {
    do throws(TabularError) {
      _ = try TableDecoder(name: resource.name, schema: resource.schema, pipeline: file.name)
      return []
    } catch {
      return [PipelineError(error, at: resource.place)]
    }
  }

  private static func useErrors(
    of file: PipelineFile, among all: [PipelineFile], _ refused: Set<String>
  ) -> [PipelineError] {
    file.uses.flatMap { use in
      if file[resource: use.name] != nil {
        return [PipelineError(.repeatedName(.table, use.name), at: use.place)]
      }
      guard let other = all.first(where: { $0.name == use.pipeline }) else {
        if refused.contains(file.path(of: use)) {
          return [PipelineError(.waitsFor(pipeline: use.pipeline), at: use.place)]
        }
        let others = all.map(\.name).filter { $0 != file.name }
        return unknown(.pipeline, use.pipeline, among: others, at: use.place)
      }
      return unknown(.table, use.table, among: other.resources.map(\.name), at: use.place)
    }
  }

  private static func listErrors(of file: PipelineFile) -> [PipelineError] {
    let known = file.vocabulary.lists.keys.sorted()
    return (file.root["resources"]?.entries ?? []).flatMap { entry in
      let fields = (entry.value["fields"]?.members ?? []).compactMap { $0["list"] }
      let steps = (entry.value["steps"]?.members ?? []).flatMap {
        ($0["normalise"]?.entries ?? []).compactMap { $0.value["aliases"] }
      }
      return (fields + steps).flatMap {
        unknown(.list, $0.text ?? "", among: known, at: file.place(of: $0))
      }
    }
  }

  private static func joinErrors(
    of file: PipelineFile, among all: [PipelineFile]
  ) -> [PipelineError] {
    let shapes = tables(of: file, among: all)
    let needs = Dictionary(file.resources.map { ($0.name, $0.joined) }) { first, _ in first }
    return file.resources.flatMap { resource -> [PipelineError] in
      var errors: [PipelineError] = []
      if let way = UseOrder.way(from: resource.name, to: resource.name, needs) {
        errors.append(PipelineError(.cycle(way), at: resource.place))
      }
      for step in resource.steps {
        guard case .join(let name, let on, let take, let names) = step.action else { continue }
        guard let other = shapes[name] else {
          errors += unknown(.table, name, among: shapes.keys.sorted(), at: step.place)
          continue
        }
        let fields = other.schema.fields.map(\.name)
        errors += (on + take).flatMap { unknown(.field, $0.old, among: fields, at: step.place) }
        let kinds = on.flatMap { [resource.schema[$0.new]?.kind, other.schema[$0.old]?.kind] }
        if names != .exact, on.count != 1 || kinds.contains(where: { $0 != nil && $0 != .text }) {
          errors.append(PipelineError(.joinByNames(on.map(\.new)), at: step.place))
        }
      }
      return errors
    }
  }

  private static func datasetErrors(of file: PipelineFile) -> [PipelineError] {
    let rules = file.rules + file.impliedRules
    return file.datasets.flatMap { dataset -> [PipelineError] in
      let node = file.root["datasets"]?[dataset.name]
      let tables = file.resources.map(\.name)
      guard let resource = file[resource: dataset.table] else {
        return unknown(.table, dataset.table, among: tables, at: file.place(of: node?["from"]))
      }
      let fields = resource.schema.fields.map(\.name)
      let unknownFields = nodes(node?["select"]).flatMap {
        unknown(.field, $0.text ?? "", among: fields, at: file.place(of: $0))
      }
      return unknownFields
        + nodes(node?["withhold"]).flatMap {
          withholdErrors($0.text ?? "", dataset.table, rules, at: file.place(of: $0))
        }
    }
  }

  private static func withholdErrors(
    _ id: String, _ table: String, _ rules: [RuleDefinition], at place: FilePlace
  ) -> [PipelineError] {
    guard let rule = rules.first(where: { $0.id == id }) else {
      return unknown(.rule, id, among: rules.map(\.id) + ReadingRules.names, at: place)
    }
    guard rule.table != table else { return [] }
    return [
      PipelineError(.ruleOfOtherTable(id, table: rule.table, dataset: table), at: place)
    ]
  }

  private static func nodes(_ list: YAMLNode?) -> [YAMLNode] {
    list.map { $0.text == nil ? $0.members : [$0] } ?? []
  }
}
