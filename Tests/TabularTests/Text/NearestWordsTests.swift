import Tabular
import Testing

@Suite struct NearestWordsTests {
  @Test(arguments: [
    ("titel", ["title", "period"], ["title"]), ("jumlha", ["jumlah", "jenis"], ["jumlah"]),
    ("x", ["title"], []), ("Kode", ["kode"], ["kode"]), ("kode", ["kode"], []),
    ("persn", ["persen", "person", "jumlah"], ["persen", "person"]),
  ])
  func findsWhatWasMeant(_ word: String, _ known: [String], _ expected: [String]) {
    #expect(NearestWords.to(word, among: known) == expected)
  }

  @Test(arguments: [
    ("PRIAA", ["WANITA", "PRIA", "PRIAI"], "PRIA"), ("L", ["P", "X"], "P"), ("baru", ["lama"], nil),
  ])
  func findsTheNearestCode(_ written: String, _ codes: [String], _ expected: String?) {
    #expect(NearestWords.code(nearest: written, among: codes) == expected)
  }
}
