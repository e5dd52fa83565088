import Tabular
import Testing

@Suite struct ComparableTextTests {
  @Test(arguments: [
    ("KECAMATAN  Bawang", "kecamatan bawang"), (" a\tb ", "a b"),
    ("Kabupaten / Kota", "kabupaten/kota"), ("Kabupaten /Kota", "kabupaten/kota"),
    ("Kabupaten/ Kota", "kabupaten/kota"), ("Daerah – Kota / Désa", "daerah – kota/désa"),
    ("/ a /", "/a/"), ("", ""),
  ])
  func textsAreComparedSo(_ text: String, _ form: String) {
    #expect(ComparableText.of(text) == form)
  }
}
