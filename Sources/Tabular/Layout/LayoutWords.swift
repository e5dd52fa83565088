/// What the settings of a layout rest on, in words.
enum LayoutWords {
  static func headerByLabels(matches: Int, of labels: Int) -> Message {
    Message(
      indonesian: "\(matches) dari \(labels) label kolom yang dideklarasikan ada di sini",
      english: "\(matches) of \(labels) declared labels stand here")
  }

  static func headerByShape(labels: Int, hasNumbersBelow: Bool) -> Message {
    if hasNumbersBelow {
      return Message(
        indonesian: "\(labels) label tanpa angka, di atas baris pertama yang berisi angka",
        english: "\(labels) labels without numbers, above the first row that holds numbers")
    }
    return Message(
      indonesian: "baris pertama yang terisi lengkap (\(labels) sel)",
      english: "the first row that is filled throughout (\(labels) cells)")
  }

  static let noHeader = Message(
    indonesian: "baris pertama yang terisi sudah memuat angka",
    english: "the first filled row already holds numbers")

  static func beside(count: Int) -> Message {
    Message(
      indonesian: "judul kolom yang sama berdiri \(count) kali berdampingan",
      english: "the same labels stand \(count) times beside each other")
  }

  static func repeated(line: Int, count: Int) -> Message {
    Message(
      indonesian: "judul kolom berulang \(count) kali, yang kedua di baris \(line)",
      english: "the header stands \(count) times, the second time in line \(line)")
  }
}
