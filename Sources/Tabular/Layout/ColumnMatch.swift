/// Which column of a resource each declared field is read from.
public struct ColumnMatch: Sendable, Hashable {
  /// The column of each field, from 0, in the order of the fields.
  public var columns: [Int]
  /// The header text above each field's column as found; nil where the column has no name.
  public var labels: [String?]
  /// The columns that no field is read from, named or not.
  public var undeclared: [Header.Column]

  /// Finds the column of every field.
  ///
  /// A label is looked for as written, then in its `LabelForm`, each time among the combined labels
  /// (`0-4 / Pria`) and then among the lowest ones (`Pria`), at last among the labels without their
  /// units (`Anggaran` of `Anggaran (juta Rp)`). `#3` means the third column, and
  /// `Jumlah#2` the second of the columns that `Jumlah` fits. Of several labels of a field the first
  /// that fits a column counts. A label that is merged over several columns is found in the first of
  /// them; `Uraian#2` is the second. Without a header the fields stand in the order of the columns.
  ///
  /// Throws where a field has no column, more than one, or a number beyond the last column.
  public init(fields: [Field], header: Header, in resource: Location) throws(TabularError) {
    var search = LabelSearch(header: header, resource: resource)
    columns = []
    for (position, field) in fields.enumerated() {
      columns.append(try search.column(of: field, position: position))
    }
    labels = columns.map { column in
      let label = header.columns[column].label
      return label.isEmpty ? nil : label
    }
    let taken = Set(columns)
    undeclared = header.columns.filter { !taken.contains($0.position) }
  }
}

/// The search for the columns of one header.
private struct LabelSearch {
  let header: Header
  let resource: Location
  /// The columns by everything that they may be called.
  private let labelled: [Called: [Header.Column]]

  private enum Called: Hashable {
    case whole(String), lowest(String), wholeKey(String), lowestKey(String)
    case withoutUnit(String)
  }

  init(header: Header, resource: Location) {
    self.header = header
    self.resource = resource
    var labelled: [Called: [Header.Column]] = [:]
    for column in header.columns {
      let (whole, lowest) = (column.label, column.lowest)
      guard !whole.isEmpty else { continue }
      let (wholeKey, lowestKey) = (LabelForm.key(whole), LabelForm.key(lowest))
      labelled[.whole(whole), default: []].append(column)
      labelled[.lowest(lowest), default: []].append(column)
      if !wholeKey.isEmpty { labelled[.wholeKey(wholeKey), default: []].append(column) }
      if !lowestKey.isEmpty { labelled[.lowestKey(lowestKey), default: []].append(column) }
      if let bare = column.withoutUnit.map(LabelForm.key), !bare.isEmpty {
        labelled[.withoutUnit(bare), default: []].append(column)
      }
    }
    self.labelled = labelled
  }

  mutating func column(of field: Field, position: Int) throws(TabularError) -> Int {
    if field.labels.count == 1, let number = Self.number(field.labels[0]) {
      return try existing(number - 1, of: field)
    }
    guard !header.lines.isEmpty else { return try existing(position, of: field) }
    for label in field.labels {
      if let column = try column(labelled: label, of: field) { return column }
    }
    throw missing(field)
  }

  /// The number that `#3` stands for.
  private static func number(_ label: String) -> Int? {
    label.hasPrefix("#") ? Int(label.dropFirst()) : nil
  }

  private func existing(_ position: Int, of field: Field) throws(TabularError) -> Int {
    guard header.columns.indices.contains(position) else {
      throw TabularError(
        .columnBeyondEnd(
          field: field.name, number: position + 1, columns: header.columns.count), at: place())
    }
    return position
  }

  /// The column of one label; nil where it has none.
  private func column(labelled label: String, of field: Field) throws(TabularError) -> Int? {
    if let number = Self.number(label) {
      return header.columns.indices.contains(number - 1) ? number - 1 : nil
    }
    var found = candidates(label)
    if found.isEmpty, let mark = label.lastIndex(of: "#"),
      let number = Int(label[label.index(after: mark)...])
    {
      found = candidates(String(label[..<mark]))
      return found.indices.contains(number - 1) ? found[number - 1].position : nil
    }
    guard let first = found.first else { return nil }
    // A label that is merged over several columns is that of the first.
    if !first.isContinued { found.removeAll(where: \.isContinued) }
    guard found.count == 1 else {
      throw TabularError(
        .duplicateLabel(
          field: field.name, label: label, columns: found.map { $0.position + 1 },
          labels: found.map(\.label)), at: place(first.position))
    }
    return first.position
  }

  private func candidates(_ label: String) -> [Header.Column] {
    let key = LabelForm.key(label)
    let text = HeaderText.clean(label)
    return labelled[.whole(text)] ?? labelled[.lowest(text)] ?? labelled[.wholeKey(key)]
      ?? labelled[.lowestKey(key)] ?? labelled[.withoutUnit(key)] ?? []
  }

  /// The place of the lowest header row; in a sheet that of its cell in a column of the table.
  private func place(_ column: Int = 0) -> Location {
    Location(
      resource: resource.resource, sheet: resource.sheet, line: header.lines.last ?? 1,
      column: resource.sheet == nil ? nil : header.firstColumn + column, field: resource.field,
      label: resource.label)
  }

  /// The error that names, of the labels and the columns, the two that are nearest to each other.
  private func missing(_ field: Field) -> TabularError {
    var nearest: (distance: Int, label: String, column: Header.Column)?
    for label in field.labels {
      let wanted = LabelForm.key(label)
      for column in header.columns where !column.label.isEmpty {
        let distance = min(
          LabelForm.distance(wanted, LabelForm.key(column.label)),
          LabelForm.distance(wanted, LabelForm.key(column.lowest)))
        if distance < nearest?.distance ?? .max { nearest = (distance, label, column) }
      }
    }
    return TabularError(
      .missingField(
        field: field.name, label: nearest?.label ?? field.labels[0],
        nearest: nearest?.column.label, column: nearest.map { $0.column.position + 1 }),
      at: place(nearest?.column.position ?? 0))
  }
}
