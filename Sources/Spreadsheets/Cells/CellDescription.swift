/// What a cell means and shows, for the list of cells.
struct CellDescription {
  private(set) var type = SheetCell.Kind.text
  private(set) var value: String?
  private(set) var display: String?

  init(_ cell: Int, of block: CellBlock, format: ShownFormat, beginsIn1904: Bool) {
    let raw = block.raw(cell)
    value = raw
    display = raw
    switch block.kinds[cell] {
    case .text: if case .code(let code) = format { display = code.show(raw) }
    case .error: type = .error
    case .boolean:
      type = .boolean
      value = raw == "1" ? "true" : "false"
      display = raw == "1" ? "TRUE" : "FALSE"
    case .withoutResult:
      type = .formulaWithoutValue
      value = nil
      display = nil
    case .number: number(raw, format: format, beginsIn1904: beginsIn1904)
    case .isoDate: isoDate(raw, format: format, beginsIn1904: beginsIn1904)
    }
  }

  private mutating func number(_ raw: String, format: ShownFormat, beginsIn1904: Bool) {
    guard let number = SheetNumber(raw) else { return }
    type = .number
    value = (SheetNumber.unrounded(raw) ?? number).canonical
    guard case .code(let code) = format else {
      display = NumberShowing(general: number).text
      return
    }
    let showing = NumberShowing(number, by: code, beginsIn1904: beginsIn1904)
    display = showing.text
    guard case .moment(let form) = showing.kind,
      let moment = Moment(number, beginsIn1904: beginsIn1904, decimals: 3)
    else { return }
    tell(moment, isTime: form.countsHours || form.kind == .time && moment.isOnFirstDay)
  }

  private mutating func isoDate(_ raw: String, format: ShownFormat, beginsIn1904: Bool) {
    guard var moment = Moment(iso: raw, decimals: 3) else { return }
    if case .code(let code) = format, let section = code.sections.first, section.isMoment {
      let form = MomentForm(section.section)
      if !form.countsHours { moment = moment.placed(beginsIn1904: beginsIn1904) }
      let shown = Moment(iso: raw, decimals: form.decimals)?.placed(beginsIn1904: beginsIn1904)
      display = MomentSpelling(shown ?? moment, by: section.section).text.trimmed
    }
    tell(moment, isTime: moment.day == nil)
  }

  private mutating func tell(_ moment: Moment, isTime: Bool) {
    var moment = moment
    if isTime { moment.day = nil }
    type = isTime ? .time : .date
    value = MomentForm.everything(of: moment).iso(moment)
  }
}

extension SheetNumber {
  /// The number in digits with a point; with `E` where that were more than 40 of them.
  var canonical: String {
    String(GeneralNumber.stored(self).map { $0 == "," ? "." : $0 })
  }
}

extension Moment {
  /// True where only a time is told: before the first day that is counted.
  fileprivate var isOnFirstDay: Bool { elapsed.map { $0 < Self.dayLength } ?? (day == nil) }
}
