import Tabular

/// Why rules could not be checked.
extension Words {
  static let nothingToCheck = Message(
    indonesian: "tidak ada rekaman yang dapat diperiksa", english: "there was nothing to check")
  static let conditionNeverFulfilled = Message(
    indonesian: "tidak ada rekaman yang memenuhi syaratnya ('when')",
    english: "no record fulfils its condition ('when')")

  /// The reasons in one sentence, the first place of each sort in parentheses.
  static func unverifiable(
    _ gaps: [(count: Int, why: Message, place: String?)], total: Int
  ) -> Message {
    func list(_ choose: (Message) -> String, _ more: String) -> String {
      let rest = total - gaps.reduce(0) { $0 + $1.count }
      let told = gaps.map { gap in
        (gaps.count > 1 || rest > 0 ? "\(gap.count) × " : "") + choose(gap.why)
          + (gap.place.map { " (\($0))" } ?? "")
      }
      return (told + (rest > 0 ? ["\(rest) × \(more)"] : [])).joined(separator: "; ")
    }
    return Message(
      indonesian: list({ $0.indonesian }, "sebab lain"),
      english: list({ $0.english }, "other reasons"))
  }

  static func gap(_ gap: Gap, plan: Plan) -> Message {
    func name(_ field: FieldReference) -> String {
      plan.tables[field.table].shape.schema.fields[field.position].name
    }
    switch gap {
    case .missing(let field):
      return Message(
        indonesian: "nilai '\(name(field))' kosong", english: "'\(name(field))' is empty")
    case .malformed(let field):
      return Message(
        indonesian: "nilai '\(name(field))' tidak terbaca",
        english: "'\(name(field))' can't be read")
    case .divisionByZero:
      return Message(indonesian: "pembaginya nol", english: "the divisor is zero")
    case .overflow:
      return Message(indonesian: "angkanya terlalu besar", english: "the number is too large")
    case .noRecord(let table):
      return Message(
        indonesian: "rekaman yang dirujuk di tabel '\(plan.tables[table].name)' tidak ada",
        english: "the record looked up in '\(plan.tables[table].name)' is not there")
    case .manyRecords(let table):
      return Message(
        indonesian: "lebih dari satu rekaman cocok di tabel '\(plan.tables[table].name)'",
        english: "several records match in '\(plan.tables[table].name)'")
    case .emptyGroup:
      return Message(indonesian: "tidak ada rinciannya", english: "there are no parts")
    case .missingPart:
      return Message(indonesian: "ada rincian yang kosong", english: "a part is missing")
    case .malformedPart:
      return Message(
        indonesian: "ada rincian yang tidak terbaca", english: "a part can't be read")
    case .noPrevious:
      return Message(indonesian: "tidak ada rekaman sebelumnya", english: "no record before it")
    case .noBand:
      return Message(indonesian: "di luar semua rentang", english: "outside all bands")
    case .unpaired:
      return Message(indonesian: "tanpa pasangan", english: "without a counterpart")
    case .ambiguousPair:
      return Message(
        indonesian: "pasangannya tidak jelas", english: "the counterpart is not clear")
    case .unclearOrder:
      return Message(
        indonesian: "urutannya dalam kelompok tidak jelas",
        english: "its place in the order of its group is not clear")
    case .longSeries:
      return Message(
        indonesian: "naik turun, tetapi deretnya lebih dari \(MonotoneSearch.limit) rekaman",
        english: "it rises and falls, but has more than \(MonotoneSearch.limit) records")
    case .foreignCode:
      return Message(
        indonesian: "kodenya milik jenjang lain", english: "its code belongs to another level")
    }
  }
}
