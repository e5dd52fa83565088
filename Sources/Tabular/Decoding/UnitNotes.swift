extension TableDecoder {
  /// Finds out what the figures of the resource that has just begun are printed in.
  ///
  /// `levels` are the labels above each field; `lines` stand above the table.
  mutating func useUnits(levels: [[String]], lines: [UnitLine]) {
    let reading = UnitReading(
      schema.fields, levels: levels, columns: source.columns, lines: lines)
    for place in numerals.indices {
      numerals[place].use(reading.units[numerals[place].position])
    }
    source.unitRemarks = reading.remarks
  }

  /// Tells what units were read, and what speaks against them.
  mutating func noteUnits() {
    for remark in source.unitRemarks {
      let line = remark.line == 0 ? source.headerLine : remark.line
      source.journal.add(
        rule: "satuan", kind: .reading, severity: remark.fact.severity,
        at: place(line: line, column: remark.column), raw: remark.fact.text,
        key: remark.fact.key, message: UnitRemarkWords.message(remark.fact))
    }
  }
}

extension UnitRemark.Fact {
  /// The words that it is about, as found.
  var text: String {
    switch self {
    case .read(let phrase, _), .unused(let phrase), .otherUnit(_, _, let phrase): phrase.text
    case .contradiction(_, _, let other, _): other.text
    }
  }

  /// What tells it from others of its resource.
  var key: [String] {
    switch self {
    case .read(let phrase, let fields): ["read", phrase.text] + fields
    case .contradiction(let field, _, let other, _): ["contradiction", field, other.text]
    case .unused(let phrase): ["unused", phrase.text]
    case .otherUnit(let field, _, let phrase): ["other", field, phrase.text]
    }
  }
}
