import Tabular

/// What other findings say of two cells that state the same fact differently.
extension Words {
  /// The most rules that a sentence names.
  private static let ruleLimit = 3

  /// What follows where other rules speak against the cell that the finding is about.
  func contradicted(by rules: [String]) -> String {
    pick(
      "; sel ini juga tidak cocok menurut \(list(rules))",
      "; this cell also disagrees by \(list(rules))")
  }

  /// What follows where other rules speak against the other cell, which stands at `place`.
  func contradicted(_ place: String, by rules: [String]) -> String {
    pick(
      "; \(list(rules)) menunjuk ke \(place) sebagai yang salah",
      "; \(list(rules)) \(rules.count == 1 ? "points" : "point") to \(place) as the wrong one")
  }

  /// What follows where nothing else speaks against either, or something against both.
  var unsettled: String {
    pick(
      "; data ini tidak menentukan mana yang benar", "; the data do not settle which is right")
  }

  private func list(_ rules: [String]) -> String {
    var names = rules.prefix(Self.ruleLimit).map { "'\($0)'" }
    if rules.count > names.count { names.append(pick("lainnya", "others")) }
    let start = pick("aturan", rules.count == 1 ? "rule" : "rules")
    guard names.count > 1, let last = names.popLast() else { return "\(start) \(names.joined())" }
    let comma = names.count > 1 ? "," : ""
    return "\(start) \(names.joined(separator: ", "))\(comma) \(pick("dan", "and")) \(last)"
  }
}
