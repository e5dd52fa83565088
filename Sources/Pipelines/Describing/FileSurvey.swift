import Delimited
import Numerals
import Rules
import Tabular

/// What a file shows of how it is to be read.
struct FileSurvey {
  /// What is known of the file.
  let outcome: SourceFile.Outcome
  /// Where its parts stand.
  let layout: Layout
  /// The resource that says so.
  let resource: Resource
  /// Its fields, with what shows their types.
  let fields: [Description.DescribedField]

  /// Reads the file once.
  ///
  /// - Throws: `PipelineError` where it can't be read or holds no table.
  init(path: String, folder: String) throws(PipelineError) {
    var probe = Resource(describing: path)
    let source = SourceFile(
      path: path, resource: probe, parallel: false, folder: folder, progress: nil)
    // A layout in blocks is told from all rows; they are kept as long as there are few of them.
    var rows = RowBlock()
    outcome = try source.read { (_, block) throws(PipelineError) in
      if rows.rowCount == 0 || rows.bytes.count < Self.keptBytes { rows.append(block) }
    }
    do throws(TabularError) {
      layout = try Layout(of: rows, in: Location(resource: path))
    } catch {
      throw PipelineError(error, path: path)
    }
    probe.dialect = Resource.Dialect(outcome.dialect, layout)
    if layout.blocks.value == .repeated {
      let sections = Section.all(in: rows, layout: layout, resource: path).sections
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

  /// The settings of the text, then those of the layout.
  var settings: [Description.DescribedSetting] {
    let (dialect, given) = (outcome.dialect, resource.dialect)
    let rows = (given.headerRows ?? []).map(String.init).joined(separator: ", ")
    return [
      .init("encoding", dialect.encoding.value.rawValue, dialect.encoding),
      .init("delimiter", given.delimiter.map { $0 == "\t" ? "tab" : $0 } ?? "", dialect.delimiter),
      .init("quoteChar", given.quoteChar ?? "none", dialect.quoteChar),
      .init("headerRows", "[\(rows)]", layout.headerRows),
      .init("blocks", layout.blocks.value.rawValue, layout.blocks),
    ]
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
    let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let known = FieldName.from(label: name)
    self.init(
      name: known.isEmpty ? "tabel" : known, paths: [path], dialect: Dialect(), blocks: .single,
      header: [], schema: Schema(fields: []), steps: [], levels: .none,
      place: FilePlace(file: path))
  }
}

extension Resource.Dialect {
  /// What was found out, said explicitly.
  init(_ dialect: Delimited.Dialect, _ layout: Layout) {
    self.init()
    delimiter = String(decoding: [dialect.delimiter.value], as: UTF8.self)
    encoding = dialect.encoding.value.rawValue
    quoteChar =
      switch dialect.quoteChar.value {
      case .none: "none"
      case .mark(let byte): String(decoding: [byte], as: UTF8.self)
      }
    headerRows = layout.headerRows.value
  }
}

extension Description.DescribedField {
  /// A field as its values look.
  init(_ guess: FieldGuess) {
    let setting = guess.convention.flatMap(\.setting)
    var field = guess.field
    if field.label == field.name { field.label = nil }
    self.init(
      field: field, basis: guess.basis,
      convention: setting.map { .init("convention", $0.value.rawValue, $0) },
      values: guess.values)
  }
}
