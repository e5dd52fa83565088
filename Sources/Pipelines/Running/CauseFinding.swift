import Diagnosis
import Rules
import Tabular

/// Looks for the causes of what all pipelines of a run found, across their tables.
struct CauseFinding {
  /// How often the relations of the cells are asked for that state the same facts as others.
  private static let rounds = 2

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
        figures: { origin in rules[origin.pipeline]?.figures(around: origin) ?? [] },
        subject: { origin in rules[origin.pipeline]?.subject(of: origin) },
        facts: system.relations.contains { $0.finding != nil } ? try facts() : FactIndex())
      return Diagnosis.causes(of: findings, evidence)
    } catch {
      throw PipelineError(error, path: "")
    }
  }

  /// The failing relations of all pipelines, and all relations of their cells.
  private func system() throws(TabularError) -> RelationSystem {
    var system = RelationSystem()
    for run in runs { try run.evaluation?.addFailing(to: &system) }
    var known: Set<CellKey> = []
    for _ in 0..<Self.rounds {
      let suspects = Set(suspects(in: system)).subtracting(known)
      guard !suspects.isEmpty else { break }
      for run in runs { try run.evaluation?.add(touching: suspects, to: &system) }
      known.formUnion(suspects)
    }
    return system
  }

  /// The cells of failing relations, and those that state the same facts.
  private func suspects(in system: RelationSystem) -> [CellKey] {
    var numbers: Set<Int> = []
    for relation in system.relations where relation.finding != nil {
      numbers.formUnion(relation.cells)
    }
    let direct = numbers
    for relation in system.relations
    where relation.kind == .agreement && relation.cells.count == 2 {
      if !direct.isDisjoint(with: relation.cells) { numbers.formUnion(relation.cells) }
    }
    return numbers.map { CellKey(system.cells[$0].location, raw: system.cells[$0].raw) }
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
