import Numerals
import Rules
import Tabular

/// What the figures around a cell tell of how it came to be wrong.
struct SurroundingTrace {
  /// The figure that was taken instead.
  private(set) var source: NearFigure?
  private(set) var trace: MistakeTrace?

  /// Looks at the figures around the cell of a change.
  init(_ repair: Repair, _ network: RelationNetwork, _ near: [NearFigure]) {
    let cell = network.system.cells[repair.cell]
    if let total = Self.copiedTotal(repair, network) {
      source = NearFigure(cell: total, relation: .sameField)
      trace = MistakeTrace(mechanism: .copiedCell, weight: 3)
      return
    }
    for figure in near where figure.cell.center == cell.center && cell.center.isTelling {
      source = figure
      switch figure.relation {
      case .sameRecord:
        trace = MistakeTrace(mechanism: .staleValue, weight: 3)
      case .sameField:
        trace = MistakeTrace(mechanism: .copiedCell, weight: 3)
      }
      return
    }
    wrongBase(repair, network, near)
  }

  /// The whole that the cell is a part of, where its figure was copied.
  private static func copiedTotal(_ repair: Repair, _ network: RelationNetwork) -> RelationCell? {
    let cell = network.system.cells[repair.cell]
    guard cell.center.isTelling else { return nil }
    for relation in repair.resolved {
      guard let stated = network.system.relations[relation].stated, stated != repair.cell,
        network.system.cells[stated].center == cell.center
      else { continue }
      return network.system.cells[stated]
    }
    return nil
  }

  /// A quotient that was calculated from another figure of the record.
  private mutating func wrongBase(
    _ repair: Repair, _ network: RelationNetwork, _ near: [NearFigure]
  ) {
    let cell = network.system.cells[repair.cell]
    for number in repair.resolved {
      let relation = network.system.relations[number]
      guard relation.stated == repair.cell, relation.kind == .ratio,
        case .agrees(let left, let right, _, _) = relation.statement
      else { continue }
      for side in [left, right] {
        guard case .quotient(.linear(let above), .linear(let below)) = side,
          let top = above.quantity, let bottom = below.quantity
        else { continue }
        for figure in near where figure.relation == .sameRecord && figure.cell.halfWidth == .zero {
          let value = figure.cell.center
          let others = [value.divided(by: bottom), top.divided(by: value)]
          guard value != top, value != bottom,
            others.contains(where: {
              $0?.rounded(toScale: cell.scale).map(Rational.init) == cell.center
            })
          else { continue }
          source = figure
          trace = MistakeTrace(mechanism: .wrongBase, weight: 2.5)
          return
        }
      }
    }
  }
}

extension LinearTerm {
  /// What it comes to.
  fileprivate var quantity: Rational? { center == .zero ? nil : center }
}
