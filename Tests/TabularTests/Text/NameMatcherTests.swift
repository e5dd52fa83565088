import Tabular
import Testing

@Suite("Which name of a list another name stands for")
struct NameMatcherTests {
  /// Names as the tables of one office write them.
  static let official = [
    "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "Penyediaan Gaji dan Tunjangan ASN",
    """
    Penyediaan Jasa Pemeliharaan, Biaya Pemeliharaan, Pajak, dan Perizinan Kendaraan Dinas \
    Operasional atau Lapangan
    """,
    """
    Pelaksanaan Keamanan Informasi Pemerintahan Daerah Kabupaten/Kota Berbasis Elektronik dan Non \
    Elektronik
    """,
    """
    Peningkatan Kapasitas SDM Pemerintah Daerah dalam Peningkatan Mutu Statistik Daerah yang \
    Terintegrasi
    """,
    "Penguatan Kapasitas Sumber Daya Komunikasi Publik",
    "Pengadaan Sarana dan Prasarana Gedung Kantor atau Bangunan Lainnya",
    "Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya",
    "Pemeliharaan/Rehabilitasi Sarana dan Prasarana Gedung Kantor atau Bangunan Lainnya",
    "Pengadaan Barang Milik Daerah Penunjang Urusan Pemerintah Daerah",
    "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
    "Pengelolaan Media Komunikasi Publik",
  ]

  @Test(arguments: [
    ("Program Penyusunan Urusan Pemerintah Daerah", NameMatcher.Match.alike(0)),
    ("Perangkat Daerah Penyediaan Gaji dan Tunjangan ASN", .alike(1)),
    (
      "Penyediaan Jasa Pemeliharaan, Biaya Pemeliharaan Dinas Operasional atau Lapangan",
      .alike(2)
    ),
    (
      """
      Penyelenggaraan Keamanan Informasi Pemerintahan Daerah Kabupaten/Kota Berbasis Elektronik \
      dan Non Elektronik
      """, .alike(3)
    ),
    (
      "Peningkatan Kapasitas SDM Pemda dalam Peningkatan Mutu Statistik Daerah yang Terintegrasi",
      .alike(4)
    ),
    ("Penguatan Kapasitas Sumber Daya Komunikasi", .alike(5)),
    ("Pengadaan Mebel", .none),
    ("Pemeliharaan/Rehabilitasi Gedung kantor atau Bangunan Lainnya", .near(7)),
    ("Pengadaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah", .near(9)),
    ("Pengelola Media Komunikasi Publik", .near(11)),
    ("PENGELOLAAN  MEDIA KOMUNIKASI PUBLIK", .same(11)),
    ("Pengelolaan Media", .alike(11)), ("Pengelolaan Sampah", .none),
  ])
  func matches(_ name: String, _ expected: NameMatcher.Match) {
    #expect(NameMatcher(KnownNames(Self.official)).match(name) == expected)
  }

  @Test("Two names that are the same thing alone in their lists", arguments: official.indices)
  func findsItself(_ position: Int) {
    let matcher = NameMatcher(KnownNames(Self.official))
    #expect(matcher.match(Self.official[position].uppercased()) == .same(position))
  }

  @Test("An accepted spelling is no slip, and helps to recognise others")
  func aliases() {
    var known = KnownNames(["Program Aplikasi", "Program Persandian"])
    known.add("Urusan Kominfo", of: 0, as: .alias)
    let matcher = NameMatcher(known)
    #expect(matcher.match("urusan kominfo") == .alias(0))
    #expect(matcher.match("Urusan Komimfo") == .near(0))
    #expect(matcher.match("Urusan Kominfo Daerah") == .alike(0))
  }

  @Test(
    "As near to one as to another is none",
    arguments: [
      ("Seksi Data", ["Seksi Kata", "Seksi Mata"]),
      (
        "Bagian Hukum Sekretariat Daerah",
        [
          "Bagian Umum Sekretariat Daerah", "Bagian Organisasi Sekretariat Daerah",
        ]
      ),
      ("Survei Kepuasan Warga Desa", ["Survei Kepuasan Warga", "Kepuasan Warga Desa"]),
    ])
  func ties(_ name: String, _ known: [String]) {
    #expect(NameMatcher(KnownNames(known)).match(name) == .none)
  }

  @Test("In a list of names of one pattern likeness tells nothing")
  func patterns() {
    let known = [
      "Persentase Desa Mandiri Kabupaten", "Persentase Desa Tertinggal Kabupaten",
      "Persentase Desa Sehat Kabupaten",
    ]
    let matcher = NameMatcher(KnownNames(known))
    #expect(matcher.match("Persentase Desa Mandiri di Kabupaten Banjarnegara") == .alike(0))
    #expect(matcher.match("Persentase Desa Wisata Kabupaten") == .none)
  }

  @Test(
    "A slip stays within its word",
    arguments: [
      ("KECAMATAN PAGANTAN", "KECAMATAN PAGENTAN", 1), ("Olahraga Daerah", "Olah Raga Daerah", 1),
      ("Kota Semarang *)", "Kota Semarang", 0), ("Sasaran 1", "Sasaran 2", nil),
      ("Sasaran Strategis II", "Sasaran Strategis III", nil), ("Golongan A", "Golongan B", nil),
      ("Bagian Hukum Sekretariat Daerah", "Bagian Umum Sekretariat Daerah", nil),
      (
        "Pengadaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
        "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah", nil
      ),
    ] as [(String, String, Int?)])
  func slips(_ left: String, _ right: String, _ expected: Int?) {
    #expect(NameMatcher.slips(between: left, and: right) == expected)
    #expect(NameMatcher.slips(between: right, and: left) == expected)
  }

  @Test("Names that differ in digits are never taken for each other", arguments: 0..<40)
  func digits(_ seed: UInt64) {
    var generator = Generator(seed: seed)
    for name in Self.official {
      var words = name.split(separator: " ").map(String.init)
      let place = Int.random(in: 0...words.count, using: &generator)
      let (one, other) = (
        Int.random(in: 0..<1000, using: &generator), Int.random(in: 0..<1000, using: &generator)
      )
      guard "\(one)" != "\(other)" else { continue }
      words.insert("\(one)", at: place)
      let known = words.joined(separator: " ")
      words[place] = "\(other)"
      if generator.once(in: 2) { words.swapAt(0, words.count - 1) }
      let matcher = NameMatcher(KnownNames(Self.official.map { "\($0) \(one)" } + [known]))
      #expect(matcher.match(words.joined(separator: " ")) == .none)
    }
  }

  @Test("The index finds what comparing with every name finds", arguments: 0..<20)
  func index(_ seed: UInt64) {
    var generator = Generator(seed: seed)
    let words = Set(Self.official.flatMap { $0.split(separator: " ").map(String.init) }).sorted()
    let names = (0..<60).map { _ in
      (0..<Int.random(in: 1...7, using: &generator))
        .map { _ in words[Int.random(in: words.indices, using: &generator)] }
        .joined(separator: " ")
    }
    let matcher = NameMatcher(KnownNames(names))
    for name in names {
      var letters = Array(name)
      letters.remove(at: Int.random(in: letters.indices, using: &generator))
      let changed = String(letters)
      let slow = Set(names.filter { NameMatcher.slips(between: changed, and: $0) != nil })
      let quick = Set(matcher.slips(of: changed).map { names[$0.subject] })
      // Of two names that are the same but for case the list keeps the first.
      #expect(quick.isSubset(of: slow))
      #expect(Set(quick.map(ComparableText.of)) == Set(slow.map(ComparableText.of)))
    }
  }
}
