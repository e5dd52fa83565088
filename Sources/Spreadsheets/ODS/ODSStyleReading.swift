/// Reads the styles of cells and tables, and the formats of numbers, from `styles.xml` and from the
/// head of `content.xml`.
struct ODSStyleReading: XMLListening {
  /// A style of cells.
  struct Style {
    /// The style it goes on from.
    var parent: String?
    /// The format of its numbers.
    var format: String?
    /// The steps by which its text is indented.
    var indent: UInt8?
  }

  /// The styles of cells, by name.
  private(set) var styles: [String: Style] = [:]
  /// The formats of numbers, by name.
  private(set) var formats: [String: ODSNumberFormat] = [:]
  /// The styles of tables that are hidden.
  private(set) var hiddenTables: Set<String> = []
  /// True once the content begins.
  private(set) var isAtBody = false

  private var style: (name: String, style: Style)?
  private var tableStyle: String?
  private var format: (name: String, format: ODSNumberFormat)?

  var failure: SpreadsheetError? { nil }

  mutating func start(_ element: XMLElement) {
    switch element.name.namespace {
    case .office: if element.name == "body" { isAtBody = true }
    case .number: startFormat(element)
    case .style: startStyle(element)
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name.namespace {
    case .number:
      guard let format else { return }
      if ODSNumberFormat.Form(name) != nil {
        formats[format.name] = format.format
        self.format = nil
      } else {
        self.format?.format.end(name)
      }
    case .style where name == "style" || name == "default-style":
      if let style { styles[style.name] = style.style }
      (style, tableStyle) = (nil, nil)
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { format?.format.text(bytes) }

  private mutating func startFormat(_ element: XMLElement) {
    if let form = ODSNumberFormat.Form(element.name) {
      let name = element.string("name", in: .style) ?? ""
      let truncates = element.string("truncate-on-overflow", in: .number) != "false"
      format = (name, ODSNumberFormat(form, truncatesHours: truncates))
    } else {
      format?.format.start(element)
    }
  }

  private mutating func startStyle(_ element: XMLElement) {
    switch element.name {
    case "style", "default-style":
      let name = element.string("name", in: .style) ?? ""
      switch element.string("family", in: .style) {
      case "table-cell":
        let parent = element.string("parent-style-name", in: .style)
        let format = element.string("data-style-name", in: .style)
        style = (name, Style(parent: parent, format: format))
      case "table": tableStyle = name
      default: break
      }
    case "paragraph-properties":
      if let margin = element.string("margin-left", in: .format) {
        style?.style.indent = ODSLength.indent(margin)
      }
    case "table-properties":
      if let tableStyle, element.string("display", in: .table) == "false" {
        hiddenTables.insert(tableStyle)
      }
    case "map":
      guard format != nil, let condition = element.string("condition", in: .style),
        let name = element.string("apply-style-name", in: .style)
      else { return }
      format?.format.maps.append((condition, name))
    case "text-properties":
      if let color = element.string("color", in: .format) { format?.format.color = color }
    default: break
    }
  }
}

/// Lengths as OpenDocument writes them.
enum ODSLength {
  /// The steps of 10 points by which a margin like `0.353cm` indents.
  static func indent(_ length: String) -> UInt8? {
    let number = length.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let pieces = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = pieces.first.flatMap({ Int($0) }), whole < 10_000 else { return nil }
    let digits = pieces.count > 1 ? pieces[1].prefix(3) : ""
    let thousandths =
      (Int(digits) ?? 0) * (digits.count == 1 ? 100 : digits.count == 2 ? 10 : 1)
    /// Thousandths of a unit that make 10 points.
    let step: Int
    switch length.dropFirst(number.count) {
    case "cm": step = 353
    case "mm": step = 3528
    case "in": step = 139
    case "pt": step = 10_000
    case "pc": step = 833
    default: return nil
    }
    return UInt8(clamping: ((whole * 1000 + thousandths) + step / 2) / step)
  }
}
