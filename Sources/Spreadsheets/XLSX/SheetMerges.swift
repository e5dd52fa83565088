/// The merged ranges of a sheet part, which stand behind its cells and are wanted before them.
struct SheetMerges: XMLListening {
  /// The ranges, by their first rows.
  private(set) var ranges: [CellRange] = []
  private(set) var failure: SpreadsheetError?

  /// Reads a whole part for them.
  static func all(of source: XMLSource) throws(SpreadsheetError) -> [CellRange] {
    let reading = XMLReading(source, listener: SheetMerges())
    try reading.finish()
    return reading.listener.ranges.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  mutating func start(_ element: XMLElement) {
    guard element.name == "mergeCell", let text = element["ref"],
      let range = CellName.range(text)
    else { return }
    ranges.append(range)
  }

  mutating func end(_ name: XMLName) {}

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
