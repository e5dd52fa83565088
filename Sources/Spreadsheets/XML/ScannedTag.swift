/// A start tag while it is read.
struct ScannedTag: ~Copyable {
  /// How reading ended.
  enum Outcome { case read, more, unsure }

  /// Where a name stands.
  struct Name {
    var start = 0
    /// Where the part behind the prefix begins; `start` where there is no prefix.
    var local = 0
    var end = 0
    /// The length of the prefix with its colon.
    var prefixCount: Int { local - start }
  }

  private struct Raw {
    var name: Name
    var value: UnsafeBufferPointer<UInt8>
  }

  private static let attributeLimit = 64

  /// Its name.
  private(set) var name = Name()
  /// Where it ends.
  private(set) var end = 0
  /// True where it is the end of its element too.
  private(set) var isEmpty = false
  private var count = 0
  private var told = 0
  private var needsNamespaces = false
  private let raws: UnsafeMutablePointer<Raw>
  private let resolved: UnsafeMutablePointer<XMLAttribute>
  /// Values with references, replaced.
  private var decoded: UnsafeMutablePointer<UInt8>
  private var decodedCount = 0
  private var decodedRoom = 4096

  init() {
    raws = .allocate(capacity: Self.attributeLimit)
    resolved = .allocate(capacity: Self.attributeLimit)
    decoded = .allocate(capacity: decodedRoom)
  }

  deinit {
    raws.deallocate()
    resolved.deallocate()
    decoded.deallocate()
  }

  /// The attributes, once they are resolved.
  var attributes: UnsafeBufferPointer<XMLAttribute> {
    UnsafeBufferPointer(start: resolved, count: told)
  }

  /// Reads the tag whose `<` stands at `place`.
  @inline(__always)
  mutating func read(
    _ bytes: UnsafePointer<UInt8>, from place: Int, count total: Int,
    kinds: UnsafePointer<UInt8>
  ) -> Outcome {
    count = 0
    decodedCount = 0
    needsNamespaces = false
    var next = place + 1
    guard let name = Self.name(bytes, &next, kinds) else { return outcome(next, total) }
    self.name = name
    needsNamespaces = name.local > name.start
    while true {
      let blanks = next
      while kinds[Int(bytes[next])] & ByteKind.blank != 0 { next += 1 }
      if bytes[next] == UInt8(ascii: ">") {
        isEmpty = false
        end = next + 1
        return .read
      }
      if bytes[next] == UInt8(ascii: "/") {
        guard bytes[next + 1] == UInt8(ascii: ">") else { return outcome(next + 1, total) }
        isEmpty = true
        end = next + 2
        return .read
      }
      guard next > blanks, next < total, count < Self.attributeLimit else {
        return outcome(next, total)
      }
      guard attribute(bytes, &next, total, kinds) else { return outcome(next, total) }
    }
  }

  @inline(__always)
  private func outcome(_ place: Int, _ total: Int) -> Outcome { place >= total ? .more : .unsure }

  /// Reads a name in ASCII with at most one colon.
  @inline(__always)
  private static func name(
    _ bytes: UnsafePointer<UInt8>, _ next: inout Int, _ kinds: UnsafePointer<UInt8>
  ) -> Name? {
    let start = next
    guard kinds[Int(bytes[next])] & ByteKind.nameStart != 0 else { return nil }
    repeat { next += 1 } while kinds[Int(bytes[next])] & ByteKind.name != 0
    var local = start
    if bytes[next] == UInt8(ascii: ":") {
      next += 1
      local = next
      guard kinds[Int(bytes[next])] & ByteKind.nameStart != 0 else { return nil }
      repeat { next += 1 } while kinds[Int(bytes[next])] & ByteKind.name != 0
    }
    guard bytes[next] < 0x80, bytes[next] != UInt8(ascii: ":"),
      next - start <= OpenElements.longestName
    else { return nil }
    return Name(start: start, local: local, end: next)
  }

  /// Reads one attribute; false where it isn't sure or needs more.
  @inline(__always)
  private mutating func attribute(
    _ bytes: UnsafePointer<UInt8>, _ next: inout Int, _ total: Int, _ kinds: UnsafePointer<UInt8>
  ) -> Bool {
    guard let name = Self.name(bytes, &next, kinds) else { return false }
    while kinds[Int(bytes[next])] & ByteKind.blank != 0 { next += 1 }
    guard bytes[next] == UInt8(ascii: "=") else { return false }
    next += 1
    while kinds[Int(bytes[next])] & ByteKind.blank != 0 { next += 1 }
    let quote = bytes[next]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    next += 1
    let start = next
    while kinds[Int(bytes[next])] & ByteKind.value != 0, bytes[next] != quote { next += 1 }
    var value = UnsafeBufferPointer(start: bytes + start, count: next - start)
    if bytes[next] != quote {
      guard let replaced = decode(bytes, start, &next, quote, total, kinds) else { return false }
      value = replaced
    }
    next += 1
    if name.local > name.start || bytes[name.start] == UInt8(ascii: "x") { needsNamespaces = true }
    raws[count] = Raw(name: name, value: value)
    count += 1
    return true
  }

  /// Reads on a value with references or characters outside ASCII.
  private mutating func decode(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ next: inout Int, _ quote: UInt8, _ total: Int,
    _ kinds: UnsafePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    var piece: [UInt8] = Array(UnsafeBufferPointer(start: bytes + start, count: next - start))
    while bytes[next] != quote {
      if kinds[Int(bytes[next])] & ByteKind.value != 0 {
        piece.append(bytes[next])
        next += 1
      } else if bytes[next] == UInt8(ascii: "&") {
        guard let found = XMLCharacter.reference(bytes, at: next, end: total) else {
          if total - next < XMLCharacter.longest { next = total }
          return nil
        }
        piece += Array(String(Character(found.scalar)).utf8)
        next += found.length
      } else {
        guard bytes[next] >= 0x80 else { return nil }
        let length = XMLCharacter.length(bytes, at: next, end: total)
        if length < 0 { next = total }
        guard length > 0 else { return nil }
        piece += UnsafeBufferPointer(start: bytes + next, count: length)
        next += length
      }
    }
    return keep(piece)
  }

  /// Keeps a value; nil where there is no room, as values told before must not move.
  private mutating func keep(_ value: [UInt8]) -> UnsafeBufferPointer<UInt8>? {
    if value.count > decodedRoom - decodedCount {
      guard decodedCount == 0, value.count < 1 << 20 else { return nil }
      decoded.deallocate()
      decodedRoom = value.count * 2
      decoded = .allocate(capacity: decodedRoom)
    }
    let kept = UnsafeBufferPointer(start: decoded + decodedCount, count: value.count)
    for byte in value {
      decoded[decodedCount] = byte
      decodedCount += 1
    }
    return kept
  }

  /// Finds what the prefixes stand for, and gives the namespace of the element; nil where it
  /// isn't sure.
  @inline(__always)
  mutating func resolve(_ bytes: UnsafePointer<UInt8>, _ open: inout OpenElements) -> XMLNamespace?
  {
    for one in 0..<count {
      for other in 0..<one where isSame(bytes, raws[one].name, raws[other].name) { return nil }
    }
    if needsNamespaces { return resolvePrefixes(bytes, &open) }
    for place in 0..<count {
      let name = raws[place].name
      let local = UnsafeBufferPointer(start: bytes + name.start, count: name.end - name.start)
      resolved[place] = XMLAttribute(
        name: XMLName(local: local, namespace: .none), value: raws[place].value)
    }
    told = count
    return open.plain
  }

  private mutating func resolvePrefixes(
    _ bytes: UnsafePointer<UInt8>, _ open: inout OpenElements
  ) -> XMLNamespace? {
    for place in 0..<count where isDeclaration(bytes, raws[place].name) {
      guard bind(bytes, raws[place], &open) else { return nil }
    }
    told = 0
    for place in 0..<count where !isDeclaration(bytes, raws[place].name) {
      let name = raws[place].name
      guard let namespace = self.namespace(bytes, name, plain: .none, open) else { return nil }
      let local = UnsafeBufferPointer(start: bytes + name.local, count: name.end - name.local)
      resolved[told] = XMLAttribute(
        name: XMLName(local: local, namespace: namespace), value: raws[place].value)
      told += 1
    }
    return namespace(bytes, name, plain: open.plain, open)
  }

  private func namespace(
    _ bytes: UnsafePointer<UInt8>, _ name: Name, plain: XMLNamespace, _ open: borrowing OpenElements
  ) -> XMLNamespace? {
    guard name.local > name.start else { return plain }
    return open.namespace(
      UnsafeBufferPointer(start: bytes + name.start, count: name.local - name.start - 1))
  }

  @inline(__always)
  private func isSame(_ bytes: UnsafePointer<UInt8>, _ one: Name, _ other: Name) -> Bool {
    guard bytes[one.start] == bytes[other.start], one.end - one.start == other.end - other.start
    else { return false }
    return (0..<one.end - one.start).allSatisfy {
      bytes[one.start + $0] == bytes[other.start + $0]
    }
  }

  private func isDeclaration(_ bytes: UnsafePointer<UInt8>, _ name: Name) -> Bool {
    let whole = UnsafeBufferPointer(start: bytes + name.start, count: name.end - name.start)
    return whole.starts(with: "xmlns".utf8) && (whole.count == 5 || whole[5] == UInt8(ascii: ":"))
  }

  /// Takes a declaration; false for those that mean something special.
  private func bind(
    _ bytes: UnsafePointer<UInt8>, _ raw: Raw, _ open: inout OpenElements
  ) -> Bool {
    let isPlain = raw.name.local == raw.name.start
    let prefix = UnsafeBufferPointer(
      start: bytes + raw.name.local, count: isPlain ? 0 : raw.name.end - raw.name.local)
    let namespace = XMLNamespace(uri: raw.value)
    guard !raw.value.isEmpty, namespace != .xml, !prefix.starts(with: "xml".utf8),
      !raw.value.elementsEqual("http://www.w3.org/2000/xmlns/".utf8)
    else { return false }
    open.bind(prefix, to: namespace)
    return true
  }
}
