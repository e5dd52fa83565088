import Tabular

extension HistoryError.Reason {
  /// What happened, and the remedy.
  var words: (fact: Message, remedy: Message) {
    switch self {
    case .damaged(let detail):
      (
        Message(
          indonesian: "riwayat rusak atau bukan riwayat (\(detail))",
          english: "the history is damaged, or is none (\(detail))"),
        Message(
          indonesian: "pindahkan berkas itu; proses berikutnya memulai riwayat baru",
          english: "move the file away; the next run begins a new history")
      )
    case .newer:
      (
        Message(
          indonesian: "riwayat ditulis oleh Cermat yang lebih baru",
          english: "a newer Cermat wrote this history"),
        Message(
          indonesian: "pasang versi itu, atau pilih berkas lain dengan '--history'",
          english: "install that version, or choose another file with '--history'")
      )
    case .denied(let detail):
      (
        Message(
          indonesian: "riwayat tidak dapat dibuka atau ditulis (\(detail))",
          english: "the history can't be opened or written (\(detail))"),
        Message(
          indonesian: "periksa izin berkas dan foldernya",
          english: "check the permissions of the file and its folder")
      )
    case .noSpace:
      (
        Message(
          indonesian: "ruang penyimpanan habis; riwayat tetap seperti sebelumnya",
          english: "no space left; the history is as it was"),
        Message(
          indonesian: "kosongkan ruang lalu ulangi", english: "free some space and run again")
      )
    case .busy:
      (
        Message(
          indonesian: "riwayat sedang dipakai proses lain",
          english: "another program is using the history"),
        Message(indonesian: "tunggu sampai selesai lalu ulangi", english: "wait and try again")
      )
    case .noRun(let number):
      (
        Message(
          indonesian: "tidak ada proses bernomor \(number)", english: "there is no run \(number)"),
        Message(
          indonesian: "lihat nomornya dengan 'cermat history'",
          english: "see the numbers with 'cermat history'")
      )
    case .noFinding(let start):
      (
        Message(
          indonesian: "tidak ada temuan dengan sidik '\(start)'",
          english: "no finding has the fingerprint '\(start)'"),
        Message(
          indonesian: "ambil sidiknya dari kolom 'id' di findings.csv",
          english: "take it from the column 'id' of findings.csv")
      )
    case .ambiguousFinding(let start, let all):
      (
        Message(
          indonesian: "'\(start)' adalah awal dari beberapa sidik: \(all.joined(separator: ", "))",
          english: "several fingerprints begin with '\(start)': \(all.joined(separator: ", "))"),
        Message(indonesian: "tulis lebih lengkap", english: "write more of it")
      )
    case .other(let detail):
      (
        Message(
          indonesian: "riwayat tidak dapat dipakai (\(detail))",
          english: "the history can't be used (\(detail))"),
        Message(
          indonesian: "ulangi; bila tetap gagal, pindahkan berkas itu",
          english: "try again; if it goes on, move the file away")
      )
    }
  }
}
