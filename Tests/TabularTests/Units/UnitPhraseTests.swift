import Testing

@testable import Tabular

/// What a unit is read as: its power and its name.
private func told(_ phrase: UnitPhrase?) -> String {
  phrase.map { "\($0.magnitude) \($0.unit ?? "-")" } ?? "none"
}

@Suite("Words for units")
struct UnitPhraseTests {
  @Test(
    "A text that is a unit",
    arguments: [
      ("(dalam juta rupiah)", "6 rupiah"), ("Dalam Ribuan Rupiah", "3 rupiah"),
      ("(Rp juta)", "6 rupiah"), ("Satuan: ribu jiwa", "3 jiwa"), ("(juta)", "6 -"),
      ("dalam Rp 000", "3 rupiah"), ("(Rp. 000)", "3 rupiah"), ("(000 Rp)", "3 rupiah"),
      ("(Rp.000)", "3 rupiah"), ("(Rp 000.000)", "6 rupiah"), ("(miliar Rp)", "9 rupiah"),
      ("milyar rupiah", "9 rupiah"), ("(Triliun Rupiah)", "12 rupiah"), ("(000)", "3 -"),
      ("(x 1.000)", "3 -"), ("(Rp x 1.000)", "3 rupiah"), ("(Rp 1.000)", "3 rupiah"),
      ("(ribu ton)", "3 ton"), ("(ribu rumah tangga)", "3 rumah tangga"),
      ("in million rupiah", "6 rupiah"), ("(Rp)", "0 rupiah"), ("(Rp.)", "0 rupiah"),
      ("rupiah", "0 rupiah"), ("(orang)", "0 orang"), ("(ribu jiwa), 2023", "3 jiwa"),
      ("(per 1.000 kelahiran)", "none"), ("(1)", "none"), ("(1.000)", "none"), ("(2023)", "none"),
      ("0-4", "none"), ("(%)", "none"), ("(km2)", "none"), ("(ha)", "none"), ("", "none"),
      ("Jumlah Penduduk", "none"), ("(Laki-laki)", "none"), ("(juta rupiah per kapita)", "none"),
      ("5,2 juta", "none"),
    ])
  func phrases(_ text: String, _ expected: String) { #expect(told(UnitPhrase(text)) == expected) }

  @Test(
    "A line above a table",
    arguments: [
      ("Realisasi Anggaran Tahun 2023 (dalam juta rupiah)", "6 rupiah"),
      ("Jumlah Penduduk (ribu jiwa), 2020-2022", "3 jiwa"),
      ("Ringkasan APBD dalam ribuan rupiah tahun 2023", "3 rupiah"),
      ("(Rp. 000)", "3 rupiah"), ("Juta Rupiah", "6 rupiah"),
      ("Dana 5 miliar rupiah untuk desa", "none"), ("Tabel 1 (lanjutan)", "none"),
      ("Jutaan Warga Miskin Terbantu", "none"), ("Rekap dalam rangka evaluasi", "none"),
      ("PENDUDUK", "none"), ("Angka Kematian (per 1.000 kelahiran hidup)", "none"),
    ])
  func headings(_ text: String, _ expected: String) {
    #expect(told(UnitPhrase.inHeading(text)) == expected)
  }

  @Test(
    "The label of a column",
    arguments: [
      ("Anggaran (juta Rp)", "6 rupiah", "Anggaran"), ("Anggaran (Rp.)", "0 rupiah", "Anggaran"),
      ("Pagu dalam ribu rupiah", "3 rupiah", "none"), ("juta Rp", "6 rupiah", "none"),
      ("Anggaran [Rp 000]", "3 rupiah", "Anggaran"),
      ("Anggaran (Rp miliar)", "9 rupiah", "Anggaran"), ("Anggaran Rp miliar", "none", "none"),
      ("Penduduk (jiwa)", "0 jiwa", "Penduduk"),
      ("Capaian (%)", "none", "none"), ("Usia (0-4)", "none", "none"), ("Rp", "none", "none"),
    ])
  func labels(_ text: String, _ expected: String, _ bare: String) {
    #expect(told(UnitPhrase.inLabel(text)) == expected)
    #expect(UnitPhrase.withoutUnit(text) ?? "none" == bare)
  }

  @Test(
    "To which place numbers are rounded",
    arguments: [
      (1, "puluhan"), (2, "ratusan"), (3, "ribuan"), (4, "puluhan ribu"), (5, "ratusan ribu"),
      (6, "jutaan"), (8, "ratusan juta"), (9, "miliaran"), (12, "triliunan"), (15, nil), (0, nil),
    ] as [(Int, String?)])
  func places(_ power: Int, _ name: String?) {
    #expect(UnitWords.place(of: power)?.indonesian == name)
  }
}
