/// Makes of the elements of a page, broken as it may be, tables that have rows that have cells.
///
/// A row or cell ends where the next one of its table begins, whatever was left open in it, and
/// stands in a table of its own where the page forgot the table. Elements that are hidden lose
/// their text, but tables in them are told as hidden.
final class PageWalk: HTMLEvents {
  /// An element that is open.
  private struct Element {
    var kind: PageElement
    /// The number of what it opened: a table, row or cell.
    var number = 0
    /// Where it hides its text: the context it stands in.
    var hiding: Int?
  }

  private let styles: PageStyles
  private let receive: (PageStep) -> Void
  private var elements: [Element] = []
  private var tables = OpenTables()

  /// A walk that tells `receive`.
  init(styles: PageStyles, receive: @escaping (PageStep) -> Void) {
    self.styles = styles
    self.receive = receive
  }

  /// Ends what no element ends.
  func finish() { tables.endAll(receive) }

  func begins(_ element: String, _ attributes: HTMLAttributes) {
    let kind = PageElement(element)
    var opened = Element(kind: kind)
    switch kind {
    case .table:
      opened.number = tables.begin(isHidden: isHidden(element, attributes), receive)
    case .rowGroup:
      tables.endGroup(nextIsHidden: isHidden(element, attributes), receive)
    case .row:
      opened.number = tables.beginRow(isHidden: isHidden(element, attributes), receive)
    case .cell:
      opened.number = tables.beginCell(element, attributes, receive)
    case .column:
      let span = attributes["span"].flatMap { Int($0) } ?? 1
      receive(.columns(min(max(span, 1), 16384), isHidden: isHidden(element, attributes)))
    default:
      if beginsHiddenText(kind, element, attributes) { opened.hiding = tables.hide() }
    }
    elements.append(opened)
  }

  func ends(_ element: String) {
    guard let closed = elements.popLast() else { return }
    if let context = closed.hiding { tables.show(context) }
    switch closed.kind {
    case .table: tables.end(closed.number, receive)
    case .rowGroup: tables.endGroup(nextIsHidden: false, receive)
    case .row: tables.endRow(closed.number, receive)
    case .cell: tables.endCell(closed.number, receive)
    case .block: receive(.paragraph)
    case .preformatted: receive(.preformatted(false))
    case .superscript: receive(.superscript(false))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch elements.last?.kind {
    case .styleSheet: receive(.styleSheet(bytes))
    case .title: receive(.title(bytes))
    default: if !tables.isTextHidden { receive(.text(bytes)) }
    }
  }

  /// Tells what is no part of a table; true where its text is not shown.
  private func beginsHiddenText(
    _ kind: PageElement, _ element: String, _ attributes: HTMLAttributes
  ) -> Bool {
    switch kind {
    case .unseen: return true
    case .option: return attributes["selected"] == nil
    case .lineBreak: receive(.lineBreak)
    case .block: receive(.paragraph)
    case .preformatted: receive(.preformatted(true))
    case .superscript: receive(.superscript(true))
    case .input: tellInput(attributes)
    default: break
    }
    if attributes["hidden"] != nil { return true }
    return attributes["style"].map { PageStyle($0[...]).isHidden == true } ?? false
  }

  /// What is typed into a form shows as text does.
  private func tellInput(_ attributes: HTMLAttributes) {
    guard !tables.isTextHidden, ["text", "number", "date"].contains(attributes["type"] ?? "text")
    else { return }
    var value = attributes["value"] ?? ""
    value.withUTF8 { receive(.text($0)) }
  }

  private func isHidden(_ element: String, _ attributes: HTMLAttributes) -> Bool {
    styles.style(of: element, attributes).isHidden == true
  }
}
