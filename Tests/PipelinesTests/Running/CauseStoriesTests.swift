import Diagnosis
import Tabular
import Testing

@testable import Pipelines

/// Small files with one mistake each: its cause, in both languages.
@Suite struct CauseStoriesTests {
  struct Story: CustomTestStringConvertible {
    var name: String
    /// The text of each file, by the name of its table; the kinds of its fields stand behind their
    /// labels.
    var tables: [(name: String, text: String)]
    var rules: [String]
    var totals: [String: String] = [:]
    /// The causes: how sure, which mistake, which cells with what they should be; then the
    /// sentence in both languages.
    var causes: [[String]]
    var testDescription: String { name }
  }

  private static let grid = """
    uraian:text,pagu:amount,realisasi:amount
    Jasa,846.117,503.901
    Mebel,70.726,61.554
    Gaji,390.201,377.008
    Rapat,55.190,51.003
    """

  static let stories: [Story] = [
    Story(
      name: "a record is missing",
      tables: [("t", grid + "\nJumlah,1.450.434,1.070.477")],
      rules: ["in: t, rule: 'total(pagu, realisasi) = sum(pagu, realisasi)'"],
      totals: ["t": "uraian = \"Jumlah\""],
      causes: [
        [
          "likely, missing-part, t.csv:6:2 1.450.434 > ?, t.csv:6:3 1.070.477 > ?",
          "t.csv baris 6, 'Jumlah': rinciannya kurang sebesar pagu 88.200 dan "
            + "realisasi 77.011; tampaknya ada baris yang hilang",
          "t.csv line 6, 'Jumlah': the parts lack pagu 88.200 and realisasi "
            + "77.011; a row seems to be missing",
        ]
      ]),
    Story(
      name: "a record stands twice",
      tables: [("t", grid + "\nMebel,70.726,61.554\nJumlah,1.362.234,993.466")],
      rules: ["in: t, rule: 'total(pagu, realisasi) = sum(pagu, realisasi)'"],
      totals: ["t": "uraian = \"Jumlah\""],
      causes: [
        [
          "likely, counted-twice, t.csv:6:2 70.726 > ?, t.csv:6:3 61.554 > ?",
          "t.csv baris 6, 'Mebel': baris ini sama dengan t.csv baris 3 dan "
            + "terhitung dua kali (pagu 70.726 dan realisasi 61.554)",
          "t.csv line 6, 'Mebel': this row is the same as t.csv line 3 and is "
            + "counted twice (pagu 70.726 and realisasi 61.554)",
        ]
      ]),
    Story(
      name: "a part is missing that another table has",
      tables: [
        ("t", "uraian:text,pagu:amount\nMebel,70.726\nGaji,390.201\nJumlah,1.307.044"),
        ("u", "uraian:text,pagu:amount\nJasa,846.117\nRapat,55.190"),
      ],
      rules: ["in: t, rule: 'total(pagu) = sum(pagu)'", "in: u, rule: pagu > 0"],
      totals: ["t": "uraian = \"Jumlah\""],
      causes: [
        [
          "likely, missing-part, t.csv:4:2 1.307.044 > ?",
          "t.csv baris 4, 'Jumlah', kolom 'pagu': rincian di bawah 1.307.044 "
            + "tidak lengkap; yang kurang tepat sama dengan 846.117 ('Jasa')",
          "t.csv line 4, 'Jumlah', column 'pagu': the parts of 1.307.044 are not "
            + "complete; what is missing equals 846.117 ('Jasa')",
        ]
      ]),
    Story(
      name: "figures were calculated from a wrong sum",
      tables: [
        (
          "t",
          "uraian:text,a:amount,b:amount,c:amount,rata:decimal,bagian:decimal\n"
            + "x,1.012,2.044,3.011,\"2.355,7\",\"70,67\"\ny,1.502,2.508,1.100,\"1.703,3\",\"51,10\"\n"
            + "Jumlah,2.514,4.552,4.111,,"
        )
      ],
      rules: [
        "in: t, rule: rata = (a + b + c) / 3", "in: t, rule: bagian = (a + b + c) / 100",
        "in: t, rule: 'total(a, b, c) = sum(a, b, c)'",
      ], totals: ["t": "uraian = \"Jumlah\""],
      causes: [
        [
          "certain, derived, t.csv:2:5 2.355,7 > 2.022,3, t.csv:2:6 70,67 > 60,67",
          "t.csv baris 2, 'x', kolom 'rata': tertulis 2.355,7, seharusnya "
            + "2.022,3; 1 angka lain dihitung dari nilai yang salah itu",
          "t.csv line 2, 'x', column 'rata': states 2.355,7, should be 2.022,3; "
            + "1 other figure was calculated from that wrong value",
        ]
      ]),
    Story(
      name: "the value of last year",
      tables: [
        (
          "t",
          "uraian:text,lalu:amount,pagu:amount,realisasi:amount,sisa:amount,persen:percent\n"
            + "x,812.455,846.117,503.901,342.216,\"59,55\"\ny,58.200,70.726,58.200,9.172,\"87,03\""
        )
      ],
      rules: ["in: t, rule: sisa = pagu - realisasi", "in: t, rule: persen = realisasi / pagu"],
      causes: [
        [
          "certain, stale-value, t.csv:3:4 58.200 > 61.554",
          "t.csv baris 3, 'y', kolom 'realisasi': tertulis 58.200, seharusnya "
            + "61.554; yang tertulis adalah nilai 'lalu'",
          "t.csv line 3, 'y', column 'realisasi': states 58.200, should be "
            + "61.554; what stands there is 'lalu'",
        ]
      ]),
    Story(
      name: "a share of another whole",
      tables: [
        (
          "t",
          "uraian:text,murni:amount,pagu:amount,realisasi:amount,sisa:amount,persen:percent\n"
            + "x,812.455,846.117,503.901,342.216,\"62,02\"\ny,70.000,70.726,61.554,9.172,\"87,03\""
        )
      ],
      rules: ["in: t, rule: sisa = pagu - realisasi", "in: t, rule: persen = realisasi / pagu"],
      causes: [
        [
          "certain, wrong-base, t.csv:2:6 62,02 > 59,55",
          "t.csv baris 2, 'x', kolom 'persen': tertulis 62,02, seharusnya 59,55; "
            + "dihitung dari 'murni'",
          "t.csv line 2, 'x', column 'persen': states 62,02, should be 59,55; "
            + "calculated from 'murni'",
        ]
      ]),
    Story(
      name: "a copied record",
      tables: [
        (
          "t",
          grid.replacing("Mebel,70.726,61.554", with: "Mebel,846.117,503.901")
            + "\nJumlah,1.362.234,993.466"
        )
      ],
      rules: ["in: t, rule: 'total(pagu, realisasi) = sum(pagu, realisasi)'"],
      totals: ["t": "uraian = \"Jumlah\""],
      causes: [
        [
          "possible, copied-row, t.csv:3:2 846.117 > 70.726, t.csv:3:3 503.901 > "
            + "61.554",
          "t.csv baris 3, 'Mebel': 2 angka di baris ini sama dengan 'Jasa' "
            + "(t.csv baris 2); baris itu tampaknya tersalin",
          "t.csv line 3, 'Mebel': 2 figures of this row are those of 'Jasa' "
            + "(t.csv line 2); the row seems to be copied",
        ]
      ]),
    Story(
      name: "two statements and nothing between them",
      tables: [
        ("t", "uraian:text,pagu:amount\nMebel,70.726"),
        ("u", "uraian:text,pagu:amount\nMebel,70.762"),
      ],
      rules: ["in: t, rule: agrees(pagu) with u on uraian"],
      causes: [
        [
          "possible, conflict, t.csv:2:2 70.726 > ?, u.csv:2:2 70.762 > ?",
          "pernyataan bertentangan: t.csv baris 2, kolom 'pagu' (70.726) dan "
            + "u.csv baris 2, kolom 'pagu' (70.762); data ini tidak menentukan mana "
            + "yang salah",
          "statements contradict each other: t.csv line 2, column 'pagu' "
            + "(70.726) and u.csv line 2, column 'pagu' (70.762); the data do not "
            + "tell which is wrong",
        ]
      ]),
  ]

  @Test("each has its cause", arguments: stories) func cause(_ story: Story) throws {
    let folder = try TemporaryFolder()
    var lines = ["pipeline: uji", "title: Uji", "resources:"]
    for (name, text) in story.tables {
      let rows = text.split(separator: "\n")
      let fields = rows[0].split(separator: ",").map { $0.split(separator: ":").map(String.init) }
      let header = fields.map { $0[0] }.joined(separator: ",")
      try folder.write(
        ([header] + rows.dropFirst().map(String.init)).joined(separator: "\n") + "\n",
        to: "\(name).csv")
      lines += ["  \(name):", "    path: \(name).csv", "    fields:"]
      lines += fields.map { "      - { name: \($0[0]), type: \($0[1]) }" }
      if let totals = story.totals[name] { lines.append("    totals: \(totals)") }
    }
    lines.append("rules:")
    lines += story.rules.enumerated().map { "  - { id: r\($0 + 1), \($1) }" }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "uji.yaml")
    let loading = PipelineLoading(paths: ["uji.yaml"], in: folder.path)
    #expect(loading.refused.flatMap(\.errors).map(\.message.english) == [])
    let report = Execution.run(loading, settings: RunSettings(workingFolder: folder.path)).report
    let causes = report.causes.map { cause in
      let cells = cause.explanation.cells.map { cell in
        let place = cell.location
        return "\(place.resource):\(place.line ?? 0):\(place.column ?? 0)"
          + " \(cell.raw) > \(cell.proposal ?? "?")"
      }
      return [
        ([cause.confidence.rawValue, cause.explanation.mechanism.rawValue] + cells)
          .joined(separator: ", "), cause.explanation.message.indonesian,
        cause.explanation.message.english,
      ]
    }
    #expect(causes == story.causes)
  }
}
