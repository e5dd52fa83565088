import Numerals
import Rules
import Tabular

/// Makes causes of what was solved: cells, proposals, how sure it is, and the sentence.
struct CauseWriting {
  let network: RelationNetwork
  let ranking: RepairRanking
  let evidence: Evidence

  /// How much heavier an explanation must be than the next to be called likely, and certain.
  private static let likelyMargin = 1.0
  private static let certainMargin = 3.0
  /// The most other explanations that are told.
  private static let alternativeLimit = 64

  /// The cause of what was solved.
  func cause(of solved: Solved) -> Cause {
    let best = solved.repairs
    if isContradiction(solved) { return contradiction(solved) }
    if best.count > 1, solved.relations.count == 1 { return contradiction(solved) }
    if best.count == 1, let parts = MissingParts(of: best[0], network, evidence.facts) {
      return lacking(solved, parts)
    }
    let ties = solved.alternatives.filter { Self.weight($0) >= Self.weight(best) - 0.5 }
    return Cause(
      id: 0, findings: findings(of: solved.relations), severity: .error,
      confidence: confidence(of: solved),
      explanation: explanation(best, ties: ties.count, isBounded: solved.isBounded),
      alternatives: solved.alternatives.prefix(Self.alternativeLimit).map {
        explanation($0, ties: 0)
      },
      isBounded: solved.isBounded)
  }

  /// The cause of figures that were derived or copied together.
  func cause(of figures: DerivedFigures) -> Cause {
    let cells = figures.repairs.map(cell)
    let subject = evidence.subject(network.system.cells[figures.repairs[0].cell].origin)
    let message: Message
    if let source = figures.source {
      let name = evidence.subject(source.origin)
      message = Words.message { words in
        words.copiedRow(
          cells[0], subject: subject,
          name.map { "'\($0)' (\(words.place(source.location)))" }
            ?? words.place(source.location),
          cells.count)
      }
    } else {
      message = Words.message { $0.derived(cells[0], subject: subject, cells.count - 1) }
    }
    let isCertain = figures.repairs.allSatisfy { $0.isUnique && $0.broken.isEmpty }
    return Cause(
      id: 0, findings: findings(of: figures.relations), severity: .error,
      confidence: isCertain && figures.source == nil ? .certain : .likely,
      explanation: Cause.Explanation(
        mechanism: figures.mechanism, cells: cells,
        evidence: figures.source.map { [cited($0)] } ?? [], message: message))
  }

  /// The cause of a relation that no change makes hold without breaking another.
  func conflict(_ relation: Int) -> Cause {
    let failing = network.system.relations[relation]
    let stated = failing.stated ?? failing.cells[0]
    let own = [stated] + failing.cells.filter { $0 != stated }.prefix(5)
    let cells = own.map { number in
      let cell = network.system.cells[number]
      return Cause.Cell(location: cell.location, raw: cell.raw)
    }
    let message = Words.message { words in
      failing.kind == .agreement ? words.conflict(cells) : words.unrepairable(cells[0])
    }
    return Cause(
      id: 0, findings: findings(of: [relation]), severity: .error, confidence: .possible,
      explanation: Cause.Explanation(mechanism: .conflict, cells: cells, message: message))
  }

  // MARK: contradictions

  /// True where the same fact is stated twice and nothing tells which statement is wrong.
  private func isContradiction(_ solved: Solved) -> Bool {
    guard solved.repairs.count == 1, let other = solved.alternatives.first,
      solved.relations.allSatisfy({ network.system.relations[$0].isSameFact })
    else { return false }
    return Self.weight(solved.repairs) - Self.weight(other) < Self.likelyMargin
  }

  private func contradiction(_ solved: Solved) -> Cause {
    let ways = [solved.repairs] + solved.alternatives
    // What the failing statements state comes first, whichever may be changed.
    var numbers: [Int] = []
    for relation in solved.relations where network.system.relations[relation].cells.count <= 4 {
      numbers += network.system.relations[relation].cells
    }
    numbers += solved.relations.compactMap { network.system.relations[$0].stated }
    numbers += ways.compactMap(\.first?.cell)
    var cells: [Cause.Cell] = []
    for number in numbers.prefix(6) {
      let cell = network.system.cells[number]
      guard !cells.contains(where: { $0.location == cell.location }) else { continue }
      cells.append(Cause.Cell(location: cell.location, raw: cell.raw))
    }
    let isOne = cells.count == 1
    return Cause(
      id: 0, findings: findings(of: solved.relations), severity: .error, confidence: .possible,
      explanation: Cause.Explanation(
        mechanism: .conflict, cells: cells,
        message: Words.message { isOne ? $0.unrepairable(cells[0]) : $0.conflict(cells) }),
      alternatives: ways.prefix(Self.alternativeLimit).map { explanation($0, ties: 0) })
  }

  private func lacking(_ solved: Solved, _ parts: MissingParts) -> Cause {
    let total = cell(solved.repairs[0])
    let subject = evidence.subject(network.system.cells[solved.repairs[0].cell].origin)
    let names = parts.facts.map { fact in
      fact.subject.map { "\(fact.cell.raw) ('\($0)')" } ?? fact.cell.raw
    }
    return Cause(
      id: 0, findings: findings(of: solved.relations), severity: .error, confidence: .likely,
      explanation: Cause.Explanation(
        mechanism: .missingPart,
        cells: [Cause.Cell(location: total.location, raw: total.raw)],
        evidence: parts.facts.map(\.cell),
        message: Words.message { $0.lacking(total, subject: subject, names) }),
      alternatives: ([solved.repairs] + solved.alternatives).prefix(Self.alternativeLimit).map {
        explanation($0, ties: 0)
      },
      isBounded: solved.isBounded)
  }

  // MARK: explanations

  private func explanation(
    _ repairs: [Repair], ties: Int, isBounded: Bool = false
  ) -> Cause.Explanation {
    let first = repairs[0]
    let cells = repairs.map(cell)
    let (source, cited) = source(of: first)
    let subject = evidence.subject(network.system.cells[first.cell].origin)
    return Cause.Explanation(
      mechanism: first.trace.mechanism, cells: cells, evidence: cited,
      message: Words.message { words in
        words.wrong(cells[0], subject: subject, first.trace.mechanism, source?(words))
          + words.together(cells.count - 1) + words.ties(ties)
          + (isBounded ? words.bounded : "")
      })
  }

  /// What was taken, left out or added, in words and as cells.
  private func source(of repair: Repair) -> (((Words) -> String)?, [Finding.Cell]) {
    switch repair.trace.mechanism {
    case .missingPart, .countedTwice:
      let parts = (SumTrace(repair, network)?.parts ?? []).map { network.system.cells[$0] }
      if parts.isEmpty, let known = FactTrace(repair, network, evidence.facts)?.fact {
        let name = known.subject.map { "\(known.cell.raw) ('\($0)')" } ?? known.cell.raw
        return ({ _ in name }, [known.cell])
      }
      let names = parts.map { part in
        evidence.subject(part.origin).map { "\(part.raw) ('\($0)')" } ?? part.raw
      }
      return ({ $0.list(names) }, parts.map(cited))
    case .copiedCell, .staleValue, .wrongBase:
      let near = ranking.figures(network.system.cells[repair.cell])
      guard let source = SurroundingTrace(repair, network, near).source else { return (nil, []) }
      return (
        { words in
          let label = source.cell.location.label ?? source.cell.title
          guard source.relation == .sameField else { return "'\(label)'" }
          return (source.subject ?? evidence.subject(source.cell.origin)).map { "'\($0)'" }
            ?? words.place(source.cell.location)
        }, [cited(source.cell)]
      )
    default: return (nil, [])
    }
  }

  func cited(_ cell: RelationCell) -> Finding.Cell {
    Finding.Cell(role: .other, location: cell.location, raw: cell.raw)
  }

  private func cell(_ repair: Repair) -> Cause.Cell {
    let cell = network.system.cells[repair.cell]
    return Cause.Cell(
      location: cell.location, raw: cell.raw, proposal: cell.written(repair.value),
      value: cell.printed(repair.value)?.description)
  }

  // MARK: sureness

  private static func weight(_ repairs: [Repair]) -> Double {
    repairs.reduce(0) { $0 + $1.weight } / Double(max(1, repairs.count))
  }

  private func confidence(of solved: Solved) -> Cause.Confidence {
    let isUnique = solved.repairs.allSatisfy(\.isUnique)
    guard let next = solved.alternatives.map(Self.weight).max() else {
      // Nothing else explains it; but a single figure against a constant is only likely.
      let isTied = solved.relations.contains { network.system.relations[$0].cells.count > 1 }
      let isAlone = solved.repairs.count == 1
      return isUnique && isTied && isAlone && !solved.isBounded ? .certain : .likely
    }
    let margin = Self.weight(solved.repairs) - next
    if isUnique, !solved.isBounded, margin >= Self.certainMargin { return .certain }
    return margin >= Self.likelyMargin ? .likely : .possible
  }

  func findings(of relations: [Int]) -> [String] {
    var ids: [String] = []
    for relation in relations {
      if let id = network.system.relations[relation].finding, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}

extension Relation {
  /// True where two numbers must agree, rather than one be less than the other or in a band.
  var isAgreement: Bool { if case .agrees = statement { true } else { false } }

  /// True where it only says that two cells state the same fact.
  var isSameFact: Bool { kind == .agreement && cells.count == 2 }
}
