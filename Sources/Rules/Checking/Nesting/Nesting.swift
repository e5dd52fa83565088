import Tabular

/// Which record each record of a table belongs to.
struct Nesting {
  /// The whole of each record, from 1 by record from 1; 0 where it has none.
  private(set) var parents: [UInt32]
  /// How deep each record is nested; parts of one whole that are deeper than others are not its
  /// direct parts.
  private(set) var depths: [UInt16]
  /// Records whose code turns out to belong to another level, so that their sum means nothing.
  private(set) var misplaced: Set<Int> = []

  init(recordCount: Int) {
    parents = [UInt32](repeating: 0, count: recordCount + 1)
    depths = [UInt16](repeating: 0, count: recordCount + 1)
  }

  mutating func put(_ record: Int, under parent: Int, depth: Int) {
    parents[record] = UInt32(parent)
    depths[record] = UInt16(clamping: depth)
  }

  mutating func misplace(_ record: Int) { misplaced.insert(record) }
}

// MARK: by position

/// Nests records by the order in which levels follow each other, one run of records at a time.
struct PositionalNesting {
  private var open: [(record: Int, level: Int)] = []
  private var waiting: [(record: Int, level: Int)] = []
  private var last: (record: Int, level: Int)?

  /// Puts the next record of the run in its place.
  ///
  /// A record that no outer one stands before waits
  /// for the next outer one to come: there the whole stands below its parts.
  mutating func add(_ record: Int, level: Int, to nesting: inout Nesting) {
    while let top = open.last, top.level >= level { open.removeLast() }
    if let top = open.last {
      nesting.put(record, under: top.record, depth: level)
    } else {
      for part in waiting where part.level > level {
        nesting.put(part.record, under: record, depth: part.level)
      }
      let closed = waiting.contains { $0.level > level }
      waiting.removeAll { $0.level > level }
      waiting.append((record, level))
      // A whole that stood below its parts takes no parts from what follows.
      if closed { return }
    }
    open.append((record, level))
  }
}

// MARK: by code

/// Nests records by codes such as `5.1.2`, in the order of the listing.
///
/// Every record stays open until the listing comes back to its code or to a code that it begins
/// with. A mistyped code is nobody's ancestor and closes nothing, so it does not tear apart what
/// stands around it.
struct CodeNesting {
  let separator: String
  private var open: [String: Int] = [:]
  private var openBelow: [String: Int] = [:]
  private var firstSeen: [String: Int] = [:]

  init(separator: String) { self.separator = separator }

  /// Puts the next record in its place; a text that is no code takes no part.
  mutating func add(_ record: Int, code text: String, to nesting: inout Nesting) {
    guard let segments = Self.segments(of: text, separator: separator) else { return }
    let code = segments.joined(separator: separator)
    close(code, at: record, in: &nesting)
    let prefixes = (1..<max(1, segments.count)).map {
      segments.prefix($0).joined(separator: separator)
    }
    if let nearest = prefixes.last(where: { open[$0] != nil }), let parent = open[nearest] {
      nesting.put(record, under: parent, depth: segments.count)
    } else {
      nesting.put(record, under: 0, depth: segments.count)
    }
    open[code] = record
    for prefix in prefixes { openBelow[prefix, default: 0] += 1 }
    if firstSeen[code] == nil { firstSeen[code] = record }
  }

  /// The parts of a code: runs of blanks and separators are one separator, ends don't count.
  ///
  /// Nil where the first part is not a number or another holds something besides letters and digits.
  static func segments(of text: String, separator: String) -> [String]? {
    let mark = separator.first ?? "."
    let hasMark = text.contains(mark)
    let parts = text.split { $0 == mark || (hasMark && $0.isWhitespace) }.map(String.init)
    guard let first = parts.first, first.allSatisfy({ $0.isASCII && $0.isNumber }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) } })
    else { return nil }
    return parts
  }

  private mutating func close(_ code: String, at record: Int, in nesting: inout Nesting) {
    guard open[code] != nil || openBelow[code, default: 0] > 0 else { return }
    let beginning = code + separator
    for (other, closed) in open where other == code || other.hasPrefix(beginning) {
      if other != code, firstSeen[code].map({ $0 > closed }) ?? true { nesting.misplace(closed) }
      open[other] = nil
      var prefix = other
      while let cut = prefix.range(of: separator) {
        prefix = String(prefix[..<cut.lowerBound])
        openBelow[prefix, default: 1] -= 1
      }
    }
  }
}

extension String {
  /// The last place where `part` stands; nil where it does not.
  fileprivate func range(of part: String) -> Range<String.Index>? {
    guard !part.isEmpty, count > part.count else { return nil }
    var start = index(endIndex, offsetBy: -part.count)
    while true {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      guard start > startIndex else { return nil }
      start = index(before: start)
    }
  }
}
