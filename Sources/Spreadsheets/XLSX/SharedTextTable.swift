/// The texts that the cells of an XLSX workbook share, by their numbers.
struct SharedTextTable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [UInt32] = []

  /// The number of texts.
  var count: Int { ends.count }

  /// No texts.
  init() {}

  /// Reads the part that holds them.
  ///
  /// - Throws: where it is damaged or larger than the limit.
  init(_ source: XMLSource, limits: SpreadsheetLimits) throws(SpreadsheetError) {
    let reading = XMLReading(source, listener: Listener(limits: limits, part: source.name))
    try reading.finish()
    bytes = reading.listener.bytes
    ends = reading.listener.ends
  }

  /// Adds the text of that number to `target`; false where there is none.
  @inline(__always)
  func append(_ number: Int, to target: inout [UInt8]) -> Bool {
    guard number < ends.count else { return false }
    let start = number == 0 ? 0 : Int(ends[number - 1])
    bytes.withUnsafeBufferPointer {
      target.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<Int(ends[number])]))
    }
    return true
  }

  private struct Listener: XMLListening {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var failure: SpreadsheetError?
    private var text: RichText?
    private let limit: Int
    private let part: String

    init(limits: SpreadsheetLimits, part: String) {
      limit = min(limits.sharedTextSize, Int(UInt32.max))
      self.part = part
    }

    mutating func start(_ element: XMLElement) {
      if text != nil {
        text?.start(element.name, in: bytes)
      } else if element.name == "si" {
        text = RichText()
      }
    }

    mutating func end(_ name: XMLName) {
      guard text != nil else { return }
      if name == "si" {
        text = nil
        ends.append(UInt32(bytes.count))
        check()
      } else {
        text?.end(name, in: &bytes)
      }
    }

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
      guard text != nil, failure == nil else { return }
      text?.text(piece, into: &bytes)
      check()
    }

    private mutating func check() {
      guard bytes.count > limit || ends.count > limit else { return }
      failure = SpreadsheetError(.tooLarge(.sharedTextSize, allowed: limit, part: part))
      bytes.removeAll()
      ends.removeAll()
    }
  }
}
