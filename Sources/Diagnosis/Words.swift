import Tabular

/// The sentences of causes, in one language.
struct Words {
  enum Language: CaseIterable {
    case indonesian, english
  }

  let language: Language

  init(_ language: Language) { self.language = language }

  func pick(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  /// The same sentence in both languages.
  static func message(_ sentence: (Words) -> String) -> Message {
    Message(indonesian: sentence(Words(.indonesian)), english: sentence(Words(.english)))
  }

  /// What is wrong in one cell, what it should be, and how it came about.
  func wrong(_ cell: Cause.Cell, subject: String?, _ mechanism: Cause.Mechanism, _ source: String?)
    -> String
  {
    let start = "\(place(cell.location)), \(named(cell.location, subject)): "
    guard let proposal = cell.proposal else {
      return start + pick("tertulis \(shown(cell.raw))", "states \(shown(cell.raw))")
        + reason(mechanism, source)
    }
    return start
      + pick(
        "tertulis \(shown(cell.raw)), seharusnya \(shown(proposal))",
        "states \(shown(cell.raw)), should be \(shown(proposal))")
      + reason(mechanism, source)
  }

  /// Where the same wrong figure stands too.
  func alsoAt(_ cells: [Cause.Cell]) -> String {
    guard !cells.isEmpty else { return "" }
    let places = list(cells.prefix(4).map { place($0.location) })
    return pick(
      "; angka yang sama juga salah di \(places)", "; the same figure is wrong in \(places)")
  }

  /// Further cells that must be changed together with the first.
  func together(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return pick(
      "; \(count) sel lain yang bergantung padanya ikut berubah",
      "; \(count) other \(count == 1 ? "cell that depends on it changes" : "cells that depend on it change")"
        + " too")
  }

  /// What follows where other explanations are as good.
  func ties(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return pick(
      "; ada \(count) kemungkinan lain yang belum dapat disingkirkan",
      "; \(count) other \(count == 1 ? "explanation is" : "explanations are") possible")
  }

  /// What follows where not every explanation could be tried.
  var bounded: String {
    pick(
      "; kesalahannya terlalu banyak untuk mencoba semua kemungkinan",
      "; there are too many mistakes to try every explanation")
  }

  /// Two statements that contradict each other.
  func conflict(_ cells: [Cause.Cell]) -> String {
    let stated = cells.prefix(3).map(spot)
    return pick(
      "pernyataan bertentangan: \(list(stated)); data ini tidak menentukan mana yang salah",
      "statements contradict each other: \(list(stated)); the data do not tell which is wrong")
  }

  /// A relation whose every repair breaks another that holds.
  func unrepairable(_ cell: Cause.Cell) -> String {
    pick(
      "\(place(cell.location)), \(named(cell.location, nil)): \(shown(cell.raw)) bertentangan dengan"
        + " angka lain, dan setiap perbaikannya merusak hubungan yang sudah cocok",
      "\(place(cell.location)), \(named(cell.location, nil)): \(shown(cell.raw)) contradicts other"
        + " figures, and every repair breaks a relation that holds")
  }

  /// Parts that a table lacks, though the stated sum holds them.
  func lacking(_ total: Cause.Cell, subject: String?, _ parts: [String]) -> String {
    pick(
      "\(place(total.location)), \(named(total.location, subject)): rincian di bawah"
        + " \(shown(total.raw)) tidak lengkap; yang kurang tepat sama dengan \(list(parts))",
      "\(place(total.location)), \(named(total.location, subject)): the parts of"
        + " \(shown(total.raw)) are not complete; what is missing equals \(list(parts))")
  }

  /// A figure and what was calculated from it.
  func derived(_ cell: Cause.Cell, subject: String?, _ others: Int) -> String {
    let start = "\(place(cell.location)), \(named(cell.location, subject)): "
    let rest =
      cell.proposal.map { pick(", seharusnya \(shown($0))", ", should be \(shown($0))") } ?? ""
    return start + pick("tertulis \(shown(cell.raw))", "states \(shown(cell.raw))") + rest
      + pick(
        "; \(others) angka lain dihitung dari nilai yang salah itu",
        "; \(others) other \(others == 1 ? "figure was" : "figures were") calculated from that wrong value"
      )
  }

  /// A record whose figures are those of another.
  func copiedRow(_ cell: Cause.Cell, subject: String?, _ source: String, _ count: Int) -> String {
    pick(
      "\(place(cell.location))\(subject.map { ", '\(clipped($0))'" } ?? ""): \(count) angka di baris"
        + " ini sama dengan \(source); baris itu tampaknya tersalin",
      "\(place(cell.location))\(subject.map { ", '\(clipped($0))'" } ?? ""): \(count) figures of this"
        + " row are those of \(source); the row seems to be copied")
  }

  /// A record that a table lacks, with what it should hold.
  func missingRecord(_ total: Cause.Cell, subject: String?, _ values: [String]) -> String {
    let name = subject.map { ", '\(clipped($0))'" } ?? ""
    return pick(
      "\(place(total.location))\(name): rinciannya kurang sebesar \(list(values));"
        + " tampaknya ada baris yang hilang",
      "\(place(total.location))\(name): the parts lack \(list(values)); a row seems to be missing")
  }

  /// A record that stands once too often.
  func surplus(_ place: String, of subject: String?, twin: String?, _ values: [String]) -> String {
    let name = subject.map { ", '\(clipped($0))'" } ?? ""
    guard let twin else {
      return pick(
        "\(place)\(name): jumlahnya berlebih tepat sebesar baris ini (\(list(values)));"
          + " tampaknya baris ini tidak termasuk",
        "\(place)\(name): the sum is too large by just this row (\(list(values)));"
          + " the row seems not to belong there")
    }
    return pick(
      "\(place)\(name): baris ini sama dengan \(twin) dan terhitung dua kali (\(list(values)))",
      "\(place)\(name): this row is the same as \(twin) and is counted twice (\(list(values)))")
  }

  /// Printed values that no true values can satisfy together.
  func jointly(_ cells: [Cause.Cell]) -> String {
    let stated = cells.prefix(6).map(spot)
    return pick(
      "pembulatan bertentangan: tidak ada nilai sebenarnya yang dapat dibulatkan menjadi"
        + " \(list(stated)) sekaligus",
      "the rounding contradicts itself: no true values can be rounded to \(list(stated)) at once")
  }

  // MARK: parts

  /// What the rules say of a reading that is proposed.
  func tried(kept: Int, broken: Int) -> String {
    if broken == 0 {
      return pick(
        "dengan bacaan itu \(kept) hubungan dengan angka lain terpenuhi",
        "read so, \(kept) \(kept == 1 ? "relation" : "relations") to other figures hold\(kept == 1 ? "s" : "")"
      )
    }
    return pick(
      "dengan bacaan itu \(broken) dari \(kept + broken) hubungan dengan angka lain tidak terpenuhi",
      "read so, \(broken) of \(kept + broken) relations to other figures don't hold")
  }

  /// A place as people find it: file and line, or file, sheet and cell.
  func place(_ location: Location) -> String {
    let file = location.resource.split(separator: "/").last.map(String.init) ?? location.resource
    if let sheet = location.sheet { return "\(file) \(sheet)!\(location.cell ?? "")" }
    guard let line = location.line else { return file }
    return pick("\(file) baris \(line)", "\(file) line \(line)")
  }

  /// A cell with what stands there: its place, and its column where a line has several.
  private func spot(_ cell: Cause.Cell) -> String {
    let column = cell.location.sheet == nil ? cell.location.label ?? cell.location.field : nil
    let name = column.map { pick(", kolom '\(clipped($0))'", ", column '\(clipped($0))'") } ?? ""
    return "\(place(cell.location))\(name) (\(shown(cell.raw)))"
  }

  private func named(_ location: Location, _ subject: String?) -> String {
    let label = location.label ?? location.field
    let column = label.map { pick("kolom '\(clipped($0))'", "column '\(clipped($0))'") }
    return ([subject.map { "'\(clipped($0))'" }, column].compactMap { $0 }).joined(separator: ", ")
  }

  /// A text as it stands, shortened where it is long.
  func shown(_ text: String) -> String {
    text.isEmpty ? pick("(kosong)", "(nothing)") : clipped(text)
  }

  private func clipped(_ text: String) -> String {
    let line = text.map { $0.isNewline ? " " : $0 }
    return line.count > 80 ? String(line.prefix(79)) + "…" : String(line)
  }

  func list(_ texts: [String]) -> String {
    guard texts.count > 1, let last = texts.last else { return texts.joined() }
    return texts.dropLast().joined(separator: ", ") + " \(pick("dan", "and")) " + last
  }
}
