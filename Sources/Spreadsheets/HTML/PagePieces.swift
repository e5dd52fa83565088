/// The pieces of a page that are parsed one after another.
///
/// Each but the last ends after a `>`: torn tags at the end of a script confuse the parser.
struct PagePieces: IteratorProtocol {
  private let page: [UInt8]
  private let size: Int
  private var start = 0

  /// The pieces of `page`, of about so many bytes each.
  init(_ page: [UInt8], size: Int = 64 << 10) {
    self.page = page
    self.size = max(size, 4)
  }

  mutating func next() -> Range<Int>? {
    guard start < page.count else { return nil }
    let limit = min(start + size, page.count)
    let close = UInt8(ascii: ">")
    let last =
      limit == page.count
      ? nil : page[start..<limit].lastIndex(of: close) ?? page[limit...].firstIndex(of: close)
    let end = last.map { $0 + 1 } ?? page.count
    defer { start = end }
    return start..<end
  }
}
