import Tabular

/// A cell as rows deliver it: the place of its text and what it is.
struct ShownCell {
  var start: UInt32
  var end: UInt32
  var marks: CellMarks
  /// True where the digits stored, in `CellPen.stored`, differ from those shown.
  var hasStored = false

  /// A cell that holds nothing.
  static let blank = ShownCell(start: 0, end: 0, marks: [])
  var isEmpty: Bool { start == end }
}

/// Writes what the cells of a block show.
///
/// Places below `base` are those of the block's own text, which most cells show unchanged; what had
/// to be written anew stands behind it.
struct CellPen {
  /// What was written anew.
  private(set) var written: [UInt8] = []
  /// The digits of the number written last, where it shows others.
  private(set) var stored: [UInt8] = []
  /// How numbers are written.
  private(set) var formats = ShownFormats()
  /// The length of the text of the block.
  private var base = 0
  private let beginsIn1904: Bool

  init(beginsIn1904: Bool) { self.beginsIn1904 = beginsIn1904 }

  /// Turns to a new block of cells.
  mutating func begin(_ block: CellBlock, styles: [CellStyle]) {
    base = block.bytes.count
    written.removeAll(keepingCapacity: true)
    formats.extend(to: styles)
  }

  /// Forgets what was written: the next rows hold their own text.
  mutating func turnPage() { written.removeAll(keepingCapacity: true) }

  /// The text of a cell that was shown since the page was turned.
  func text(of shown: ShownCell, in block: CellBlock) -> [UInt8] {
    let (start, end) = (Int(shown.start), Int(shown.end))
    return start < base
      ? Array(block.bytes[start..<end]) : Array(written[start - base..<end - base])
  }

  /// Adds a text that no cell of the block has.
  mutating func write(_ text: String, marks: CellMarks) -> ShownCell {
    let start = written.count
    written.append(contentsOf: text.utf8)
    return shown(from: start, marks: marks)
  }

  /// Adds a text that no cell of the block has.
  mutating func write(_ text: [UInt8], marks: CellMarks) -> ShownCell {
    let start = written.count
    written.append(contentsOf: text)
    return shown(from: start, marks: marks)
  }

  /// The cell whose text was written last, from a place in `written`.
  @inline(__always)
  private func shown(from start: Int, marks: CellMarks) -> ShownCell {
    ShownCell(
      start: UInt32(truncatingIfNeeded: base &+ start),
      end: UInt32(truncatingIfNeeded: base &+ written.count), marks: marks)
  }

  /// What a cell of the block shows.
  @inline(__always)
  mutating func show(_ cell: Int, of block: CellBlock) -> ShownCell {
    switch block.kinds[cell] {
    case .number: number(cell, of: block)
    case .text: text(cell, of: block)
    default: other(cell, of: block)
    }
  }

  @inline(__always)
  private mutating func text(_ cell: Int, of block: CellBlock) -> ShownCell {
    if formats.changesTexts, case .code(let format) = formats[block.styles[cell]],
      format.text != nil
    {
      let shown = format.show(block.raw(cell))
      if !shown.isEmpty { return write(shown, marks: []) }
    }
    return ShownCell(start: block.starts[cell], end: block.ends[cell], marks: [])
  }

  private mutating func other(_ cell: Int, of block: CellBlock) -> ShownCell {
    switch block.kinds[cell] {
    case .boolean: write(block.raw(cell) == "1" ? "TRUE" : "FALSE", marks: .boolean)
    case .withoutResult: write("=" + (block.formula(of: cell) ?? ""), marks: .withoutResult)
    case .isoDate: isoDate(block.raw(cell), style: block.styles[cell])
    default: ShownCell(start: block.starts[cell], end: block.ends[cell], marks: .error)
    }
  }

  /// Writes a number: whole ones without a format stand as they are, usual formats are written
  /// digit by digit at once, and all others in the slow way.
  private mutating func number(_ cell: Int, of block: CellBlock) -> ShownCell {
    let (start, end) = (Int(block.starts[cell]), Int(block.ends[cell]))
    let format = formats[block.styles[cell]]
    if case .general = format, block.bytes.isPlainWhole(start, end) {
      return ShownCell(start: block.starts[cell], end: block.ends[cell], marks: .number)
    }
    let read = block.bytes.withUnsafeBufferPointer {
      SheetNumber(UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
    guard let number = read else {
      return ShownCell(start: block.starts[cell], end: block.ends[cell], marks: [])
    }
    let begin = written.count
    stored.removeAll(keepingCapacity: true)
    switch format {
    case .general:
      let outcome = DigitPattern.writeGeneral(number, to: &written)
      if case .exact = outcome { return shown(from: begin, marks: .number) }
      guard case .rounded = outcome else {
        return show(NumberShowing(general: number), of: number)
      }
      GeneralNumber.writeStored(number, to: &stored)
      return rounded(from: begin)
    case .code(let code):
      if let outcome = code.write(number, to: &written, stored: &stored) {
        if case .exact = outcome { return shown(from: begin, marks: .number) }
        return rounded(from: begin)
      }
      return show(
        NumberShowing(number, by: code, beginsIn1904: beginsIn1904), of: number)
    }
  }

  private func rounded(from start: Int) -> ShownCell {
    var cell = shown(from: start, marks: .number)
    cell.hasStored = true
    return cell
  }

  /// Writes a number that is shown in the slow way.
  ///
  /// One that its format hides shows its digits as stored: nothing is lost in silence.
  private mutating func show(_ showing: NumberShowing, of number: SheetNumber) -> ShownCell {
    if case .moment(let form) = showing.kind, let moment = showing.moment {
      guard let iso = form.iso(moment) else { return write(showing.text, marks: []) }
      return write(iso, marks: form.kind == .time ? [] : .date)
    }
    if showing.text.isEmpty { return write(GeneralNumber.stored(number), marks: .number) }
    var cell = write(showing.text, marks: .number)
    if let digits = showing.stored {
      stored = Array(digits.utf8)
      cell.hasStored = true
    }
    return cell
  }

  /// Writes a day or time that the file tells in ISO 8601.
  private mutating func isoDate(_ raw: String, style: UInt32) -> ShownCell {
    guard let moment = Moment(iso: raw, decimals: 3) else { return write(raw, marks: []) }
    if case .code(let code) = formats[style], let section = code.sections.first, section.isMoment {
      let form = MomentForm(section.section)
      let rounded = Moment(iso: raw, decimals: form.decimals) ?? moment
      if let iso = form.iso(rounded) { return write(iso, marks: form.kind == .time ? [] : .date) }
      let text = MomentSpelling(rounded.placed(beginsIn1904: beginsIn1904), by: section.section)
        .text.trimmed
      if !text.isEmpty { return write(text, marks: []) }
    }
    let form = MomentForm.everything(of: moment)
    return write(form.iso(moment) ?? raw, marks: form.kind == .time ? [] : .date)
  }
}

extension [UInt8] {
  /// True where the bytes are a whole number of at most 15 digits, written without needless zeros.
  @inline(__always)
  fileprivate func isPlainWhole(_ start: Int, _ end: Int) -> Bool {
    let first = start < end && self[start] == UInt8(ascii: "-") ? start &+ 1 : start
    guard end > first, end &- first <= 15, self[first] != 0x30 || end &- start == 1 else {
      return false
    }
    for at in first..<end where self[at] &- 0x30 > 9 { return false }
    return true
  }
}

extension CellBlock {
  /// The formula of a cell, nil where it has none.
  func formula(of cell: Int) -> String? {
    var (low, high) = (0, formulas.count)
    while low < high {
      let middle = (low + high) / 2
      if formulas[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < formulas.count && formulas[low].cell == cell ? formulas[low].text : nil
  }
}
