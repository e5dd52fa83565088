/// Names of fields made from labels.
public enum FieldName {
  /// The label in lower case, with digits and underscores for everything else, beginning with a
  /// letter: `Anggaran (Rp.)` is `anggaran_rp`, `%` is `persen`, `0-4 / Pria` is `n_0_4_pria`.
  public static func from(label: String) -> String {
    let spoken = label.lowercased().replacing("%", with: " persen ").replacing("±", with: " ")
    var name = ""
    for character in spoken.unicodeScalars {
      if let plain = plain(character) {
        name.append(plain)
      } else if name.last != "_" {
        name += "_"
      }
    }
    while name.hasPrefix("_") { name.removeFirst() }
    while name.hasSuffix("_") { name.removeLast() }
    if let first = name.first, first.isNumber { name = "n_" + name }
    return name
  }

  /// Names for all labels, each of its own; columns without a label are called after their place.
  public static func unique(labels: [String]) -> [String] {
    var names: [String] = []
    var taken: Set<String> = []
    for (position, label) in labels.enumerated() {
      let wanted = from(label: label)
      let base = wanted.isEmpty ? "kolom_\(position + 1)" : wanted
      var name = base
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base)_\(number)"
        number += 1
      }
      names.append(name)
    }
    return names
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case "a"..."z", "0"..."9": return Character(scalar)
    case "é", "è", "ê": return "e"
    case "á", "à", "â": return "a"
    default: return nil
    }
  }
}
