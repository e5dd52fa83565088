import Glibc

/// The elements that have begun and not ended, and what their prefixes stand for.
struct OpenElements: ~Copyable {
  /// An element that is open.
  struct Open {
    /// Where its name as written stands in `names`.
    var start: Int
    /// The length of its name as written.
    var count: Int
    /// The length of its prefix with the colon.
    var prefix: Int
    /// What its prefix stands for.
    var namespace: XMLNamespace
  }

  private struct Binding {
    var prefix: [UInt8]
    var namespace: XMLNamespace
    var depth: Int
  }

  /// The longest name, in bytes.
  static let longestName = 255

  /// How many are open.
  private(set) var depth = 0
  private let opens: UnsafeMutablePointer<Open>
  private let names: UnsafeMutablePointer<UInt8>
  private var bindings: [Binding] = []
  /// The depth of the element that declared the last of them.
  private var boundDepth = 0
  /// What names of elements without a prefix stand for.
  private(set) var plain = XMLNamespace.none

  init() {
    opens = .allocate(capacity: LibxmlParser.depthLimit)
    names = .allocate(capacity: LibxmlParser.depthLimit * Self.longestName)
  }

  deinit {
    opens.deallocate()
    names.deallocate()
  }

  /// The name of the innermost element, as it is told.
  @inline(__always)
  var name: XMLName {
    let open = opens[depth - 1]
    return XMLName(
      local: UnsafeBufferPointer(
        start: names + open.start + open.prefix, count: open.count - open.prefix),
      namespace: open.namespace)
  }

  /// The length of the name of the innermost element where `bytes` begins with it.
  @inline(__always)
  func matchedName(_ bytes: UnsafePointer<UInt8>) -> Int? {
    guard depth > 0 else { return nil }
    let open = opens[depth - 1]
    if open.count == 1 { return names[open.start] == bytes.pointee ? 1 : nil }
    return memcmp(names + open.start, bytes, open.count) == 0 ? open.count : nil
  }

  /// The length of the name of the innermost element.
  @inline(__always)
  var nameCount: Int { depth > 0 ? opens[depth - 1].count : 0 }

  /// An element begins; false where it is too deep.
  @inline(__always)
  mutating func push(
    _ name: UnsafePointer<UInt8>, count: Int, prefix: Int, namespace: XMLNamespace
  ) -> Bool {
    guard depth < LibxmlParser.depthLimit else { return false }
    let start = depth == 0 ? 0 : opens[depth - 1].start + opens[depth - 1].count
    if count == 1 {
      names[start] = name.pointee
    } else {
      (names + start).update(from: name, count: count)
    }
    opens[depth] = Open(start: start, count: count, prefix: prefix, namespace: namespace)
    depth += 1
    return true
  }

  /// The innermost element ends.
  @inline(__always)
  mutating func pop() {
    depth -= 1
    if depth < boundDepth { forgetBindings() }
  }

  private mutating func forgetBindings() {
    while let last = bindings.last, last.depth > depth { bindings.removeLast() }
    boundDepth = bindings.last?.depth ?? 0
    plain = bindings.last { $0.prefix.isEmpty }?.namespace ?? .none
  }

  /// A prefix stands for something in the next element to be pushed and those inside it.
  mutating func bind(_ prefix: UnsafeBufferPointer<UInt8>, to namespace: XMLNamespace) {
    bindings.append(Binding(prefix: Array(prefix), namespace: namespace, depth: depth + 1))
    boundDepth = depth + 1
    if prefix.isEmpty { plain = namespace }
  }

  /// What a prefix stands for; nil where nothing declares it.
  func namespace(_ prefix: UnsafeBufferPointer<UInt8>) -> XMLNamespace? {
    for place in bindings.indices.reversed()
    where bindings[place].prefix.count == prefix.count
      && bindings[place].prefix.elementsEqual(prefix)
    {
      return bindings[place].namespace
    }
    return prefix.elementsEqual("xml".utf8) ? .xml : nil
  }
}
