/// What the figures of a field are printed in, in one resource.
public struct FieldUnit: Sendable, Hashable {
  /// The power of ten; 0 where figures stand for themselves.
  public var magnitude: Int
  /// Where that comes from.
  public var origin: Setting<Int>.Origin
  /// The words that say so; nil where nothing does.
  public var phrase: UnitPhrase?

  /// Figures that stand for themselves, as nothing says otherwise.
  public static let plain = FieldUnit(magnitude: 0, origin: .assumed, phrase: nil)
}

/// A line above a table that says what its figures are printed in.
public struct UnitLine: Sendable, Hashable {
  /// The first physical line, from 1.
  public var line: Int
  /// The column in which the line begins, from 0.
  public var column: Int
  /// What it says.
  public var phrase: UnitPhrase

  /// Makes a line.
  public init(line: Int, column: Int, phrase: UnitPhrase) {
    self.line = line
    self.column = column
    self.phrase = phrase
  }
}

/// Something to be told about units.
struct UnitRemark: Hashable {
  /// What is to be told.
  enum Fact: Hashable {
    /// Figures of these fields are read in a unit that the resource names.
    case read(UnitPhrase, fields: [String])
    /// Two places name different units for a field; the first one counts.
    case contradiction(field: String, UnitPhrase, against: UnitPhrase, Contradiction)
    /// A unit is named that no field has.
    case unused(UnitPhrase)
    /// The unit that a field declares is itself another than the one named.
    case otherUnit(field: String, declared: String, UnitPhrase)
  }

  /// Which places contradict each other.
  enum Contradiction: Hashable {
    /// The pipeline file and the resource.
    case given
    /// The label of the column and a line above the table.
    case label
    /// Two lines above the table, or above tables that stand below each other.
    case lines
  }

  var fact: Fact
  /// The line and column (from 0) it is about; the line 0 stands for the header.
  var line = 0
  var column = 0
}

/// Finds out what the figures of each field of a resource are printed in.
///
/// What the pipeline file says counts before the label of the column, and that before the lines
/// above the table. The unit of a line above holds for the fields that have it: for amounts where
/// it is money, for counts and amounts where it is only a power.
struct UnitReading {
  /// One for each field.
  private(set) var units: [FieldUnit] = []
  /// What is to be told.
  private(set) var remarks: [UnitRemark] = []

  /// Finds the units of `fields`.
  ///
  /// - Parameters:
  ///   - fields: The fields.
  ///   - levels: The labels above each field, from the top row to the bottom row.
  ///   - columns: The column of each field, from 0.
  ///   - lines: The lines above the table that name units, from the top.
  init(_ fields: [Field], levels: [[String]], columns: [Int], lines: [UnitLine]) {
    var used: Set<Int> = []
    var read: [UnitLine: [String]] = [:]
    for (position, field) in fields.enumerated() {
      let label = levels[position].reversed().lazy.compactMap(UnitPhrase.inLabel).first
      let place = UnitLine(line: 0, column: columns[position], phrase: label ?? Self.nothing)
      let above = lines.indices.filter { Self.holds(lines[$0].phrase, for: field) }
      used.formUnion(above)
      used.formUnion(lines.indices.filter { Self.isDeclared(lines[$0].phrase, by: field) })
      let heading = above.last.map { lines[$0] }
      let own = label.flatMap { Self.belongs($0, to: field) ? place : nil }
      units.append(choose(field, label: own, heading: heading, into: &read))
      if own == nil, let label { tellOther(label, field, column: columns[position]) }
      if above.count > 1, let last = heading, field.writtenUnit == nil, own == nil {
        for place in above where lines[place].phrase.magnitude != last.phrase.magnitude {
          contradict(field, last.phrase, lines[place], .lines)
        }
      }
    }
    for (line, names) in read.sorted(by: {
      ($0.key.line, $0.key.column) < ($1.key.line, $1.key.column)
    }) {
      remarks.append(
        UnitRemark(fact: .read(line.phrase, fields: names), line: line.line, column: line.column))
    }
    guard fields.contains(where: \.kind.isNumeric) else { return }
    for (place, line) in lines.enumerated()
    where line.phrase.magnitude > 0 && !used.contains(place)
      && !fields.contains(where: { $0.writtenUnit != nil })
    {
      remarks.append(
        UnitRemark(fact: .unused(line.phrase), line: line.line, column: line.column))
    }
  }

  private static let nothing = UnitPhrase(magnitude: 0, unit: nil, text: "")

  private mutating func choose(
    _ field: Field, label: UnitLine?, heading: UnitLine?, into read: inout [UnitLine: [String]]
  ) -> FieldUnit {
    let found = label ?? heading
    if let given = field.writtenUnit {
      if let found, found.phrase.magnitude != given.magnitude {
        contradict(field, given, found, .given)
      }
      return FieldUnit(magnitude: given.magnitude, origin: .given, phrase: given)
    }
    guard let found else { return .plain }
    if let label, let heading, label.phrase.magnitude != heading.phrase.magnitude {
      contradict(field, label.phrase, heading, .label)
    }
    if found.phrase.magnitude > 0 { read[found, default: []].append(field.name) }
    return FieldUnit(magnitude: found.phrase.magnitude, origin: .detected, phrase: found.phrase)
  }

  private mutating func contradict(
    _ field: Field, _ phrase: UnitPhrase, _ other: UnitLine, _ places: UnitRemark.Contradiction
  ) {
    remarks.append(
      UnitRemark(
        fact: .contradiction(field: field.name, phrase, against: other.phrase, places),
        line: other.line, column: other.column))
  }

  /// Tells that the label of a column names another unit than its field declares.
  private mutating func tellOther(_ label: UnitPhrase, _ field: Field, column: Int) {
    guard field.writtenUnit == nil, label.magnitude > 0, label.unit != nil, let unit = field.unit,
      Self.canBeScaled(field), !Self.isDeclared(label, by: field)
    else { return }
    remarks.append(
      UnitRemark(fact: .otherUnit(field: field.name, declared: unit, label), column: column))
  }

  private static func canBeScaled(_ field: Field) -> Bool {
    field.kind.isNumeric && field.kind != .percent && field.kind != .index
  }

  /// True where the declared unit of a field is the very one named: its figures are meant as they
  /// stand.
  private static func isDeclared(_ phrase: UnitPhrase, by field: Field) -> Bool {
    guard let declared = field.unit.flatMap({ UnitPhrase($0) }) else { return false }
    guard declared.magnitude > 0, declared.magnitude == phrase.magnitude else { return false }
    guard let one = declared.unit, let other = phrase.unit else { return true }
    return UnitWords.agree(one, other)
  }

  /// True where the unit of a line above a table holds for a field.
  private static func holds(_ phrase: UnitPhrase, for field: Field) -> Bool {
    guard canBeScaled(field) else { return false }
    guard let unit = phrase.unit else {
      return (field.kind == .amount || field.kind == .count) && !isScaled(field)
    }
    if let declared = field.unit { return UnitWords.agree(declared, unit) }
    return field.kind == .amount && UnitWords.isMoney(unit)
  }

  /// True where the unit in the label of a column holds for its field.
  private static func belongs(_ phrase: UnitPhrase, to field: Field) -> Bool {
    if holds(phrase, for: field) { return true }
    return field.unit == nil && field.kind == .count
  }

  /// True where the declared unit is itself one of thousands or millions, so that figures are
  /// meant as they stand.
  private static func isScaled(_ field: Field) -> Bool {
    field.unit.flatMap { UnitPhrase($0) }.map { $0.magnitude > 0 } ?? false
  }
}
