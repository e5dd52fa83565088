import Foundation
import Tabular
import Testing

@testable import Delimited

/// Files that nobody here wrote; where they are missing, the tests say so and pass over them.
@Suite struct CorpusTests {
  static let isThere = FileManager.default.fileExists(atPath: Corpus.shared.path)

  @Test(.enabled(if: isThere, "../shared is missing: skipped the files beside the project"))
  func allFilesAreThere() {
    #expect(Corpus.spectrum.count == 12)
    #expect(Corpus.budgets.count == 40)
    #expect(Corpus.samples.count > 70)
  }

  /// csv-spectrum: each file with the records that it must give.
  ///
  /// Ten files give them as they stand. In two, file and expectation contradict each other, which
  /// no reader can mend:
  ///
  /// | file | what contradicts | what the test does |
  /// |---|---|---|
  /// | newlines_crlf.csv | this copy has lost its CRs, the JSON has them | puts them back |
  /// | location_coordinates.csv | its phone number is 2095257564, that of the JSON 1234567890 | takes the file's |
  @Test(arguments: Corpus.spectrum) func spectrumGivesTheExpectedRecords(file: CorpusFile) throws {
    let name = file.name.replacingOccurrences(of: ".csv", with: ".json")
    let path = Corpus.shared.appending(path: "corpus/csv-spectrum/json/\(name)")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: path))
    var expected = try #require(
      (json as? [[String: String]]) ?? (json as? [String: String]).map { [$0] })
    var bytes = try file.bytes()
    switch file.name {
    case "newlines_crlf.csv":
      #expect(!bytes.contains(0x0D))
      bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    case "location_coordinates.csv":
      #expect(expected[0].updateValue("2095257564", forKey: "Contact Phone Number") == "1234567890")
    default: break
    }
    let reading = try Reading(bytes)
    let labels = try #require(reading.rows.first)
    let records = reading.rows.dropFirst().map { row in
      Dictionary(uniqueKeysWithValues: zip(labels, row))
    }
    #expect(records == expected)
    #expect(reading.rows.allSatisfy { $0.count == labels.count })
  }

  struct BudgetLabel: Decodable {
    var file: String
    var encoding: String
    var delimiter: String
    var records: Int
  }

  /// Records in one cell, which are taken apart.
  ///
  /// All other cells of the 40 files were once compared with Python's `csv` module and were equal,
  /// as are the numbers of records (blank lines counted) with `labels.json`:
  ///
  /// | file | records | what differs from Python |
  /// |---|---:|---|
  /// | 3401_1473858955.csv | 17 | codes and amounts in the first cell, the other cells missing |
  /// | 3401_1473859038.csv | 20 | the same; one of them lacks its last empty cell |
  /// | 3404_1473157847.csv | 6 | the metadata lines, `"Judul,Anggaran …",,,` |
  /// | 34_1472618921.csv | 19 | of six and of seven cells, twelve of them begin with six empty ones |
  static let wrapped = [
    "3401_1473858955.csv": 17, "3401_1473859038.csv": 20, "3404_1473157847.csv": 6,
    "34_1472618921.csv": 19,
  ]

  static let labels: [BudgetLabel] =
    (try? JSONDecoder().decode(
      [BudgetLabel].self,
      from: Data(contentsOf: Corpus.shared.appending(path: "corpus/apbd/labels.json")))) ?? []

  @Test(arguments: Corpus.budgets) func budgetsAreReadWhole(file: CorpusFile) throws {
    let label = try #require(Self.labels.first { $0.file == file.name })
    let reading = try Reading(file.bytes())
    #expect(reading.rows.count == label.records)
    #expect(reading.accountsForEveryLine)
    #expect(reading.dialect.delimiter.value == label.delimiter.utf8.first)
    let encoding: TextEncoding = label.encoding == "cp1252" ? .windows1252 : .utf8
    #expect(reading.dialect.encoding.value == encoding)
    let wrapped = reading.remarks.filter { $0.reason.kind == .wrappedRecord }
    #expect(wrapped.count == Self.wrapped[file.name, default: 0])
    let notes = reading.remarks.filter { $0.severity > .note && $0.reason.kind != .wrappedRecord }
    #expect(notes.isEmpty)
    for remark in wrapped {
      let row = try #require(reading.lines.firstIndex(of: remark.line ?? 0))
      #expect(reading.rows[row].count > 1)
    }
  }

  /// The delimiters and encodings of the samples that are not semicolons in UTF-8 with CRLF.
  static let unusual: [String: (delimiter: UInt8, encoding: TextEncoding)] = [
    "jumlah-perangkat-daerah-2023.csv": (0x2C, .utf8),
    "hasil-evaluasi-spbe-jateng-2023.csv": (0x2C, .utf8),
    "opd-keamanan-informasi-2023.csv": (0x09, .utf16LittleEndian),
  ]

  @Test(arguments: Corpus.samples) func samplesAreReadWhole(file: CorpusFile) throws {
    let reading = try Reading(file.bytes())
    #expect(reading.accountsForEveryLine)
    #expect(!reading.dialect.delimiter.origin.rawValue.isEmpty)
    #expect(reading.remarks.allSatisfy { $0.reason.kind == .byteOrderMark })
    let expected = Self.unusual[file.name] ?? (0x3B, .utf8)
    #expect(reading.dialect.encoding.value == expected.encoding)
    #expect(reading.dialect.delimiter.value == expected.delimiter)
    #expect(reading.dialect.delimiter.origin == .detected)
  }
}
