/// A number format that was read: which section shows a number, and how.
final class FormatCode {
  /// A section with what is worked out of it once.
  struct Section {
    let section: FormatSection
    let plan: NumberPlan
    /// The way to write it fast, where it has one.
    let plain: DigitPattern?
    /// True where it shows a day or time.
    let isMoment: Bool

    init(_ section: FormatSection) {
      self.section = section
      isMoment = section.isMoment
      plan = NumberPlan(section)
      plain = section.isMoment ? nil : DigitPattern(plan)
    }
  }

  /// The sections for numbers, one to three.
  let sections: [Section]
  /// The section for texts, where there is one that says more than `@`.
  let text: FormatSection?

  init(_ code: String) {
    var all = FormatLexer.sections(of: code)
    var text: FormatSection?
    if all.count > 3 {
      text = all[3]
    } else if let last = all.last, last.hasText {
      text = last
      if all.count > 1 { all.removeLast() }
    }
    if all.count == 1, all[0].parts.isEmpty { all[0].parts = [.general] }
    self.text = text?.parts == [.text] ? nil : text
    sections = all.prefix(3).map(Section.init)
  }

  /// The section that shows a number, and whether it needs the sign; nil where none does.
  func section(for number: SheetNumber) -> (section: Section, isSigned: Bool)? {
    guard let index = place(for: number) else { return nil }
    return (sections[index], !isNegativeOnly(index))
  }

  /// Writes a number in the fast way at the end of `text`, and the digits stored to `stored` where
  /// it shows others; nil where it is to be written in the slow way, and nothing was written.
  func write(
    _ number: SheetNumber, to text: inout [UInt8], stored: inout [UInt8]
  ) -> DigitPattern.Outcome? {
    guard let index = place(for: number) else { return nil }
    let start = text.count
    let outcome = sections[index].plain?.write(
      number, isSigned: !isNegativeOnly(index), to: &text)
    guard let outcome, text.count > start else { return nil }
    if case .rounded = outcome {
      GeneralNumber.writeStored(number, power: sections[index].plan.power, to: &stored)
      if sections[index].plan.isPercent { stored.append(UInt8(ascii: "%")) }
    }
    return outcome
  }

  /// Which section: positive, negative, zero, unless they tell conditions of their own.
  private func place(for number: SheetNumber) -> Int? {
    let first = sections[0].section.condition
    if sections.count == 1 { return first?.holds(for: number) == false ? nil : 0 }
    let second = sections[1].section.condition
    let isNegative = number.isNegative && !number.isZero
    if sections.count == 2 {
      if first?.holds(for: number) ?? (second?.holds(for: number) != true && !isNegative) {
        return 0
      }
      return second?.holds(for: number) == false ? first == nil ? 0 : nil : 1
    }
    if first?.holds(for: number) ?? (!isNegative && !number.isZero) { return 0 }
    if second?.holds(for: number) ?? isNegative { return 1 }
    return 2
  }

  /// True where only negative numbers come to the section, so that it tells their sign itself.
  private func isNegativeOnly(_ index: Int) -> Bool {
    if let condition = sections[index].section.condition { return condition.isNegativeOnly }
    return index == 1 && sections[0].section.condition == nil
  }

  /// A text as a text section shows it.
  func show(_ text: String) -> String {
    guard let section = self.text else { return text }
    var shown = ""
    for part in section.parts {
      switch part {
      case .literal(let literal): shown += literal
      case .text, .general: shown += text
      default: break
      }
    }
    return shown
  }
}
