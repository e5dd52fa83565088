/// The texts, as found, of the few cells of a column whose value does not tell how it was written.
public struct RawTexts: Sendable, Equatable {
  private(set) var rows: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var bytes: [UInt8] = []

  /// No exceptions.
  public init() {}

  /// The exceptions that were kept elsewhere, in the form they are kept here.
  init(rows: [UInt32], ends: [UInt32], bytes: [UInt8]) {
    self.rows = rows
    self.ends = ends
    self.bytes = bytes
  }

  /// True where every cell can be rewritten from its value.
  public var isEmpty: Bool { rows.isEmpty }

  /// The number of exceptions.
  public var count: Int { rows.count }

  /// Keeps the text of `row`; rows must come in rising order.
  public mutating func append(_ text: some Collection<UInt8>, row: Int) {
    precondition(rows.last.map { $0 < row } ?? true, "rows out of order")
    rows.append(UInt32(row))
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
  }

  /// The text as found, or nil where the row has no exception.
  public subscript(row: Int) -> String? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    guard low < rows.count, rows[low] == row else { return nil }
    let start = low == 0 ? 0 : Int(ends[low - 1])
    return String(decoding: bytes[start..<Int(ends[low])], as: UTF8.self)
  }
}
