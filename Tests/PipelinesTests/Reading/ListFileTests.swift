import Rules
import Tabular
import Testing

@testable import Pipelines

@Suite struct ListFileTests {
  @Test(arguments: [
    ("daftar.csv", "kode;nama\n33.04;BANJARNEGARA\n\n33.05;KEBUMEN\n", "Kode"),
    ("daftar.csv", "kode;nama\n33.04;BANJARNEGARA\n33.05;KEBUMEN\n", nil),
    ("daftar.csv", "nama,kode\nBANJARNEGARA, 33.04 \nKEBUMEN,33.05\n", "kode"),
    ("daftar.yaml", "[\"33.04\", \"33.05\"]", nil),
    ("daftar.yaml", "kode: [\"33.04\", \"33.05\"]", "kode"),
    ("daftar.yaml", "- { kode: \"33.04\" }\n- { kode: \"33.05\" }", "kode"),
  ])
  func readsCodes(_ name: String, _ content: String, _ key: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write(content, to: name)
    let codes = try ListFile(path: name, folder: folder.path).codes(key: key)
    #expect(codes == ["33.04", "33.05"])
  }

  @Test func rowsMayBeChosenByTheirColumns() throws {
    let folder = try TemporaryFolder()
    try folder.write("kode,level\n1,desa\n2,kecamatan\n3,desa\n4,kota\n", to: "daftar.csv")
    let list = ListFile(path: "daftar.csv", folder: folder.path)
    let some = ListFile.Condition(label: "Level", texts: ["desa", "kota"])
    #expect(try list.codes(key: "kode", where: [some]) == ["1", "3", "4"])
  }

  @Test(
    arguments: [
      ("key: baku, spellings: nama", ["A", "B"], ["a1": "A", "a2": "A", "b": "B"], []),
      ("key: baku, spellings: nama, where: { jenis: x }", ["A"], ["a1": "A", "a2": "A"], []),
      ("key: baku, spellings: lain", [], [:], ["has no column 'lain'"]),
      ("spellings: nama", [], [:], ["the key 'key' is needed in list"]),
      ("key: jenis, spellings: sama", ["x", "y"], [:], ["the spelling 's' stands for two codes"]),
    ] as [(String, [String], [String: String], [String])])
  func codesMayStandBesideTheirSpellings(
    _ keys: String, _ codes: [String], _ aliases: [String: String], _ said: [String]
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "nama,baku,jenis,sama\na1,A,x,\na2,A,x,s\nA,A,x,\nb,B,y,s\n", to: "daftar.csv")
    let text = "lists:\n  daftar: { path: daftar.csv, \(keys) }\n"
    var building = PipelineBuilding(file: "p.yaml", folder: folder.path)
    var vocabulary = Vocabulary()
    building.add(try #require(try YAMLNode.read(text, file: "p.yaml")), to: &vocabulary)
    let errors = building.errors.map(\.message.english)
    #expect(errors.count == said.count)
    for (error, part) in zip(errors, said) { #expect(error.contains(part)) }
    guard said.isEmpty else { return }
    #expect(vocabulary.lists["daftar"]?.codes == codes)
    #expect(vocabulary.lists["daftar"]?.aliases == aliases)
  }

  @Test func missingColumnIsToldWithTheNearest() throws {
    let folder = try TemporaryFolder()
    try folder.write("kode;nama\n1;A\n", to: "daftar.csv")
    let path = folder.path
    #expect(
      throws: PipelineError(
        .missingColumn("kod", resource: "daftar.csv", nearest: ["kode"], known: ["kode", "nama"]),
        file: "daftar.csv")
    ) { try ListFile(path: "daftar.csv", folder: path).codes(key: "kod") }
  }
}
