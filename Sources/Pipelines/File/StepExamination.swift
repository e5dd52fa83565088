import Tabular

/// Follows the columns of a resource through its steps before any data are read.
///
/// A step may name a declared field (by its name, or its label where it has a single one) that
/// comes from the file, or a column that an earlier step made. Other columns of the file come in
/// through `rename`, `split`, `extract`, `keep` and `drop`.
struct StepExamination {
  private let file: String
  private let resource: Resource
  private let labels: [String: String]
  private var columns: [String]
  private var firstTyped: String?
  /// Whether columns of the file that no field declares are still there.
  private var isOpen = true
  /// What is wrong, in order.
  private(set) var errors: [PipelineError] = []

  /// Examines the steps of `resource`.
  init(_ resource: Resource, file: String) {
    self.file = file
    self.resource = resource
    let made = Set(resource.steps.flatMap(\.action.madeColumns))
    columns = resource.schema.fields.map(\.name).filter {
      !made.contains($0) || resource.origins[$0] != nil
    }
    let named = resource.schema.fields.filter(\.otherLabels.isEmpty)
      .compactMap { field in field.label.map { ($0, field.name) } }
    labels = Dictionary(named) { first, _ in first }
    for step in resource.steps { examine(step) }
    examineHeader()
    examineEnd()
  }

  private mutating func report(_ reason: PipelineError.Reason, at place: FilePlace) {
    errors.append(PipelineError(reason, at: place))
  }

  private mutating func examineHeader() {
    let unpivots = resource.steps.contains {
      if case .unpivot = $0.action { true } else { false }
    }
    if !resource.header.isEmpty && !unpivots { report(.headerNeedsUnpivot, at: resource.place) }
  }

  private mutating func examineEnd() {
    guard errors.isEmpty else { return }
    for field in resource.schema.fields where !columns.contains(field.name) {
      let nearest = NearestWords.to(field.name, among: columns)
      report(.lostField(field.name, nearest: nearest, known: columns), at: resource.place)
    }
  }

  private mutating func examine(_ step: Step) {
    if step.action.isTyped {
      firstTyped = firstTyped ?? step.action.verb
    } else if let firstTyped {
      report(.stepTooLate(step.action.verb, after: firstTyped), at: step.place)
    }
    if isOpen, step.action.takesAnyColumn {
      // The file may have such a column; reading tells.
    } else {
      for name in step.action.neededColumns { need(name, at: step.place) }
    }
    switch step.action {
    case .select(let names):
      columns = names.map(known)
      isOpen = false
    case .rename(let renamings):
      drop(renamings.map(\.old))
      columns += renamings.map(\.new)
    case .unpivot(let keys, let into, let value):
      let rows = max(1, resource.header.count)
      if into.count != rows {
        report(.wrongCount(found: into.count, expected: rows), at: step.place)
      }
      columns = keys.map(known) + into + [value]
      isOpen = false
    case .pivot(let column, _, let value):
      drop([column, value])
      columns += step.action.madeColumns
    case .split(let column, _, _):
      drop([column])
      columns += step.action.madeColumns
    case .derive, .join:
      for name in step.action.madeColumns { declare(name, at: step.place) }
      columns += step.action.madeColumns
    case .extract(let column, _, let groups):
      let known = known(column)
      if !groups.contains(known), resource.schema[known] == nil { drop([column]) }
      for name in groups where name != known && columns.contains(name) {
        report(.repeatedName(.column, name), at: step.place)
      }
      columns += groups.filter { !columns.contains($0) }
    case .fillDown, .normalise, .keep, .drop, .filter: break
    }
  }

  /// The name of a column that was named by its label.
  private func known(_ name: String) -> String {
    columns.contains(name) ? name : labels[name] ?? name
  }

  private mutating func drop(_ names: [String]) {
    let gone = Set(names.map(known))
    columns.removeAll { gone.contains($0) }
  }

  private mutating func need(_ name: String, at place: FilePlace) {
    guard !columns.contains(known(name)) else { return }
    let nearest = NearestWords.to(name, among: columns + labels.keys)
    report(.unknownName(.column, name, nearest: nearest, known: columns), at: place)
  }

  private mutating func declare(_ name: String, at place: FilePlace) {
    let fields = resource.schema.fields.map(\.name)
    guard !fields.contains(name) else { return }
    let nearest = NearestWords.to(name, among: fields)
    report(.unknownName(.field, name, nearest: nearest, known: fields), at: place)
  }
}
