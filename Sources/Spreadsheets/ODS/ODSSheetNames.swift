/// Finds the sheets of a workbook.
struct ODSSheetNames: XMLListening {
  /// The sheets in the order of their tabs.
  private(set) var sheets: [Sheet] = []
  /// True where the document is a workbook.
  private(set) var isSpreadsheet = false
  private let hidden: Set<String>
  /// The number of elements open in the workbook; nil outside of it.
  private var depth: Int?

  /// Looks for sheets; tables with a style of those names are hidden.
  init(hidden: Set<String>) { self.hidden = hidden }

  var failure: SpreadsheetError? { nil }

  mutating func start(_ element: XMLElement) {
    guard let depth else {
      if element.name.namespace == .office, element.name == "spreadsheet" {
        (isSpreadsheet, self.depth) = (true, 0)
      }
      return
    }
    if depth == 0, element.name.namespace == .table, element.name == "table" {
      let style = element.string("style-name", in: .table)
      let isHidden = style.map { hidden.contains($0) } ?? false
      sheets.append(
        Sheet(
          name: element.string("name", in: .table) ?? "", visibility: isHidden ? .hidden : .visible)
      )
    }
    self.depth = depth + 1
  }

  mutating func end(_ name: XMLName) {
    guard let depth else { return }
    self.depth = depth == 0 ? nil : depth - 1
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
