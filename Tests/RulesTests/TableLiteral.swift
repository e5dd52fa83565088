import Numerals
import Rules
import Tabular
import Testing

/// A small table written as text, with marks at the cells where findings are expected.
///
/// The first line names the fields with their kinds (`pria:count`), the others hold records; cells
/// are separated by `|`. `pagu:amount:rupiah:6` is printed in millions. A cell followed by `!` is expected to be judged by a finding.
struct TableLiteral {
  let name: String
  let table: Table
  /// Where findings are expected: `line:field`.
  let marks: [String]

  init(_ name: String, source: Int = 0, _ text: String, primaryKey: [String] = []) {
    self.name = name
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingBlanks
      }
    }
    let fields = lines[0].map { header in
      let parts = header.split(separator: ":").map(String.init)
      let unit = parts.count > 2 ? parts[2] : nil
      return Field(
        name: parts[0], kind: parts.count > 1 ? Field.Kind(rawValue: parts[1]) ?? .text : .text,
        unit: unit)
    }
    let magnitudes = lines[0].map { header -> Int in
      let parts = header.split(separator: ":")
      return parts.count > 3 ? Int(parts[3]) ?? 0 : 0
    }
    var marks: [String] = []
    var columns: [Column] = []
    for (position, field) in fields.enumerated() {
      let cells = lines.dropFirst().enumerated().map { index, cells in
        let cell = cells[position]
        guard cell.hasSuffix("!") else { return cell }
        marks.append("\(index + 2):\(field.name)")
        return cell.dropLast().trimmingBlanks
      }
      let magnitude = magnitudes[position]
      columns.append(
        field.kind.isNumeric ? Self.numerals(cells, field, magnitude) : Self.texts(cells))
    }
    self.marks = marks
    let batch = Batch(
      firstRecord: 1, count: lines.count - 1, columns: columns,
      lines: (2...UInt32(max(2, lines.count))).map { $0 }, source: 0)
    var store = BatchStore()
    try? store.append(batch)
    table = Table(
      name: name, schema: Schema(fields: fields, primaryKey: primaryKey),
      sources: [
        Table.Source(
          resource: "\(name).csv", columns: fields.indices.map { $0 },
          labels: fields.map { $0.name })
      ], batches: store)
  }

  private static func texts(_ cells: [String]) -> Column {
    var column = TextColumn(pool: TextPool())
    for cell in cells { column.codes.append(column.pool.intern(cell)) }
    return Column(.texts(column))
  }

  private static func numerals(_ cells: [String], _ field: Field, _ magnitude: Int) -> Column {
    let reader = NumeralReader(
      NumeralReader.Options(
        convention: .indonesian, affixes: ["%"], wholeOnly: field.kind.isWhole && magnitude == 0))
    var values: [ExactDecimal?] = []
    var states: [CellState] = []
    for cell in cells {
      if cell.isEmpty {
        values.append(nil)
        states.append(.missing)
      } else if case .value(let value, _) = reader.read(cell) {
        values.append(value)
        states.append(.value)
      } else {
        values.append(nil)
        states.append(.malformed)
      }
    }
    var column = NumeralColumn()
    column.magnitude = magnitude
    column.scale = values.compactMap { $0?.scale }.max() ?? 0
    column.mantissas = values.map { value in
      value.flatMap { $0.rescaled(to: column.scale) }.flatMap { Int64(exactly: $0.mantissa) } ?? 0
    }
    column.printedScales = values.map { UInt8($0?.scale ?? 0) }
    if Set(column.printedScales).count == 1 { column.printedScales = [] }
    if states.contains(where: { $0 != .value }) { column.states = states }
    return Column(.numerals(column))
  }
}

extension StringProtocol {
  var trimmingBlanks: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Rules over literal tables.
struct RuleBench {
  var literals: [TableLiteral]
  var totals: [String: String] = [:]
  var levels: [String: TableShape.Levels] = [:]
  var lists: [String: CodeList] = [:]
  var bands: [String: Bands] = [:]
  var parameters: [String: RuleCatalog.Parameter] = [:]

  init(_ literals: TableLiteral...) { self.literals = literals }

  var catalog: RuleCatalog {
    var catalog = RuleCatalog(lists: lists, bands: bands, parameters: parameters)
    for literal in literals {
      catalog.tables[literal.name] = TableShape(
        schema: literal.table.schema, totals: totals[literal.name],
        levels: levels[literal.name] ?? .none)
    }
    return catalog
  }

  func book(_ rules: [RuleDefinition]) -> RuleBook {
    RuleBook(definitions: rules, catalog: catalog)
  }

  func run(_ rules: [RuleDefinition]) throws -> RuleRun {
    let book = book(rules)
    #expect(book.problems == [])
    let evaluation = RuleEvaluation(book: book, pipeline: "uji")
    var tables: [String: Table] = [:]
    for literal in literals {
      try literal.table.batches.forEach { evaluation.observe($0, of: literal.name) }
      tables[literal.name] = literal.table
    }
    return try evaluation.conclude(tables: tables)
  }

  /// Runs one rule over the first table and demands findings at exactly the marked cells.
  @discardableResult
  func check(
    _ rule: String, when: String? = nil, tolerance: String? = nil,
    missing: RuleDefinition.MissingMode = .nonNull,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> RuleRun {
    let definition = RuleDefinition(
      id: "aturan", table: literals[0].name, text: rule, when: when, tolerance: tolerance,
      missing: missing)
    let run = try run([definition])
    let found = run.findings.map { finding in
      let place = finding.cells[0].location
      return "\(place.line.map(String.init) ?? "-"):\(place.field ?? "-")"
    }
    #expect(found.sorted() == literals[0].marks.sorted(), sourceLocation: sourceLocation)
    return run
  }
}
