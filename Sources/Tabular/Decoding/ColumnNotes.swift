import Numerals

extension TableDecoder {
  /// Keeps the places where something about a column was met first.
  mutating func noteNews() {
    noteSigns()
    for place in numerals.indices {
      let decoder = numerals[place]
      let record = store.recordCount
      for (remark, tally) in decoder.remarks.tallies where tally.isNew {
        source.firstPlaces[PlaceKey(decoder.position, "\(remark)")] =
          FirstPlace(
            location(of: decoder.position, row: tally.row), tally.example, record + tally.row + 1)
      }
      numerals[place].remarks.clearNews()
      notePlace(of: decoder.textNumbers, "text", decoder.position)
      notePlace(of: decoder.mergedNumbers, "merged", decoder.position)
      numerals[place].textNumbers.isNew = false
      numerals[place].mergedNumbers.isNew = false
    }
    for place in texts.indices {
      let decoder = texts[place]
      notePlace(of: decoder.blanked, "blanked", decoder.position)
      for pair in decoder.likeness.pairs {
        source.alike.append(
          AlikePair(
            field: decoder.position, pair: pair,
            place: FirstPlace(
              location(of: decoder.position, row: pair.row), pair.later,
              store.recordCount + pair.row + 1)))
      }
      texts[place].clearNews()
    }
  }

  /// Keeps the place of what was met first, where it is new.
  mutating func notePlace(of tally: PlaceTally, _ what: String, _ position: Int) {
    guard tally.isNew else { return }
    source.firstPlaces[PlaceKey(position, what)] = FirstPlace(
      location(of: position, row: tally.row), tally.example, store.recordCount + tally.row + 1)
  }

  /// Tells what is to be said about whole columns.
  mutating func noteColumns() {
    for decoder in numerals { note(decoder) }
    tellSigns()
    for decoder in texts {
      if !decoder.field.keepsIndents,
        let first = source.firstPlaces[PlaceKey(decoder.position, "blanked")]
      {
        add(
          "spasi-tepi", .note, decoder.position, first,
          ReadingWords.blanked(field: decoder.field.name, count: decoder.blanked.count))
      }
      let records = store.recordCount - recordsBefore
      guard decoder.likeness.isWatching, decoder.pool.count * 4 <= records else { continue }
      for alike in source.alike where alike.field == decoder.position {
        add(
          "kategori-mirip", alike.pair.differsInBlanks ? .warning : .note, decoder.position,
          alike.place,
          ReadingWords.alike(field: decoder.field.name, alike.pair.earlier, alike.pair.later),
          key: [alike.pair.later])
      }
    }
  }

  private mutating func note(_ decoder: NumeralDecoder) {
    for (remark, tally) in decoder.remarks.tallies.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      guard let first = source.firstPlaces[PlaceKey(decoder.position, "\(remark)")] else {
        continue
      }
      add(
        "cara-tulis", remark == .caretForComma ? .warning : .note, decoder.position, first,
        ReadingWords.remark(
          remark, field: decoder.field.name, count: tally.count, example: tally.example),
        key: ["\(remark)"])
    }
    noteCells(of: decoder)
    guard case .mixed(let indonesian, let english)? = decoder.settlement, let table = sources.last
    else { return }
    let column = table.columns[decoder.position] ?? source.firstColumn
    var place = place(line: source.headerLine, column: column - source.firstColumn)
    place.field = decoder.field.name
    place.label = table.labels[decoder.position]
    source.journal.add(
      rule: "gaya-angka", kind: .numeral, severity: .warning, at: place,
      raw: (indonesian.count < english.count ? indonesian : english).example ?? "",
      key: [decoder.field.name],
      message: ReadingWords.mixed(
        field: decoder.field.name, indonesian: indonesian, english: english))
  }

  /// Tells numbers of a workbook that are texts, or that several records share.
  private mutating func noteCells(of decoder: NumeralDecoder) {
    let (texts, merged, field) = (decoder.textNumbers, decoder.mergedNumbers, decoder.field.name)
    if decoder.numberCells > 0, texts.count > 0,
      let first = source.firstPlaces[PlaceKey(decoder.position, "text")]
    {
      add(
        "angka-teks", .warning, decoder.position, first,
        ReadingWords.textNumbers(
          field: field, count: texts.count, numbers: decoder.numberCells, example: texts.example))
    }
    if let first = source.firstPlaces[PlaceKey(decoder.position, "merged")] {
      add(
        "sel-gabungan", .warning, decoder.position, first,
        ReadingWords.mergedNumbers(field: field, count: merged.count, example: merged.example))
    }
  }

  mutating func add(
    _ rule: String, _ severity: Severity, _ field: Int, _ first: FirstPlace, _ message: Message,
    key: [String] = []
  ) {
    source.journal.add(
      rule: rule, kind: .reading, severity: severity, at: first.location, raw: first.raw,
      key: [schema.fields[field].name] + key, message: message, record: first.record)
  }

  /// Tells the rows that were no records, and those that were shorter than the header.
  mutating func noteRows() {
    guard let sorter = source.sorter else { return }
    for rejection in sorter.rejections {
      if let column = rejection.stray {
        source.journal.add(
          rule: "sel-terpencil", kind: .reading, severity: .warning,
          at: place(line: rejection.line, column: column), raw: rejection.text,
          key: [rejection.text], message: ReadingWords.stray(rejection.text))
        continue
      }
      source.journal.add(
        rule: "jumlah-sel", kind: .reading, severity: .error,
        at: place(line: rejection.line, column: 0),
        raw: rejection.text, key: [rejection.text],
        message: ReadingWords.wrongWidth(cells: rejection.cells, expected: source.width))
    }
    let beyond = sorter.beyond
    if beyond.count > 0 {
      source.journal.add(
        rule: "sel-terpencil", kind: .reading, severity: .warning,
        at: place(line: beyond.line, column: beyond.column), raw: beyond.text, key: ["beyond"],
        message: ReadingWords.beyond(count: beyond.count, example: beyond.text))
    }
    if sorter.shortRecords.count > 0 {
      source.journal.add(
        rule: "jumlah-sel", kind: .reading, severity: .note,
        at: place(line: sorter.shortRecords.line, column: 0), raw: "", key: ["short"],
        message: ReadingWords.short(count: sorter.shortRecords.count, expected: source.width))
    }
  }

  /// The place of a line of the current resource; in a sheet that of its cell in a column of the
  /// table.
  func place(line: Int, column: Int) -> Location {
    guard let table = sources.last else { return Location(resource: "") }
    return Location(
      resource: table.resource, sheet: table.sheet, line: line,
      column: column + source.firstColumn)
  }

  /// Looks for values in columns that the header does not name.
  mutating func noteUnnamed(_ window: RecordWindow) {
    for column in source.unnamed {
      for record in 0..<window.range.count {
        let row = window.row(record)
        guard column < window.block.cellCount(ofRow: row),
          !window.block.cellBytes(row: row, column: column).isEmpty,
          !window.marks(record, column: column).isMerged
        else { continue }
        let text = window.text(record, column: column)
        guard !HeaderText.clean(text).isEmpty else { continue }
        source.unnamed.removeAll { $0 == column }
        let place = place(line: Int(window.block.lines[row]), column: column)
        source.journal.add(
          rule: "kolom-tanpa-nama", kind: .schema, severity: .note, at: place, raw: text,
          key: [String(column + 1)],
          message: place.sheet == nil
            ? ReadingWords.unnamed(column: column + 1)
            : ReadingWords.unnamed(
              letters: SheetAddress.letters(ofColumn: column + source.firstColumn)))
        break
      }
    }
  }
}

/// Names what is remembered of a field.
struct PlaceKey: Hashable {
  let field: Int
  let what: String

  init(_ field: Int, _ what: String) {
    self.field = field
    self.what = what
  }
}

/// The place where something was met first.
struct FirstPlace {
  let location: Location
  let raw: String
  let record: Int

  init(_ location: Location, _ raw: String, _ record: Int) {
    self.location = location
    self.raw = raw
    self.record = record
  }
}

/// Two texts of a field that look alike.
struct AlikePair {
  let field: Int
  let pair: LikenessWatch.Pair
  let place: FirstPlace
}
