import Numerals
import Rules
import Tabular
import Testing

@Suite("The reference of rule forms")
struct ReferenceTests {
  static let examples = RuleForm.all.flatMap { form in
    form.examples.map { (form.name, $0) }
  }

  @Test("Every example finds what it marks", arguments: examples)
  func example(name: String, example: RuleForm.Example) throws {
    var bench = RuleBench(TableLiteral("tabel", example.table))
    for (name, text) in example.others.sorted(by: { $0.key < $1.key }) {
      bench.literals.append(TableLiteral(name, text))
    }
    for literal in bench.literals where literal.table.schema["umur"] != nil {
      bench.totals[literal.name] = example.totals
    }
    if name == "rollup" { bench.levels["tabel"] = .code(field: "kode", separator: ".") }
    bench.lists["nomenklatur"] = CodeList(
      codes: [
        "Pengadaan Mebel", "Penyediaan Gaji dan Tunjangan ASN",
        "Pengelolaan Media Komunikasi Publik",
      ], aliases: ["Penyediaan Gaji ASN": "Penyediaan Gaji dan Tunjangan ASN"])
    bench.bands["predikat"] = Bands([
      Bands.Band(
        category: "Baik", lower: ExactDecimal(mantissa: 26, scale: 1),
        upper: ExactDecimal(mantissa: 35, scale: 1), includesUpper: false),
      Bands.Band(category: "Sangat Baik", lower: ExactDecimal(mantissa: 35, scale: 1), upper: nil),
    ])
    try bench.check(example.rule, when: example.when)
  }

  @Test("Names are unique and every form has an example")
  func names() {
    #expect(Set(RuleForm.all.map(\.name)).count == RuleForm.all.count)
    #expect(RuleForm.all.allSatisfy { !$0.examples.isEmpty })
  }
}
