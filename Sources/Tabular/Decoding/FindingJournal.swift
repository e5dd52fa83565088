import Numerals

/// Collects what decoding finds in one resource.
struct FindingJournal {
  /// The most findings of one rule in one field that are kept; the others are counted.
  static let limit = 10_000

  let pipeline: String
  private(set) var findings: [Finding] = []
  private var counts: [String: Int] = [:]
  private var omitted: [String: (finding: Finding, field: String, count: Int)] = [:]
  private var seen: [String: Int] = [:]

  /// Collects findings of a pipeline.
  init(pipeline: String) { self.pipeline = pipeline }

  /// Adds what is wrong with a cell; `key` names the fact, whatever its place.
  mutating func add(
    _ fault: CellFault, field: Field, at location: Location, key: [String], record: Int
  ) {
    let rule = fault.reason.rule
    var finding = Finding(
      id: "", pipeline: pipeline, rule: rule, kind: fault.reason.kind, severity: .error,
      stated: fault.reason.stated ?? fault.raw, expected: fault.reason.expected,
      about: Finding.Cell(role: .stated, location: location, raw: fault.raw),
      message: DecodingWords.sentence(fault, field: field.name), record: record)
    let slot = field.name + "\u{0}" + rule
    counts[slot, default: 0] += 1
    guard counts[slot, default: 0] <= Self.limit else {
      omitted[slot, default: (finding, field.name, 0)].count += 1
      return
    }
    finding.id = fingerprint([rule] + key + [field.name, finding.kind.rawValue])
    findings.append(finding)
  }

  /// Adds what is to be told about a whole column or resource, at the first place of it.
  mutating func add(
    rule: String, kind: Finding.Kind, severity: Severity, at location: Location, raw: String,
    key: [String], message: Message, record: Int? = nil
  ) {
    findings.append(
      Finding(
        id: fingerprint([rule] + key + [kind.rawValue]), pipeline: pipeline, rule: rule,
        kind: kind, severity: severity,
        about: Finding.Cell(role: .other, location: location, raw: raw), message: message,
        record: record))
  }

  /// All findings, with a note for each sort of which some were left out.
  mutating func finish() -> [Finding] {
    for slot in omitted.keys.sorted() {
      guard let left = omitted[slot] else { continue }
      var finding = left.finding
      finding.id = fingerprint([finding.rule, left.field, "omitted"])
      finding.message = ReadingWords.more(field: left.field, count: left.count)
      findings.append(finding)
    }
    return findings
  }

  private mutating func fingerprint(_ parts: [String]) -> String {
    let id = Fingerprint.of([pipeline] + parts)
    seen[id, default: 0] += 1
    guard let times = seen[id], times > 1 else { return id }
    return Fingerprint.of([pipeline] + parts + [String(times)])
  }
}

extension CellFault.Reason {
  /// The name of what was checked.
  var rule: String {
    switch self {
    case .numeral, .numeralForm, .ambiguousNumeral, .codeWithExponent: "angka"
    case .spreadsheetError: "galat-lembar"
    case .formulaWithoutResult: "rumus-tanpa-hasil"
    case .required: "wajib"
    case .belowMinimum: "batas-bawah"
    case .aboveMaximum: "batas-atas"
    case .notListed: "pilihan"
    case .pattern: "pola"
    case .date, .ambiguousDate: "tanggal"
    case .period: "periode"
    case .boolean: "ya-tidak"
    }
  }

  /// What sort of statement is broken.
  var kind: Finding.Kind {
    switch self {
    case .numeral, .numeralForm, .ambiguousNumeral, .codeWithExponent: .numeral
    case .spreadsheetError, .formulaWithoutResult: .reading
    case .required, .belowMinimum, .aboveMaximum, .notListed, .pattern, .date, .ambiguousDate,
      .period, .boolean:
      .domain
    }
  }

  /// What stands there as a canonical number, where it is one.
  var stated: String? {
    switch self {
    case .belowMinimum(_, let value), .aboveMaximum(_, let value): value.description
    default: nil
    }
  }

  /// What should stand there.
  var expected: String? {
    switch self {
    case .numeral(_, let nearest): nearest.first
    case .numeralForm(let nearest): nearest
    case .belowMinimum(let bound, _), .aboveMaximum(let bound, _): bound.description
    case .notListed(let nearest): nearest
    case .ambiguousNumeral, .codeWithExponent, .ambiguousDate, .spreadsheetError,
      .formulaWithoutResult, .required, .pattern, .date, .period, .boolean:
      nil
    }
  }
}
