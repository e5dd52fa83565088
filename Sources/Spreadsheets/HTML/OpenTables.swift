/// The tables that are open at a place of a page, each in a cell of the one before it.
struct OpenTables {
  /// A table that is open.
  private struct Table {
    var number: Int
    /// True where the page has rows without a table around them.
    var isImplicit: Bool
    var isHidden: Bool
    var isGroupHidden = false
    /// The number of the row that is open.
    var row: Int?
    /// The number of the cell that is open.
    var cell: Int?
    /// What was in force outside.
    var outside: Context
  }

  /// What text belongs to, a cell or what is between cells, and the elements in it that hide it.
  private struct Context {
    var number: Int
    var hiding = 0
  }

  private var tables: [Table] = []
  private var context = Context(number: 0)
  private var lastNumber = 0

  /// True where text is not shown.
  var isTextHidden: Bool { context.hiding > 0 }

  /// Hides the text of this context until `show`, and returns the context.
  mutating func hide() -> Int {
    context.hiding += 1
    return context.number
  }

  /// Ends what `hide` began, where the context is still the same.
  mutating func show(_ number: Int) {
    if number == context.number { context.hiding -= 1 }
  }

  /// Begins a table and returns its number.
  mutating func begin(isHidden: Bool, _ receive: (PageStep) -> Void) -> Int {
    if let last = tables.last, last.isImplicit, last.cell == nil { endLast(receive) }
    return open(isHidden: isHidden, isImplicit: false, receive)
  }

  private mutating func open(
    isHidden: Bool, isImplicit: Bool, _ receive: (PageStep) -> Void
  ) -> Int {
    let hidden = isHidden || isTextHidden || isRowHidden
    let number = nextNumber()
    tables.append(
      Table(number: number, isImplicit: isImplicit, isHidden: hidden, outside: context))
    context = Context(number: nextNumber())
    receive(.tableBegins(isHidden: hidden))
    return number
  }

  private var isRowHidden: Bool { tables.last.map { $0.isHidden || $0.isGroupHidden } ?? false }

  private mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  /// Ends the table of that number and those in it.
  mutating func end(_ number: Int, _ receive: (PageStep) -> Void) {
    guard tables.contains(where: { $0.number == number }) else { return }
    while let last = tables.last {
      endLast(receive)
      if last.number == number { return }
    }
  }

  /// Ends all tables.
  mutating func endAll(_ receive: (PageStep) -> Void) {
    while !tables.isEmpty { endLast(receive) }
  }

  private mutating func endLast(_ receive: (PageStep) -> Void) {
    endOpenRow(receive)
    guard let table = tables.popLast() else { return }
    context = table.outside
    receive(.tableEnds)
  }

  /// Ends a head, body or foot, and begins the next.
  mutating func endGroup(nextIsHidden: Bool, _ receive: (PageStep) -> Void) {
    guard !tables.isEmpty else { return }
    endOpenRow(receive)
    tables[tables.count - 1].isGroupHidden = nextIsHidden
    receive(.groupEnds)
  }

  /// Begins a row and returns its number.
  mutating func beginRow(isHidden: Bool, _ receive: (PageStep) -> Void) -> Int {
    if tables.isEmpty { _ = open(isHidden: false, isImplicit: true, receive) }
    endOpenRow(receive)
    let number = nextNumber()
    tables[tables.count - 1].row = number
    receive(.rowBegins(isHidden: isHidden || isRowHidden))
    return number
  }

  /// Ends the row of that number, where it is still open.
  mutating func endRow(_ number: Int, _ receive: (PageStep) -> Void) {
    if tables.last?.row == number { endOpenRow(receive) }
  }

  private mutating func endOpenRow(_ receive: (PageStep) -> Void) {
    endOpenCell(receive)
    guard tables.last?.row != nil else { return }
    tables[tables.count - 1].row = nil
    receive(.rowEnds)
  }

  /// Begins a cell, in a new row where none is open, and returns its number.
  mutating func beginCell(
    _ element: String, _ attributes: HTMLAttributes, _ receive: (PageStep) -> Void
  ) -> Int {
    if tables.last?.row == nil { _ = beginRow(isHidden: false, receive) }
    endOpenCell(receive)
    let number = nextNumber()
    tables[tables.count - 1].cell = number
    context = Context(number: number)
    receive(.cellBegins(element: element, attributes))
    return number
  }

  /// Ends the cell of that number, where it is still open.
  mutating func endCell(_ number: Int, _ receive: (PageStep) -> Void) {
    if tables.last?.cell == number { endOpenCell(receive) }
  }

  private mutating func endOpenCell(_ receive: (PageStep) -> Void) {
    guard tables.last?.cell != nil else { return }
    tables[tables.count - 1].cell = nil
    context = Context(number: nextNumber())
    receive(.cellEnds)
  }
}
