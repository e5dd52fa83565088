import Numerals
import Tabular

/// A number with the unit that it is told in: 5012300000 in millions is `5.012,3 juta`.
struct Figure: Sendable {
  /// The value, in the unit of its field.
  var value: ExactDecimal
  /// What its source prints it in, as a power of ten.
  var magnitude = 0

  /// The number as the source would print it, and the word for what it is printed in.
  func written(in language: Words.Language) -> String {
    guard magnitude > 0, let name = UnitWords.name(of: magnitude),
      value.scale + magnitude <= ExactDecimal.maximumScale
    else { return language.notation.written(value) }
    let printed = ExactDecimal(mantissa: value.mantissa, scale: value.scale + magnitude)
    // Digits below the precision of the source are told only where they are other than zero.
    let shown = value.scale < 0 ? printed : printed.reduced
    let word = language == .indonesian ? name.indonesian : name.english
    return language.notation.written(shown) + " " + word
  }
}
