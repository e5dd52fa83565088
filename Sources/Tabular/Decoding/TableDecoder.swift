public import Numerals

/// Decodes rows of text cells into the typed batches of a table.
///
/// One resource after the other: `begin`, `decode` for each block of its rows, `end`; then
/// `finish`. Not to be used by two threads at once.
public struct TableDecoder {
  /// The name of the table.
  public let name: String
  /// The fields.
  public let schema: Schema
  /// The pipeline that findings name.
  public let pipeline: String

  var store: BatchStore
  var sources: [Table.Source] = []
  var texts: [TextDecoder] = []
  var numerals: [NumeralDecoder] = []
  /// For each field its place in `texts` or `numerals`.
  var slots: [Slot] = []
  var source = SourceState()
  var lines: [UInt32] = []
  var places: [[CellPlace]]
  /// How far texts are indented, by the position of the fields that keep it.
  var indents: [Int: [UInt8]] = [:]
  var scratch = CellPlaces()
  /// Shown every batch when it is kept, in order; after `discardSource` the batches of that source
  /// come again in their new form.
  public var watcher: (@Sendable (Batch) -> Void)?
  /// The most records that are held back until every convention is settled.
  var heldLimit = 4 * Batch.capacity
  /// The records of the table up to the current resource.
  var recordsBefore = 0
  var batchesBefore = 0
  /// What the resource that ended last showed.
  private var shown: Known = ([:], [:])
  /// What is known of the next resource from an earlier reading.
  private var known: Known = ([:], [:])

  private typealias Known = (
    conventions: [String: ConventionSettlement], dateOrders: [String: Field.DateOrder]
  )

  enum Slot {
    case text(Int)
    case numeral(Int)
  }

  /// A decoder for a table.
  ///
  /// - Parameters:
  ///   - name: The name of the table.
  ///   - schema: Its fields.
  ///   - pipeline: The pipeline that findings name.
  ///   - store: Where batches go.
  /// - Throws: where a pattern of a field can't be used.
  public init(
    name: String, schema: Schema, pipeline: String, into store: BatchStore = BatchStore()
  ) throws(TabularError) {
    self.name = name
    self.schema = schema
    self.pipeline = pipeline
    self.store = store
    places = Array(repeating: [], count: schema.fields.count)
    for (position, field) in schema.fields.enumerated() {
      if field.kind.isNumeric {
        slots.append(.numeral(numerals.count))
        numerals.append(try NumeralDecoder(field: field, position: position))
      } else {
        slots.append(.text(texts.count))
        texts.append(try TextDecoder(field: field, position: position))
      }
    }
  }

  /// The number of records so far.
  public var recordCount: Int { store.recordCount + lines.count }

  /// Begins a resource whose rows come as its reader delivers them.
  ///
  /// - Parameters:
  ///   - resource: The path, relative to the working folder.
  ///   - sheet: The sheet, for workbooks.
  ///   - layout: Where its parts stand.
  ///   - match: The columns of the fields.
  ///   - conventions: Conventions that are known, by field, as from a reading that told to read
  ///     again.
  ///   - dateOrders: Orders of day and month that are known, in the same way.
  public mutating func begin(
    resource: String, sheet: String? = nil, layout: Layout, match: ColumnMatch,
    conventions: [String: ConventionSettlement] = [:], dateOrders: [String: Field.DateOrder] = [:]
  ) {
    begin(
      Table.Source(
        resource: resource, sheet: sheet,
        columns: match.columns.map { $0 + layout.header.firstColumn }, labels: match.labels),
      columns: match.columns, conventions, dateOrders)
    source.sorter = RowSorter(layout: layout, resource: resource, sheet: sheet)
    source.width = layout.width
    source.firstColumn = layout.header.firstColumn
    source.headerLine = layout.header.lines.last ?? 1
    useUnits(
      levels: match.columns.map { layout.header.columns[$0].levels }, lines: layout.unitLines)
    source.undeclared = match.undeclared
    source.unnamed = match.undeclared.filter { $0.label.isEmpty }.map(\.position)
  }

  /// Begins rows that all are records, as reshaping delivers them; `columns` says for each field
  /// the column of the rows, `labels` the header text, `headings` the header texts by the columns of
  /// the file, and `unitLines` what stood above the table.
  ///
  /// In a workbook every row should know the places of its cells.
  public mutating func begin(
    resource: String, sheet: String? = nil, columns: [Int], labels: [String?],
    headings: [Int: String] = [:], unitLines: [UnitLine] = [],
    conventions: [String: ConventionSettlement] = [:], dateOrders: [String: Field.DateOrder] = [:]
  ) {
    begin(
      Table.Source(
        resource: resource, sheet: sheet, columns: columns.map { $0 }, labels: labels,
        headings: headings),
      columns: columns, conventions, dateOrders)
    useUnits(levels: labels.map { [$0 ?? ""] }, lines: unitLines)
  }

  private mutating func begin(
    _ table: Table.Source, columns: [Int], _ conventions: [String: ConventionSettlement],
    _ dateOrders: [String: Field.DateOrder]
  ) {
    sources.append(table)
    recordsBefore = store.recordCount
    batchesBefore = store.count
    source = SourceState()
    source.columns = columns
    source.journal = FindingJournal(pipeline: pipeline)
    for place in numerals.indices {
      let name = numerals[place].field.name
      numerals[place].begin(settlement: conventions[name] ?? known.conventions[name])
    }
    for place in texts.indices {
      let name = texts[place].field.name
      texts[place].begin(order: dateOrders[name] ?? known.dateOrders[name])
    }
    known = ([:], [:])
  }

  /// Decodes the next rows of the resource.
  ///
  /// - Throws: where a batch can't be kept.
  public mutating func decode(_ block: RowBlock) throws(TabularError) {
    let records = source.sorter?.records(of: block)
    let window = RecordWindow(block, records: records)
    guard !window.range.isEmpty else { return }
    noteUnnamed(window)
    guard !source.isSettled else { return try process(window) }
    source.held.append(window)
    if observe(window) || source.heldRecords >= heldLimit { try settle() }
  }

  /// Ends the resource and tells how it was read.
  ///
  /// - Throws: where a batch can't be kept.
  public mutating func end() throws(TabularError) -> SourceReading {
    if !source.isSettled { try settle() }
    try flush()
    noteColumns()
    noteUnits()
    noteRows()
    var conventions: [String: ConventionSettlement] = [:]
    var mustBeReadAgain = false
    for decoder in numerals {
      let final = decoder.final
      conventions[decoder.field.name] = final.settlement
      mustBeReadAgain = mustBeReadAgain || final.isRevised
    }
    var dateOrders: [String: Field.DateOrder] = [:]
    for decoder in texts where decoder.field.kind == .date {
      dateOrders[decoder.field.name] = decoder.dateOrder ?? decoder.shownOrder
      if decoder.hasRefused, decoder.shownOrder != nil { mustBeReadAgain = true }
    }
    shown = (conventions, dateOrders)
    return SourceReading(
      summary: source.sorter?.summary ?? ReadingSummary(resource: sources.last?.resource ?? ""),
      findings: source.journal.finish(), conventions: conventions,
      dateOrders: dateOrders, units: units, mustBeReadAgain: mustBeReadAgain,
      undeclared: source.undeclared,
      records: store.recordCount - recordsBefore)
  }

  /// What the figures of each numeric field are printed in, by name.
  private var units: [String: FieldUnit] {
    Dictionary(numerals.map { ($0.field.name, $0.unit) }) { first, _ in first }
  }

  /// Takes back the records of the resource that ended last, so that it can be read again.
  ///
  /// What its reading showed of conventions and dates is in force where the next `begin` says
  /// nothing else.
  public mutating func discardSource() {
    guard !sources.isEmpty else { return }
    known = shown
    sources.removeLast()
    store.keep(batches: batchesBefore)
  }

  /// The finished table.
  public consuming func finish() -> Table {
    Table(name: name, schema: schema, sources: sources, batches: store)
  }
}

/// What is known of the resource that is being decoded.
struct SourceState {
  var sorter: RowSorter?
  var journal = FindingJournal(pipeline: "")
  /// The column of each field.
  var columns: [Int] = []
  /// The number of columns of the header; 0 where rows come sorted.
  var width = 0
  /// The column of the sheet that the first column stands in.
  var firstColumn = 0
  /// The lowest line of the header, 1 where there is none.
  var headerLine = 1
  var undeclared: [Header.Column] = []
  /// Columns without a name in which no value was found yet.
  var unnamed: [Int] = []
  /// Where something about a column was met first.
  var firstPlaces: [PlaceKey: FirstPlace] = [:]
  var alike: [AlikePair] = []
  var unitRemarks: [UnitRemark] = []
  var held: [RecordWindow] = []
  var isSettled = false

  var heldRecords: Int { held.reduce(0) { $0 + $1.range.count } }
}
