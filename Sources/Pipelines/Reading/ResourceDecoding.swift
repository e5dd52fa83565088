import Delimited
import Numerals
import Rules
import Tabular

/// Decodes the files of one resource into one table.
struct ResourceDecoding {
  /// The fields that are decoded, in the order of the columns of a batch.
  let fields: [Field]
  /// What was written in cells that were normalised.
  private(set) var raws = WrittenTexts()
  private let resource: Resource
  private let pipeline: String
  private var decoder: TableDecoder
  private var inputs: [RunReport.Input] = []
  private var readings: [ReadingSummary] = []
  private var findings: [Finding] = []
  private let feed: BatchFeed?

  /// Prepares to decode `fields` of `resource` into `store`; batches also go to `feed`.
  ///
  /// - Throws: `PipelineError` where a pattern of a field can't be used.
  init(
    _ resource: Resource, _ fields: [Field], _ file: PipelineFile, store: BatchStore,
    feed: BatchFeed? = nil
  ) throws(PipelineError) {
    self.feed = feed
    self.fields = fields
    self.resource = resource
    pipeline = file.name
    do throws(TabularError) {
      decoder = try TableDecoder(
        name: resource.name,
        schema: Schema(fields: fields, primaryKey: resource.schema.primaryKey),
        pipeline: file.name, into: store)
      if let feed { decoder.watcher = { feed.put($0) } }
    } catch {
      throw PipelineError(error, at: resource.place)
    }
  }

  /// Reads one file.
  ///
  /// - Throws: `PipelineError` where it can't be read, lacks a declared column, or a step can't be
  ///   done.
  mutating func read(
    _ source: SourceFile, lists: [String: CodeList]
  ) throws(PipelineError) {
    var reading: SourceReading
    var outcome: SourceFile.Outcome
    if resource.needsTexts {
      let texts = try TextReading(source, pipeline: pipeline)
      let table = try reshaped(texts, lists)
      (reading, outcome) = (try decode(table, of: texts), texts.outcome)
      findings += texts.findings
      reading.summary = texts.summary.leavingOut(table.leftOut)
    } else {
      (reading, outcome) = try decode(streaming: source, [:])
      if reading.mustBeReadAgain {
        feed?.void()
        decoder.discardSource()
        (reading, outcome) = try decode(streaming: source, reading.conventions)
      }
    }
    inputs.append(
      RunReport.Input(
        path: source.path, sha256: outcome.sha256, bytes: outcome.bytes, records: reading.records,
        sheet: source.sheetName))
    readings.append(reading.summary)
    findings +=
      RemarkFindings.findings(outcome, of: source, pipeline: pipeline) + reading.findings
    findings += try FormulaFindings.findings(outcome, of: source, pipeline: pipeline)
  }

  /// The table and everything else, after the last file.
  func finish() -> ReadResource {
    ReadResource(
      table: decoder.finish(), inputs: inputs, readings: readings, findings: findings)
  }

  /// Decodes blocks as they come, in bounded memory.
  private mutating func decode(
    streaming source: SourceFile, _ conventions: [String: ConventionSettlement]
  ) throws(PipelineError) -> (reading: SourceReading, outcome: SourceFile.Outcome) {
    var hasBegun = false
    let outcome = try source.read { (block) throws(PipelineError) in
      do throws(TabularError) {
        if !hasBegun {
          let layout = try source.layout(of: block, fields: fields)
          let match = try ColumnMatch(
            fields: fields, header: layout.header, in: source.place)
          decoder.begin(
            resource: source.path, sheet: source.sheetName, layout: layout, match: match,
            conventions: conventions)
          hasBegun = true
        }
        try decoder.decode(block)
      } catch {
        throw PipelineError(error, path: source.path)
      }
    }
    do throws(TabularError) {
      guard hasBegun else {
        throw TabularError(.noRows, at: source.place)
      }
      return (try decoder.end(), outcome)
    } catch {
      throw PipelineError(error, path: source.path)
    }
  }

  private func reshaped(
    _ texts: TextReading, _ lists: [String: CodeList]
  ) throws(PipelineError) -> TextTable {
    let tables = try TextSteps.apply(
      resource.steps, to: texts.tables, declared: Set(resource.schema.fields.map(\.name)),
      lists: lists)
    let joined = try TextSteps.joined(tables, at: resource.place)
    guard let table = joined.first else {
      throw PipelineError(
        TabularError(.noRows, at: Location(resource: texts.path)), path: texts.path)
    }
    return table
  }

  /// Decodes what came of `texts`.
  private mutating func decode(
    _ table: TextTable, of texts: TextReading
  ) throws(PipelineError) -> SourceReading {
    let columns = try table.positions(of: fields.map(\.name), at: resource.place)
    let before = decoder.recordCount
    do throws(TabularError) {
      var reading = try decode(table, columns, of: texts, [:])
      if reading.mustBeReadAgain {
        decoder.discardSource()
        reading = try decode(table, columns, of: texts, reading.conventions)
      }
      keepRaws(table, columns, before: before)
      reading.findings = reading.findings.map { restored($0) }
      return reading
    } catch {
      throw PipelineError(error, path: texts.path)
    }
  }

  private mutating func decode(
    _ table: TextTable, _ columns: [Int], of texts: TextReading,
    _ conventions: [String: ConventionSettlement]
  ) throws(TabularError) -> SourceReading {
    let labels = columns.map { column -> String? in
      let label = table.columns[column].label
      return label.isEmpty ? nil : label
    }
    decoder.begin(
      resource: table.resource, sheet: table.sheet, columns: columns, labels: labels,
      headings: texts.headings, unitLines: texts.unitLines, conventions: conventions)
    try decoder.decode(table.block)
    return try decoder.end()
  }

  private mutating func keepRaws(_ table: TextTable, _ columns: [Int], before: Int) {
    for (row, record) in table.records.enumerated() {
      for (field, column) in columns.enumerated() {
        if let raw = record.cells[column].raw {
          raws.keep(raw, record: before + row + 1, field: field)
        }
      }
    }
  }

  /// The finding with what was written in its cell rather than what became of it.
  private func restored(_ finding: Finding) -> Finding {
    guard let record = finding.record, let name = finding.cells.first?.location.field,
      let field = fields.firstIndex(where: { $0.name == name }), let raw = raws[record, field]
    else { return finding }
    var finding = finding
    finding.cells[0].raw = raw
    return finding
  }
}

extension Resource {
  /// True where the resource is reshaped as text before its cells are read as values.
  var needsTexts: Bool {
    blocks == .repeated || !header.isEmpty || !origins.isEmpty
      || steps.contains { !$0.action.isTyped }
  }
}
