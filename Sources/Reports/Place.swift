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
}
