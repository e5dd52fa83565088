import Tabular

/// The codes of a list as names, with the spellings that are accepted for each.
struct NameList: Sendable {
  let name: String
  /// The official names.
  let codes: [String]
  /// The names and their spellings, numbered as in `codes`.
  let known: KnownNames

  init(name: String, list: CodeList) {
    self.name = name
    codes = list.codes
    var known = KnownNames(list.codes)
    let numbers = Dictionary(zip(list.codes, list.codes.indices)) { first, _ in first }
    for (spelling, code) in list.aliases.sorted(by: { $0.key < $1.key }) {
      guard let number = numbers[code] else { continue }
      known.add(spelling, of: number, as: .alias)
    }
    self.known = known
  }
}
