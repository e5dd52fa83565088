/// Looks for numbers that stand for persons in the texts and cells of a dataset.
///
/// In fields of numbers only those without a unit are looked at, and only a field of which at least
/// half of the values have the structure: an amount may look like a NIK by chance, a whole column
/// of them doesn't. A field that is called after such a number may hold no number of its length.
struct PersonalScan {
  /// One field, or text of the metadata, with such numbers.
  struct Finding: Sendable, Hashable {
    /// What the numbers are.
    var kind: PersonalNumber
    /// The name of the field, or the key of the metadata.
    var field: String
    /// The first record with one, from 1; 0 for metadata.
    var record: Int
    /// How many there are.
    var count: Int
    /// The first one with all but two digits blotted out.
    var masked: String
  }

  /// A field of the CSV, as far as it matters here.
  struct Field: Sendable, Hashable {
    /// The name.
    var name: String
    /// True for numbers.
    var isNumber: Bool
    /// True where a unit says that the numbers are quantities.
    var hasUnit: Bool
  }

  fileprivate struct Count {
    var filled = 0
    var findings: [PersonalNumber: Finding] = [:]
  }

  private static let telling: [(words: Set<String>, kind: PersonalNumber)] = [
    (["nik", "ktp", "kk"], .nik), (["nip", "nippos", "nipppk"], .nip),
    (["hp", "telepon", "telp", "handphone", "whatsapp", "wa", "ponsel"], .telephone),
  ]

  /// Looks through a CSV.
  ///
  /// - Parameters:
  ///   - cells: The CSV with its header.
  ///   - fields: Its fields in order.
  /// - Returns: What was found, in the order of the fields, and the number of records.
  static func scan(_ cells: CSVCells, _ fields: [Field]) -> (findings: [Finding], records: Int) {
    var counts = [Count](repeating: Count(), count: fields.count)
    let named = fields.map { kind(named: $0.name) }
    let records = cells.forEach { cell in
      guard cell.record > 0, cell.field < fields.count, !cell.range.isEmpty else { return true }
      let field = fields[cell.field]
      counts[cell.field].filled += 1
      guard cell.range.count >= 10, !(field.isNumber && field.hasUnit) else { return true }
      let text = cells.bytes[cell.range]
      var found = PersonalNumber.first(in: text)
      if found == nil, let kind = named[cell.field] {
        let digits = text.filter { (0x30...0x39).contains($0) }.map { $0 - 0x30 }
        if digits.count >= 10 { found = (kind, digits) }
      }
      if let found {
        counts[cell.field].add(found, field: field.name, record: cell.record)
      }
      return true
    }
    let findings = zip(fields, counts).flatMap { field, count in
      count.findings.values.filter { !field.isNumber || $0.count * 2 >= count.filled }
        .sorted { $0.kind.rawValue < $1.kind.rawValue }
    }
    return (findings, records)
  }

  /// Looks through a text of the metadata.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - key: What it belongs to.
  /// - Returns: What was found.
  static func scan(_ text: String, of key: String) -> Finding? {
    PersonalNumber.first(in: Array(text.utf8)).map { found in
      Finding(
        kind: found.kind, field: key, record: 0, count: 1, masked: masked(found.digits))
    }
  }

  /// What a field must hold by its name: `nik_kepala_keluarga`, `no_hp`.
  private static func kind(named name: String) -> PersonalNumber? {
    let words = Set(name.lowercased().split { !$0.isLetter }.map(String.init))
    return telling.first { !$0.words.isDisjoint(with: words) }?.kind
  }

  fileprivate static func masked(_ digits: [UInt8]) -> String {
    digits.prefix(2).map(String.init).joined()
      + String(repeating: "•", count: max(0, digits.count - 2))
  }
}

extension PersonalScan.Count {
  fileprivate mutating func add(
    _ found: (kind: PersonalNumber, digits: [UInt8]), field: String, record: Int
  ) {
    let first = PersonalScan.Finding(
      kind: found.kind, field: field, record: record, count: 0,
      masked: PersonalScan.masked(found.digits))
    findings[found.kind, default: first].count += 1
  }
}
