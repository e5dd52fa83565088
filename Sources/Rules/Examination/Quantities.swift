/// What kind of thing an expression gives, and in which unit.
struct ExpressionType: Sendable, Equatable {
  enum Kind: Sendable { case number, text, truth }

  var kind: Kind
  var unit: Unit

  static let text = ExpressionType(kind: .text, unit: .unknown)
  static let truth = ExpressionType(kind: .truth, unit: .unknown)

  static func number(_ unit: Unit) -> ExpressionType { ExpressionType(kind: .number, unit: unit) }

  var described: String {
    switch kind {
    case .number: "number"
    case .text: "text"
    case .truth: "condition"
    }
  }
}

/// A unit as a product of powers of declared units.
enum Unit: Sendable, Equatable {
  /// Nothing was declared; it fits any unit.
  case unknown
  /// Powers of named units; none at all for a pure number.
  case known([String: Int])

  static let pure = Unit.known([:])

  static func named(_ name: String?) -> Unit { name.map { .known([$0: 1]) } ?? .unknown }

  /// False only where both are known and differ.
  func fits(_ other: Unit) -> Bool {
    switch (self, other) {
    case (.known(let left), .known(let right)): left == right
    default: true
    }
  }

  func combined(with other: Unit, sign: Int) -> Unit {
    guard case .known(var powers) = self, case .known(let others) = other else { return .unknown }
    for (name, power) in others { powers[name, default: 0] += sign * power }
    return .known(powers.filter { $0.value != 0 })
  }

  /// Whichever of two fitting units is known.
  func merged(with other: Unit) -> Unit { self == .unknown ? other : self }

  /// The unit in words, as `rupiah/orang`.
  var described: String {
    guard case .known(let powers) = self else { return "?" }
    guard !powers.isEmpty else { return "1" }
    let above = powers.filter { $0.value > 0 }.keys.sorted().joined(separator: "·")
    let below = powers.filter { $0.value < 0 }.keys.sorted().joined(separator: "·")
    return below.isEmpty ? above : (above.isEmpty ? "1" : above) + "/" + below
  }
}
