/// Why a column was given its type, in words.
enum InferenceWords {
  static let empty = words("tidak ada nilai", "there are no values")
  static let code = words(
    "angka yang berfungsi sebagai kode: bernol di depan, bertingkat, atau disebut kode",
    "digits that serve as codes: leading zeros, levels, or called so")
  static let period = words(
    "semua nilai adalah tahun, semester, triwulan, atau bulan",
    "all values are years, semesters, quarters or months")
  static let date = words("semua nilai adalah tanggal", "all values are dates")
  static let boolean = words("hanya ada ya dan tidak", "there are only yes and no")
  static let text = words("nilainya berupa teks", "the values are text")

  static func asNeighbours(_ example: String) -> Message {
    words(
      "'\(example)' bisa dibaca dua cara; dibaca seperti kolom-kolom lain",
      "'\(example)' can be read both ways; read as the other columns are")
  }

  static func numbers(_ count: Int, of all: Int) -> Message {
    words("\(count) dari \(all) nilai berupa angka", "\(count) of \(all) values are numbers")
  }

  private static func words(_ indonesian: String, _ english: String) -> Message {
    Message(indonesian: indonesian, english: english)
  }
}
