public import Tabular

/// What is wrong with a rule, in words.
extension RuleProblem {
  /// The sentence in both languages, without the place.
  public var message: Message {
    switch reason {
    case .unexpectedCharacter, .unterminatedText, .expected: syntaxMessage
    case .unknownField, .unknownTable, .unknownFunction, .unknownList, .unknownBands, .noTable:
      nameMessage
    case .wrongKind, .unitMismatch, .wrongArguments, .unequalLengths, .badTolerance, .noLevels,
      .noTotals, .notAllowedHere:
      meaningMessage
    case .repeats, .contradicts, .neverFires, .alwaysHolds: conflictMessage
    }
  }

  private var syntaxMessage: Message {
    switch reason {
    case .unexpectedCharacter(let character):
      Message(
        indonesian: "tanda '\(character)' tidak dikenal dalam aturan",
        english: "the sign '\(character)' has no meaning in a rule")
    case .unterminatedText:
      Message(
        indonesian: "tanda kutip penutup tidak ada", english: "the closing quote is missing")
    case .expected(let wanted, let found):
      found.isEmpty
        ? Message(
          indonesian: "aturan berakhir, padahal masih perlu \(Self.indonesian(wanted))",
          english: "the rule ends where \(wanted) is needed")
        : Message(
          indonesian: "ada '\(found)', padahal perlu \(Self.indonesian(wanted))",
          english: "found '\(found)', expected \(wanted)")
    default: Message(indonesian: "", english: "")
    }
  }

  /// What the parser was looking for; signs and words of the language stay as they are.
  private static func indonesian(_ wanted: String) -> String {
    switch wanted {
    case "a code list": "daftar kode"
    case "a test": "cara membandingkan, seperti 'starts with'"
    case "a field": "nama field"
    case "the end of the rule": "akhir aturan"
    case "a field, a number or a text": "nama field, angka, atau teks"
    case "a field or function": "nama field atau fungsi"
    case "a table": "nama tabel"
    case "number": "angka"
    default: wanted
    }
  }

  private var nameMessage: Message {
    switch reason {
    case .unknownField(let name, let table, let nearest):
      // Conditions of single records know no table's name.
      Self.unknown(
        "field '\(name)'" + (table.isEmpty ? "" : " di tabel '\(table)'"),
        "field '\(name)'" + (table.isEmpty ? "" : " in table '\(table)'"), nearest)
    case .unknownTable(let name, let nearest):
      Self.unknown("tabel '\(name)'", "table '\(name)'", nearest)
    case .unknownFunction(let name, let nearest):
      Self.unknown("fungsi '\(name)'", "function '\(name)'", nearest)
    case .unknownList(let name, let nearest):
      Self.unknown("daftar kode '\(name)'", "code list '\(name)'", nearest)
    case .unknownBands(let name, let nearest):
      Self.unknown("rentang '\(name)'", "bands '\(name)'", nearest)
    case .noTable(let field):
      Message(
        indonesian: "'\(field)' tidak jelas tabelnya; tambahkan 'in:'",
        english: "it is not clear which table '\(field)' belongs to; add 'in:'")
    default: Message(indonesian: "", english: "")
    }
  }

  private static func unknown(
    _ indonesian: String, _ english: String, _ nearest: [String]
  ) -> Message {
    let names = nearest.map { "'\($0)'" }.joined(separator: ", ")
    return Message(
      indonesian: "\(indonesian) tidak ada" + (nearest.isEmpty ? "" : "; maksudnya \(names)?"),
      english: "there is no \(english)" + (nearest.isEmpty ? "" : "; did you mean \(names)?"))
  }

  private var meaningMessage: Message {
    switch reason {
    case .wrongKind(let expected, let found):
      Message(
        indonesian: "perlu \(Self.kind(expected)), tetapi ini \(Self.kind(found))",
        english: "a \(Self.englishKind(expected)) is needed here, this is a \(found)")
    case .unitMismatch(let left, let right):
      Message(
        indonesian: "satuannya berbeda: \(left) dan \(right)",
        english: "the units differ: \(left) and \(right)")
    case .wrongArguments(let function, let usage):
      Message(
        indonesian: "pemakaian '\(function)' yang benar: \(usage)",
        english: "'\(function)' is used as \(usage)")
    case .unequalLengths(let left, let right):
      Message(
        indonesian: "kedua sisi tidak sama panjang: \(left) dan \(right)",
        english: "the two sides differ in length: \(left) and \(right)")
    case .badTolerance(let text):
      Message(
        indonesian: "toleransi '\(text)' bukan angka atau persentase, seperti 500 atau 1%",
        english: "the tolerance '\(text)' is no number or percentage, as 500 or 1%")
    case .noLevels(let table):
      Message(
        indonesian: "tabel '\(table)' tidak punya 'levels:'; tambahkan pada tabel itu",
        english: "table '\(table)' has no 'levels:'; declare them there")
    case .noTotals(let table):
      Message(
        indonesian: "tabel '\(table)' tidak punya 'totals:'; tambahkan pada tabel itu",
        english: "table '\(table)' has no 'totals:'; declare them there")
    case .notAllowedHere(let form):
      Message(
        indonesian: "'\(form)' tidak boleh dipakai di sini",
        english: "'\(form)' is not allowed here")
    default: Message(indonesian: "", english: "")
    }
  }

  private static func englishKind(_ name: String) -> String {
    name == "period" ? "field of type period, date, integer, code or text" : name
  }

  private static func kind(_ name: String) -> String {
    [
      "number": "angka", "text": "teks", "condition": "syarat",
      "period": "field bertipe period, date, integer, code, atau text", "boolean": "ya atau tidak",
    ][name] ?? name
  }

  private var conflictMessage: Message {
    switch reason {
    case .repeats(let rule):
      Message(
        indonesian: "aturan ini mengulang aturan '\(rule)'; hapus salah satu",
        english: "this repeats the rule '\(rule)'; remove one of them")
    case .contradicts(let rule):
      Message(
        indonesian: "aturan ini bertentangan dengan aturan '\(rule)'; betulkan salah satu",
        english: "this contradicts the rule '\(rule)'; correct one of them")
    case .neverFires:
      Message(
        indonesian: "syarat ini tidak pernah terpenuhi; betulkan batas atau nilainya",
        english: "this can never be fulfilled; correct its bounds or values")
    case .alwaysHolds:
      Message(
        indonesian: "aturan ini selalu benar, apa pun datanya; bandingkan dua hal yang berbeda",
        english: "this holds whatever the data are; compare two different things")
    default: Message(indonesian: "", english: "")
    }
  }
}
