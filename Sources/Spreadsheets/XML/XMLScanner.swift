/// Reads the XML that nearly all workbooks have: UTF-8, elements, attributes, texts and references.
///
/// It tells exactly what libxml2 would tell, or says that it isn't sure; then libxml2 reads the part
/// again. It is never sure of anything that is not well-formed.
struct XMLScanner: ~Copyable {
  /// How far it came.
  enum Outcome {
    /// All before that place was told; the rest needs more bytes.
    case told(Int)
    /// Something that libxml2 has to judge.
    case unsure
  }

  /// The starts and ends told.
  private(set) var tags = 0
  /// The bytes of text told since the last of them.
  private(set) var textCount = 0
  var open = OpenElements()
  var tag = ScannedTag()
  private let kinds: UnsafePointer<UInt8>
  private var hasBegun = false
  private var rootHasEnded = false

  init() {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for (byte, kind) in ByteKind.table.enumerated() { table[byte] = kind }
    kinds = UnsafePointer(table)
  }

  deinit { kinds.deallocate() }

  /// Tells what is in the first `count` bytes, behind which there is a byte of 0.
  mutating func scan<Listener: XMLListening>(
    _ bytes: UnsafePointer<UInt8>, count: Int, isLast: Bool, into listener: inout Listener
  ) -> Outcome {
    var place = 0
    if !hasBegun {
      guard let start = XMLDeclaration.end(bytes, count: count) else {
        return isLast || count > 1000 ? .unsure : .told(0)
      }
      place = start
      hasBegun = true
    }
    while place < count {
      let next: Int?
      if bytes[place] != UInt8(ascii: "<") {
        next = text(bytes, from: place, count: count, into: &listener)
      } else if bytes[place + 1] == UInt8(ascii: "/") {
        next = end(bytes, from: place, count: count, into: &listener)
      } else {
        next = start(bytes, from: place, count: count, into: &listener)
      }
      guard let next else { return .unsure }
      if next == place { break }
      place = next
    }
    if isLast && (place < count || open.depth > 0 || !rootHasEnded) { return .unsure }
    return .told(place)
  }

  /// Tells the end tag at `place`; the same place where it goes on behind `count`, nil where it
  /// isn't sure.
  @inline(__always)
  private mutating func end<Listener: XMLListening>(
    _ bytes: UnsafePointer<UInt8>, from place: Int, count: Int, into listener: inout Listener
  ) -> Int? {
    var next = place + 2 + open.nameCount
    guard next < count else { return place }
    guard open.matchedName(bytes + place + 2) != nil else { return nil }
    while kinds[Int(bytes[next])] & ByteKind.blank != 0 { next += 1 }
    guard next < count else { return place }
    guard bytes[next] == UInt8(ascii: ">") else { return nil }
    tellEnd(to: &listener)
    return next + 1
  }

  @inline(__always)
  private mutating func tellEnd<Listener: XMLListening>(to listener: inout Listener) {
    tags &+= 1
    textCount = 0
    listener.end(open.name)
    open.pop()
    if open.depth == 0 { rootHasEnded = true }
  }

  @inline(__always)
  private mutating func start<Listener: XMLListening>(
    _ bytes: UnsafePointer<UInt8>, from place: Int, count: Int, into listener: inout Listener
  ) -> Int? {
    guard !rootHasEnded else { return nil }
    if kinds[Int(bytes[place + 1])] & ByteKind.nameStart != 0, bytes[place + 2] == UInt8(ascii: ">")
    {
      guard open.push(bytes + place + 1, count: 1, prefix: 0, namespace: open.plain) else {
        return nil
      }
      tellStart(UnsafeBufferPointer(start: nil, count: 0), to: &listener)
      return place + 3
    }
    switch tag.read(bytes, from: place, count: count, kinds: kinds) {
    case .more: return place
    case .unsure: return nil
    case .read: break
    }
    guard let namespace = tag.resolve(bytes, &open),
      open.push(
        bytes + tag.name.start, count: tag.name.end - tag.name.start,
        prefix: tag.name.prefixCount, namespace: namespace)
    else { return nil }
    tellStart(tag.attributes, to: &listener)
    if tag.isEmpty { tellEnd(to: &listener) }
    return tag.end
  }

  /// Tells the start of the innermost element.
  @inline(__always)
  private mutating func tellStart<Listener: XMLListening>(
    _ attributes: UnsafeBufferPointer<XMLAttribute>, to listener: inout Listener
  ) {
    tags &+= 1
    textCount = 0
    listener.start(XMLElement(name: open.name, attributes: attributes))
  }

  /// Tells the text at `place` up to the next tag or the end of what is complete.
  @inline(__always)
  private mutating func text<Listener: XMLListening>(
    _ bytes: UnsafePointer<UInt8>, from place: Int, count: Int, into listener: inout Listener
  ) -> Int? {
    var next = place
    while kinds[Int(bytes[next])] & ByteKind.text != 0 { next += 1 }
    if open.depth == 0 { return blanks(bytes, from: place, count: count) }
    if next > place { tell(bytes, place, next, to: &listener) }
    if bytes[next] == UInt8(ascii: "<") { return next }
    return special(bytes, at: next, count: count, into: &listener)
  }

  @inline(__always)
  private mutating func tell<Listener: XMLListening>(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, to listener: inout Listener
  ) {
    textCount &+= end - start
    listener.text(UnsafeBufferPointer(start: bytes + start, count: end - start))
  }

  /// Outside of the root there are only blanks.
  private func blanks(_ bytes: UnsafePointer<UInt8>, from place: Int, count: Int) -> Int? {
    var next = place
    while kinds[Int(bytes[next])] & ByteKind.blank != 0 { next += 1 }
    return next == count || bytes[next] == UInt8(ascii: "<") ? next : nil
  }

  /// Tells the character at `place`, which doesn't stand for itself.
  private mutating func special<Listener: XMLListening>(
    _ bytes: UnsafePointer<UInt8>, at place: Int, count: Int, into listener: inout Listener
  ) -> Int? {
    guard place < count else { return place }
    switch bytes[place] {
    case UInt8(ascii: "&"):
      guard let found = XMLCharacter.reference(bytes, at: place, end: count) else {
        return count - place < XMLCharacter.longest ? place : nil
      }
      var character = String(Character(found.scalar))
      character.withUTF8 { told in
        if let start = told.baseAddress { tell(start, 0, told.count, to: &listener) }
      }
      return place + found.length
    case UInt8(ascii: "\r"):
      guard place + 1 < count else { return place }
      guard bytes[place + 1] != UInt8(ascii: "\n") else { return place + 1 }
      withUnsafePointer(to: UInt8(ascii: "\n")) { tell($0, 0, 1, to: &listener) }
      return place + 1
    case UInt8(ascii: "]"):
      guard place + 1 < count else { return place }
      guard bytes[place + 1] != UInt8(ascii: "]") else { return nil }
      tell(bytes, place, place + 1, to: &listener)
      return place + 1
    default: return beyondASCII(bytes, at: place, count: count, into: &listener)
    }
  }

  private mutating func beyondASCII<Listener: XMLListening>(
    _ bytes: UnsafePointer<UInt8>, at place: Int, count: Int, into listener: inout Listener
  ) -> Int? {
    var next = place
    while bytes[next] >= 0x80 {
      let length = XMLCharacter.length(bytes, at: next, end: count)
      guard length != 0 else { return nil }
      if length < 0 { break }
      next += length
    }
    if next == place { return bytes[place] < 0x80 ? nil : place }
    tell(bytes, place, next, to: &listener)
    return next
  }
}
