/// The names of what reading checks by itself, which datasets may name under `withhold`.
enum ReadingRules {
  /// The names, as findings carry them.
  static let names = [
    "angka", "batas-atas", "batas-bawah", "galat-lembar", "periode", "pilihan", "pola", "tanggal",
    "wajib", "ya-tidak",
  ]
}
