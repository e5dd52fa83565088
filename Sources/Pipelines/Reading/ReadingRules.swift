/// The names of what reading checks by itself, which datasets may name under `withhold`.
enum ReadingRules {
  /// The name of the check that numbers can be read.
  static let numerals = "angka"

  /// The names, as findings carry them.
  static let names = [
    numerals, "batas-atas", "batas-bawah", "galat-lembar", "periode", "pilihan", "pola",
    "rumus-tanpa-hasil", "tanggal", "wajib", "ya-tidak",
  ]
}
