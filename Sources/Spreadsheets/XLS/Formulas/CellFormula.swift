extension CellRecord {
  /// The most records that the constants of a formula go on in; one holds 8,224 bytes.
  private static let continuationLimit = 16

  /// Whether the cell has a formula that gives a number whatever it refers to.
  var givesNumber: Bool {
    var records = RecordSequence(workbook.stream, from: place.offset)
    guard let record = records.next(),
      [RecordKind.formula, RecordKind.formula3, RecordKind.formula4].contains(record.kind)
    else { return false }
    return formula(record.body, followedBy: records)?.givesNumber == true
  }

  /// Whether the formula belongs to an array that begins in another cell; it is told there, as in
  /// other formats.
  func isInnerArrayCell(_ body: ArraySlice<UInt8>) -> Bool {
    guard let shared = shared(body) else { return false }
    return shared.record.kind == RecordKind.array && shared.key != place.key
  }

  /// The formula of a cell in A1 notation, and whether it gives a number whatever it refers to; nil
  /// where it can't be told.
  func formula(
    _ body: ArraySlice<UInt8>, followedBy records: RecordSequence
  ) -> (text: String, givesNumber: Bool)? {
    var records = records
    guard body.uint8(at: 22) == 0x01 else {
      return read(
        body, at: 20, continued: records.continuations(atMost: Self.continuationLimit), origin: nil)
    }
    guard let shared = shared(body)?.record else { return nil }
    var behind = RecordSequence(workbook.stream, from: shared.offset)
    _ = behind.next()
    let isArray = shared.kind == RecordKind.array
    return read(
      shared.body, at: isArray ? 12 : 8,
      continued: behind.continuations(atMost: Self.continuationLimit),
      origin: isArray ? nil : (place.row, place.column))
  }

  /// The record of a formula that several cells share, and the cell that it stands at.
  private func shared(_ body: ArraySlice<UInt8>) -> (record: BIFFRecord, key: UInt32)? {
    guard body.uint8(at: 22) == 0x01, let row = body.uint16(at: 23),
      let column = body.uint16(at: 25)
    else { return nil }
    let key = UInt32(row) << 16 | UInt32(column)
    return index.shared[key].map { ($0, key) }
  }

  private func read(
    _ body: ArraySlice<UInt8>, at offset: Int, continued: [ArraySlice<UInt8>],
    origin: ReferenceOrigin
  ) -> (text: String, givesNumber: Bool)? {
    guard
      var formula = TokenText(
        body, at: offset, continued: continued, origin: origin, globals: workbook.globals,
        links: workbook.links), let text = formula.read()
    else { return nil }
    return (text, formula.givesNumber)
  }
}
