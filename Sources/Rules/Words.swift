import Numerals
import Tabular

/// The words of the rule engine's findings, in both languages.
struct Words {
  enum Language: CaseIterable {
    case indonesian, english

    var notation: Notation {
      Notation(convention: self == .indonesian ? .indonesian : .english)
    }
  }

  let language: Language

  init(_ language: Language) { self.language = language }

  func pick(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  var truncated: String {
    pick("; tampaknya dipotong, bukan dibulatkan", "; it seems cut off rather than rounded")
  }

  var implausible: String {
    pick(
      "; selisihnya masih dalam pembulatan, tetapi hampir mustahil kebetulan",
      "; the difference is within rounding, but hardly by chance")
  }

  func about(_ subject: String, _ text: String) -> String { "'\(subject)': \(text)" }

  /// What a sentence tells, each already written in its language.
  struct Figures {
    var stated: String?
    var expected: String?
    var difference: String?
    var sum: Calculation?
    /// Where the other statement of a fact, or the only part of a sum, stands.
    var place: String?
  }

  func fact(_ fact: Fact, _ figures: Figures) -> String {
    let stated = figures.stated ?? pick("(kosong)", "(empty)")
    let expected = figures.expected ?? "?"
    let gap = figures.difference.map { pick("; selisih \($0)", "; difference \($0)") } ?? ""
    switch fact {
    case .ratio, .calculated, .counted, .sum, .number:
      return number(fact, figures, stated: stated, expected: expected) + gap
    case .elsewhere(let label):
      let place = figures.place.map { pick("di \($0)", "\($0)") }
      return pick(
        "tertulis \(stated), sedangkan \(place ?? "di tabel '\(label)'") tertulis \(expected)\(gap)",
        "states \(stated), while \(place ?? "table '\(label)'") states \(expected)\(gap)")
    case .words:
      return pick(
        "terbilang '\(stated)', seharusnya '\(expected)'",
        "spells '\(stated)', should spell '\(expected)'")
    case .category(let value):
      return pick(
        "tertulis '\(stated)', padahal nilai \(number(value)) termasuk '\(expected)'",
        "states '\(stated)', while the value \(number(value)) belongs to '\(expected)'")
    case .outline(let text, let found, let expected):
      return pick(
        "nomor '\(text)' adalah urutan ke-\(found), padahal di tempat ini seharusnya urutan ke-\(expected)",
        "the number '\(text)' is number \(found) of its kind, but number \(expected) belongs here")
    case .indent(let found, let known):
      let list = known.map(String.init).joined(separator: ", ")
      return pick(
        "menjorok \(found) spasi, padahal jenjang di atasnya menjorok \(list)",
        "indented by \(found) blanks, while the levels above are indented by \(list)")
    case .sequence:
      return pick(
        "nomor urut tertulis \(stated), seharusnya \(expected)",
        "numbered \(stated), should be \(expected)")
    case .text:
      return pick(
        "tertulis '\(stated)', seharusnya '\(expected)'",
        "states '\(stated)', should be '\(expected)'")
    case .unsteady(let value, let isHigher, let other, let third, let isAfter):
      return unsteady(value, isHigher: isHigher, than: other, beside: third, isAfter: isAfter)
    case .unsettled(let values, let wrong): return unsettled(values, wrong: wrong)
    case .required, .superfluous, .limit, .condition: return condition(fact, stated: stated)
    case .spelling, .unofficial, .absent, .repeated, .missingRecord, .unlisted:
      return name(fact, stated: stated, otherPlace: figures.place)
    }
  }

  private func number(
    _ fact: Fact, _ figures: Figures, stated: String, expected: String
  ) -> String {
    switch fact {
    case .ratio(let part, let whole, let isPercentage):
      let (part, whole) = (part.written(in: language), whole.written(in: language))
      guard isPercentage else {
        return pick(
          "\(part) dibagi \(whole) adalah \(expected), bukan \(stated)",
          "\(part) divided by \(whole) is \(expected), not \(stated)")
      }
      return pick(
        "\(part) dari \(whole) adalah \(expected)%, bukan \(stated)%",
        "\(part) of \(whole) is \(expected)%, not \(stated)%")
    case .calculated(let left, let right):
      let one = left.map { "\($0.written(in: language)) = \(stated)" }
      let two = right.map { "\($0.written(in: language)) = \(expected)" }
      let start = one ?? pick("tertulis \(stated)", "states \(stated)")
      return two.map { pick("\(start), sedangkan \($0)", "\(start), while \($0)") }
        ?? pick("\(start), seharusnya \(expected)", "\(start), should be \(expected)")
    case .counted(true):
      return pick(
        "tertulis \(stated), sedangkan banyaknya \(expected)",
        "states \(stated), while there are \(expected)")
    case .counted(false):
      return pick(
        "banyaknya \(stated), seharusnya \(expected)",
        "there are \(stated), should be \(expected)")
    case .sum(let parts): return sum(parts, figures, stated: stated, expected: expected)
    case .number(let formula, let title):
      return pick(
        "tertulis \(stated), seharusnya \(expected) menurut '\(title ?? formula)'",
        "states \(stated), should be \(expected) by '\(formula)'")
    default: return stated
    }
  }

  private func sum(_ parts: Int, _ figures: Figures, stated: String, expected: String) -> String {
    if let sum = figures.sum?.written(in: language) {
      return pick(
        "tertulis \(stated), sedangkan \(sum) = \(expected)",
        "states \(stated), while \(sum) = \(expected)")
    }
    if parts == 1 {
      guard let place = figures.place else {
        return pick(
          "tertulis \(stated), sedangkan satu-satunya rinciannya \(expected)",
          "states \(stated), while its only part states \(expected)")
      }
      return pick(
        "tertulis \(stated), sedangkan rinciannya di \(place) tertulis \(expected)",
        "states \(stated), while its only part in \(place) states \(expected)")
    }
    return pick(
      "tertulis \(stated), sedangkan jumlah \(parts) rinciannya \(expected)",
      "states \(stated), while its \(parts) parts add up to \(expected)")
  }

  private func condition(_ fact: Fact, stated: String) -> String {
    switch fact {
    case .required: return pick("kosong, padahal harus diisi", "empty, but must not be")
    case .superfluous:
      return pick("tertulis \(stated), padahal harus kosong", "states \(stated), but must be empty")
    case .limit(let comparator, let limit):
      let limit = limit.written(in: language)
      switch comparator {
      case .lessOrEqual:
        return pick(
          "tertulis \(stated), padahal paling banyak \(limit)",
          "states \(stated), but must be at most \(limit)")
      case .greaterOrEqual:
        return pick(
          "tertulis \(stated), padahal paling sedikit \(limit)",
          "states \(stated), but must be at least \(limit)")
      case .less:
        return pick(
          "tertulis \(stated), padahal harus kurang dari \(limit)",
          "states \(stated), but must be less than \(limit)")
      case .greater:
        return pick(
          "tertulis \(stated), padahal harus lebih dari \(limit)",
          "states \(stated), but must be more than \(limit)")
      case .agrees, .same, .differs:
        return pick(
          "tertulis \(stated), padahal tidak boleh \(limit)",
          "states \(stated), but must not be \(limit)")
      }
    case .condition(let text, let title):
      return pick(
        "tertulis \(stated), tidak memenuhi '\(title ?? text)'",
        "states \(stated), which breaks '\(text)'")
    default: return stated
    }
  }

  private func name(_ fact: Fact, stated: String, otherPlace: String?) -> String {
    let place = otherPlace.map { pick(" di \($0)", " in \($0)") } ?? ""
    switch fact {
    case .spelling(let other, .slip):
      return pick(
        "tertulis '\(stated)', sedangkan\(place) tertulis '\(other)'; samakan ejaannya",
        "spelled '\(stated)', while\(place) it is spelled '\(other)'; use one spelling")
    case .spelling(let other, .name):
      return pick(
        "tertulis '\(stated)', sedangkan\(place) ditulis dengan nama lain '\(other)'; samakan namanya",
        "named '\(stated)', while\(place) it has another name, '\(other)'; use one name")
    case .unofficial(let name, .slip):
      return pick(
        "tertulis '\(stated)', nama bakunya '\(name)' (beda ejaan)",
        "named '\(stated)', the official name is '\(name)' (another spelling)")
    case .unofficial(let name, .name):
      return pick(
        "tertulis '\(stated)', nama bakunya '\(name)' (nama lain)",
        "named '\(stated)', the official name is '\(name)' (another name)")
    case .absent(let name, let list):
      return pick(
        "'\(name)' tidak ada dalam tabel '\(list)'", "'\(name)' is not in table '\(list)'")
    case .repeated(let key):
      return pick(
        "kunci '\(key)' sudah dipakai\(place)", "the key '\(key)' was already used\(place)")
    case .missingRecord(let key):
      return pick("rekaman '\(key)' tidak ada", "there is no record '\(key)'")
    case .unlisted(let list, let nearest):
      let hint = nearest.map { pick("; yang terdekat '\($0)'", "; the nearest is '\($0)'") } ?? ""
      return pick(
        "'\(stated)' tidak ada dalam daftar '\(list)'\(hint)",
        "'\(stated)' is not in the list '\(list)'\(hint)")
    default: return stated
    }
  }

  private func number(_ text: String) -> String {
    let parts = text.split(separator: ".")
    guard let mantissa = Int128(parts.joined()) else { return text }
    let scale = parts.count > 1 ? parts[1].count : 0
    return number(ExactDecimal(mantissa: mantissa, scale: scale))
  }

  private func number(_ value: ExactDecimal) -> String { language.notation.written(value) }
}
