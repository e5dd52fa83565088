import Tabular

/// How several tables below each other become one: the columns that all of them have are keys;
/// where the others differ, their labels become values.
struct BlockSurvey {
  /// The rows of the header that become values; empty where all tables have the same labels.
  private(set) var header: [Resource.HeaderRow] = []
  /// The steps that make records of the cells.
  private(set) var steps: [Step] = []
  /// The fields.
  private(set) var fields: [Description.DescribedField] = []

  /// Looks at the tables of one resource.
  init(_ sections: [Section]) {
    guard let first = sections.first else { return }
    let guesses = FieldGuess.all(section: first)
    let labels = sections.map { Set($0.header.columns.map(\.label)) }
    let common = guesses.filter { guess in
      labels.allSatisfy { $0.contains(first.header.columns[guess.column].label) }
    }
    guard common.count < guesses.count else {
      fields = guesses.map(Description.DescribedField.init)
      return
    }
    let depth = first.header.lines.count
    header = (1...max(1, depth)).map {
      Resource.HeaderRow(field: "judul_\($0)", reads: $0 == depth ? .down : .across)
    }
    fields = common.map(Description.DescribedField.init)
    let made = Self.measures(sections, except: Set(common.map(\.column)))
    let texts = header.dropLast().map { Field(name: $0.field) }
    fields += texts.map { .init(field: $0, basis: nil, convention: nil, values: 0) }
    fields += made.fields
    let into = header.map(\.field)
    let keys = common.map(\.field.name)
    steps = [
      Step(.unpivot(keys: keys, into: into, value: "nilai")),
      Step(.pivot(column: into[into.count - 1], names: made.names, value: "nilai")),
    ]
  }

  /// The lowest labels of the columns that are no keys, each with the field it becomes.
  private static func measures(
    _ sections: [Section], except keys: Set<Int>
  ) -> (names: [Step.PivotName], fields: [Description.DescribedField]) {
    var names: [Step.PivotName] = []
    var fields: [Description.DescribedField] = []
    for section in sections {
      for guess in FieldGuess.all(section: section) where !keys.contains(guess.column) {
        let column = section.header.columns[guess.column]
        guard column.levels.allSatisfy({ !$0.isEmpty }),
          !names.contains(where: { $0.text == column.lowest })
        else { continue }
        var name = FieldName.from(label: column.lowest)
        if name.isEmpty || fields.contains(where: { $0.field.name == name }) {
          name = "ukuran_\(names.count + 1)"
        }
        names.append(Step.PivotName(text: column.lowest, column: name))
        var described = Description.DescribedField(guess)
        described.field.name = name
        described.field.label = nil
        fields.append(described)
      }
    }
    return (names, fields)
  }
}

extension Step {
  /// A step that stands in no file.
  fileprivate init(_ action: Action) {
    self.init(
      action: action, place: FilePlace(file: ""),
      node: YAMLNode(.scalar("", plain: true), line: 1, column: 1))
  }
}
