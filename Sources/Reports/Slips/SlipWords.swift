import Tabular

/// The words of the return slips, in both languages.
enum SlipWords {
  private static func both(_ indonesian: String, _ english: String) -> Message {
    Message(indonesian: indonesian, english: english)
  }

  static let title = both("LEMBAR PENGEMBALIAN DATA", "DATA RETURN SLIP")
  static let subtitle = both(
    "Hasil pemeriksaan data oleh Walidata, Satu Data Indonesia (Perpres 39/2019)",
    "Data check by the walidata, Satu Data Indonesia (Perpres 39/2019)")
  static let to = both("Kepada Produsen Data", "To the data producer")
  static let number = both("Nomor", "Number")
  static let date = both("Tanggal", "Date")
  static func opening(_ count: Int) -> Message {
    let shown = ShownNumber.text(count, in: .english)
    return both(
      "Data yang disampaikan telah diperiksa. \(ShownNumber.text(count, in: .indonesian)) hal "
        + "berikut belum sesuai dan dikembalikan untuk diperbaiki atau dijelaskan.",
      "The data you sent were checked. "
        + (count == 1
          ? "This item does not agree and is returned"
          : "These \(shown) do not agree and are returned")
        + " to be repaired or explained.")
  }
  static let nth = both("No.", "No.")
  static let place = both("Berkas dan tempat", "File and place")
  static let stated = both("Tertulis", "Stated")
  static let expected = both("Seharusnya", "Should be")
  static let why = both("Sebab", "Why")
  static let answer = both("Tindak lanjut", "Done about it")
  static let notKnown = both("mohon dijelaskan", "please explain")
  static let nothing = both("(kosong)", "(nothing)")
  static func line(_ line: Int) -> Message { both("baris \(line)", "line \(line)") }
  static let others = both("Ikut berubah:", "To be changed with it:")
  static func more(_ count: Int) -> Message {
    both(
      "… dan \(ShownNumber.text(count, in: .indonesian)) hal lagi; selengkapnya di report.html.",
      "… and \(ShownNumber.text(count, in: .english)) more; all are in report.html.")
  }
  static let deadline = both("Batas waktu perbaikan:", "To be repaired by:")
  static let custodian = both("Walidata", "Walidata")
  static let custodianLine = both(
    "Kepala unit kerja pengelola statistik", "Head of the statistics unit")
  static let producer = both("Diterima oleh Produsen Data", "Received by the data producer")
  static let producerLine = both("Kepala unit kerja produsen data", "Head of the producing unit")
  static let reference = both(
    "Rujukan pemeriksaan (awal SHA-256 setiap berkas):",
    "What was checked (beginning of the SHA-256 of each file):")
}
