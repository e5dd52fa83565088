extension Step.Action {
  /// The verb as the file writes it.
  public var verb: String {
    switch self {
    case .select: "select"
    case .rename: "rename"
    case .fillDown: "fill-down"
    case .unpivot: "unpivot"
    case .pivot: "pivot"
    case .split: "split"
    case .normalise: "normalise"
    case .extract: "extract"
    case .keep: "keep"
    case .drop: "drop"
    case .filter: "filter"
    case .derive: "derive"
    case .join: "join"
    }
  }

  /// True for steps on typed values, which stand behind those on texts.
  var isTyped: Bool {
    switch self {
    case .filter, .derive, .join: true
    default: false
    }
  }

  /// True for steps that may name a column of the file that no field declares.
  var takesAnyColumn: Bool {
    switch self {
    case .split, .extract, .keep, .drop: true
    default: false
    }
  }

  /// The columns that a step adds.
  var madeColumns: [String] {
    switch self {
    case .rename(let renamings): renamings.map(\.new)
    case .unpivot(_, let into, let value): into + [value]
    case .pivot(_, let names, _):
      names.compactMap(\.column).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .split(_, _, let into): into
    case .extract(let column, _, let into): into.filter { $0 != column }
    case .derive(let field, _): [field]
    case .join(_, _, let take, _): take.map(\.new)
    case .select, .fillDown, .normalise, .keep, .drop, .filter: []
    }
  }

  /// The columns that must be there already, besides those of expressions.
  var neededColumns: [String] {
    switch self {
    case .select(let names), .fillDown(let names): names
    case .unpivot(let keys, _, _): keys
    case .pivot(let column, _, let value): [column, value]
    case .split(let column, _, _), .normalise(let column, _), .extract(let column, _, _),
      .keep(let column, _), .drop(let column, _):
      [column]
    case .join(_, let on, _, _): on.map(\.new)
    case .rename, .filter, .derive: []
    }
  }
}
