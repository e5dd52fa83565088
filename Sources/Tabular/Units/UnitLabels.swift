extension Header.Column {
  /// The label without what it says about the unit: `Anggaran` of `Anggaran (juta Rp)`, also where
  /// the unit stands in a row of its own; nil where it says nothing about one.
  var withoutUnit: String? {
    let named = levels.filter { !$0.isEmpty && !UnitPhrase.isUnit($0) }
    guard let last = named.last else { return nil }
    if let bare = UnitPhrase.withoutUnit(last) { return bare }
    return named.count < levels.count(where: { !$0.isEmpty }) ? last : nil
  }
}

extension UnitPhrase {
  /// True for a cell that names a unit and nothing else, `(%)` included.
  static func isUnit(_ text: String) -> Bool {
    alone(text) != nil || ["%", "(%)", "persen", "(persen)"].contains(text.lowercased())
  }
}

extension SampleRow {
  /// The units that the cells of a line above a table name.
  var unitLines: [UnitLine] {
    if let fact = metadata {
      let phrase = UnitPhrase.inHeading(fact.value)
      return phrase.map { [UnitLine(line: line, column: filled.last ?? 0, phrase: $0)] } ?? []
    }
    return filled.compactMap { column in
      UnitPhrase.inHeading(cells[column]).map {
        UnitLine(line: line, column: column, phrase: $0)
      }
    }
  }

  /// True where nothing but a unit stands in the row: `(dalam juta rupiah)`.
  var isUnit: Bool { filled.count == 1 && isUnitRow }

  /// True where every cell of the row names a unit, as in a row of units below the labels.
  var isUnitRow: Bool {
    !filled.isEmpty
      && filled.allSatisfy { column in
        UnitPhrase.isUnit(cells[column])
      } && filled.contains { UnitPhrase.alone(cells[$0]) != nil }
  }
}
