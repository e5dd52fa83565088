public import Tabular

extension [Finding] {
  /// The findings with it told, of every two cells that state the same fact differently, which of
  /// them the other findings speak against.
  ///
  /// To be called with all findings of a run, whatever their pipelines. Takes time in proportion to
  /// the cells of the findings.
  public func settled() -> [Finding] {
    let wanted = indices.filter { self[$0].settled != nil && self[$0].cells.count == 2 }
    guard !wanted.isEmpty else { return self }
    var witnesses = Witnesses(for: wanted.flatMap { self[$0].cells.map(CellPlace.init) })
    for finding in self { witnesses.hear(finding) }
    var findings = self
    for index in wanted { findings[index].settle(by: witnesses) }
    return findings
  }
}

extension Finding {
  fileprivate mutating func settle(by witnesses: Witnesses) {
    let (one, other) = (CellPlace(cells[0]), CellPlace(cells[1]))
    let against = witnesses.rules(against: one, besides: other)
    let againstOther = witnesses.rules(against: other, besides: one)
    switch (against.isEmpty, againstOther.isEmpty) {
    case (false, true): settled = .this
    case (true, false): settled = .other
    default: settled = .open
    }
    let rules = (settled == .this ? against : againstOther).map { $0.name(in: pipeline) }
    message.indonesian += clause(Words(.indonesian), rules)
    message.english += clause(Words(.english), rules)
  }

  private func clause(_ words: Words, _ rules: [String]) -> String {
    switch settled {
    case .this: words.contradicted(by: rules)
    case .other: words.contradicted(cells[1].location.inShort, by: rules)
    case .open: words.unsettled
    case nil: ""
    }
  }

  /// True where what is found speaks against the figures in its cells, rather than against the way
  /// in which something is written, named or listed.
  fileprivate var speaksAgainstFigures: Bool {
    guard severity > .note else { return false }
    switch kind {
    case .arithmetic, .total, .rollup, .ratio, .agreement, .domain, .category, .spelled, .count,
      .series:
      return true
    case .members, .reference, .unique, .complete, .numeral, .schema, .reading: return false
    }
  }
}

/// The cell that a finding names, whatever it is called in the table that it was read into.
private struct CellPlace: Hashable {
  private let location: Location

  init(_ cell: Finding.Cell) { location = cell.location }

  static func == (left: CellPlace, right: CellPlace) -> Bool {
    let (one, other) = (left.location, right.location)
    guard one.cell == other.cell, one.line == other.line, one.sheet == other.sheet,
      one.resource == other.resource
    else { return false }
    return one.cell != nil || (one.field == other.field && one.label == other.label)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(location.resource)
    hasher.combine(location.sheet)
    hasher.combine(location.cell)
    hasher.combine(location.line)
  }
}

/// Which rules speak against the cells that are asked for.
private struct Witnesses {
  /// A rule by its pipeline and name.
  struct Rule: Hashable {
    var pipeline: String
    var id: String

    /// As it is called in the findings of `own`.
    func name(in own: String) -> String { pipeline == own ? id : "\(pipeline)/\(id)" }
  }

  /// The findings of one rule on one cell, as far as they matter.
  private struct Testimony {
    var rule: Rule
    /// The other cells of the first two findings that are of two cells and not the same two; nil
    /// for findings of more or fewer cells.
    var partners: [CellPlace?]

    mutating func add(_ partner: CellPlace?) {
      if partners.count < 2, !partners.contains(partner) { partners.append(partner) }
    }
  }

  private var testimonies: [CellPlace: [Testimony]] = [:]

  init(for places: [CellPlace]) {
    for place in places { testimonies[place] = [] }
  }

  /// Takes note of a finding.
  mutating func hear(_ finding: Finding) {
    guard finding.speaksAgainstFigures else { return }
    let rule = Rule(pipeline: finding.pipeline, id: finding.rule)
    for (index, cell) in finding.cells.enumerated() where cell.role != .key {
      let place = CellPlace(cell)
      guard var heard = testimonies[place] else { continue }
      let partner = finding.cells.count == 2 ? CellPlace(finding.cells[1 - index]) : nil
      if let known = heard.firstIndex(where: { $0.rule == rule }) {
        heard[known].add(partner)
      } else {
        heard.append(Testimony(rule: rule, partners: [partner]))
      }
      testimonies[place] = heard
    }
  }

  /// The rules that speak against a cell in other findings than those of it and `other` alone, in
  /// the order of the findings.
  func rules(against place: CellPlace, besides other: CellPlace) -> [Rule] {
    (testimonies[place] ?? []).filter { $0.partners.contains { $0 != other } }.map(\.rule)
  }
}
