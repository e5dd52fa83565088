import Numerals
import Tabular
import Testing

@Suite("Conventions of columns")
struct ConventionTests {
  private func text(_ cells: [String]) -> String {
    "No;x\n" + cells.enumerated().map { "\($0 + 1);\($1)\n" }.joined()
  }

  @Test("An ambiguous value is decided by the others, wherever they stand")
  func byOthers() throws {
    for cells in [["5.015", "1.054.804"], ["1.054.804", "5.015"]] {
      let reading = try Reading(text(cells), [field("x", .decimal)], blockRows: 1)
      #expect(reading.values.contains(["5015"]))
      #expect(reading.findings.isEmpty)
    }
    let english = try Reading(text(["5.015", "11.16"]), [field("x", .decimal)])
    #expect(english.values == [["5.015"], ["11.16"]])
  }

  @Test("Else by the type")
  func byType() throws {
    #expect(try Reading(text(["5.015"]), [field("x", .count)]).values == [["5015"]])
    #expect(try Reading(text(["5.015"]), [field("x", .amount)]).values == [["5015"]])
  }

  @Test("Else it is refused with both readings")
  func refused() throws {
    let reading = try Reading(text(["5.015", "7"]), [field("x", .decimal)])
    #expect(reading.values == [["·"], ["7"]])
    #expect(reading.findings == ["2 x angka"])
    #expect(reading.source.findings[0].expected == nil)
    #expect(reading.source.findings[0].message.indonesian.contains("5015 atau 5,015"))
    var declared = field("x", .decimal)
    declared.convention = .english
    #expect(try Reading(text(["5.015"]), [declared]).values == [["5.015"]])
  }

  @Test("Two styles in one column are told, and each value is read by its own")
  func mixed() throws {
    let reading = try Reading(text(["11.16", "13,84", "5.015"]), [field("x", .decimal)])
    #expect(reading.values == [["11.16"], ["13.84"], ["·"]])
    #expect(reading.findings == ["4 x angka", "warning 1 x gaya-angka"])
  }

  @Test("A lone value of the other style is refused with its reading")
  func outlier() throws {
    let cells = (0..<40).map { "\($0),25" } + ["7.62"]
    let reading = try Reading(text(cells), [field("x", .decimal)])
    #expect(reading.findings == ["42 x angka"])
    #expect(reading.source.findings[0].expected == "7,62")
    #expect(!reading.source.mustBeReadAgain)
  }

  @Test("Late contrary values make the resource be read again")
  func late() throws {
    let cells = Array(repeating: "5.015", count: 300) + ["11.16", "12.17"]
    let reading = try Reading(
      text(cells), [field("x", .decimal)], blockRows: 50, heldLimit: 100)
    #expect(reading.wasReadAgain)
    #expect(!reading.source.mustBeReadAgain)
    #expect(reading.findings.isEmpty)
    let found = try #require(try reading.table.batches.find(record: 1))
    #expect(found.batch.columns[0].canonical(0) == "5.015")
    #expect(reading.table.recordCount == cells.count)
  }

  @Test("A late first mark ends the assumption without reading again")
  func assumed() throws {
    let reading = try Reading(
      text(["5", "7000", "8", "1.234.567", "5.015"]), [field("x", .decimal)], blockRows: 1)
    #expect(!reading.wasReadAgain)
    #expect(reading.values.map { $0[0] } == ["5", "7000", "8", "1234567", "5015"])
    #expect(reading.raws.map { $0[0] } == ["5", "7000", "8", "1.234.567", "5.015"])
  }

  @Test("A typing error at the top does not settle a column of counts")
  func misleadingFirst() throws {
    for cells in [
      ["1.77", "1.964", "2.001"],
      ["2,038", "1.964", "2.001"] + Array(repeating: "1.001", count: 20),
    ] {
      let reading = try Reading(text(cells), [field("x", .count)], blockRows: 1)
      #expect(reading.findings == ["2 x angka"])
      #expect(reading.values[1] == ["1964"])
    }
  }

  @Test("A resource can be taken back")
  func discard() throws {
    let fields = [field("x", .count)]
    var decoder = try TableDecoder(name: "t", schema: Schema(fields: fields), pipeline: "p")
    for name in ["a", "b", "b"] {
      let rows = TinyCSV.rows(of: text(["1", "2"]))
      let place = Location(resource: name)
      let layout = try Layout(of: rows, in: place)
      let match = try ColumnMatch(fields: fields, header: layout.header, in: place)
      if decoder.recordCount > 2 { decoder.discardSource() }
      decoder.begin(resource: name, layout: layout, match: match)
      try decoder.decode(rows)
      _ = try decoder.end()
    }
    #expect(decoder.recordCount == 4)
    #expect(decoder.finish().sources.map(\.resource) == ["a", "b"])
  }

  @Test("A late date shows how all are read")
  func lateDate() throws {
    let cells = ["2023-01-05", "1/2/2023", "31/12/2023"]
    let reading = try Reading(text(cells), [field("x", .date)], blockRows: 1)
    #expect(reading.wasReadAgain)
    #expect(reading.values.map { $0[0] } == ["2023-01-05", "2023-02-01", "2023-12-31"])
    #expect(reading.findings.isEmpty)
  }

  @Test("What a reading showed is in force after it was taken back")
  func known() throws {
    let fields = [field("x", .decimal), field("t", .date)]
    let rows = TinyCSV.rows(of: "x;t\n5;2023-01-05\n5.015;1/2/2023\n11.16;31/12/2023\n")
    let place = Location(resource: "a")
    let layout = try Layout(of: rows, in: place)
    let match = try ColumnMatch(fields: fields, header: layout.header, in: place)
    var decoder = try TableDecoder(name: "t", schema: Schema(fields: fields), pipeline: "p")
    for isAgain in [false, true] {
      decoder.begin(resource: "a", layout: layout, match: match)
      for block in rows.blocks(of: isAgain ? .max : 1) { try decoder.decode(block) }
      let reading = try decoder.end()
      #expect(reading.mustBeReadAgain != isAgain)
      #expect(reading.findings.isEmpty == isAgain)
      if reading.mustBeReadAgain { decoder.discardSource() }
    }
    #expect(decoder.recordCount == 3)
  }

  @Test("The basis of a convention is told")
  func basis() throws {
    let reading = try Reading(text(["1.054.804", "5.015"]), [field("x", .decimal)])
    let setting = try #require(reading.source.conventions["x"]?.setting)
    #expect(setting.value == .indonesian && setting.origin == .detected)
    #expect(setting.basis?.indonesian == "1 nilai menunjukkannya, misalnya '1.054.804'")
  }
}
