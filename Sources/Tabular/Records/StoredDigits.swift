/// The digits as stored of the few cells of a block whose number shows others, in the order of
/// their cells.
public struct StoredDigits: Sendable {
  private var cells: [UInt32] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var bytes: [UInt8] = []

  /// No digits.
  public init() {}

  /// True where every cell shows what is stored.
  public var isEmpty: Bool { cells.isEmpty }

  /// The digits of the cell of that number; nil where it shows them.
  public subscript(_ cell: UInt32) -> String? {
    get {
      guard let last = cells.last, cell <= last else { return nil }
      let place = place(of: cell)
      return cells[place] == cell ? text(at: place) : nil
    }
    set {
      guard let newValue else { return remove(cell) }
      set(Array(newValue.utf8), of: cell)
    }
  }

  /// Keeps the digits of a cell, in UTF-8; quick where it is the last of all.
  public mutating func set(_ digits: [UInt8], of cell: UInt32) {
    let start = UInt32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: digits)
    let end = UInt32(truncatingIfNeeded: bytes.count)
    guard let last = cells.last, cell <= last else {
      cells.append(cell)
      starts.append(start)
      return ends.append(end)
    }
    let place = place(of: cell)
    if cells[place] == cell {
      (starts[place], ends[place]) = (start, end)
    } else {
      cells.insert(cell, at: place)
      starts.insert(start, at: place)
      ends.insert(end, at: place)
    }
  }

  private mutating func remove(_ cell: UInt32) {
    guard let last = cells.last, cell <= last else { return }
    let place = place(of: cell)
    guard cells[place] == cell else { return }
    cells.remove(at: place)
    starts.remove(at: place)
    ends.remove(at: place)
  }

  /// The place of the first cell that doesn't stand before `cell`.
  private func place(of cell: UInt32) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low &+ high) / 2
      if cells[middle] < cell { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  private func text(at place: Int) -> String {
    String(decoding: bytes[Int(starts[place])..<Int(ends[place])], as: UTF8.self)
  }
}

extension StoredDigits: Sequence {
  /// The cells with their digits, by their numbers.
  public func makeIterator() -> some IteratorProtocol<(cell: UInt32, digits: String)> {
    cells.indices.lazy.map { (cell: cells[$0], digits: text(at: $0)) }.makeIterator()
  }
}

extension StoredDigits: Equatable {
  /// True where the same cells have the same digits.
  public static func == (one: StoredDigits, other: StoredDigits) -> Bool {
    one.cells == other.cells
      && one.cells.indices.allSatisfy { one.text(at: $0) == other.text(at: $0) }
  }
}

extension StoredDigits: ExpressibleByDictionaryLiteral {
  /// Keeps the digits of the cells that are named.
  public init(dictionaryLiteral elements: (UInt32, String)...) {
    self.init()
    for (cell, digits) in elements { set(Array(digits.utf8), of: cell) }
  }
}
