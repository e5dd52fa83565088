/// The formulas that groups of cells share, which stand in full in the first of them only.
struct SharedFormulas {
  private enum Group {
    /// A formula that can be moved.
    case formula(Formula)
    /// One that can't be read; it is shown as it stands in its first cell.
    case text(String)
  }

  /// The most groups of a sheet.
  private static let limit = 1 << 20

  private var groups: [Int: Group] = [:]

  /// Keeps the formula of a group, as it stands in the cell at `origin`.
  mutating func keep(_ text: String, group: Int, at origin: CellPosition) {
    guard groups.count < Self.limit else { return }
    groups[group] = FormulaParser.formula(text, at: origin).map(Group.formula) ?? .text(text)
  }

  /// The formula of a group in the cell at `origin`; nil where the group has not begun.
  func text(group: Int, at origin: CellPosition) -> String? {
    switch groups[group] {
    case .formula(let formula): formula.text(at: origin)
    case .text(let text): text
    case nil: nil
    }
  }
}
