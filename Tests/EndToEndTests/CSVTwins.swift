import Foundation

/// The text files that hold the same tables as the sheets of the sample workbooks.
enum CSVTwins {
  /// By the workbook and what a pipeline names of it: the files, or a pattern.
  private static let files: [String: [String]] = [
    "efisiensi-per-sasaran-2023.xlsx Sasaran *": ["efisiensi-sasaran-*-2023.csv"],
    "realisasi-anggaran-2023.xlsx Rekap Program": ["realisasi-program-2023.csv"],
    "realisasi-anggaran-2023.xlsx Penunjang": ["realisasi-penunjang-2023.csv"],
    "realisasi-anggaran-2023.xlsx IKP": ["realisasi-informasi-komunikasi-publik-2023.csv"],
    "realisasi-anggaran-2023.xlsx Aplikasi Informatika": [
      "realisasi-aplikasi-informatika-2023.csv"
    ],
    "realisasi-anggaran-2023.xlsx Statistik": ["realisasi-statistik-2023.csv"],
    "realisasi-anggaran-2023.xlsx Persandian": ["realisasi-persandian-2023.csv"],
    "agregat-kelompok-umur-2023-s1.xlsx Agregat": ["agregat-kelompok-umur-2023-s1.csv"],
    "perjanjian-kinerja-anggaran-2023.xlsx Kepala Dinas": ["anggaran-kepala-dinas-2023.csv"],
    "perjanjian-kinerja-anggaran-2023.xlsx Sekretaris": ["anggaran-sekretaris-2023.csv"],
    "perjanjian-kinerja-anggaran-2023.xlsx Kabid *": ["anggaran-kabid-*-2023.csv"],
    "perjanjian-kinerja-anggaran-2023.xlsx Kasubag *": ["anggaran-kasubag-*-2023.csv"],
    "perjanjian-kinerja-anggaran-2023.xlsx Kasi *": ["anggaran-kasi-*-2023.csv"],
    "perjanjian-kinerja-anggaran-2023.xlsx Subkoor *": ["anggaran-subkoor-*-2023.csv"],
    "skm-2023.xlsx Pengolahan": ["responden-2023.csv", "rekap-2023.csv"],
    "skm-2023.xlsx Unsur": ["unsur-lampiran-2023.csv"],
    "skm-2023.xlsx Mutu Pelayanan": ["mutu-pelayanan.csv"],
  ]

  /// The text of a pipeline file that reads the twins instead of the workbooks.
  static func reading(_ pipeline: String) throws -> String {
    var lines: [String] = []
    var workbook: String?
    for line in pipeline.components(separatedBy: "\n") {
      if line.hasPrefix("    path: "), line.hasSuffix(".xlsx") {
        workbook = String(line.dropFirst("    path: ".count))
      } else if let path = workbook, line.hasPrefix("    sheet: ") {
        workbook = nil
        lines.append("    path: [\(try twins(of: path, line).joined(separator: ", "))]")
      } else {
        // A text file has no sheet; its path tells records apart as well.
        lines.append(line.replacingOccurrences(of: "from: sheet", with: "from: file"))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func twins(of path: String, _ line: String) throws -> [String] {
    let parts = path.components(separatedBy: "/")
    let folder = parts.dropLast().joined(separator: "/")
    let sheets = line.dropFirst("    sheet: ".count).filter { !"[]".contains($0) }
      .components(separatedBy: ", ")
    return try sheets.flatMap { sheet in
      guard let files = files["\(parts.last ?? "") \(sheet)"] else {
        throw Missing(workbook: path, sheet: sheet)
      }
      return files.map { "\(folder)/\($0)" }
    }
  }

  private struct Missing: Error {
    let workbook: String
    let sheet: String
  }
}
