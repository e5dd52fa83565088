import Pipelines
import Testing

@testable import Portal

@Suite struct MetadataTests {
  private static let complete: JSONValue = [
    "title": "Judul", "description": "Kalimat",
    "licenses": [["name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"]],
    "metadata": [
      "concept": "Penduduk", "Definisi": "Orang", "klasifikasi": ["Umur", "Kelamin"],
      "measure": "Jumlah", "satuan": "orang", "period": "2023 semester 1",
      "frequency": "Semesteran", "metode-pengumpulan": "Kompilasi", "catatan": "x",
      "title": "judul lain",
    ],
  ]
  private static let package: JSONValue = [
    "contributors": [
      ["title": "Dinas A", "roles": ["creator"]], ["title": "Dinas B", "roles": ["dataCurator"]],
      ["title": "Bidang C", "roles": ["contact"], "email": "c@example.go.id"],
    ],
    "sources": [["title": "DKB"]],
  ]

  @Test func readsBothLanguages() {
    let entry = CatalogueEntry(resource: Self.complete, package: Self.package)
    #expect(entry[.definition] == "Orang")
    #expect(entry[.classification] == "Umur; Kelamin")
    #expect(entry[.producer] == "Dinas A" && entry[.contact] == "Bidang C")
    #expect(entry[.source] == "DKB" && entry[.licence] == "CC-BY-4.0")
    #expect(MetadataExamination.obstacles(to: entry, named: "nama").isEmpty)
  }

  @Test func officesOfTheResourceComeFirst() {
    let resource: JSONValue = ["contributors": [["title": "Dinas D", "roles": ["creator"]]]]
    let entry = CatalogueEntry(resource: resource, package: Self.package)
    #expect(entry[.producer] == "Dinas D")
  }

  @Test func namesEverythingThatIsMissing() {
    let entry = CatalogueEntry(resource: ["metadata": ["concept": " "]], package: .object([]))
    #expect(
      MetadataExamination.obstacles(to: entry, named: "nama") == [
        .noTitle, .missing(MetadataExamination.required),
      ])
  }

  @Test(arguments: ["Terbatas", "Tertutup", "rahasia"])
  func onlyOpenDataArePublished(_ risk: String) {
    guard case .object(var members) = Self.complete else { return }
    members.removeAll { $0.name == "metadata" }
    guard case .object(let metadata)? = Self.complete["metadata"] else { return }
    let risky = metadata + [.init(name: "risk", value: .text(risk))]
    let resource = JSONValue.object(members + [.init(name: "metadata", value: .object(risky))])
    let entry = CatalogueEntry(resource: resource, package: Self.package)
    #expect(MetadataExamination.obstacles(to: entry, named: "nama") == [.notOpen(risk)])
  }

  @Test(arguments: [
    ("ab", true), ("penduduk-2023_x", true), ("a", false), ("new", false), ("33.04", false),
    ("Penduduk", false), ("é-é", false), ("", false), ("a b", false),
  ])
  func names(_ name: String, _ isName: Bool) {
    #expect(MetadataExamination.isName(name) == isName)
    #expect(MetadataExamination.isName(String(repeating: "a", count: 100)))
    #expect(!MetadataExamination.isName(String(repeating: "a", count: 101)))
  }

  @Test(arguments: [
    ("Kesehatan & Gizi", "Kesehatan Gizi"), ("a,b", "a b"), ("x", nil), ("&&", nil),
    ("satu-data_2.0", "satu-data_2.0"),
  ])
  func tags(_ keyword: String, _ tag: String?) {
    #expect(MetadataExamination.tag(keyword) == tag)
  }

  @Test(arguments: [
    ("33.04", "3304", nil), ("33", "33", nil), ("33.04.20", "3304061", nil),
    ("3304", "3304", "3304"), ("33.04", "33.04", "33.04"), ("33.04", "3304", nil),
    ("33.04", "5104", "5104"), ("33.0a", "3304", "33.0a"), ("", "", ""),
  ])
  func regions(_ kemendagri: String, _ bps: String, _ wrong: String?) {
    var file = PortalFile(path: "p", url: "u", organisation: "o")
    file.regions.kemendagri = kemendagri
    file.regions.bps = bps
    #expect(MetadataExamination.wrongRegion(file.regions) == wrong)
  }

  @Test func extrasHaveNoKeyTwiceAndNoneOfCKANs() {
    let entry = CatalogueEntry(resource: Self.complete, package: Self.package)
    var portal = PortalFile(path: "p", url: "u", organisation: "o")
    portal.regions.name = "Kabupaten"
    portal.extras = ["definisi": "definisi_operasional", "konsep": "notes"]
    let extras = Extras.extras(of: entry, portal, key: "a/b")
    let values = Dictionary(extras.map { ($0.key, $0.value) }) { $1 }
    #expect(values.count == extras.count)
    #expect(values["definisi_operasional"] == "Orang" && values["definisi"] == nil)
    #expect(values["notes_"] == "Penduduk" && values["title_"] == "judul lain")
    #expect(values["catatan"] == "x" && values["sdi_key"] == "a/b")
    #expect(values["temporal_end"] == "2023-06-30")
    #expect(values["contact_email"] == "c@example.go.id")
  }

  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2019-2023", "2019-01-01", "2023-12-31"),
    ("2019 sampai 2023", "2019-01-01", "2023-12-31"), ("tahun 2023", "2023-01-01", "2023-12-31"),
    ("2023 semester 1", "2023-01-01", "2023-06-30"),
    ("Semester II 2023", "2023-07-01", "2023-12-31"),
    ("2023 triwulan 4", "2023-10-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
  ])
  func timeSpans(_ words: String, _ start: String, _ end: String) {
    #expect(TimeSpan(words)?.start == start)
    #expect(TimeSpan(words)?.end == end)
  }

  @Test(arguments: ["", "semester 1", "2023 semester 3", "2023-13", "2023-2019", "awal 2023"])
  func noTimeSpan(_ words: String) { #expect(TimeSpan(words) == nil) }
}
