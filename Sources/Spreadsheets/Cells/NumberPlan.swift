/// How a section of a number format writes a number.
struct NumberPlan: Hashable {
  /// What is written, in its order.
  enum Item: Hashable {
    /// What stands there as it is.
    case literal(String)
    /// A digit before the decimal mark.
    case whole(FormatSection.Place)
    /// The decimal mark.
    case point
    /// A digit behind the decimal mark.
    case decimal(FormatSection.Place)
    /// `E` and the sign of the exponent.
    case exponent(alwaysSigned: Bool)
    /// A digit of the exponent.
    case exponentDigit(FormatSection.Place)
    /// The number as `General` shows it.
    case general
  }

  var items: [Item] = []
  /// The places before the decimal mark.
  var wholes = 0
  /// The places behind it.
  var decimals = 0
  /// The places of the exponent.
  var exponentDigits = 0
  /// True where the digits before the mark stand in groups of three.
  var isGrouped = false
  /// The power of ten by which the number is shown larger than it is: 2 a `%`, -3 a comma behind
  /// the last place.
  var power = 0
  /// True where `%` is shown.
  var isPercent = false

  /// True where the number shows; without, only what stands there as it is.
  var showsNumber: Bool { wholes + decimals > 0 || items.contains(.general) }
  /// True where an exponent is shown.
  var isScientific: Bool { exponentDigits > 0 }

  init(_ section: FormatSection) {
    if section.parts.contains(.slash) {
      items = [.general]
      return
    }
    var isBehindPoint = false
    var isExponent = false
    let lastPlace = Self.lastPlace(section.parts)
    for (index, part) in section.parts.enumerated() {
      switch part {
      case .literal(let text): items.append(.literal(text))
      case .place(let place): take(place, isBehindPoint: isBehindPoint, isExponent: isExponent)
      case .point:
        isBehindPoint = true
        items.append(.point)
      case .comma:
        let isScale = index > lastPlace || section.parts[(index + 1)...].isScaled
        if isScale { power -= 3 } else if !isBehindPoint { isGrouped = true }
      case .percent:
        power += 2
        isPercent = true
        items.append(.literal("%"))
      case .exponent(let alwaysSigned):
        isExponent = true
        items.append(.exponent(alwaysSigned: alwaysSigned))
      case .general, .text: items.append(.general)
      case .slash, .moment: break
      }
    }
  }

  private mutating func take(
    _ place: FormatSection.Place, isBehindPoint: Bool, isExponent: Bool
  ) {
    if isExponent {
      exponentDigits += 1
      items.append(.exponentDigit(place))
    } else if isBehindPoint {
      decimals += 1
      items.append(.decimal(place))
    } else {
      wholes += 1
      items.append(.whole(place))
    }
  }

  private static func lastPlace(_ parts: [FormatSection.Part]) -> Int {
    let end = parts.firstIndex { if case .exponent = $0 { true } else { false } } ?? parts.count
    return parts[..<end].lastIndex { if case .place = $0 { true } else { false } } ?? -1
  }
}

extension ArraySlice<FormatSection.Part> {
  /// True where commas stand right before the decimal mark: they scale, rather than group.
  fileprivate var isScaled: Bool {
    first { $0 != .comma } == .point
  }
}
