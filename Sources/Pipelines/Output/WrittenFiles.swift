import Glibc

/// The files that Cermat wrote into a folder, so that it never touches what somebody else put there.
///
/// They stand in a hidden list in the folder, as `sha256sum` writes it. A file is entered before it
/// is written: after a `kill -9` no file of ours is without its entry.
public struct WrittenFiles {
  /// The name of the list in its folder.
  public static let listName = ".cermat-files"

  /// What to do with a file of an earlier run that was changed since.
  public enum Changed: Sendable {
    /// Leave it, and refuse to write there.
    case refused
    /// Write over it: it is a report, and would tell what is not true any more.
    case replaced
  }

  /// The folder, without a final slash.
  public let folder: String

  private let changed: Changed
  /// The digests that each entered file may have, by its path in the folder.
  private var entered: [String: Set<String>]
  /// What this run wrote.
  private var own: [String: String] = [:]

  /// Reads the list of a folder, which need not be there.
  public init(in folder: String, changed: Changed) {
    self.folder = folder
    self.changed = changed
    let list = try? FileBytes.readText("\(folder)/\(Self.listName)", named: Self.listName)
    entered = Self.entries(list ?? "")
  }

  /// True where an earlier run left its list in the folder.
  public static func hasList(in folder: String) -> Bool {
    FileBytes.exists("\(folder)/\(listName)")
  }

  /// Writes a file below the folder, never through a link, never over a file of somebody else.
  ///
  /// - Parameters:
  ///   - bytes: What the file is to hold.
  ///   - name: The path within the folder.
  /// - Throws: `OutputError` where that can't be done; the file that stands there is kept.
  public mutating func write(_ bytes: [UInt8], to name: String) throws(OutputError) {
    try write(to: name) { output throws(OutputError) in
      let result = bytes.withUnsafeBytes { bytes in
        Result { () throws(OutputError) in try output.write(bytes) }
      }
      try result.get()
    }
  }

  /// Writes a file from what `body` puts out, as `write(_:to:)` does.
  ///
  /// - Parameters:
  ///   - name: The path within the folder.
  ///   - body: Puts out the bytes.
  /// - Throws: `OutputError` where that can't be done; the file that stands there is kept.
  public mutating func write<E: Error>(
    to name: String, _ body: (AtomicOutput) throws(E) -> Void
  ) throws(OutputError) {
    let path = "\(folder)/\(name)"
    if let link = firstLink(in: name) { throw OutputError(path: link, reason: .notPermitted) }
    guard mayWrite(name) else { throw OutputError(path: path, reason: .notOurs) }
    let output = try AtomicOutput(path: path)
    do {
      try body(output)
    } catch {
      throw error as? OutputError ?? OutputError(path: path, reason: .notPermitted)
    }
    try output.seal()
    let digest = output.sha256 ?? ""
    if entered[name]?.contains(digest) != true {
      try enter([name: digest])
      entered[name, default: []].insert(digest)
    }
    try output.commit()
    own[name] = digest
  }

  /// Removes what earlier runs wrote and this one did not so far, unless it was changed since.
  public func removeStale() {
    for name in entered.keys.sorted() where own[name] == nil {
      guard firstLink(in: name) == nil, isUnchanged(name) else { continue }
      unlink("\(folder)/\(name)")
      removeEmptyFolders(above: name)
    }
  }

  /// Removes what this run did not write, as `removeStale()` does, and ends the list.
  ///
  /// - Throws: `OutputError` where the list can't be written.
  public mutating func finish() throws(OutputError) {
    removeStale()
    guard !own.isEmpty else {
      unlink("\(folder)/\(Self.listName)")
      rmdir(folder)
      return
    }
    let output = try AtomicOutput(path: "\(folder)/\(Self.listName)")
    try output.write(Self.text(own))
    try output.commit()
    entered = own.mapValues { [$0] }
  }

  // MARK: what is ours

  private func mayWrite(_ name: String) -> Bool {
    guard FileBytes.exists("\(folder)/\(name)"), own[name] == nil else { return true }
    switch changed {
    case .refused: return isUnchanged(name)
    case .replaced: return entered[name] != nil
    }
  }

  private func isUnchanged(_ name: String) -> Bool {
    guard let digests = entered[name],
      let bytes = try? FileBytes.read("\(folder)/\(name)", named: name)
    else { return false }
    return digests.contains(Digest.sha256(bytes))
  }

  /// The first step on the way to a file that is a link.
  private func firstLink(in name: String) -> String? {
    var step = folder
    for part in name.split(separator: "/") {
      step += "/\(part)"
      var status = stat()
      if lstat(step, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return step }
    }
    return nil
  }

  private func removeEmptyFolders(above name: String) {
    var parts = name.split(separator: "/").dropLast()
    while !parts.isEmpty {
      guard rmdir("\(folder)/\(parts.joined(separator: "/"))") == 0 else { return }
      parts = parts.dropLast()
    }
  }

  // MARK: the list

  /// Adds entries to the list as it stands.
  private func enter(_ entries: [String: String]) throws(OutputError) {
    let path = "\(folder)/\(Self.listName)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw OutputError(path: path, reason: .system(errno: errno)) }
    defer { close(descriptor) }
    let bytes = Array(Self.text(entries).utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw OutputError(path: path, reason: errno == ENOSPC ? .noSpace : .system(errno: errno))
    }
  }

  private static func text(_ entries: [String: String]) -> String {
    entries.sorted { $0.key < $1.key }.map { name, digest in
      let escaped = name.flatMap { $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : "\($0)" }
      return (escaped.count == name.count ? "" : "\\") + digest + "  " + String(escaped) + "\n"
    }.joined()
  }

  /// The digests by path; lines of another form are passed over.
  private static func entries(_ text: String) -> [String: Set<String>] {
    var entries: [String: Set<String>] = [:]
    for line in text.split(separator: "\n") {
      let isEscaped = line.hasPrefix("\\")
      let rest = line.dropFirst(isEscaped ? 1 : 0)
      guard rest.count > 66, rest.dropFirst(64).hasPrefix("  ") else { continue }
      let name = String(rest.dropFirst(66))
      entries[isEscaped ? unescaped(name) : name, default: []].insert(String(rest.prefix(64)))
    }
    return entries
  }

  private static func unescaped(_ name: String) -> String {
    var (text, isEscaped) = ("", false)
    for character in name {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
