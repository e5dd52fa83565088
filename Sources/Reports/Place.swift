import Tabular

/// Places as people read them.
enum Place {
  /// `samples/a.csv:22, kolom '%'` for text, `samples/a.xlsx, lembar 'Penunjang', sel C12` for
  /// workbooks.
  static func text(_ location: Location, in language: Language) -> String {
    var text = location.resource
    if let line = location.line { text += ":\(line)" }
    if let sheet = location.sheet { text += ", " + Words.sheet(sheet).text(in: language) }
    if let cell = location.cell {
      text += ", " + Words.cell(cell).text(in: language)
    } else if let column = location.label ?? location.field {
      text += ", " + Words.column(column).text(in: language)
    }
    return text
  }

  /// The place without what it has in common with the one `other`: `D8`, `Rekap!D8`,
  /// `a.csv:22, kolom '%'`.
  static func short(_ location: Location, beside other: Location, in language: Language) -> String {
    let isSameFile = location.resource == other.resource
    let file = location.resource.split(separator: "/").last.map(String.init) ?? location.resource
    let prefix = isSameFile ? "" : file
    guard let cell = location.cell else {
      let line =
        location.line.map { line in
          isSameFile ? SlipWords.line(line).text(in: language) : ":\(line)"
        } ?? ""
      let column = (location.label ?? location.field).map {
        Words.column($0).text(in: language)
      }
      return [prefix + line, column].compactMap { $0 }.joined(separator: ", ")
    }
    if isSameFile, location.sheet == other.sheet { return cell }
    return (prefix.isEmpty ? "" : prefix + " ") + "\(location.sheet ?? "")!\(cell)"
  }
}
