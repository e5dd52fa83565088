import Tabular

/// What the settings of a dialect rest on, in both languages.
extension Message {
  static let byteOrderMark = Message(
    indonesian: "ada penanda urutan byte (BOM) di awal berkas",
    english: "the file begins with a byte order mark")
  static let zeroBytes = Message(
    indonesian: "satu dari tiap dua byte bernilai nol", english: "one byte of every two is zero")
  static let onlyASCII = Message(
    indonesian: "hanya ada huruf ASCII di awal berkas",
    english: "the beginning of the file is plain ASCII")
  static let oneColumn = Message(
    indonesian: "tidak ada pemisah yang membagi baris secara teratur: satu kolom",
    english: "no delimiter divides the lines regularly: one column")

  static func validUTF8(_ characters: Int) -> Message {
    Message(
      indonesian: "\(characters) huruf di luar ASCII sah sebagai UTF-8",
      english: characters == 1
        ? "1 character outside ASCII is valid UTF-8"
        : "\(characters) characters outside ASCII are valid UTF-8")
  }

  static func notUTF8(byte: UInt8, offset: Int) -> Message {
    Message(
      indonesian: "byte \(hex(byte)) pada posisi \(offset) bukan UTF-8",
      english: "byte \(hex(byte)) at offset \(offset) is not UTF-8")
  }

  static func separatorLine(_ delimiter: UInt8) -> Message {
    Message(
      indonesian: "baris pertama menyebut pemisah '\(name(delimiter, .indonesian))'",
      english: "the first line names the delimiter '\(name(delimiter, .english))'")
  }

  static func everyRecordWrapped(_ delimiter: UInt8) -> Message {
    Message(
      indonesian:
        "setiap baris terbungkus dalam satu sel berisi '\(name(delimiter, .indonesian))'",
      english: "every line is wrapped in one cell that holds '\(name(delimiter, .english))'")
  }

  static func regularRecords(_ candidate: DelimiterCandidate) -> Message {
    let marks = candidate.width - 1
    let local = name(candidate.delimiter, .indonesian)
    let english = name(candidate.delimiter, .english)
    if candidate.agreeing == candidate.records {
      return Message(
        indonesian: "semua dari \(candidate.records) baris pertama memiliki \(marks) '\(local)'",
        english: "every one of the first \(candidate.records) lines has \(marks) '\(english)'")
    }
    return Message(
      indonesian:
        "\(candidate.agreeing) dari \(candidate.records) baris pertama memiliki \(marks) '\(local)'",
      english:
        "\(candidate.agreeing) of the first \(candidate.records) lines have \(marks) '\(english)'")
  }

  static func quotedCells(_ count: Int, mark: UInt8) -> Message {
    let quote = String(decoding: [mark], as: UTF8.self)
    return Message(
      indonesian: "\(count) sel di awal berkas diapit tanda \(quote)",
      english: count == 1
        ? "1 cell at the beginning stands between \(quote)"
        : "\(count) cells at the beginning stand between \(quote)")
  }

  static func lineEnds(_ count: Int, of all: Int, _ terminator: LineTerminator) -> Message {
    Message(
      indonesian: "\(count) dari \(all) baris pertama berakhir dengan \(terminator.title)",
      english: "\(count) of the first \(all) lines end in \(terminator.title)")
  }

  /// A language of messages.
  enum Language { case indonesian, english }

  /// A delimiter as it is shown to people.
  static func name(_ delimiter: UInt8, _ language: Language) -> String {
    switch (delimiter, language) {
    case (0x09, _): "tab"
    case (0x20, .indonesian): "spasi"
    case (0x20, .english): "space"
    default: String(decoding: [delimiter], as: UTF8.self)
    }
  }

  /// A byte in hexadecimal.
  static func hex(_ byte: UInt8) -> String { "0x" + hex(UInt32(byte), digits: 2) }

  static func hex(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
