import Numerals

/// The words by which Indonesian tables mark rows that are no ordinary records.
enum RowWords {
  private static let metadataKeys: Set<String> = [
    "judul", "daerah", "tahun", "kode organisasi", "nama organisasi", "organisasi", "kolom",
    "satuan", "periode", "semester", "bulan", "triwulan", "tanggal", "provinsi", "propinsi",
    "kabupaten", "kota", "kabupaten/kota", "kecamatan", "desa", "kelurahan", "desa/kelurahan",
    "instansi", "skpd", "opd", "perangkat daerah", "unit kerja", "urusan", "urusan pemerintahan",
    "bidang", "program", "sumber", "sumber data", "wilayah", "nama wilayah", "kode wilayah",
    "title", "year", "source", "unit", "period", "region",
  ]

  private static let totalWords: Set<String> = [
    "jumlah", "total", "jumlah total", "total jumlah", "grand total", "sub total", "subtotal",
    "sub jumlah", "jumlah keseluruhan", "total keseluruhan", "jumlah seluruhnya",
    "jumlah seluruh", "rata-rata", "rata - rata", "rerata", "rataan", "jumlah/total",
    "total/jumlah", "jumlah / total",
  ]

  private static let noteWords: Set<String> = [
    "sumber", "sumber data", "sumber informasi", "catatan", "keterangan", "ket", "note", "notes",
    "source", "sumber dan keterangan", "nb", "n.b", "dikutip dari", "diolah dari",
  ]

  /// True for a text that commonly names a fact above a header.
  static func isMetadataKey(_ text: String) -> Bool { metadataKeys.contains(plain(text)) }

  /// True for a text that by itself says that its record states a total.
  static func isTotal(_ text: String) -> Bool { totalWords.contains(plain(text)) }

  /// True for `Jumlah Belanja` or `Total Pendapatan`: a total where no code stands beside it.
  static func beginsLikeTotal(_ text: String) -> Bool {
    let words = plain(text).split(separator: " ")
    guard let first = words.first, (2...4).contains(words.count) else { return false }
    return ["jumlah", "total", "subtotal"].contains(String(first))
  }

  /// True for `Sumber: …`, `Catatan : …`, `*) …`.
  static func isNote(_ text: String) -> Bool {
    let text = HeaderText.clean(text)
    if text.hasPrefix("*") { return true }
    if isFootnote(text) { return true }
    guard let end = text.firstIndex(where: { ":;=".contains($0) }) else {
      return text.hasPrefix("¹")
    }
    return noteWords.contains(plain(String(text[..<end])))
  }

  /// True for `r) angka diperbaiki`: a mark, and words that explain figures.
  static func isFootnote(_ text: String) -> Bool {
    guard let first = text.split(separator: " ").first, first.hasSuffix(")") else { return false }
    guard FigureMark.leading(text) != nil || first == "1)" || first == "2)" else { return false }
    let words = text.lowercased()
    return footnoteWords.contains { words.contains($0) }
  }

  private static let footnoteWords = [
    "angka", "data", "sementara", "revisi", "diperbaiki", "perkiraan", "estimasi", "proyeksi",
    "termasuk", "revised", "preliminary", "estimate",
  ]

  /// Lower case, single blanks, without marks at the end.
  private static func plain(_ text: String) -> String {
    var text = HeaderText.clean(text).lowercased()
    while let last = text.last, ":.*) ".contains(last), text.count > 1 { text.removeLast() }
    return text
  }
}
