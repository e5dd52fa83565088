import Foundation
import Numerals
import Pipelines
import Rules
import Tabular
import Testing

@testable import Publishing

@Suite struct DataPackageTests {
  private static let fields: [Field] = {
    var code = Field(name: "kode", kind: .code, title: "Kode wilayah")
    code.constraints.required = true
    code.constraints.pattern = "[0-9.]+"
    var group = Field(name: "kelompok", label: "Kelompok Umur")
    group.constraints.list = "kelompok"
    var count = Field(name: "jumlah", kind: .count, unit: "orang", description: "Banyaknya orang")
    count.constraints.minimum = .zero
    var percent = Field(name: "persen", kind: .percent)
    percent.constraints.maximum = ExactDecimal(mantissa: 1005, scale: 1)
    return [
      code, group, Field(name: "tahun", kind: .period), Field(name: "tanggal", kind: .date), count,
      Field(name: "anggaran", kind: .amount, unit: "rupiah"), percent,
      Field(name: "aktif", kind: .boolean),
    ]
  }()

  private static let rows: [[SampleTable.Cell]] = [
    [
      .text("33.04"), .text("0-4"), .text("2023"), .text("2023-12-31"),
      .number(1_054_804, scale: 0),
      .number(1_050, scale: 2), .number(2925, scale: 2), .text("ya"),
    ],
    [
      .text("33.05"), .text("5-9, \"lain\""), .text("2023"), .missing, .number(0, scale: 0),
      .missing,
      .number(100, scale: 0), .text("tidak"),
    ],
  ]

  private static let metadata: [MetadataEntry] = [
    .init(key: "producer", value: .text("Dinas Kependudukan dan Pencatatan Sipil")),
    .init(key: "custodian", value: .text("Dinas Komunikasi dan Informatika")),
    .init(key: "contact", value: .text("statistik@example.go.id")),
    .init(key: "source", value: .text("Data Konsolidasi Bersih")),
    .init(key: "licence", value: .text("cc-by-4.0")),
    .init(key: "keywords", value: .list([.text("penduduk"), .text("umur")])),
    .init(key: "concept", value: .text("Penduduk")),
    .init(key: "classification", value: .list([.text("Umur"), .text("Jenis kelamin")])),
    .init(key: "kode_metadata", value: .empty),
  ]

  /// Writes a package of one dataset into `folder`, as a run does.
  private func publish(into folder: String, rows: [[SampleTable.Cell]] = rows) throws {
    let table = try SampleTable(fields: Self.fields, rows: rows).table()
    let csv = try AtomicOutput(path: "\(folder)/penduduk.csv")
    let facts = try DatasetWriter(table: table, fields: Array(Self.fields.indices))
      .write(to: { try csv.write($0) })
    try csv.seal()
    let description = DatasetDescription(
      name: "Penduduk umur", title: "Penduduk menurut umur", description: "Banyaknya penduduk.",
      metadata: Self.metadata,
      schema: Schema(fields: Self.fields, primaryKey: ["kode", "kelompok"]),
      lists: ["kelompok": CodeList(codes: ["0-4", "5-9, \"lain\""])],
      sources: [.init(path: "samples/penduduk.csv", sha256: String(repeating: "0a", count: 32))],
      file: .init(path: "penduduk.csv", sha256: csv.sha256 ?? "", facts: facts))
    let descriptor = try AtomicOutput(path: "\(folder)/\(DataPackage.fileName)")
    try DataPackage(
      name: "penduduk", title: "Penduduk", resources: [.written(description)]
    )
    .write(to: TextStream(to: descriptor))
    try descriptor.seal()
    try csv.commit()
    try descriptor.commit()
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func saysWhatTheStandardAsksFor() throws {
    try withFolder { folder in
      try publish(into: folder)
      let file = URL(fileURLWithPath: "\(folder)/datapackage.json")
      try expectSnapshot(
        String(decoding: Data(contentsOf: file), as: UTF8.self), "datapackage.json")
    }
  }

  @Test func isAcceptedByFrictionless() throws {
    guard let frictionless = Frictionless.find() else {
      print("skipped: frictionless is not installed, so the data package was not validated with it")
      return
    }
    try withFolder { folder in
      try publish(into: folder)
      let (status, output) = try frictionless.validate("\(folder)/datapackage.json")
      #expect(status == 0, "\(output)")
    }
    try withFolder { folder in
      try publish(into: folder)
      let file = "\(folder)/penduduk.csv"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("1054804", with: "1.054.804")
        .write(toFile: file, atomically: false, encoding: .utf8)
      #expect(try frictionless.validate("\(folder)/datapackage.json").0 != 0)
    }
  }

  @Test(arguments: [
    (Field.Kind.integer, 0, nil as TextShape.Form?, "integer"), (.count, 0, nil, "integer"),
    (.count, 1, nil, "number"), (.amount, 0, nil, "integer"), (.amount, 2, nil, "number"),
    (.decimal, 0, nil, "number"), (.percent, 2, nil, "number"), (.index, 1, nil, "number"),
    (.text, 0, nil, "string"), (.code, 0, nil, "string"), (.date, 0, .date, "date"),
    (.date, 0, nil, "string"), (.period, 0, .year, "year"), (.period, 0, .yearMonth, "yearmonth"),
    (.period, 0, nil, "string"), (.boolean, 0, .boolean, "boolean"), (.boolean, 0, nil, "string"),
  ])
  func choosesTheType(kind: Field.Kind, decimals: Int, form: TextShape.Form?, type: String) {
    let field = Field(name: "f", kind: kind)
    #expect(TableSchema.type(of: field, decimals: decimals, form: form) == type)
  }

  @Test(arguments: [
    ("penduduk", "penduduk"), ("Media Digital", "media-digital"), ("a.b_c-1", "a.b_c-1"),
    ("é/x", "--x"),
  ])
  func namesInTheLettersOfTheStandard(name: String, identifier: String) {
    #expect(DataPackage.identifier(name) == identifier)
  }

  @Test func keepsTheKeyOnlyWithAllItsFields() {
    let schema = Schema(fields: Self.fields, primaryKey: ["kode", "kelompok"])
    #expect(schema.selecting([1, 0]).primaryKey == ["kode", "kelompok"])
    #expect(schema.selecting([1, 0]).fields.map(\.name) == ["kelompok", "kode"])
    #expect(schema.selecting([0, 2]).primaryKey.isEmpty)
  }
}
