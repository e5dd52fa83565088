import Foundation
import Tabular
import Testing

/// A name that is missing or misspelled in any table that must have the same names as another is
/// found.
@Suite struct PlantedNamesTests {
  /// The names in one column of a file, below its first line.
  struct Names: Sendable, CustomTestStringConvertible {
    let pipeline: String
    /// The path below the samples, without year and ending.
    let path: String
    let column: Int
    /// How many there are, from the second line on.
    let count: Int
    /// What a slip has to be found as; where a near name can be told for certain, a note will do.
    var slip: Severity = .note
    /// Whether all have to be there; of captions there are but some.
    var isComplete = true

    var testDescription: String { "\(path), column \(column + 1)" }
  }

  static let names =
    [
      "jumlah-perangkat-daerah", "jumlah-perangkat-daerah-bagian-organisasi",
      "opd-pengguna-data-statistik", "opd-keamanan-informasi",
    ].map { Names(pipeline: "opd", path: "opd/\($0)", column: 1, count: 52, slip: .warning) }
    + [
      Names(pipeline: "spbe", path: "spbe/hasil-evaluasi-spbe-jateng", column: 1, count: 36),
      Names(pipeline: "spbe", path: "spbe/indeks-domain-spbe", column: 1, count: 4),
      Names(pipeline: "sakip", path: "sakip/komponen-bab3", column: 1, count: 4),
      Names(pipeline: "sakip", path: "sakip/komponen-lhe", column: 1, count: 4),
      Names(pipeline: "skm", path: "skm/unsur-lampiran", column: 1, count: 9),
      Names(pipeline: "skm", path: "skm/unsur-bab3", column: 1, count: 9),
      Names(
        pipeline: "media-digital", path: "media-digital/lampiran-tangkapan-layar", column: 0,
        count: 8, isComplete: false),
      Names(pipeline: "kegiatan", path: "anggaran/kegiatan-per-bidang", column: 1, count: 4),
      Names(pipeline: "anggaran", path: "anggaran/realisasi-program", column: 1, count: 5),
      Names(
        pipeline: "anggaran", path: "anggaran/realisasi-aplikasi-informatika", column: 1, count: 7),
      Names(pipeline: "anggaran", path: "anggaran/efisiensi-sasaran-1", column: 1, count: 8),
      Names(
        pipeline: "perjanjian-kinerja", path: "perjanjian-kinerja/anggaran-sekretaris", column: 1,
        count: 7),
      Names(
        pipeline: "perjanjian-kinerja", path: "perjanjian-kinerja/anggaran-kasubag-umum", column: 1,
        count: 11),
      Names(
        pipeline: "perjanjian-kinerja", path: "perjanjian-kinerja/target-kasubag-umum", column: 1,
        count: 10),
      Names(
        pipeline: "perjanjian-kinerja", path: "perjanjian-kinerja/anggaran-kepala-dinas", column: 1,
        count: 5),
    ]
    + ["capaian", "multitahun", "renstra", "target-realisasi"].map {
      Names(
        pipeline: "indikator", path: "indikator/indikator-sasaran2-\($0)", column: 1, count: 1)
    }

  /// With `CERMAT_ALL_MISTAKES=1` in the environment every name is once misspelled and once left
  /// out, else every second one in turn; those of short tables always.
  private static let isThorough =
    ProcessInfo.processInfo.environment["CERMAT_ALL_MISTAKES"] == "1"

  @Test(arguments: names) func slipOrGapIsFound(_ names: Names) throws {
    let copy = try SampleCopy(
      of: .init(pipeline: names.pipeline, path: "samples/\(names.path)-2023.csv"))
    let data = try copy.data
    let isWide = data.starts(with: [0xFF, 0xFE])
    let encoding: String.Encoding = isWide ? .utf16LittleEndian : .utf8
    let text = try #require(String(data: data, encoding: encoding))
    let lines = text.components(separatedBy: "\r\n")
    let delimiter = ["\t", ";", ","].first { lines[0].contains($0) } ?? ";"
    for number in 1...names.count {
      var cells = lines[number].components(separatedBy: delimiter)
      let name = cells[names.column]
      let third = try #require(name.index(name.endIndex, offsetBy: -3, limitedBy: name.startIndex))
      cells[names.column] = name.replacingCharacters(in: third...third, with: "Q")
      let slip = [cells.joined(separator: delimiter)]
      for (turn, changed) in [(0, slip), (1, [])].prefix(names.isComplete ? 2 : 1)
      where Self.isThorough || number % 4 == turn || names.count < 5 {
        var new = lines
        new.replaceSubrange(number...number, with: changed)
        try copy.plant(#require(new.joined(separator: "\r\n").data(using: encoding)))
        let isFound = copy.showsMistake(from: changed.isEmpty ? .warning : names.slip)
        #expect(isFound, "line \(number + 1) with \(changed)")
      }
    }
  }
}
