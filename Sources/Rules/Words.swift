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

  private let language: Language

  init(_ language: Language) { self.language = language }

  private func pick(_ indonesian: String, _ english: String) -> String {
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

  func fact(
    _ fact: Fact, stated: String?, expected: String?, difference: String?, otherPlace: String?
  ) -> String {
    let stated = stated ?? pick("(kosong)", "(empty)")
    let expected = expected ?? "?"
    let gap = difference.map { pick("; selisih \($0)", "; difference \($0)") } ?? ""
    switch fact {
    case .number(let formula):
      return pick(
        "tertulis \(stated), seharusnya \(expected) menurut '\(formula)'\(gap)",
        "states \(stated), should be \(expected) by '\(formula)'\(gap)")
    case .sum(let parts):
      return pick(
        "tertulis \(stated), sedangkan jumlah \(parts) rinciannya \(expected)\(gap)",
        "states \(stated), while its \(parts) parts add up to \(expected)\(gap)")
    case .elsewhere(let label):
      let place = otherPlace.map { " (\($0))" } ?? ""
      return pick(
        "tertulis \(stated), sedangkan di tabel '\(label)'\(place) tertulis \(expected)\(gap)",
        "states \(stated), while table '\(label)'\(place) states \(expected)\(gap)")
    case .words:
      return pick(
        "terbilang '\(stated)', seharusnya '\(expected)'",
        "spells '\(stated)', should spell '\(expected)'")
    case .category(let value):
      return pick(
        "tertulis '\(stated)', padahal nilai \(number(value)) termasuk '\(expected)'",
        "states '\(stated)', while the value \(number(value)) belongs to '\(expected)'")
    case .sequence:
      return pick(
        "nomor urut tertulis \(stated), seharusnya \(expected)",
        "numbered \(stated), should be \(expected)")
    case .condition(let text):
      return pick(
        "tertulis \(stated), tidak memenuhi '\(text)'", "states \(stated), which breaks '\(text)'")
    case .spelling, .absent, .repeated, .missingRecord, .unlisted:
      return name(fact, stated: stated, otherPlace: otherPlace)
    }
  }

  private func name(_ fact: Fact, stated: String, otherPlace: String?) -> String {
    let place = otherPlace.map { pick(" di \($0)", " in \($0)") } ?? ""
    switch fact {
    case .spelling(let other):
      return pick(
        "tertulis '\(stated)', sedangkan\(place) tertulis '\(other)'; samakan ejaannya",
        "spelled '\(stated)', while\(place) it is spelled '\(other)'; use one spelling")
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
    return language.notation.written(ExactDecimal(mantissa: mantissa, scale: scale))
  }
}
