public import Numerals

/// How one resource was read into a table.
public struct SourceReading: Sendable {
  /// How its lines were used; empty for rows that were handed over already sorted.
  public var summary: ReadingSummary
  /// What is wrong with it, in the order of records and fields.
  public var findings: [Finding]
  /// The convention of each numeric field and what it rests on, by name.
  public var conventions: [String: ConventionSettlement]
  /// The order of day and month in each field of dates where some date shows it, by name.
  public var dateOrders: [String: Field.DateOrder]
  /// What the figures of each numeric field are printed in, by name.
  public var units: [String: FieldUnit]
  /// True where values that came late would have had others be read otherwise, so that the
  /// resource has to be taken back and read again with `conventions` and `dateOrders`.
  public var mustBeReadAgain: Bool
  /// The columns that no field is read from.
  public var undeclared: [Header.Column]
  /// The number of records.
  public var records: Int
}

extension ConventionSettlement {
  /// The convention as a setting with its basis; nil where none could be told.
  public var setting: Setting<Notation.Convention>? {
    guard case .settled(let convention, let basis) = self else { return nil }
    switch basis {
    case .given: return Setting(convention, .given)
    case .assumed: return Setting(convention, .assumed, basis: ConventionWords.noMarks)
    case .stored: return Setting(convention, .detected, basis: ConventionWords.stored)
    case .type(let example):
      return Setting(convention, .detected, basis: ConventionWords.type(example))
    case .values(let count, let example, let against, let counterexample):
      return Setting(
        convention, .detected,
        basis: ConventionWords.values(count, example, against, counterexample))
    }
  }
}

/// What a convention rests on, in words.
enum ConventionWords {
  static let noMarks = Message(
    indonesian: "tidak ada angka bertanda titik atau koma", english: "no number has a mark")

  static let stored = Message(
    indonesian: "tersimpan sebagai angka di lembar kerja",
    english: "stored as numbers in the workbook")

  static func type(_ example: String) -> Message {
    Message(
      indonesian: "'\(example)' hanya bisa bilangan bulat menurut jenis kolomnya",
      english: "'\(example)' can only be whole by the type of its field")
  }

  static func values(_ count: Int, _ example: String, _ against: Int, _ counterexample: String?)
    -> Message
  {
    let against = counterexample.map {
      Message(
        indonesian: ", \(against) sebaliknya ('\($0)')",
        english: ", \(against) speak against it ('\($0)')")
    }
    return Message(
      indonesian:
        "\(count) nilai menunjukkannya, misalnya '\(example)'\(against?.indonesian ?? "")",
      english: "\(count) values show it, as '\(example)'\(against?.english ?? "")")
  }
}
