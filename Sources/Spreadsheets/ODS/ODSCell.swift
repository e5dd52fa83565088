/// A cell while it is read.
struct ODSCell {
  /// The type of a value.
  enum ValueType { case none, number, text, date, time, boolean }

  /// The type of its value.
  private(set) var type = ValueType.none
  /// True where LibreOffice says that the value is an error.
  private(set) var isError = false
  /// The value as stored.
  private(set) var value: [UInt8] = []
  /// True where a value is stored.
  private(set) var hasValue = false
  /// The formula in A1 notation.
  private(set) var formula: String?
  /// The number of its own style, where it has one.
  private(set) var style: UInt32?
  /// How many columns in turn hold it.
  private(set) var repeats = 1
  /// The columns it spans.
  private(set) var width = 1
  /// The rows it spans.
  private(set) var height = 1

  /// Reads the attributes of `table:table-cell`.
  mutating func begin(_ element: XMLElement, styles: inout ODSStyleMemory, column: Int) {
    (type, isError, hasValue, formula, style) = (.none, false, false, nil, nil)
    (repeats, width, height) = (1, 1, 1)
    for attribute in element.attributes {
      switch attribute.name.namespace {
      case .table: takeTable(attribute, styles: &styles, column: column)
      case .office: takeOffice(attribute)
      case .calcExtension:
        if attribute.name == "value-type" { isError = attribute.value.elementsEqual("error".utf8) }
      default: break
      }
    }
  }

  private mutating func takeTable(
    _ attribute: XMLAttribute, styles: inout ODSStyleMemory, column: Int
  ) {
    switch attribute.name {
    case "style-name": style = styles.number(attribute.value, column: column)
    case "number-columns-repeated": repeats = ODSCount.read(attribute.value)
    case "number-columns-spanned": width = min(ODSCount.read(attribute.value), 1 << 20)
    case "number-rows-spanned": height = min(ODSCount.read(attribute.value), 1 << 24)
    case "formula": formula = ODSFormulaText.excel(attribute.string)
    default: break
    }
  }

  private mutating func takeOffice(_ attribute: XMLAttribute) {
    switch attribute.name {
    case "value-type": type = Self.type(attribute.value)
    case "value", "date-value", "time-value", "boolean-value", "string-value":
      value.removeAll(keepingCapacity: true)
      value.append(contentsOf: attribute.value)
      hasValue = true
    default: break
    }
  }

  private static func type(_ name: UnsafeBufferPointer<UInt8>) -> ValueType {
    switch name.first {
    case UInt8(ascii: "f"), UInt8(ascii: "p"), UInt8(ascii: "c"): .number
    case UInt8(ascii: "s"): .text
    case UInt8(ascii: "d"): .date
    case UInt8(ascii: "t"): .time
    case UInt8(ascii: "b"): .boolean
    default: .none
    }
  }

  /// What the cell holds, of what is shown in it; nil where that is nothing.
  func content(of text: ODSText) -> (kind: CellBlock.Kind, text: [UInt8])? {
    let shown = text.bytes
    if isError || formula != nil && Self.isErrorWord(shown) { return (.error, shown) }
    switch type {
    case .number where PageCell.isNumeral(value) && hasValue:
      return (Self.isTruth(value, shown) ? .boolean : .number, value)
    case .date where hasValue && !value.isEmpty: return (.isoDate, value)
    case .time where hasValue:
      let text = String(decoding: value, as: UTF8.self)
      if let clock = ODSDuration.clock(text) { return (.isoDate, Array(clock.utf8)) }
    case .boolean where hasValue:
      return (.boolean, [value.elementsEqual("true".utf8) ? 0x31 : 0x30])
    case .text:
      let text = hasValue && shown.isEmpty ? value : shown
      return text.isEmpty && formula == nil ? nil : (.text, text)
    default: break
    }
    if !shown.isEmpty { return (.text, shown) }
    if formula == nil { return nil }
    return (text.hasParagraph ? .text : .withoutResult, [])
  }

  /// True for the truths of LibreOffice, which are numbers that show as words.
  private static func isTruth(_ value: [UInt8], _ shown: [UInt8]) -> Bool {
    switch value {
    case [0x31]: shown.elementsEqual("TRUE".utf8)
    case [0x30]: shown.elementsEqual("FALSE".utf8)
    default: false
    }
  }

  /// True for what spreadsheet programs show instead of a result.
  private static func isErrorWord(_ text: [UInt8]) -> Bool {
    if text.starts(with: "Err:".utf8) {
      return text.count > 4 && text.dropFirst(4).allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    guard text.first == UInt8(ascii: "#") else { return false }
    return ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"]
      .contains { text.elementsEqual($0.utf8) }
  }
}

/// Counts in attributes.
enum ODSCount {
  /// A count from 1; what is none counts as 1, and what is too large as the largest.
  static func read(_ digits: UnsafeBufferPointer<UInt8>) -> Int {
    guard digits.count <= 9 else { return 1_000_000_000 }
    var count = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return 1 }
      count = count * 10 + Int(digit - 0x30)
    }
    return max(count, 1)
  }
}

/// Finds the numbers of styles, and remembers for each column the one met last.
struct ODSStyleMemory {
  private let table: ODSStyleTable
  private var last: [(name: [UInt8], number: UInt32)] = Array(repeating: ([], 0), count: 64)

  /// Remembers nothing yet.
  init(_ table: ODSStyleTable) { self.table = table }

  /// The number of the style of that name.
  mutating func number(_ name: UnsafeBufferPointer<UInt8>, column: Int) -> UInt32 {
    let place = column & 63
    if last[place].name.elementsEqual(name) { return last[place].number }
    let name = Array(name)
    last[place] = (name, table.number(name))
    return last[place].number
  }
}
