/// How large things may be before a workbook is refused.
public struct SpreadsheetLimits: Sendable, Hashable {
  /// The most bytes that one part of a workbook may unpack to.
  public var unpackedSize: Int
  /// How many times its packed size a part may unpack to, where it is larger than 16 MiB.
  public var unpackedRatio: Int
  /// The most bytes of a workbook that has to be held in memory as a whole: XLS and HTML.
  public var heldSize: Int
  /// The most cells of one sheet that hold something, repeated ones counted as often as they stand.
  public var cells: Int
  /// The most bytes of all shared texts of a workbook.
  public var sharedTextSize: Int

  /// Makes limits: 4 GiB a part and 500 times its packed size, 512 MiB held, 500 million cells, and
  /// 1 GiB of shared texts unless told otherwise.
  public init(
    unpackedSize: Int = 4 << 30, unpackedRatio: Int = 500, heldSize: Int = 512 << 20,
    cells: Int = 500_000_000, sharedTextSize: Int = 1 << 30
  ) {
    self.unpackedSize = unpackedSize
    self.unpackedRatio = unpackedRatio
    self.heldSize = heldSize
    self.cells = cells
    self.sharedTextSize = sharedTextSize
  }

  /// The limit of that name.
  public subscript(limit: SpreadsheetError.Limit) -> Int {
    get {
      switch limit {
      case .unpackedSize: unpackedSize
      case .unpackedRatio: unpackedRatio
      case .heldSize: heldSize
      case .cells: cells
      case .sharedTextSize: sharedTextSize
      }
    }
    set {
      switch limit {
      case .unpackedSize: unpackedSize = newValue
      case .unpackedRatio: unpackedRatio = newValue
      case .heldSize: heldSize = newValue
      case .cells: cells = newValue
      case .sharedTextSize: sharedTextSize = newValue
      }
    }
  }
}
