import Delimited
import Numerals
import Rules
import Spreadsheets
import Tabular

/// What a text file, or a table of a sheet, shows of how it is to be read.
struct TableSurvey {
  /// Where the rows come from.
  let source: SourceFile
  /// What is known of the file.
  let outcome: SourceFile.Outcome
  /// Where its parts stand.
  let layout: Layout
  /// The resource that says so.
  let resource: Resource
  /// Its fields, with what shows their types.
  let fields: [Description.DescribedField]

  /// Reads the source once; `probe` is what is known of the resource.
  ///
  /// - Throws: `PipelineError` where it can't be read or holds no table.
  init(_ source: SourceFile, _ probe: Resource) throws(PipelineError) {
    self.source = source
    var probe = probe
    let path = source.path
    // A layout in blocks is told from all rows; they are kept as long as there are few of them.
    var rows = RowBlock()
    outcome = try source.read { (block) throws(PipelineError) in
      if rows.rowCount == 0 || rows.bytes.count < Self.keptBytes { rows.append(block) }
    }
    do throws(TabularError) {
      layout = try Layout(of: rows, in: source.place)
    } catch {
      throw PipelineError(error, path: path)
    }
    probe.dialect = Resource.Dialect(outcome, layout)
    if layout.blocks.value == .repeated {
      let sections = Section.all(
        in: rows, layout: layout, resource: path, sheet: source.sheetName
      ).sections
      let blocks = BlockSurvey(sections)
      probe.blocks = .repeated
      probe.header = blocks.header
      probe.steps = blocks.steps
      fields = blocks.fields
    } else {
      let guesses = FieldGuess.all(layout: layout, block: rows)
      fields = guesses.map(Description.DescribedField.init)
      probe.totals = guesses.first { !$0.totals.isEmpty }?.totalsCondition
    }
    probe.schema = Schema(fields: fields.map(\.field))
    resource = probe
  }

  private static let keptBytes = 4 << 20

  /// The part of the sheet that holds the table, where it holds others too.
  var range: String? { source.sheet?.range?.cut(at: outcome.lineCount).description }

  /// The settings of the text, then those of the layout.
  var settings: [Description.DescribedSetting] {
    let given = resource.dialect
    let rows = (given.headerRows ?? []).map(String.init).joined(separator: ", ")
    let layout: [Description.DescribedSetting] = [
      .init("headerRows", "[\(rows)]", layout.headerRows),
      .init("blocks", layout.blocks.value.rawValue, layout.blocks),
    ]
    guard case .text(let dialect, _) = outcome.form else { return layout }
    return [
      .init("encoding", dialect.encoding.value.rawValue, dialect.encoding),
      .init("delimiter", Self.name(of: dialect.delimiter.value), dialect.delimiter),
      .init("quoteChar", given.quoteChar ?? "none", dialect.quoteChar),
    ] + layout
  }
}

extension TableSurvey {
  private static func name(of delimiter: UInt8) -> String {
    delimiter == 0x09 ? "tab" : String(decoding: [delimiter], as: UTF8.self)
  }
}

extension Remark {
  /// True where a record was taken apart at another delimiter than that of the file.
  fileprivate var tellsOtherDelimiter: Bool {
    switch reason {
    case .wrappedRecord, .otherDelimiter: true
    default: false
    }
  }
}

extension FieldGuess {
  /// The condition that the records of its totals fulfil.
  fileprivate var totalsCondition: String {
    totals.map { "\(field.name) = \"\($0)\"" }.joined(separator: " or ")
  }
}

extension Resource {
  /// A resource for one file, of which nothing is known yet.
  init(describing path: String) {
    var names = ResourceNames(path: path)
    self.init(
      name: names.name(of: "", isOnly: true), paths: [path], dialect: Dialect(), blocks: .single,
      header: [], schema: Schema(fields: []), steps: [], levels: .none,
      place: FilePlace(file: path))
  }

  /// A resource for one table of a workbook.
  init(_ file: Resource, named name: String, _ part: SheetParts.Part) {
    self = file
    self.name = name
    sheets = [part.sheet.sheet.name]
    range = part.needsRange ? part.range : nil
  }
}

extension Resource.Dialect {
  /// What was found out, said explicitly.
  init(_ outcome: SourceFile.Outcome, _ layout: Layout) {
    self.init()
    headerRows = layout.headerRows.value
    guard case .text(let dialect, let remarks) = outcome.form else { return }
    // Records are taken apart at another delimiter only where none is declared.
    if !remarks.contains(where: \.tellsOtherDelimiter) {
      delimiter = String(decoding: [dialect.delimiter.value], as: UTF8.self)
    }
    encoding = dialect.encoding.value.rawValue
    quoteChar =
      switch dialect.quoteChar.value {
      case .none: "none"
      case .mark(let byte): String(decoding: [byte], as: UTF8.self)
      }
  }
}

extension Description.DescribedField {
  /// A field as its values look.
  init(_ guess: FieldGuess) {
    let setting = guess.convention.flatMap(\.setting)
    var field = guess.field
    if field.label == field.name { field.label = nil }
    var isStored = false
    if case .settled(_, .stored)? = guess.convention { isStored = true }
    self.init(
      field: field, basis: guess.basis,
      // Numbers of a workbook follow no convention.
      convention: setting.map { .init("convention", isStored ? "" : $0.value.rawValue, $0) },
      values: guess.values)
  }
}
