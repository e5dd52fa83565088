import Foundation
import Pipelines
import Rules
import Tabular
import Testing

/// Another regency, made up, uses the pipelines as they are for its own files.
@Suite struct RegencyTests {
  /// The rules that no record of the regency calls for, each with what it has not.
  static let idle = [
    "anggaran/pendapatan-tanpa-persen": "every source of income has a budget",
    "indikator/asal-keamanan-informasi": "no indicator is about security of information",
    "indikator/asal-pengguna-data": "no indicator is about users of statistics",
    "indikator/capaian-kategori": "its categories stand in a row of their own",
    "indikator/renstra-kategori": "its plan names no categories",
    "perjanjian-kinerja/target-jajaran-persen": "none of its targets is a percentage",
    "perjanjian-kinerja/jajaran-sama-dengan-sub-kegiatan": "its heads name no sub-activities",
  ]

  /// The datasets with their records.
  private static let datasets = [
    "anggaran/efisiensi-sub-kegiatan": 11, "anggaran/perubahan-anggaran": 5,
    "anggaran/realisasi-kegiatan": 16, "anggaran/realisasi-pendapatan": 2,
    "anggaran/realisasi-program": 3, "indikator/indikator-kinerja-utama": 5,
    "kegiatan/anggaran-per-bidang": 3, "media-digital/pengikut-media-digital": 5,
    "opd/perangkat-daerah": 7, "penduduk/penduduk-kelompok-umur": 16,
    "perjanjian-kinerja/anggaran-perjanjian-kinerja": 3, "sakip/nilai-sakip": 4,
    "skm/nilai-unsur-skm": 9, "spbe/indeks-spbe-domain": 4,
    "spbe/indeks-spbe-pemerintah-daerah": 5,
  ]

  @Test(arguments: RegencySettings.allCases)
  func cleanDataPassEveryRule(_ settings: RegencySettings) throws {
    let report = try RegencyCopy(settings).run().report
    #expect(report.failures.map(\.message.indonesian) == [])
    #expect(report.findings.map { "\($0.rule): \($0.message.indonesian)" } == [])
    #expect(report.status == .clean)
    #expect(report.pipelines.map(\.name).sorted() == RegencyCopy.pipelines)
    let unsatisfied = report.rules.filter { $0.value != .satisfied }
    #expect(unsatisfied.allSatisfy { $0.value == .unverifiable && !$0.applies })
    #expect(unsatisfied.map { "\($0.pipeline)/\($0.id)" }.sorted() == Self.idle.keys.sorted())
    let published = report.datasets.map { dataset in
      #expect(dataset.blockedBy == [] && dataset.withheld == 0)
      return ("\(dataset.pipeline)/\(dataset.name)", dataset.records)
    }
    #expect(Dictionary(published) { first, _ in first } == Self.datasets)
  }

  @Test func settingsNameNothingButPathsAndParameters() throws {
    for settings in RegencySettings.allCases {
      let lines = try settings.text().components(separatedBy: "\n")
      let keys = lines.filter { !$0.isEmpty && !$0.hasPrefix(" ") }
        .compactMap { $0.components(separatedBy: ":").first }
      #expect(Set(keys) == ["title", "parameters", "paths"])
      #expect(!lines.contains { $0.contains("samples/") }, "\(settings)")
    }
  }

  /// What is published names the regency that it is about and no other.
  @Test func publishedTextsNameTheRegency() throws {
    let trial = try Trial()
    let copy = try RegencyCopy(.usual)
    let ended = try trial.run(
      """
      cd '\(copy.folder.path)'
      cermat run --settings \(RegencyCopy.path)\(RegencySettings.usual.rawValue) --output "$OLDPWD/out"
      """)
    withExtendedLifetime(copy) {}
    #expect(ended.status == 0, "\(ended.text)\(ended.complaintText)")
    let files = trial.files(below: "out")
    #expect(files.count { $0.hasSuffix(".csv") } == Self.datasets.count + 1)
    var named = 0
    for file in files {
      let text = String(decoding: trial.content("out/\(file)") ?? Data(), as: UTF8.self)
      #expect(text.range(of: "banjarnegara", options: .caseInsensitive) == nil, "\(file)")
      #expect(!text.contains("2023-") && !text.contains("samples/"), "\(file)")
      if text.contains("Kabupaten Lembayung") { named += 1 }
    }
    #expect(named >= RegencyCopy.pipelines.count)
  }
}
