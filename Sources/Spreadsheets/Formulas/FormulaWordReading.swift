extension FormulaParser {
  /// A function, a reference, a name, or a truth value.
  mutating func word() throws(Unreadable) {
    let start = at
    skipWord()
    let place = start..<at
    switch peek {
    case UInt8(ascii: "("):
      return try call(text(place).uppercased())
    case UInt8(ascii: "!"):
      at += 1
      return try reference(in: .sheet(text(place)), named: text(place))
    case UInt8(ascii: "["):
      try skipBrackets()
      tokens.append(.name(text(start..<at)))
      return
    default: break
    }
    if let span = sheetSpan(from: start) {
      return try reference(in: .elsewhere(span), named: span)
    }
    if let reference = reference(place, in: .own) {
      tokens.append(.reference(reference))
      return
    }
    switch text(place).uppercased() {
    case "TRUE": tokens.append(.boolean(true))
    case "FALSE": tokens.append(.boolean(false))
    default:
      guard !text(place).utf8.contains(UInt8(ascii: "$")) else { throw Unreadable() }
      tokens.append(.name(text(place)))
    }
  }

  /// A reference that begins with the name of a sheet in quotes or of a workbook in brackets, or
  /// one by the names of a table.
  mutating func qualified() throws(Unreadable) {
    let start = at
    let isQuoted = peek == UInt8(ascii: "'")
    var name = ""
    if isQuoted {
      name = try quoted(UInt8(ascii: "'"))
    } else {
      try skipBrackets()
      skipWord()
      name = text(start..<at)
    }
    guard !name.isEmpty else { throw Unreadable() }
    guard take("!") else {
      guard !isQuoted else { throw Unreadable() }
      tokens.append(.name(name))
      return
    }
    // Neither sign can stand in the name of a sheet.
    let isElsewhere = name.utf8.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ":") }
    try reference(in: isElsewhere ? .elsewhere(name) : .sheet(name), named: name)
  }

  /// What stands behind the `!` of a sheet.
  private mutating func reference(
    in place: FormulaReference.Place, named name: String
  ) throws(Unreadable) {
    if peek == UInt8(ascii: "#") {
      tokens.append(.error(try errorValue()))
      return
    }
    let start = at
    skipWord()
    guard at > start else { throw Unreadable() }
    if let reference = reference(start..<at, in: place) {
      tokens.append(.reference(reference))
      return
    }
    let word = text(start..<at)
    guard Self.beginsWord(bytes[start]), !word.utf8.contains(UInt8(ascii: "$")) else {
      throw Unreadable()
    }
    let full = FormulaReference.quoted(sheet: name) + "!" + word
    if peek == UInt8(ascii: "(") {
      try call(full.uppercased())
    } else {
      tokens.append(.name(full))
    }
  }

  /// The names of two sheets, where `First:Last!` begins at `start`; moves behind the `!`.
  private mutating func sheetSpan(from start: Int) -> String? {
    guard peek == UInt8(ascii: ":") else { return nil }
    let end = at
    at += 1
    skipWord()
    guard at > end + 1, peek == UInt8(ascii: "!") else {
      at = end
      return nil
    }
    at += 1
    return text(start..<at - 1)
  }

  private mutating func skipWord() {
    while Self.isOfWord(peek) { at += 1 }
  }

  private mutating func skipBrackets() throws(Unreadable) {
    var open = 0
    repeat {
      switch peek {
      case UInt8(ascii: "["): open += 1
      case UInt8(ascii: "]"): open -= 1
      // Escapes the sign behind it in the name of a column.
      case UInt8(ascii: "'"): at += 1
      default: break
      }
      at += 1
      guard at <= bytes.count else { throw Unreadable() }
    } while open > 0
  }

  /// The reference that begins with the word at `place`, together with what follows its `:`; nil
  /// where it is none.
  private mutating func reference(
    _ place: Range<Int>, in sheet: FormulaReference.Place
  ) -> FormulaReference? {
    guard let first = GridWord(bytes[place]) else { return nil }
    if peek == UInt8(ascii: ":") {
      let end = at
      at += 1
      let start = at
      skipWord()
      let isSheet = peek == UInt8(ascii: "!") || peek == UInt8(ascii: "(")
      if !isSheet, let last = GridWord(bytes[start..<at]), last.shape == first.shape {
        let shape = first.shape == .cell ? .area : first.shape
        return FormulaReference(
          place: sheet, shape: shape, first: first.point(from: origin),
          last: last.point(from: origin))
      }
      at = end
    }
    guard first.shape == .cell else { return nil }
    let point = first.point(from: origin)
    return FormulaReference(place: sheet, shape: .cell, first: point, last: point)
  }
}

/// A word that names a cell, a column or a row: `C6`, `$C`, `6`.
private struct GridWord {
  /// What it names.
  var shape: FormulaReference.Shape
  private var row = 1
  private var column = 0
  private var isRowAbsolute = false
  private var isColumnAbsolute = false

  /// Nil where it names none that a sheet can have.
  init?(_ word: ArraySlice<UInt8>) {
    var rest = word
    let leads = rest.first == UInt8(ascii: "$")
    if leads { rest.removeFirst() }
    let letters = rest.prefix(while: FormulaParser.isLetter)
    rest.removeFirst(letters.count)
    let divides = !letters.isEmpty && rest.first == UInt8(ascii: "$")
    if divides { rest.removeFirst() }
    guard letters.count <= 3, rest.count <= 7, rest.allSatisfy(FormulaParser.isDigit),
      !(divides && rest.isEmpty)
    else { return nil }
    let number = rest.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    let place = letters.reduce(0) { $0 * 26 + Int(($1 | 0x20) &- 0x60) } - 1
    switch (letters.isEmpty, rest.isEmpty) {
    case (false, false): shape = .cell
    case (false, true): shape = .columns
    case (true, false): shape = .rows
    case (true, true): return nil
    }
    if shape != .columns {
      guard CellPosition.rows.contains(number) else { return nil }
      row = number
      isRowAbsolute = shape == .rows ? leads : divides
    }
    if shape != .rows {
      guard CellPosition.columns.contains(place) else { return nil }
      column = place
      isColumnAbsolute = leads
    }
  }

  /// The point as the formula at `origin` names it.
  func point(from origin: CellPosition) -> GridPoint {
    // What a shape leaves open is the same in all copies.
    GridPoint(
      row: GridAxis(row, isAbsolute: isRowAbsolute || shape == .columns, from: origin.row),
      column: GridAxis(
        column, isAbsolute: isColumnAbsolute || shape == .rows, from: origin.column))
  }
}
