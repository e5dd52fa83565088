import Diagnosis
import Pipelines
import Rules
import Tabular

@testable import Reports

/// A report with causes of several kinds, made by hand as a run would make them.
enum ExplainedReport {
  static let office = "Dinas Komunikasi dan Informatika"
  static let otherOffice = "Bagian Organisasi"
  private static let csv = "samples/anggaran/realisasi-program-2023.csv"
  private static let workbook = "samples/anggaran/efisiensi-per-sasaran-2023.xlsx"

  /// Four causes, three of which have pieces of their sources, and a note without a cause.
  static let report: RunReport = {
    var report = SampleReport.fourFound
    report.inputs.append(
      .init(path: csv, sha256: SampleReport.digest, bytes: 900, records: 4))
    report.findings = [percent, hundred, sum, name, missing, note]
    report.causes = causes
    report.excerpts = [1: [percentExcerpt], 2: [sumExcerpt]]
    report.datasets[0].title = "Realisasi belanja menurut program"
    report.charts = [pyramid, realisation]
    return report
  }()

  static func cell(
    _ role: Finding.Cell.Role, _ resource: String, _ line: Int, _ column: Int, _ label: String,
    _ raw: String
  ) -> Finding.Cell {
    Finding.Cell(
      role: role,
      location: Location(
        resource: resource, line: line, column: column, field: "persen", label: label),
      raw: raw)
  }

  static func sheetCell(
    _ role: Finding.Cell.Role, _ address: String, _ raw: String
  ) -> Finding.Cell {
    Finding.Cell(
      role: role,
      location: Location(
        resource: workbook, sheet: "Sasaran 5", cell: address, field: "anggaran",
        label: "Anggaran (Rp)"),
      raw: raw)
  }

  private static func finding(
    _ id: String, _ rule: String, _ kind: Finding.Kind, _ severity: Severity, stated: String?,
    expected: String?, difference: String? = nil, _ cells: [Finding.Cell], _ message: String,
    office: String?, cause: Int?
  ) -> Finding {
    var finding = Finding(
      id: id, pipeline: "anggaran", rule: rule, kind: kind, severity: severity, stated: stated,
      expected: expected, difference: difference, about: cells[0],
      otherCells: Array(cells.dropFirst()),
      message: Message(indonesian: message, english: "EN \(message)"))
    finding.office = office
    finding.cause = cause
    return finding
  }

  static let percent = finding(
    "a1", "persen-realisasi", .ratio, .error, stated: "95.97", expected: "96.67",
    difference: "-0.70",
    [
      cell(.stated, csv, 3, 5, "%", "95,97"),
      cell(.part, csv, 3, 4, "Realisasi", "2.004.160.253"),
      cell(.part, csv, 3, 3, "Anggaran", "2.073.119.000"),
    ], "2.004.160.253 dari 2.073.119.000 adalah 96,67%, bukan 95,97%", office: office, cause: 1)

  static let hundred = finding(
    "a2", "persen-realisasi", .arithmetic, .error, stated: "99.30", expected: "100.00",
    difference: "-0.70",
    [cell(.part, csv, 3, 5, "%", "95,97"), cell(.part, csv, 3, 6, "Sisa %", "3,33")],
    "95,97 + 3,33 = 99,30, seharusnya 100,00", office: office, cause: 1)

  static let sum = finding(
    "b1", "jenjang", .rollup, .error, stated: "1000", expected: "900", difference: "100",
    [
      sheetCell(.stated, "C7", "1.000"), sheetCell(.part, "C8", "500"),
      sheetCell(.part, "C9", "300"), sheetCell(.part, "C11", "100"),
    ], "tertulis 1.000, sedangkan jumlah 3 rinciannya 900", office: office, cause: 2)

  static let name = finding(
    "c1", "opd-sama", .members, .warning, stated: "Dinas Sosal", expected: "Dinas Sosial",
    [
      cell(.stated, csv, 4, 2, "Program", "Dinas Sosal"),
      cell(.other, csv, 5, 2, "Program", "Dinas Sosial"),
    ], "tertulis 'Dinas Sosal', sedangkan di baris 5 'Dinas Sosial'", office: otherOffice, cause: 3)

  static let missing = finding(
    "d1", "jenjang", .domain, .warning, stated: nil, expected: nil,
    [cell(.stated, csv, 5, 6, "Sisa %", "")], "kosong, padahal harus diisi", office: otherOffice,
    cause: 4)

  static let note = finding(
    "e1", "angka", .numeral, .note, stated: "12", expected: nil,
    [cell(.stated, csv, 2, 3, "Anggaran", "12")], "angka ditulis sebagai teks",
    office: otherOffice, cause: nil)

  private static func cause(
    _ id: Int, _ findings: [Finding], _ confidence: Cause.Confidence,
    _ mechanism: Cause.Mechanism, proposal: String?, evidence: [Finding.Cell] = [],
    alternatives: [String] = []
  ) -> Cause {
    let cell = findings[0].cells[0]
    func told(_ text: String) -> Message { Message(indonesian: text, english: "EN \(text)") }
    let wrong = Cause.Cell(location: cell.location, raw: cell.raw, proposal: proposal)
    return Cause(
      id: id, findings: findings.map(\.id), severity: findings[0].severity,
      confidence: confidence,
      explanation: .init(
        mechanism: mechanism, cells: [wrong], evidence: evidence,
        message: told("penyebab \(id): tertulis \(cell.raw)")),
      alternatives: alternatives.map {
        .init(mechanism: .unknown, cells: [wrong], message: told($0))
      })
  }

  private static let causes = [
    cause(1, [percent, hundred], .certain, .digitTypo, proposal: "96,67"),
    cause(
      2, [sum], .likely, .missingPart, proposal: "900", evidence: [sheetCell(.other, "C10", "100")],
      alternatives: ["bagian keempat tidak ditulis"]),
    cause(3, [name], .certain, .nameTypo, proposal: "Dinas Sosial"),
    cause(4, [missing], .possible, .unknown, proposal: nil),
  ]

  private static let percentExcerpt = Excerpt(
    resource: csv, columns: [1, 2, 3, 4, 5, 6],
    rows: [
      .init(
        line: 1, isHeader: true, cells: ["No.", "Program", "Anggaran", "Realisasi", "%", "Sisa %"]),
      .init(
        line: 2, isHeader: false,
        cells: ["1", "Penunjang Urusan", "5.000.000.000", "4.900.000.000", "98,00", "2,00"]),
      .init(
        line: 3, isHeader: false,
        cells: ["2", "Aplikasi Informatika", "2.073.119.000", "2.004.160.253", "95,97", "3,33"]),
      .init(
        line: 6, isHeader: false,
        cells: ["", "Jumlah", "7.073.119.000", "6.904.160.253", "97,61", "2,39"]),
    ])

  private static let sumExcerpt = Excerpt(
    resource: workbook, sheet: "Sasaran 5", columns: [1, 2, 3],
    rows: [
      .init(line: 5, isHeader: true, cells: ["No", "Program/Kegiatan", "Anggaran (Rp)"]),
      .init(line: 7, isHeader: false, cells: ["", "Program Penunjang", "1.000"]),
      .init(line: 8, isHeader: false, cells: ["1", "Administrasi", "500"]),
      .init(line: 9, isHeader: false, cells: ["2", "Pengadaan", "300"]),
      .init(line: 10, isHeader: false, cells: ["3", "Pemeliharaan", "100"]),
      .init(line: 11, isHeader: false, cells: ["4", "Jasa", "100"]),
    ])

  private static let pyramid = Chart(
    pipeline: "penduduk", dataset: "penduduk", title: "Penduduk menurut umur", form: .pyramid,
    isValid: true, labels: ["0-4", "5-9"],
    series: [
      .init(title: "Laki-laki", unit: "orang", values: ["34000", "36000"]),
      .init(title: "Perempuan", unit: "orang", values: ["32000", nil]),
    ])

  private static let realisation = Chart(
    pipeline: "anggaran", dataset: "realisasi", title: "Realisasi per program",
    form: .realisation, isValid: false, labels: ["Aplikasi Informatika"],
    series: [
      .init(title: "Realisasi", unit: "rupiah", values: ["2004160253"]),
      .init(title: "Anggaran", unit: "rupiah", values: ["2073119000"]),
    ], more: 3)

  /// A report with `count` findings, of which every five have a cause with a piece of its source.
  static func many(_ count: Int) -> RunReport {
    var report = report
    report.findings = (0..<count).map { number in
      var finding = number % 5 == 0 ? percent : hundred
      finding.id = "id-\(number)"
      finding.cause = number / 5 + 1
      for cell in finding.cells.indices { finding.cells[cell].location.line = number / 5 + 2 }
      return finding
    }
    report.causes = (0..<count / 5).map { number in
      var cause = causes[0]
      cause.id = number + 1
      cause.findings = (0..<5).map { "id-\(number * 5 + $0)" }
      cause.explanation.cells[0].location.line = number + 2
      return cause
    }
    report.excerpts = Dictionary(
      uniqueKeysWithValues: report.causes.map { ($0.id, [percentExcerpt]) })
    return report
  }

  /// Texts that try to be more than text.
  static let hostileTexts = [
    "<script>document.title = 'HACKED'</script>",
    "</script><script>document.title = 'HACKED'</script>",
    "\"><img src=x onerror=\"document.title = 'HACKED'\">", "<!--<script>", "javascript:alert(1)",
    "kanan\u{202E}ke kiri\u{2066}", "nol\u{0}\u{7}akhir", "&lt;b&gt; &amp; 'kutip'",
    "garis\u{2028}baru", "${alert(1)} `x` \\", String(repeating: "panjang ", count: 1_250),
  ]

  /// The report with one of those texts wherever a text may stand.
  static func hostile(_ text: String) -> RunReport {
    var report = report
    for index in report.findings.indices {
      report.findings[index].message = Message(indonesian: text, english: text)
      report.findings[index].office = text
      report.findings[index].rule = text
      report.findings[index].stated = text
      for cell in report.findings[index].cells.indices {
        report.findings[index].cells[cell].raw = text
        report.findings[index].cells[cell].location.label = text
      }
    }
    for index in report.causes.indices {
      report.causes[index].explanation.message = Message(indonesian: text, english: text)
      report.causes[index].explanation.cells[0].raw = text
      report.causes[index].explanation.cells[0].proposal = text
    }
    report.excerpts[1]?[0].rows[2].cells = Array(repeating: text, count: 6)
    report.pipelines[0].title = text
    report.datasets[0].title = text
    report.charts[0].title = text
    report.charts[0].labels = [text, text]
    report.failures = [.init(pipeline: text, message: Message(indonesian: text, english: text))]
    return report
  }
}
