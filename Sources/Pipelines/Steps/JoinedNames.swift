import Tabular

/// Finds the record of another table by a name that may be written in several ways.
///
/// Records that give the same are spellings of one name: a name that is as near to two of them is
/// not unclear.
struct JoinedNames {
  private let matcher: NameMatcher
  private let naming: Step.Naming
  /// What each subject gives.
  private var given: [[ColumnBuilding.Cell]] = []
  /// The first name that is the same as another but for case and blanks, and gives something else.
  private(set) var unclear: ColumnBuilding.Cell?

  /// Prepares to find what the records of these names give.
  init(
    _ records: [(name: ColumnBuilding.Cell, given: [ColumnBuilding.Cell])], as naming: Step.Naming
  ) {
    self.naming = naming
    var known = KnownNames()
    var subjects: [[ColumnBuilding.Cell]: Int] = [:]
    for (name, cells) in records {
      guard case .text(let text) = name else { continue }
      let subject = subjects[cells] ?? given.count
      if subject == given.count {
        subjects[cells] = subject
        given.append(cells)
      }
      if let other = known[text], other.subject != subject { unclear = unclear ?? name }
      known.add(text, of: subject)
    }
    matcher = NameMatcher(known)
  }

  /// What the record of this name gives; nil where no name is clearly meant.
  func record(of name: ColumnBuilding.Cell) -> [ColumnBuilding.Cell]? {
    guard case .text(let text) = name else { return nil }
    switch matcher.match(text) {
    case .same(let subject), .alias(let subject), .near(let subject): return given[subject]
    case .alike(let subject): return naming == .alike ? given[subject] : nil
    case .none: return nil
    }
  }
}
