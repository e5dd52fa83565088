import Diagnosis
import Rules
import Tabular

/// Looks for the causes of what all pipelines of a run found, across their tables.
struct CauseFinding {
  private let runs: [PipelineRun]

  init(_ runs: [PipelineRun]) { self.runs = runs.filter { $0.failures.isEmpty } }

  /// The causes of the findings.
  ///
  /// - Throws: `PipelineError` where a stored batch can't be read back.
  func causes(of findings: [Finding]) throws(PipelineError) -> [Cause] {
    guard findings.contains(where: { $0.severity > .note }) else { return [] }
    do throws(TabularError) {
      let system = try self.system()
      let rules = Dictionary(
        runs.compactMap { run in run.evaluation.map { (run.name, $0) } }
      ) { first, _ in first }
      let evidence = Evidence(
        system: system,
        figures: { origin, nearness in
          rules[origin.pipeline]?.figures(nearness, as: origin) ?? []
        },
        subject: { origin in rules[origin.pipeline]?.subject(of: origin) },
        facts: system.relations.contains { $0.finding != nil } ? try facts() : FactIndex())
      return Diagnosis.causes(of: findings, evidence)
    } catch {
      throw PipelineError(error, path: "")
    }
  }

  /// Printed values that no true values can satisfy together, with their causes.
  ///
  /// - Parameter causes: Those of the other findings, whose cells are known to be wrong.
  /// - Returns: The findings, each with its cause.
  /// - Throws: `PipelineError` where a stored batch can't be read back.
  func clashes(
    besides causes: [Cause]
  ) throws(PipelineError) -> [(finding: Finding, cause: Cause)] {
    var system = RelationSystem()
    do throws(TabularError) {
      for run in runs { try run.evaluation?.addRounded(to: &system) }
    } catch {
      throw PipelineError(error, path: "")
    }
    let wrong = causes.flatMap { cause in
      ([cause.explanation] + cause.alternatives).flatMap(\.cells)
    }
    return JointRounding.clashes(
      in: system, besides: Set(wrong.map { CellKey($0.location, raw: $0.raw) }))
  }

  /// The failing relations of all pipelines, and all relations of their cells.
  private func system() throws(TabularError) -> RelationSystem {
    var system = RelationSystem()
    var places: Set<CellKey> = []
    for run in runs { places.formUnion(try run.evaluation?.suspectPlaces() ?? []) }
    for run in runs { try run.evaluation?.add(touching: places, to: &system) }
    let further = partners(in: system).subtracting(places)
    guard !further.isEmpty else { return system }
    for run in runs { try run.evaluation?.add(touching: places.union(further), to: &system) }
    return system
  }

  /// The cells that state the same facts as those of failing relations.
  private func partners(in system: RelationSystem) -> Set<CellKey> {
    var direct: Set<Int> = []
    for relation in system.relations where relation.finding != nil {
      direct.formUnion(relation.cells)
    }
    var partners: Set<CellKey> = []
    for relation in system.relations
    where relation.kind == .agreement && relation.cells.count == 2 {
      guard !direct.isDisjoint(with: relation.cells) else { continue }
      for number in relation.cells {
        partners.insert(CellKey(system.cells[number].location, raw: system.cells[number].raw))
      }
    }
    return partners
  }

  private func facts() throws(TabularError) -> FactIndex {
    var facts = FactIndex()
    for run in runs {
      for name in run.own.sorted() {
        guard let table = run.tables[name] else { continue }
        try facts.add(table)
      }
    }
    return facts
  }
}
