import Diagnosis
import Numerals
import Rules
import Tabular

/// A correct table of figures with the relations between them, in which mistakes are planted.
struct TrialTable {
  /// What must hold: the first cell is the sum of the others, is their quotient in per cent, or
  /// states the same.
  enum Rule {
    case sum(total: Int, parts: [Int])
    case percent(Int, part: Int, whole: Int)
    case same(Int, Int)
  }

  /// The values, as mantissas of the scale of their field.
  var values: [Int128] = []
  /// Where a figure stands: record from 1, and field.
  struct Place: Hashable {
    var record: Int
    var field: Int
  }

  /// Where each stands.
  private(set) var places: [Place] = []
  private var numbers: [Place: Int] = [:]
  private var fields = 0
  var isPercent: [Bool] = []
  /// The field of what a record says of last year, of which no rule speaks.
  static let lastYear = 3
  /// True for figures that rules speak of.
  var isRuled: [Bool] {
    var isRuled = [Bool](repeating: false, count: values.count)
    for rule in rules {
      switch rule {
      case .sum(let total, let parts): for cell in parts + [total] { isRuled[cell] = true }
      case .percent(let share, let part, let whole):
        for cell in [share, part, whole] { isRuled[cell] = true }
      case .same(let one, let other): for cell in [one, other] { isRuled[cell] = true }
      }
    }
    return isRuled
  }
  var rules: [Rule] = []

  /// Adds an exact figure; its number.
  mutating func add(_ value: Int128, record: Int, field: Int, isPercent: Bool = false) -> Int {
    let place = Place(record: record, field: field)
    numbers[place] = values.count
    values.append(value)
    places.append(place)
    fields = max(fields, field + 1)
    self.isPercent.append(isPercent)
    return values.count - 1
  }

  /// The relations of all rules where the table holds `stated` instead, and the findings of those
  /// that do not hold then.
  func judged(stating stated: [Int128]) -> (system: RelationSystem, findings: [Finding]) {
    var system = RelationSystem()
    for number in values.indices { system.insert(cell(number, stated[number])) }
    var findings: [Finding] = []
    for (number, rule) in rules.enumerated() {
      var relation = self.relation(rule, number, system, finding: nil)
      guard let holds = relation.holds() else { continue }
      if !holds {
        let finding = finding(rule, number, stated)
        relation.finding = finding.id
        findings.append(finding)
      }
      system.add(relation)
    }
    return (system, findings)
  }

  /// The causes of what was found where the table holds `stated` instead.
  func causes(stating stated: [Int128]) -> [Cause] {
    let (system, findings) = judged(stating: stated)
    return causes(of: findings, system)
  }

  /// The causes of findings.
  func causes(of findings: [Finding], _ system: RelationSystem) -> [Cause] {
    let cells = system.cells
    let (numbers, fields) = (numbers, fields)
    let evidence = Evidence(
      system: system,
      figures: { origin, nearness in
        switch nearness {
        case .sameRecord:
          let near = max(0, origin.field - 32)..<min(fields, origin.field + 33)
          return near.filter { $0 != origin.field }.compactMap { field in
            numbers[Place(record: origin.record, field: field)].map {
              NearFigure(cell: cells[$0], relation: .sameRecord)
            }
          }
        case .sameField:
          return [-3, -2, -1, 1, 2, 3].compactMap { distance in
            numbers[Place(record: origin.record + distance, field: origin.field)].map {
              NearFigure(cell: cells[$0], relation: .sameField)
            }
          }
        }
      }, subject: { "baris \($0.record)" }, facts: FactIndex())
    return Diagnosis.causes(of: findings, evidence)
  }

  /// The number of the figure at a place.
  func number(record: Int, field: Int) -> Int? { numbers[Place(record: record, field: field)] }

  /// The number of a cell that a cause names.
  func number(of cell: Cause.Cell) -> Int? {
    guard let line = cell.location.line, let column = cell.location.column else { return nil }
    return numbers[Place(record: line, field: column - 1)]
  }

  private func cell(_ number: Int, _ stated: Int128) -> RelationCell {
    let (record, field) = (places[number].record, places[number].field)
    let kind: Field.Kind = isPercent[number] ? .percent : .amount
    let value = ExactDecimal(mantissa: stated, scale: isPercent[number] ? 2 : 0)
    let notation = Notation(convention: .indonesian, grouping: .thousands)
    guard
      let cell = RelationCell(
        location: Location(
          resource: "uji.csv", line: record, column: field + 1, field: "f\(field)"),
        raw: notation.written(value),
        origin: .init(pipeline: "uji", table: "uji", record: record, field: field), value: value,
        field: Field(name: "f\(field)", kind: kind), notation: notation)
    else { fatalError("a value of the trial overflows") }
    return cell
  }

  private func relation(
    _ rule: Rule, _ number: Int, _ system: RelationSystem, finding: String?
  ) -> Relation {
    let key = Relation.Key(pipeline: "uji", rule: "r\(number)", component: 0, subject: number)
    func term(_ cells: [(cell: Int, factor: Rational)]) -> Term {
      LinearTerm(cells, constant: Rational(0), in: system).map(Term.linear)
        ?? .linear(.zero(in: system))
    }
    switch rule {
    case .sum(let total, let parts):
      return Relation(
        key: key,
        statement: .agrees(
          term([(total, Rational(1))]), term(parts.map { ($0, Rational(1)) }), tolerance: nil,
          isSameFact: false), kind: .total, severity: .error, finding: finding, stated: total)
    case .percent(let percent, let part, let whole):
      return Relation(
        key: key,
        statement: .agrees(
          term([(percent, Rational(1))]),
          .quotient(term([(part, Rational(1))]), term([(whole, Rational(1))])), tolerance: nil,
          isSameFact: false), kind: .ratio, severity: .error, finding: finding, stated: percent)
    case .same(let one, let other):
      return Relation(
        key: key,
        statement: .agrees(
          term([(one, Rational(1))]), term([(other, Rational(1))]), tolerance: nil,
          isSameFact: true), kind: .agreement, severity: .error, finding: finding, stated: one)
    }
  }

  private func finding(_ rule: Rule, _ number: Int, _ stated: [Int128]) -> Finding {
    let first: Int
    switch rule {
    case .sum(let total, _): first = total
    case .percent(let percent, _, _): first = percent
    case .same(let one, _): first = one
    }
    let (record, field) = (places[first].record, places[first].field)
    return Finding(
      id: "\(number)", pipeline: "uji", rule: "r\(number)", kind: .total, severity: .error,
      verdict: .impossible,
      about: .init(
        role: .stated,
        location: Location(
          resource: "uji.csv", line: record, column: field + 1, field: "f\(field)"),
        raw: "\(stated[first])"), message: Message(indonesian: "", english: ""))
  }
}

extension RelationSystem {
  fileprivate mutating func insert(_ cell: RelationCell) { _ = add(cell) }
}

extension LinearTerm {
  fileprivate static func zero(in system: RelationSystem) -> LinearTerm {
    guard let term = LinearTerm([], constant: Rational(0), in: system) else {
      fatalError("zero overflows")
    }
    return term
  }
}
