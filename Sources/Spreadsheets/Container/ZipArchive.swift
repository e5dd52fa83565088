/// A ZIP archive with the parts of a workbook in it.
final class ZipArchive {
  /// A part as the directory of the archive describes it.
  struct Part: Hashable {
    /// The name as the archive has it.
    var name: String
    /// What it unpacks to, in bytes, as the directory claims.
    var size: Int
    /// The bytes it takes in the archive.
    var packedSize: Int
    /// The place in the directory, from 0.
    var index: Int
    /// True where a password is needed.
    var encrypted: Bool
  }

  /// The parts, folders left out.
  let parts: [Part]
  /// What is too large.
  let limits: SpreadsheetLimits
  private let file: LibzipFile
  private let exact: [String: Int]
  private let folded: [String: Int]

  /// Takes an archive by an open file, which stays open and is left to the caller.
  convenience init(
    descriptor: Int32, byteCount: Int, limits: SpreadsheetLimits
  ) throws(SpreadsheetError) {
    do throws(LibzipFile.Failure) {
      try self.init(LibzipFile(descriptor: descriptor), byteCount: byteCount, limits: limits)
    } catch { throw Self.translate(error, part: "") }
  }

  /// Takes an archive in memory.
  convenience init(bytes: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetError) {
    do throws(LibzipFile.Failure) {
      try self.init(LibzipFile(bytes: bytes), byteCount: bytes.count, limits: limits)
    } catch { throw Self.translate(error, part: "") }
  }

  private init(
    _ file: LibzipFile, byteCount: Int, limits: SpreadsheetLimits
  ) throws(LibzipFile.Failure) {
    self.file = file
    self.limits = limits
    let entries = file.entries()
    var parts: [Part] = []
    var exact: [String: Int] = [:]
    var folded: [String: Int] = [:]
    var packed = 0
    for (index, entry) in entries.enumerated() {
      guard entry.packedSize <= byteCount - packed else {
        throw .damaged("parts overlap or are longer than the file")
      }
      packed += entry.packedSize
      if entry.name.isEmpty || entry.name.hasSuffix("/") { continue }
      parts.append(
        Part(
          name: entry.name, size: entry.size, packedSize: entry.packedSize, index: index,
          encrypted: entry.encrypted))
      exact[entry.name] = exact[entry.name] ?? parts.count - 1
      folded[Self.fold(entry.name)] = folded[Self.fold(entry.name)] ?? parts.count - 1
    }
    self.parts = parts
    self.exact = exact
    self.folded = folded
  }

  /// The part of that name: exactly so, else whatever the case, with `\` for `/`, or with `/`
  /// before it.
  func part(named name: String) -> Part? {
    (exact[name] ?? folded[Self.fold(name)]).map { parts[$0] }
  }

  /// Opens a part at its first byte.
  ///
  /// - Throws: where it needs a password or is damaged.
  func open(_ part: Part) throws(SpreadsheetError) -> PartStream {
    guard !part.encrypted else { throw SpreadsheetError(.passwordProtected) }
    do throws(LibzipFile.Failure) {
      return PartStream(try file.open(part.index), part: part, limits: limits)
    } catch { throw Self.translate(error, part: part.name) }
  }

  /// The whole content of a part that is small by its nature.
  ///
  /// - Throws: where it can't be unpacked or is larger than `limit`.
  func bytes(of part: Part, limit: Int = 64 << 20) throws(SpreadsheetError) -> [UInt8] {
    let stream = try open(part)
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    defer { buffer.deallocate() }
    while true {
      let count = try stream.next(into: buffer)
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw SpreadsheetError(.tooLarge(.heldSize, allowed: limit, part: part.name))
      }
      bytes += buffer[..<count]
    }
  }

  /// What a failure of libzip means for a workbook.
  static func translate(_ failure: LibzipFile.Failure, part: String) -> SpreadsheetError {
    switch failure {
    case .truncated: SpreadsheetError(.truncated)
    case .encrypted: SpreadsheetError(.passwordProtected)
    case .cannotRead(let code): SpreadsheetError(.cannotRead(code: code))
    case .damaged(let detail): SpreadsheetError(.damaged(part: part, detail: detail))
    }
  }

  private static func fold(_ name: String) -> String {
    let slashed = name.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    return String(decoding: slashed.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self).lowercased()
  }
}
