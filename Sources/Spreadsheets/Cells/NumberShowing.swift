/// A number as its format shows it.
struct NumberShowing: Hashable {
  /// What is shown.
  enum Kind: Hashable {
    case number
    /// A day or time, by the section that shows it.
    case moment(MomentForm)
  }

  /// The text in Indonesian notation, without blanks at its ends.
  var text: String
  /// What the text is.
  var kind: Kind
  /// The moment, where it is one.
  var moment: Moment?
  /// The digits as stored with a decimal comma, in the unit that is shown (of hundredths with `%`, of
  /// thousands where the format scales), where other digits show.
  var stored: String?

  /// Shows a number in the plain and slow way.
  init(_ number: SheetNumber, by format: FormatCode, beginsIn1904: Bool) {
    guard let (section, isSigned) = format.section(for: number) else {
      self.init(general: number)
      return
    }
    guard section.isMoment else {
      let spelling = NumberSpelling(number, by: section.plan, isSigned: isSigned)
      self.init(
        text: spelling.text.trimmed, kind: .number,
        stored: spelling.isRounded ? section.stored(number) : nil)
      return
    }
    let form = MomentForm(section.section)
    let decimals = form.kind == .day ? 3 : form.decimals
    guard let moment = Moment(number, beginsIn1904: beginsIn1904, decimals: decimals) else {
      self.init(general: number)
      return
    }
    self.init(
      text: MomentSpelling(moment, by: section.section).text.trimmed, kind: .moment(form),
      moment: moment)
  }

  private init(text: String, kind: Kind, moment: Moment? = nil, stored: String? = nil) {
    self.text = text
    self.kind = kind
    self.moment = moment
    self.stored = stored
  }

  /// Shows a number without a format.
  init(general number: SheetNumber) {
    let spelled = GeneralNumber(number)
    text = spelled.text
    kind = .number
    stored = spelled.isRounded ? GeneralNumber.stored(number) : nil
  }
}

extension FormatCode.Section {
  /// The digits of a number as stored, in the unit that the section shows.
  func stored(_ number: SheetNumber) -> String {
    GeneralNumber.stored(number, power: plan.power) + (plan.isPercent ? "%" : "")
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    guard utf8.first == 0x20 || utf8.last == 0x20 else { return self }
    let text = drop { $0 == " " }
    guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
    return String(text[...last])
  }
}
