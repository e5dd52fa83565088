import Tabular
import Testing

@Suite("Columns of declared fields")
struct ColumnMatchTests {
  static let header = Header(
    lines: [3],
    columns: ["No.", "Uraian Kegiatan", "Anggaran (Rp.)", "Jumlah", "Jumlah", "", "%"].enumerated()
      .map { Header.Column(position: $0, levels: [$1]) })

  @Test(
    "A label is found in any of its forms",
    arguments: [
      ("No.", 0), ("no", 0), ("URAIAN  kegiatan", 1), ("uraian_kegiatan", 1),
      ("Anggaran Rp", 2), ("Anggaran (Rp)", 2), ("Jumlah#1", 3), ("jumlah#2", 4), ("#6", 5),
      ("%", 6),
    ])
  func found(label: String, column: Int) throws {
    let match = try ColumnMatch(
      fields: [Field(name: "x", label: label)], header: Self.header, in: Location(resource: "f"))
    #expect(match.columns == [column])
    #expect(match.undeclared.count == 6)
  }

  @Test(
    "A label that fits nothing or too much is refused",
    arguments: [
      (
        "Uraian Kegiatn",
        TabularError.Reason.missingField(
          field: "x", label: "Uraian Kegiatn", nearest: "Uraian Kegiatan", column: 2)
      ),
      (
        "Jumlah",
        .duplicateLabel(
          field: "x", label: "Jumlah", columns: [4, 5], labels: ["Jumlah", "Jumlah"])
      ),
      ("#9", .columnBeyondEnd(field: "x", number: 9, columns: 7)),
      ("Jumlah#3", .missingField(field: "x", label: "Jumlah#3", nearest: "Jumlah", column: 4)),
    ])
  func refused(label: String, reason: TabularError.Reason) {
    #expect(throws: TabularError(reason, at: Location(resource: "f", line: 3))) {
      try ColumnMatch(
        fields: [Field(name: "x", label: label)], header: Self.header, in: Location(resource: "f"))
    }
  }

  @Test(
    "Of several labels the first that fits counts",
    arguments: [
      (["Kegiatan", "Uraian Kegiatan"], 1), (["#9", "no"], 0), (["Jumlah#3", "Jumlah#2"], 4),
      (["%", "No."], 6),
    ])
  func alternatives(labels: [String], column: Int) throws {
    let field = Field(name: "x", label: labels[0], otherLabels: Array(labels.dropFirst()))
    let match = try ColumnMatch(
      fields: [field], header: Self.header, in: Location(resource: "f"))
    #expect(match.columns == [column])
  }

  @Test("Of several labels that fit nothing the nearest is told")
  func noAlternative() {
    let field = Field(name: "x", label: "Kode", otherLabels: ["Jumla"])
    let reason = TabularError.Reason.missingField(
      field: "x", label: "Jumla", nearest: "Jumlah", column: 4)
    #expect(throws: TabularError(reason, at: Location(resource: "f", line: 3))) {
      try ColumnMatch(fields: [field], header: Self.header, in: Location(resource: "f"))
    }
  }

  @Test("The upper header tells equal labels apart")
  func levels() throws {
    let header = Header(
      lines: [1, 2],
      columns: [
        .init(position: 0, levels: ["0-4", "Pria"]), .init(position: 1, levels: ["5-9", "Pria"]),
        .init(position: 2, levels: ["5-9", "Wanita"]),
      ])
    let fields = [Field(name: "a", label: "5-9 / Pria"), Field(name: "wanita")]
    let match = try ColumnMatch(fields: fields, header: header, in: Location(resource: "f"))
    #expect(match.columns == [1, 2])
    #expect(match.labels == ["5-9 / Pria", "5-9 / Wanita"])
  }

  @Test("Without a header fields stand in the order of columns")
  func positions() throws {
    let header = Header(lines: [], columns: (0..<2).map { .init(position: $0, levels: [""]) })
    let match = try ColumnMatch(
      fields: [Field(name: "a"), Field(name: "b")], header: header, in: Location(resource: "f"))
    #expect(match.columns == [0, 1])
    #expect(match.labels == [nil, nil])
  }
}

@Suite("Forms of labels")
struct LabelFormTests {
  @Test(
    "The quick way and the slow way agree",
    arguments: [
      ("Anggaran  (Rp.)", "anggaran rp"), ("Surplus/ Defisit", "surplus/defisit"),
      (" No. _Rekening* ", "no rekening"), ("[a] \"b\"", "a b"), ("%", "%"), ("", ""),
    ])
  func forms(label: String, form: String) {
    #expect(LabelForm.key(label) == form)
    #expect(LabelForm.key(label + "é") == form + (label.hasSuffix(" ") ? " é" : "é"))
  }
}
