/// What a pipeline file says about where things stand in a resource; nil leaves it to the data.
public struct LayoutRequest: Sendable, Hashable {
  /// The physical lines of the header rows of the first block, from 1; empty where there is none.
  public var headerRows: [Int]?
  /// Whether tables stand below each other in the resource.
  public var blocks: Layout.Blocks?

  /// The number of rows of the header.
  public var headerDepth: Int?

  /// Makes a request; by default the data decide everything.
  public init(
    headerRows: [Int]? = nil, blocks: Layout.Blocks? = nil, headerDepth: Int? = nil
  ) {
    self.headerRows = headerRows
    self.blocks = blocks
    self.headerDepth = headerDepth
  }
}
