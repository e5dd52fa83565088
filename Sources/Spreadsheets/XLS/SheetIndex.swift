import Tabular

/// Where the cells of a sheet stand in the stream, in the order of rows and columns, and what the
/// sheet says beside its cells.
struct SheetIndex {
  /// The most columns that any version of the format has.
  static let columnLimit = 256

  /// A cell: its row and column (from 0) in the upper 32 bits, the offset of its record below.
  struct Place: Comparable {
    private let packed: UInt64

    init(row: UInt16, column: UInt16, offset: Int) {
      packed = UInt64(row) << 48 | UInt64(column) << 32 | UInt64(UInt32(truncatingIfNeeded: offset))
    }

    /// The row, from 0.
    var row: Int { Int(packed >> 48) }
    /// The column, from 0.
    var column: Int { Int(packed >> 32 & 0xFFFF) }
    /// The row and the column in one number.
    var key: UInt32 { UInt32(truncatingIfNeeded: packed >> 32) }
    /// Where the record begins in the stream.
    var offset: Int { Int(packed & 0xFFFF_FFFF) }

    static func < (left: Place, right: Place) -> Bool { left.packed < right.packed }
  }

  /// The cells; of two that claim the same place, the later in the stream.
  private(set) var places: [Place] = []
  /// The formulas that several cells share and the formulas of arrays, by the cell they stand at.
  private(set) var shared: [UInt32: BIFFRecord] = [:]
  /// The merged ranges, by their first rows.
  private(set) var merges: [CellRange] = []
  /// The hidden rows, from 1, in order.
  private(set) var hiddenRows: [Int] = []
  /// The hidden columns, from 0, in order.
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Whether the sheet comes to its end, rather than the stream.
  private(set) var isComplete = false
  /// Whether every formula is to be calculated when the sheet is opened and none has a result.
  var holdsOnlyEmptyResults: Bool { formulaCount > 0 && formulaCount == emptyResultCount }
  /// Whether every formula has an empty text for its result.
  var holdsOnlyEmptyTexts: Bool { formulaCount > 0 && formulaCount == emptyTextCount }
  private var formulaCount = 0
  private var emptyResultCount = 0
  private var emptyTextCount = 0
  private var isSorted = true
  private var lastFormula: UInt32 = 0

  /// Reads through the sheet that begins at an offset.
  ///
  /// - Throws: where it is encrypted, has cells that can't be placed, or more than the limit.
  init(_ stream: [UInt8], at offset: Int, limits: SpreadsheetLimits) throws(SpreadsheetError) {
    var records = RecordSequence(stream, from: offset)
    var depth = 0
    while let record = records.next() {
      switch record.kind {
      case RecordKind.begin: depth += 1
      case RecordKind.end:
        depth -= 1
        isComplete = depth <= 0
      case RecordKind.filePass: throw SpreadsheetError(.passwordProtected)
      // What stands deeper belongs to a chart in the sheet.
      case _ where depth == 1: try note(record)
      default: break
      }
      if isComplete { break }
      guard places.count <= limits.cells else {
        throw SpreadsheetError(.tooLarge(.cells, allowed: limits.cells, part: nil))
      }
    }
    settle()
  }

  private mutating func note(_ record: BIFFRecord) throws(SpreadsheetError) {
    let body = record.body
    switch record.kind {
    case RecordKind.labelSST, RecordKind.number, RecordKind.rk, RecordKind.label,
      RecordKind.richString, RecordKind.boolOrError:
      let (row, column) = try Self.cell(body)
      add(row: row, column: column, record)
    case RecordKind.formula, RecordKind.formula3, RecordKind.formula4:
      let (row, column) = try Self.cell(body)
      add(row: row, column: column, record)
      lastFormula = UInt32(row) << 16 | UInt32(column)
      noteResult(body)
    case RecordKind.mulRK:
      let (row, first) = try Self.cell(body)
      for number in 0..<max(0, (body.count - 6) / 6) {
        add(row: row, column: first &+ UInt16(truncatingIfNeeded: number), record)
      }
    case RecordKind.oldCells: throw SpreadsheetError(.foreign(.oldExcel))
    case RecordKind.sharedFormula, RecordKind.array: shared[lastFormula] = record
    case RecordKind.row:
      if let row = body.uint16(at: 0), let options = body.uint32(at: 12), options & 0x20 != 0 {
        hiddenRows.append(Int(row) + 1)
      }
    case RecordKind.columnInfo: noteColumns(body)
    case RecordKind.mergedCells: noteMerges(body)
    default: break
    }
  }

  private static func cell(_ body: ArraySlice<UInt8>) throws(SpreadsheetError) -> (UInt16, UInt16) {
    guard let row = body.uint16(at: 0), let column = body.uint16(at: 2) else {
      throw SpreadsheetError(.damaged(part: "Workbook", detail: "record cut off"))
    }
    return (row, column)
  }

  private mutating func add(row: UInt16, column: UInt16, _ record: BIFFRecord) {
    let place = Place(row: row, column: column, offset: record.offset)
    if isSorted, let last = places.last, last.key >= place.key { isSorted = false }
    places.append(place)
  }

  private mutating func noteResult(_ body: ArraySlice<UInt8>) {
    formulaCount += 1
    guard let result = body.uint64(at: 6), let options = body.uint16(at: 14) else { return }
    let isEmptyText = result >> 48 == 0xFFFF && result & 0xFF == 3
    if isEmptyText { emptyTextCount += 1 }
    if options & 0x02 != 0, result == 0 || isEmptyText { emptyResultCount += 1 }
  }

  private mutating func noteColumns(_ body: ArraySlice<UInt8>) {
    guard let first = body.uint16(at: 0), let last = body.uint16(at: 2),
      let options = body.uint16(at: 8), options & 0x01 != 0, first <= last,
      first < Self.columnLimit
    else { return }
    hiddenColumns.append(Int(first)...min(Int(last), Self.columnLimit - 1))
  }

  private mutating func noteMerges(_ body: ArraySlice<UInt8>) {
    guard let count = body.uint16(at: 0) else { return }
    for number in 0..<Int(count) {
      let offset = 2 + number * 8
      guard let top = body.uint16(at: offset), let bottom = body.uint16(at: offset + 2),
        let left = body.uint16(at: offset + 4), let right = body.uint16(at: offset + 6)
      else { return }
      guard top <= bottom, left <= right, left < Self.columnLimit else { continue }
      merges.append(
        CellRange(
          rows: Int(top) + 1...Int(bottom) + 1,
          columns: Int(left)...min(Int(right), Self.columnLimit - 1)))
    }
  }

  private mutating func settle() {
    if !isSorted {
      places.sort()
      var kept: [Place] = []
      kept.reserveCapacity(places.count)
      for place in places {
        if let last = kept.last, last.key == place.key { kept.removeLast() }
        kept.append(place)
      }
      places = kept
    }
    hiddenRows = Set(hiddenRows).sorted()
    hiddenColumns.sort { $0.lowerBound < $1.lowerBound }
    merges.sort {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
  }
}
