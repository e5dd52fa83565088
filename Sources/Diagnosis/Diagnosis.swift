public import Rules
public import Tabular

/// What diagnosis needs to know of the data besides the findings.
public struct Evidence: Sendable {
  /// The failing relations and all that speak of the same figures.
  public var system: RelationSystem
  /// The figures that lie in one way to another.
  public var figures: @Sendable (RelationCell.Origin, NearFigure.Nearness) -> [NearFigure]
  /// What the record of a figure is called; nil where it has no name.
  public var subject: @Sendable (RelationCell.Origin) -> String?
  /// The exact figures of all tables.
  public var facts: FactIndex

  /// Makes evidence.
  public init(
    system: RelationSystem,
    figures: @escaping @Sendable (RelationCell.Origin, NearFigure.Nearness) -> [NearFigure],
    subject: @escaping @Sendable (RelationCell.Origin) -> String?, facts: FactIndex
  ) {
    self.system = system
    self.figures = figures
    self.subject = subject
    self.facts = facts
  }
}

/// From findings to the mistakes that explain them.
public enum Diagnosis {
  /// The causes of the findings of a run, the gravest first; each finding from warnings up belongs
  /// to one.
  ///
  /// Single mistakes are found in time in proportion to the relations of the cells that fail.
  public static func causes(of findings: [Finding], _ evidence: Evidence) -> [Cause] {
    let network = RelationNetwork(evidence.system)
    let ranking = RepairRanking(network, facts: evidence.facts) {
      evidence.figures($0.origin, .sameRecord) + evidence.figures($0.origin, .sameField)
    }
    var open = Set(network.failing)
    let writing = CauseWriting(network: network, ranking: ranking, evidence: evidence)
    var drafts: [Cause] = []
    var changes: [(draft: Int, repairs: [Repair])] = []
    var owners: [[Int]: Int] = [:]
    for found in CopiedRows.found(in: network, evidence) + SharedSums.found(in: network) {
      if let owner = owners[found.relations] {
        // Of two records that are the same either may be the copy.
        drafts[owner].alternatives.append(writing.cause(of: found).explanation)
        drafts[owner].confidence = .possible
        continue
      }
      guard found.relations.allSatisfy(open.contains) else { continue }
      open.subtract(found.relations)
      owners[found.relations] = drafts.count
      changes.append((drafts.count, found.repairs))
      drafts.append(writing.cause(of: found))
    }
    for found in RecordEdits.found(in: network, open, findings) {
      open.subtract(found.relations)
      drafts.append(writing.cause(of: found))
    }
    let solving = Solving(network, ranking: ranking, relations: open)
    for solved in solving.solved {
      changes.append((drafts.count, solved.repairs))
      drafts.append(writing.cause(of: solved))
    }
    for relation in solving.unsolved where evidence.system.relations[relation].isAgreement {
      if let owner = owner(of: relation, among: changes, network) {
        drafts[owner].findings += writing.findings(of: [relation])
      } else {
        drafts.append(writing.conflict(relation))
      }
    }
    drafts = SameFigure.joined(drafts)
    FindingCauses.add(findings, to: &drafts)
    return ordered(drafts, findings)
  }

  /// The cause that a relation belongs to which no change alone makes hold, but all together do.
  private static func owner(
    of relation: Int, among changes: [(draft: Int, repairs: [Repair])], _ network: RelationNetwork
  ) -> Int? {
    let failing = network.system.relations[relation]
    let own = changes.filter { change in
      change.repairs.contains { failing.cells.hasSorted($0.cell) }
    }
    guard let first = own.first else { return nil }
    var search = RepairSearch(network)
    for change in own { for repair in change.repairs { search.apply(repair) } }
    return failing.holds(search.change) == true ? first.draft : nil
  }

  /// The causes with their findings in the order of the run and with numbers: errors before
  /// warnings, those that explain more before those that explain less.
  private static func ordered(_ drafts: [Cause], _ findings: [Finding]) -> [Cause] {
    var places: [String: Int] = [:]
    for (place, finding) in findings.enumerated() { places[finding.id] = place }
    var causes: [(cause: Cause, place: Int)] = []
    for var cause in drafts {
      let own = cause.findings.compactMap { places[$0] }.sorted()
      guard let first = own.first else { continue }
      cause.findings = own.map { findings[$0].id }
      cause.severity = own.map { findings[$0].severity }.max() ?? .note
      causes.append((cause, first))
    }
    causes.sort { one, other in
      if one.cause.severity != other.cause.severity {
        return one.cause.severity > other.cause.severity
      }
      if one.cause.findings.count != other.cause.findings.count {
        return one.cause.findings.count > other.cause.findings.count
      }
      return one.place < other.place
    }
    return causes.enumerated().map { number, item in
      var cause = item.cause
      cause.id = number + 1
      return cause
    }
  }
}

extension [Finding] {
  /// The findings with the number of the cause that explains each.
  public func explained(by causes: [Cause]) -> [Finding] {
    var numbers: [String: Int] = [:]
    for cause in causes { for finding in cause.findings { numbers[finding] = cause.id } }
    return map { finding in
      var finding = finding
      finding.cause = numbers[finding.id]
      return finding
    }
  }
}
