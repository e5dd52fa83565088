import Tabular
import Testing

@testable import Rules

/// The parent of each record, from 0 for none.
private func parents(_ numbers: [String]) -> [Int] {
  var nesting = Nesting(recordCount: numbers.count)
  var numbering = NumberingNesting()
  for (place, number) in numbers.enumerated() {
    _ = numbering.add(place + 1, readings: OutlineNumber.readings(of: number), to: &nesting)
  }
  return nesting.parents.dropFirst().map { Int($0) }
}

/// The places of the records whose number does not follow.
private func breaks(_ numbers: [String]) -> [Int] {
  var nesting = Nesting(recordCount: numbers.count)
  var numbering = NumberingNesting()
  return numbers.enumerated().compactMap { place, number in
    let slip = numbering.add(
      place + 1, readings: OutlineNumber.readings(of: number), to: &nesting)
    return slip == nil ? nil : place + 1
  }
}

@Suite("Outlines by numbers and indents")
struct OutlineTests {
  @Test(
    "Which number belongs to which",
    arguments: [
      (
        ["I.", "A.", "1.", "a.", "1)", "a)", "b)", "2)", "b.", "2.", "B.", "II."],
        [0, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 0]
      ),
      (["1", "a", "b", "2", "a"], [0, 1, 1, 0, 4]),
      (["A.", "(1)", "(a)", "(b)", "(2)"], [0, 1, 2, 2, 1]),
      (["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1"], [0, 1, 2, 2, 1, 0, 6]),
      (["2.16.02", "2.16.02.2.01", "2.16.02.2.01.0003", "2.16.02.2.02"], [0, 1, 2, 1]),
      (["G.", "1.", "H.", "1.", "I.", "1.", "J."], [0, 1, 0, 3, 0, 5, 0]),
      (["I.", "1.", "II.", "1.", "III.", "IV.", "V."], [0, 1, 0, 3, 0, 0, 0]),
      (["1.", "i.", "ii.", "iii.", "2."], [0, 1, 1, 1, 0]),
      (["a.", "b.", "c.", "d."], [0, 0, 0, 0]),
    ] as [([String], [Int])])
  func nests(_ numbers: [String], _ expected: [Int]) { #expect(parents(numbers) == expected) }

  @Test(
    "Numbers that do not follow each other",
    arguments: [
      (["1.", "2.", "3."], []), (["1.", "3.", "4."], [2]), (["1.", "1.", "2."], [2]),
      (["1.", "b.", "c."], [2]), (["A.", "1.", "B.", "2."], [4]), (["H.", "I.", "J."], [1]),
      (["1", "1.1", "1.3"], []),
    ] as [([String], [Int])])
  func slips(_ numbers: [String], _ expected: [Int]) { #expect(breaks(numbers) == expected) }

  @Test(
    "Texts that are no numbers of an outline",
    arguments: ["", "Belanja", "-", "a b c", "Aa.", "1..2"])
  func others(_ text: String) { #expect(OutlineNumber.readings(of: text) == []) }

  @Test(
    "Which indent belongs to which",
    arguments: [
      ([0, 2, 4, 4, 2, 0, 2], [0, 1, 2, 2, 1, 0, 6], []),
      ([0, 3, 6, 3, 0], [0, 1, 2, 1, 0], []),
      ([0, 4, 2, 2, 0], [0, 1, 1, 1, 0], [3]),
      ([2, 0, 2], [0, 0, 2], [2]),
    ] as [([Int], [Int], [Int])])
  func indents(_ indents: [Int], _ expected: [Int], _ irregular: [Int]) {
    var nesting = Nesting(recordCount: indents.count)
    var nests = IndentNesting()
    var found: [Int] = []
    for (place, indent) in indents.enumerated()
    where nests.add(place + 1, indent: indent, to: &nesting) != nil {
      found.append(place + 1)
    }
    #expect(nesting.parents.dropFirst().map { Int($0) } == expected)
    #expect(found == irregular)
  }

  @Test("Sums by numbers, a line without one can't be placed")
  func sums() throws {
    var bench = RuleBench(
      TableLiteral(
        "apbd",
        """
        nomor | uraian | pagu:amount
        A. | Pegawai | 30 !
        1. | Gaji | 20
        2. | Tunjangan | 11
        B. | Barang | 7
        1. | Kertas | 7
         | Tanpa nomor | 5
        """))
    bench.levels["apbd"] = .numbering(field: "nomor")
    let run = try bench.check("rollup(pagu)")
    #expect(run.findings.first?.expected == "31")
    #expect(run.outcomes.first?.unverifiable == 1)
  }

  @Test("A number that does not follow is told at its place")
  func told() throws {
    var bench = RuleBench(
      TableLiteral(
        "apbd",
        """
        nomor | uraian | pagu:amount
        A. | Pegawai | 31
        1. | Gaji | 20
        3. ! | Tunjangan | 11
        """))
    bench.levels["apbd"] = .numbering(field: "nomor")
    let run = try bench.check("rollup(pagu)")
    #expect(run.findings.first?.severity == .warning)
    #expect(
      run.findings.first?.message.indonesian
        == "'Tunjangan': nomor '3.' adalah urutan ke-3, padahal di tempat ini seharusnya urutan ke-2"
    )
  }
}
