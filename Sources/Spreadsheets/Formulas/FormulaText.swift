import Tabular

extension Formula {
  /// The text in A1 notation when the formula stands at `origin`, without the `=`.
  func text(at origin: CellPosition) -> String {
    var stack: [String] = []
    for token in tokens {
      switch token {
      case .number(let text), .error(let text), .array(let text), .name(let text):
        stack.append(text)
      case .text(let text): stack.append(Self.quoted(text, "\""))
      case .boolean(let value): stack.append(value ? "TRUE" : "FALSE")
      case .reference(let reference): stack.append(reference.text(at: origin))
      case .missing: stack.append("")
      case .prefix(let prefix):
        stack.append(String(Unicode.Scalar(prefix.rawValue)) + (stack.popLast() ?? ""))
      case .percent: stack.append((stack.popLast() ?? "") + "%")
      case .parentheses: stack.append("(" + (stack.popLast() ?? "") + ")")
      case .infix(let infix):
        let right = stack.popLast() ?? ""
        stack.append((stack.popLast() ?? "") + infix.rawValue + right)
      case .call(let name, let arguments):
        let inside = stack.suffix(arguments).joined(separator: ",")
        stack.removeLast(min(arguments, stack.count))
        stack.append("\(name)(\(inside))")
      }
    }
    return stack.joined()
  }

  /// The text between quotes, those inside doubled.
  fileprivate static func quoted(_ text: String, _ quote: Character) -> String {
    let inside = text.map { $0 == quote ? "\(quote)\(quote)" : String($0) }.joined()
    return "\(quote)\(inside)\(quote)"
  }
}

extension FormulaReference {
  /// The text in A1 notation when the formula stands at `origin`; `#REF!` outside of a sheet.
  func text(at origin: CellPosition) -> String {
    guard range(at: origin) != nil else { return "#REF!" }
    let start = Self.text(first, shape, origin)
    let name = shape == .cell ? start : start + ":" + Self.text(last, shape, origin)
    return switch place {
    case .own: name
    case .sheet(let sheet), .elsewhere(let sheet): Self.quoted(sheet: sheet) + "!" + name
    }
  }

  private static func text(_ point: GridPoint, _ shape: Shape, _ origin: CellPosition) -> String {
    var text = ""
    if shape != .rows {
      text += point.column.isAbsolute ? "$" : ""
      text += SheetAddress.letters(ofColumn: point.column.place(from: origin.column))
    }
    if shape != .columns {
      text += point.row.isAbsolute && shape != .columns ? "$" : ""
      text += String(point.row.place(from: origin.row))
    }
    return text
  }

  /// The name of a sheet as formulas write it, in quotes where it needs them.
  static func quoted(sheet: String) -> String {
    let isPlain =
      sheet.utf8.first.map { FormulaParser.isLetter($0) || $0 == UInt8(ascii: "_") } == true
      && sheet.utf8.allSatisfy { FormulaParser.isOfWord($0) && $0 != UInt8(ascii: "$") }
      && GridName.isNone(sheet)
    return isPlain ? sheet : Formula.quoted(sheet, "'")
  }
}

/// Names that could be taken for a cell.
private enum GridName {
  /// True where `name` can't be taken for a cell in either notation: `C6`, `R1C1`, `R`.
  static func isNone(_ name: String) -> Bool {
    let letters = name.utf8.prefix(while: FormulaParser.isLetter).count
    let rest = name.utf8.dropFirst(letters)
    if letters == 1, ["R", "C"].contains(name.prefix(1).uppercased()) { return false }
    return letters > 3 || rest.isEmpty || !rest.allSatisfy(FormulaParser.isDigit)
  }
}
