import Diagnosis
import Pipelines
import Rules
import Tabular

/// The words of the markup of `report.html`, in both languages.
enum PageWords {
  static func both(_ indonesian: String, _ english: String) -> Message {
    Message(indonesian: indonesian, english: english)
  }

  /// A number in the spelling of each language.
  static func number(_ count: Int) -> Message { number(String(count)) }

  /// An exact decimal in the spelling of each language.
  static func number(_ canonical: String) -> Message {
    both(
      ShownNumber.text(canonical: canonical, in: .indonesian) ?? canonical,
      ShownNumber.text(canonical: canonical, in: .english) ?? canonical)
  }

  private static func counted(
    _ count: Int, _ indonesian: String, _ singular: String, _ plural: String
  ) -> Message {
    let number = number(count)
    return both(
      "\(number.indonesian) \(indonesian)",
      "\(number.english) \(count == 1 ? singular : plural)")
  }

  // MARK: the frame

  static let title = both("Laporan pemeriksaan data", "Data check report")
  static let skip = both("Langsung ke daftar penyebab", "Skip to the causes")
  static let dark = both("Tampilan gelap", "Dark")
  static let footer = both(
    "Dibuat oleh Cermat dari berkas yang disebut di atas. Halaman ini berdiri sendiri: tidak mengambil apa pun dari jaringan.",
    "Made by Cermat from the files named above. This page stands by itself and fetches nothing.")

  static func scope(_ report: RunReport) -> Message {
    let files = Set(report.inputs.map(\.path)).count
    let records = report.pipelines.reduce(0) { $0 + $1.records }
    let count = report.pipelines.count
    let (pipelines, read) = (number(count), number(files))
    let all = number(records)
    return both(
      "\(pipelines.indonesian) kelompok data, \(read.indonesian) berkas, \(all.indonesian) rekaman",
      "\(pipelines.english) \(count == 1 ? "pipeline" : "pipelines"), "
        + "\(read.english) \(files == 1 ? "file" : "files"), "
        + "\(all.english) \(records == 1 ? "record" : "records")")
  }

  // MARK: the summary

  static func status(_ status: RunReport.Status) -> Message {
    switch status {
    case .clean: Heading.status(status)
    case .discrepancies:
      both(
        "Penyebabnya, dari yang terberat, disebut di bawah; data yang terkena ditahan sampai diperbaiki.",
        "Their causes, the gravest first, are named below; the data concerned are held back until they are repaired."
      )
    case .incomplete:
      both(
        "Pemeriksaan tidak selesai; yang belum diperiksa disebut di bawah.",
        "The run was not completed; what could not be checked is named below.")
    }
  }

  static let checks = both("pencocokan angka", "comparisons of figures")
  static func agreeing(_ count: Int, of all: Int) -> Message {
    guard all > 0 else { return both("tidak ada yang dapat dicocokkan", "nothing to compare") }
    let share = percent(Double(count) / Double(all))
    return both(
      "\(number(count).indonesian) cocok (\(share.indonesian))",
      "\(number(count).english) agree (\(share.english))")
  }
  static let publishable = both("dataset boleh diterbitkan", "datasets may be published")
  static func ofDatasets(_ count: Int) -> Message {
    both("dari \(number(count).indonesian) dataset", "of \(number(count).english)")
  }
  static let causesFound = both("penyebab", "causes")
  static func causesToRepair(_ count: Int) -> Message {
    both(
      "\(number(count).indonesian) di antaranya harus diperbaiki",
      "\(number(count).english) of them must be repaired")
  }
  static let findings = both("temuan", "findings")
  static func bySeverity(_ counts: [Severity: Int]) -> Message {
    let parts = Severity.allCases.sorted(by: >).map { Words.count(counts[$0, default: 0], $0) }
    return both(
      parts.map(\.indonesian).joined(separator: ", "), parts.map(\.english).joined(separator: ", "))
  }

  // MARK: datasets

  static let datasets = both("Dataset yang boleh diterbitkan", "Datasets that may be published")
  static let datasetsLead = both(
    "Dataset yang ditahan menunggu perbaikan; terbitan sahnya yang terakhir tetap berlaku.",
    "What is held back waits for repair; the last valid edition stays in force.")
  static let mayGoOut = both("boleh diterbitkan", "may be published")
  static let heldBack = both("ditahan", "held back")
  static func unfulfilled(_ count: Int) -> Message {
    counted(
      count, "aturan belum terpenuhi", "rule is not fulfilled", "rules are not fulfilled")
  }

  // MARK: causes

  static let causes = both("Penyebab, dari yang terberat", "Causes, the gravest first")
  static let causesLead = both(
    "Satu kesalahan sering menimbulkan beberapa temuan. Buka sebuah penyebab untuk melihat potongan tabelnya.",
    "One mistake often makes several findings. Open a cause to see the piece of its table.")
  static let noCauses = both("Tidak ada penyebab yang perlu diperbaiki.", "No cause was found.")
  static func moreCauses(_ count: Int) -> Message {
    both(
      "… dan \(number(count).indonesian) penyebab lagi; semuanya ada di report.json.",
      "… and \(number(count).english) more; all are in report.json.")
  }
  static let others = both("Temuan tanpa penyebab", "Findings without a cause")
  static let othersElsewhere = both(
    "Daftarnya ada di findings.csv.", "They are listed in findings.csv.")

  // MARK: filters

  static let search = both("Cari", "Search")
  static let pipeline = both("Kelompok data", "Pipeline")
  static let severity = both("Tingkat", "Severity")
  static let office = both("Instansi", "Office")
  static let reset = both("Hapus saringan", "Clear filters")

  // MARK: charts and sources

  static let charts = both("Grafik", "Charts")
  static let checksPerPipeline = both(
    "Pencocokan angka per kelompok data", "Comparisons of figures per pipeline")
  static let agreeingBar = both("Bagian yang cocok", "Share that agrees")
  static let agreeingCount = both("Cocok", "Agree")
  static func share(_ count: Int, of all: Int) -> Message {
    both(
      "\(number(count).indonesian) dari \(number(all).indonesian)",
      "\(number(count).english) of \(number(all).english)")
  }
  static let notValid = both("data belum sah, ditahan", "data not validated, held back")
  static func moreRecords(_ count: Int) -> Message {
    counted(
      count, "rekaman lagi tidak digambar.", "more record is not drawn.",
      "more records are not drawn.")
  }
  static func moreFiles(_ count: Int) -> Message {
    counted(count, "berkas lagi.", "more file.", "more files.")
  }

  /// A share in per cent with two decimals, rounded down so that only all is 100 %.
  static func percent(_ share: Double) -> Message {
    let hundredths = Int((share * 10_000).rounded(.down))
    let (whole, part) = (hundredths / 100, hundredths % 100)
    let decimals = part < 10 ? "0\(part)" : "\(part)"
    let shown = number("\(whole).\(decimals)")
    return both("\(shown.indonesian)%", "\(shown.english)%")
  }
}
