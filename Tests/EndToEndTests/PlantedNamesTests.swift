import Foundation
import Tabular
import Testing

/// A name that is missing or misspelled in any of the four lists of offices is found, those of
/// sub-units included.
@Suite struct PlantedNamesTests {
  static let lists = [
    "jumlah-perangkat-daerah", "jumlah-perangkat-daerah-bagian-organisasi",
    "opd-pengguna-data-statistik", "opd-keamanan-informasi",
  ]

  @Test(arguments: lists) func slipOrGapIsFound(_ list: String) throws {
    let copy = try SampleCopy(of: .init(pipeline: "opd", path: "samples/opd/\(list)-2023.csv"))
    let usual = Set(copy.findings())
    let data = try copy.data
    let isWide = data.starts(with: [0xFF, 0xFE])
    let encoding: String.Encoding = isWide ? .utf16LittleEndian : .utf8
    let text = try #require(String(data: data, encoding: encoding))
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.count >= 55)
    for number in 1...52 {
      let name = lines[number]
      let second = name.index(name.endIndex, offsetBy: -3)
      let slip = name.replacingCharacters(in: second...second, with: "Q")
      for changed in [[slip], []] {
        var new = lines
        new.replaceSubrange(number...number, with: changed)
        try copy.plant(#require(new.joined(separator: "\r\n").data(using: encoding)))
        let isFound = copy.findings().contains { $0.severity > .note && !usual.contains($0) }
        #expect(isFound, "line \(number + 1) with \(changed)")
      }
    }
  }
}
