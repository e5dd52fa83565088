import Pipelines
import Rules
import Tabular

/// Small reports made by hand, with something of everything that reports must show.
enum SampleReport: String, CaseIterable {
  case clean, discrepancies, incomplete

  var report: RunReport {
    switch self {
    case .clean: Self.nothingFound
    case .discrepancies: Self.fourFound
    case .incomplete: Self.notCompleted
    }
  }

  static let digest = String(repeating: "0123456789abcdef", count: 4)

  static let nothingFound: RunReport = {
    var report = RunReport()
    report.pipelines = [.init(name: "opd", title: "Daftar perangkat daerah", records: 44)]
    report.inputs = [.init(path: "samples/opd/a.csv", sha256: digest, bytes: 2_048, records: 44)]
    report.readings = [
      ReadingSummary(resource: "samples/opd/a.csv", counts: [.data: 44, .header: 1])
    ]
    report.rules = [
      RuleOutcome(
        pipeline: "opd", id: "jumlah-opd", title: "Jumlah OPD", text: "count() = 44",
        severity: .error, value: .satisfied, checked: 1, violations: 0, unverifiable: 0)
    ]
    report.datasets = [
      .init(
        pipeline: "opd", name: "perangkat-daerah", records: 44, withheld: 0, blockedBy: [],
        path: "datasets/opd/perangkat-daerah.csv")
    ]
    return report
  }()

  static let fourFound: RunReport = {
    var report = nothingFound
    report.pipelines.insert(
      .init(name: "anggaran", title: "Realisasi anggaran", records: 1_234), at: 0)
    report.inputs.insert(
      .init(
        path: "samples/anggaran/penunjang.xlsx", sha256: digest, bytes: 1_054_804, records: 1_234,
        sheet: "Penunjang"), at: 0)
    report.readings.insert(
      ReadingSummary(
        resource: "samples/anggaran/penunjang.xlsx", sheet: "Penunjang",
        counts: [.data: 1_234, .header: 2, .note: 1, .rejected: 1],
        otherLines: [
          .init(line: 1_240, use: .note, text: "Sumber: BPKAD | *diolah*"),
          .init(line: 1_241, use: .rejected, text: "<b>?</b>"),
        ]), at: 0)
    report.rules = rules + report.rules
    report.findings = [ratio, total, member, malformed]
    report.datasets.insert(
      .init(
        pipeline: "anggaran", name: "realisasi", records: 1_230, withheld: 4,
        blockedBy: ["persen-realisasi", "jenjang"], path: "quarantine/anggaran/realisasi.csv"),
      at: 0)
    return report
  }()

  static let notCompleted: RunReport = {
    var report = fourFound
    report.pipelines.append(
      .init(name: "penduduk", title: "Penduduk", records: 0, uses: ["opd", "anggaran"]))
    report.failures = [
      .init(
        pipeline: "penduduk",
        message: Message(
          indonesian: "samples/penduduk.csv: kesalahan: berkas tidak ada; periksa nama berkas",
          english: "samples/penduduk.csv: error: no such file; check the name"))
    ]
    return report
  }()

  /// A report with `count` findings of one rule.
  static func many(_ count: Int) -> RunReport {
    var report = fourFound
    report.findings = (1...count).map { number in
      var finding = ratio
      finding.id = "id-\(number)"
      finding.cells[0].location.line = number
      return finding
    }
    report.rules[0].violations = count
    return report
  }

  private static let rules = [
    RuleOutcome(
      pipeline: "anggaran", id: "persen-realisasi", title: "Persentase realisasi anggaran",
      text: "persen = realisasi / anggaran", because: "Permendagri 86/2017", severity: .error,
      value: .violated, checked: 21, violations: 1, unverifiable: 0),
    RuleOutcome(
      pipeline: "anggaran", id: "jenjang", title: "Jenjang", text: "rollup(anggaran)",
      severity: .error, value: .violated,
      reason: Message(indonesian: "ada bagian yang kosong", english: "a part is missing"),
      checked: 7, violations: 25, unverifiable: 3),
    RuleOutcome(
      pipeline: "anggaran", id: "opd-sama", title: "Nama OPD sama",
      text: "members(a) = members(b)", severity: .warning, value: .violated, checked: 1,
      violations: 1, unverifiable: 0),
    RuleOutcome(
      pipeline: "anggaran", id: "wajar", title: "Perubahan wajar", text: "change(jumlah)",
      severity: .error, value: .unverifiable,
      reason: Message(
        indonesian: "tabel 'lalu' tidak punya rekaman", english: "table 'lalu' has no records"),
      checked: 0, violations: 0, unverifiable: 1),
  ]

  static let ratio = Finding(
    id: "0011223344556677", pipeline: "anggaran", rule: "persen-realisasi", kind: .ratio,
    severity: .error, verdict: .impossible, stated: "97.55", expected: "97.67",
    expectedInterval: ["97.665", "97.675"], difference: "-0.12",
    about: .init(
      role: .stated,
      location: Location(
        resource: "samples/anggaran/realisasi-penunjang-2023.csv", line: 22, field: "persen",
        label: "%"),
      raw: "97,55"),
    otherCells: [
      .init(
        role: .part,
        location: Location(
          resource: "samples/anggaran/realisasi-penunjang-2023.csv", line: 22, field: "realisasi",
          label: "Realisasi (Rp.)"),
        raw: "8.175.426.388")
    ],
    message: Message(
      indonesian: "persen tidak sama dengan realisasi / anggaran",
      english: "persen is not realisasi / anggaran"),
    record: 20)

  static let total = Finding(
    id: "8899aabbccddeeff", pipeline: "anggaran", rule: "jenjang", kind: .rollup, severity: .error,
    stated: "9260000000", expected: "8343156100", difference: "916843900",
    about: .init(
      role: .whole,
      location: Location(
        resource: "samples/anggaran/penunjang.xlsx", sheet: "Penunjang", cell: "C12",
        field: "anggaran", label: "Anggaran"),
      raw: "9.260.000.000"),
    message: Message(
      indonesian:
        "jumlah kegiatan tertulis 9.260.000.000, sedangkan sub kegiatannya berjumlah 8.343.156.100",
      english: "the activity states 9,260,000,000, but its parts sum to 8,343,156,100"),
    record: 3)

  static let member = Finding(
    id: "1234123412341234", pipeline: "anggaran", rule: "opd-sama", kind: .members,
    severity: .warning, stated: "33.04.01", expected: "33.04.10",
    about: .init(
      role: .stated,
      location: Location(resource: "samples/opd/b.csv", line: 7, field: "kode"),
      raw: "=cmd|' /C calc'!A0"),
    message: Message(
      indonesian: "'Dinas \u{1b}[31mSosial' tidak ada dalam daftar lain",
      english: "'Dinas \u{1b}[31mSosial' is not in the other list"))

  static let malformed = Finding(
    id: "4321432143214321", pipeline: "anggaran", rule: "angka", kind: .numeral, severity: .note,
    about: .init(
      role: .stated,
      location: Location(
        resource: "samples/" + String(repeating: "folder-yang-panjang/", count: 6) + "c.csv",
        line: 1_200_345, field: "jumlah", label: "Jumlah\npenduduk | total"),
      raw: "12..821.200"),
    message: Message(
      indonesian: "angka tidak dapat dibaca; mungkin 12.821.200",
      english: "the number can't be read; perhaps 12,821,200"))
}
