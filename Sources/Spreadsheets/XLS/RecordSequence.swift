/// A record of a BIFF stream: two bytes of kind, two of length, then the body.
struct BIFFRecord {
  /// What it is.
  var kind: UInt16
  /// Where its header begins in the stream.
  var offset: Int
  /// Its body.
  var body: ArraySlice<UInt8>
}

/// The records of a stream from a place on, up to where it ends or a record is cut off.
struct RecordSequence: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  /// Where the next record begins.
  private var position: Int

  /// Begins at a place in a stream.
  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next record.
  mutating func next() -> BIFFRecord? {
    guard position >= 0, position < bytes.count else { return nil }
    let header = bytes[position..<Swift.min(bytes.count, position + 4)]
    guard let kind = header.uint16(at: 0), let length = header.uint16(at: 2),
      position + 4 + Int(length) <= bytes.count
    else { return nil }
    let start = position + 4
    defer { position = start + Int(length) }
    return BIFFRecord(kind: kind, offset: position, body: bytes[start..<start + Int(length)])
  }

  /// The bodies of the CONTINUE records that stand next, up to a number of them, and passes them.
  mutating func continuations(atMost limit: Int = .max) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var ahead = self
    while found.count < limit, let record = ahead.next(), record.kind == RecordKind.continuation {
      found.append(record.body)
      self = ahead
    }
    return found
  }
}

/// The kinds of records that are read, by the names of [MS-XLS].
enum RecordKind {
  /// Cells with an integer, a number, a text or a truth value as Excel 2 wrote them.
  static let oldCells: ClosedRange<UInt16> = 0x0002...0x0005
  static let formula: UInt16 = 0x0006
  static let end: UInt16 = 0x000A
  static let externSheet: UInt16 = 0x0017
  static let name: UInt16 = 0x0018
  static let dateMode: UInt16 = 0x0022
  static let externName: UInt16 = 0x0023
  static let filePass: UInt16 = 0x002F
  static let continuation: UInt16 = 0x003C
  static let codePage: UInt16 = 0x0042
  static let columnInfo: UInt16 = 0x007D
  static let boundSheet: UInt16 = 0x0085
  static let mulRK: UInt16 = 0x00BD
  static let richString: UInt16 = 0x00D6
  static let extendedFormat: UInt16 = 0x00E0
  static let mergedCells: UInt16 = 0x00E5
  static let sharedStrings: UInt16 = 0x00FC
  static let labelSST: UInt16 = 0x00FD
  static let supBook: UInt16 = 0x01AE
  static let number: UInt16 = 0x0203
  static let label: UInt16 = 0x0204
  static let boolOrError: UInt16 = 0x0205
  static let formula3: UInt16 = 0x0206
  static let string: UInt16 = 0x0207
  static let row: UInt16 = 0x0208
  static let array: UInt16 = 0x0221
  static let dataTable: UInt16 = 0x0236
  static let rk: UInt16 = 0x027E
  static let formula4: UInt16 = 0x0406
  static let format: UInt16 = 0x041E
  static let sharedFormula: UInt16 = 0x04BC
  static let begin: UInt16 = 0x0809
}
