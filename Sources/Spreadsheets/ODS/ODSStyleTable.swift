/// The styles of cells by number, and their numbers by name.
struct ODSStyleTable {
  /// The styles; the first is the default.
  private(set) var styles = [CellStyle(format: .general)]
  private var numbers: [[UInt8]: UInt32] = [:]

  /// Settles what each style comes to, with those it goes on from.
  init(_ reading: ODSStyleReading) {
    var known: [CellStyle: UInt32] = [styles[0]: 0]
    for name in reading.styles.keys.sorted() {
      let style = Self.style(name, reading)
      let number = known[style] ?? UInt32(truncatingIfNeeded: styles.count)
      if known[style] == nil {
        known[style] = number
        styles.append(style)
      }
      numbers[Array(name.utf8)] = number
    }
  }

  /// The number of the style of that name, 0 where there is none.
  func number(_ name: [UInt8]) -> UInt32 { numbers[name] ?? 0 }

  private static func style(_ name: String, _ reading: ODSStyleReading) -> CellStyle {
    var (format, indent): (String?, UInt8?) = (nil, nil)
    var next: String? = name
    var steps = 0
    while let name = next, let style = reading.styles[name], steps < 32 {
      format = format ?? style.format
      indent = indent ?? style.indent
      next = style.parent
      steps += 1
    }
    let known = format.flatMap { reading.formats[$0] }
    return CellStyle(
      format: known.map { NumberFormat(code: code($0, reading)) } ?? .general, indent: indent ?? 0)
  }

  /// The code with the formats for other conditions as sections, in the order that XLSX knows them
  /// by where they are the usual ones.
  private static func code(_ format: ODSNumberFormat, _ reading: ODSStyleReading) -> String {
    let maps = format.maps.prefix(3).map { map in
      (
        condition: map.condition.replacing("value()", with: "").filter { $0 != " " },
        code: reading.formats[map.format]?.section ?? "General"
      )
    }
    let usual = [[">=0"], [">0"], [">0", "<0"], [">0", "<0", "=0"]]
    let conditions = maps.map(\.condition)
    let isUsual = usual.contains(conditions) && conditions != [">0"]
    let sections = maps.map { map in
      isUsual ? map.code : "[\(map.condition.replacing("!=", with: "<>"))]\(map.code)"
    }
    return (sections + [format.section]).joined(separator: ";")
  }
}
