import Glibc
import Pipelines

/// What was published, by digest: the only thing that decides what may be skipped.
///
/// The portal's own `hash` of a resource can't: loaders write theirs into it, and edits leave it.
struct Ledger: Sendable {
  /// A file as it was last seen on the portal, after it had been compared.
  struct Resource: Sendable, Hashable {
    var id: String
    var sha256: String
    var size: Int?
    var lastModified: String?
  }

  /// A dataset.
  struct Entry: Sendable, Hashable {
    var id = ""
    /// True from before the first change until everything was compared.
    var isPending = true
    /// The fields, tags and extras that Cermat sent, by name.
    var sent: [String: String] = [:]
    /// The digest of the CSV that the DataStore was filled with.
    var loaded = ""
    /// When the portal last changed it, as seen.
    var metadataModified = ""
    /// The files by their key.
    var resources: [String: Resource] = [:]
  }

  private let path: String
  private let portal: String
  private var entries: [String: Entry] = [:]

  /// Reads the ledger of a portal, which need not be there.
  ///
  /// - Parameters:
  ///   - folder: The folder for what belongs to the portal.
  ///   - portal: The address of the portal.
  /// - Throws: `PortalError` where it can't be understood.
  init(in folder: String, of portal: String) throws(PortalError) {
    path = folder + "/ledger.json"
    self.portal = portal
    guard access(path, F_OK) == 0 else { return }
    guard let json = try? Files.json(path), json["portal"]?.text == portal else {
      throw PortalError(.unreadableLedger, at: path)
    }
    for member in json["datasets"]?.members ?? [] {
      guard let id = member.value["id"]?.text else {
        throw PortalError(.unreadableLedger, at: path)
      }
      var entry = Entry(id: id)
      entry.isPending = member.value["pending"]?.truth ?? true
      entry.loaded = member.value["loaded"]?.text ?? ""
      entry.metadataModified = member.value["metadata_modified"]?.text ?? ""
      for sent in member.value["sent"]?.members ?? [] { entry.sent[sent.name] = sent.value.text }
      for file in member.value["resources"]?.members ?? [] {
        entry.resources[file.name] = Resource(
          id: file.value["id"]?.text ?? "", sha256: file.value["sha256"]?.text ?? "",
          size: file.value["size"]?.whole, lastModified: file.value["last_modified"]?.text)
      }
      entries[member.name] = entry
    }
  }

  /// The entry of a dataset.
  subscript(key: String) -> Entry? { entries[key] }

  /// Enters a dataset and brings the ledger to the disk.
  ///
  /// - Throws: `PortalError` where that can't be done.
  mutating func enter(_ entry: Entry, for key: String) throws(PortalError) {
    guard entries[key] != entry else { return }
    entries[key] = entry
    try Documents.write(json, to: path)
  }

  private var json: JSONValue {
    let datasets = entries.sorted { $0.key < $1.key }.map { key, entry in
      JSONValue.Member(name: key, value: Self.json(entry))
    }
    return ["portal": .text(portal), "datasets": .object(datasets)]
  }

  private static func json(_ entry: Entry) -> JSONValue {
    let resources = entry.resources.sorted { $0.key < $1.key }.map { key, file in
      JSONValue.Member(
        name: key,
        value: [
          "id": .text(file.id), "sha256": .text(file.sha256),
          "size": file.size.map { .number(String($0)) } ?? .null,
          "last_modified": file.lastModified.map { .text($0) } ?? .null,
        ])
    }
    let sent = entry.sent.sorted { $0.key < $1.key }.map {
      JSONValue.Member(name: $0.key, value: .text($0.value))
    }
    return [
      "id": .text(entry.id), "pending": .truth(entry.isPending),
      "loaded": .text(entry.loaded), "metadata_modified": .text(entry.metadataModified),
      "sent": .object(sent),
      "resources": .object(resources),
    ]
  }
}

/// JSON files that appear whole or not at all.
enum Documents {
  static func write(_ json: JSONValue, to path: String) throws(PortalError) {
    do throws(OutputError) {
      let output = try AtomicOutput(path: path)
      try output.write(json.document)
      try output.commit()
    } catch {
      throw PortalError(.unwritten(error), at: path)
    }
  }
}
