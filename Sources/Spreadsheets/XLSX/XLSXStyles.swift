/// The styles of an XLSX workbook.
enum XLSXStyles {
  private typealias Element = PartElements.Element

  /// How cells are shown, by the numbers that cells give; the first is the default.
  static func read(
    _ part: ZipArchive.Part, of archive: ZipArchive
  ) throws(SpreadsheetError) -> [CellStyle] {
    let elements = try PartElements.all(of: part, in: archive)
    var codes: [Int: String] = [:]
    var parents: [Int] = []
    var styles: [CellStyle] = []
    var current: CellStyle?
    for element in elements {
      switch (element.name, element.around.last) {
      case ("numFmt", "numFmts"):
        if let number = number(element, "numFmtId") {
          codes[number] = element.attributes["formatCode"]
        }
      case ("xf", "cellStyleXfs"): parents.append(number(element, "numFmtId") ?? 0)
      case ("xf", "cellXfs"):
        if let current { styles.append(current) }
        let parent = number(element, "xfId").flatMap {
          parents.indices.contains($0) ? parents[$0] : nil
        }
        let format = number(element, "numFmtId") ?? parent ?? 0
        current = CellStyle(format: self.format(format, codes))
      case ("alignment", "xf") where element.around.contains("cellXfs"):
        current?.indent = UInt8(clamping: number(element, "indent") ?? 0)
      default: break
      }
    }
    if let current { styles.append(current) }
    return styles
  }

  private static func number(_ element: Element, _ key: String) -> Int? {
    element.attributes[key].flatMap { Int($0) }
  }

  private static func format(_ number: Int, _ codes: [Int: String]) -> NumberFormat {
    let code = codes[number] ?? BuiltInFormats.code(number)
    return code.map(NumberFormat.init(code:)) ?? .general
  }
}
