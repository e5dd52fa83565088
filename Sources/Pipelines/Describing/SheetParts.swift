import Spreadsheets
import Tabular

/// The tables that a sheet holds.
struct SheetParts {
  /// A table.
  struct Part {
    /// The sheet, and the part of it that holds the table where it holds others too.
    var sheet: OpenSheet
    /// That part, as `B4:H20`; nil where the table is all of the sheet.
    var range: String?
    /// True where another table of the sheet has the same labels, so that the range must be named.
    var needsRange = false
  }

  /// The tables, from the left and from the top.
  let parts: [Part]

  /// Looks at the first rows of `sheet`.
  ///
  /// - Throws: `PipelineError` where they can't be read.
  init(_ source: SourceFile, _ sheet: OpenSheet) throws(PipelineError) {
    guard let block = try SheetPass(source, sheet).firstRows() else {
      parts = []
      return
    }
    let tables = SheetTables(in: block, of: source.place)
    let repeated = Self.isRepeated(block, source)
    guard tables.tables.count > 1, !repeated else {
      parts = block.starts.isEmpty ? [] : [Part(sheet: sheet)]
      return
    }
    parts = tables.tables.map { table in
      let labels = table.header.columns.map { [$0.label] }.filter { $0 != [""] }
      let isKnown = (try? tables.best(for: labels))?.region == table.region
      return Part(
        sheet: OpenSheet(workbook: sheet.workbook, index: sheet.index, range: table.region),
        range: table.region.description, needsRange: !isKnown)
    }
  }

  /// True where the tables are blocks of one.
  private static func isRepeated(_ block: RowBlock, _ source: SourceFile) -> Bool {
    guard let layout = try? Layout(of: block, in: source.place) else { return false }
    return layout.blocks.value == .repeated
  }
}

/// The names of the resources of a workbook, each used once.
struct ResourceNames {
  private let file: String
  private var used: Set<String> = []

  /// No name used yet of the workbook at `path`.
  init(path: String) {
    let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let known = FieldName.from(label: name)
    file = known.isEmpty ? "tabel" : known
  }

  /// A name for a table of the sheet called `sheet`; that of the file where there is only one sheet
  /// and its name says nothing.
  mutating func name(of sheet: String, isOnly: Bool) -> String {
    let own = FieldName.from(label: sheet)
    let saysNothing = ["sheet", "lembar", "table", "halaman"].contains {
      own.hasPrefix($0) && own.dropFirst($0.count).allSatisfy { $0.isNumber || $0 == "_" }
    }
    let base = own.isEmpty || saysNothing && isOnly ? file : own
    var name = base
    var number = 2
    while !used.insert(name).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    return name
  }
}
