import Glibc
import Numerals
import Testing

@testable import Tabular

@Suite("Batch store")
struct BatchStoreTests {
  @Test("What is read back equals what was written", arguments: 1...40 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let batches = RandomBatches.make(using: &generator)
    let limit = Int.random(in: 0...20_000, using: &generator)
    var store = BatchStore(spillingTo: "/tmp", memoryLimit: limit)
    for batch in batches { try store.append(batch) }
    var position = 0
    try store.forEach { batch in
      expectEqual(batch, batches[position], "seed \(seed), batch \(position)")
      position += 1
    }
    #expect(position == batches.count, "seed \(seed)")
    #expect(store.recordCount == batches.reduce(0) { $0 + $1.count })
    #expect(store.heldBytes <= limit)
  }

  @Test("Single columns and single records are found", arguments: 1...10 as ClosedRange<UInt64>)
  func parts(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let batches = RandomBatches.make(using: &generator)
    var store = BatchStore(spillingTo: "/tmp", memoryLimit: 0)
    for batch in batches { try store.append(batch) }
    let fields: Set<Int> = [0, 2]
    var position = 0
    try store.forEach(fields: fields) { batch in
      let whole = batches[position]
      #expect(batch.lines == whole.lines)
      for field in fields {
        expectEqual(batch.columns[field], whole.columns[field], "seed \(seed)")
      }
      #expect(batch.columns[1].texts?.codes.isEmpty == true)
      position += 1
    }
    for batch in batches where batch.count > 0 {
      let row = Int.random(in: 0..<batch.count, using: &generator)
      let found = try store.find(record: batch.firstRecord + row)
      #expect(found?.row == row)
      #expect(found?.batch.firstRecord == batch.firstRecord)
    }
    #expect(try store.find(record: 0) == nil)
    #expect(try store.find(record: store.recordCount + 1) == nil)
  }

  @Test("A folder that can't take a file is told")
  func missingFolder() throws {
    var generator = Generator(seed: 1)
    var store = BatchStore(spillingTo: "/nowhere/at/all", memoryLimit: 0)
    let batch = RandomBatches.make(using: &generator)[0]
    #expect(throws: TabularError(.spillNotOpened(folder: "/nowhere/at/all", errno: ENOENT))) {
      try store.append(batch)
    }
    #expect(store.recordCount == 0)
  }

  @Test("No file is left or even seen in the folder")
  func leavesNothing() throws {
    var template = Array("/tmp/cermat-spill-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { rmdir(folder) }
    var generator = Generator(seed: 2)
    var store = BatchStore(spillingTo: folder, memoryLimit: 0)
    for batch in RandomBatches.make(using: &generator) { try store.append(batch) }
    #expect(store.isSpilled)
    let listing = try #require(opendir(folder))
    defer { closedir(listing) }
    var names = 0
    while readdir(listing) != nil { names += 1 }
    #expect(names == 2)
  }

  @Test("A full disk is told with the folder")
  func fullDisk() throws {
    let file = SpillFile(descriptor: open("/dev/full", O_RDWR), folder: "/penuh")
    #expect(throws: TabularError(.spillNotWritten(folder: "/penuh", errno: ENOSPC))) {
      try [UInt8](repeating: 7, count: 10).withUnsafeBytes { _ = try file.append($0) }
    }
  }

  @Test("A file that lost its end is told")
  func shortFile() throws {
    let file = SpillFile(descriptor: open("/dev/null", O_RDWR), folder: "/pendek")
    var bytes = [UInt8](repeating: 0, count: 10)
    #expect(throws: TabularError(.spillNotRead(folder: "/pendek", errno: 0))) {
      try bytes.withUnsafeMutableBytes { try file.read(into: $0, at: 0) }
    }
  }
}

func expectEqual(_ left: Batch, _ right: Batch, _ story: String) {
  #expect(left.firstRecord == right.firstRecord, "\(story)")
  #expect(left.count == right.count, "\(story)")
  #expect(left.lines == right.lines, "\(story)")
  #expect(left.source == right.source, "\(story)")
  #expect(left.columns.count == right.columns.count, "\(story)")
  for (one, other) in zip(left.columns, right.columns) { expectEqual(one, other, story) }
}

func expectEqual(_ left: Column, _ right: Column, _ story: String) {
  #expect(left.exceptions == right.exceptions, "\(story)")
  #expect(left.places == right.places, "\(story)")
  switch (left.values, right.values) {
  case (.texts(let one), .texts(let other)):
    #expect(one.codes == other.codes && one.pool === other.pool, "\(story)")
  case (.numerals(let one), .numerals(let other)):
    #expect(one.mantissas == other.mantissas && one.scale == other.scale, "\(story)")
    #expect(one.printedScales == other.printedScales, "\(story)")
    #expect(one.states == other.states && one.notation == other.notation, "\(story)")
    #expect(one.wide.keys.sorted() == other.wide.keys.sorted(), "\(story)")
    for (row, value) in one.wide {
      #expect(other.wide[row]?.mantissa == value.mantissa, "\(story)")
      #expect(other.wide[row]?.scale == value.scale, "\(story)")
    }
  default: Issue.record("another kind of column: \(story)")
  }
}
