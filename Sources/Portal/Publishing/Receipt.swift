import Pipelines

/// What was published, with the addresses that the list of regional data asks for.
public struct Receipt: Sendable {
  /// A dataset on the portal.
  public struct Dataset: Sendable, Hashable {
    /// A file of it.
    public struct File: Sendable, Hashable {
      /// What Cermat calls it.
      public var key: String
      /// The id of the resource.
      public var id: String
      /// The address of its page.
      public var page: String
      /// The address of the file.
      public var url: String
      /// The digest of the file.
      public var sha256: String
      /// The length of the file.
      public var bytes: Int
    }

    /// What Cermat calls the dataset.
    public var key: String
    /// The id on the portal.
    public var id: String
    /// The name on the portal.
    public var name: String
    /// The title.
    public var title: String
    /// The address of its page.
    public var url: String
    /// The number of records.
    public var records: Int
    /// The files.
    public var files: [File]
    /// What was changed.
    public var done: [Change]
    /// True where anything was.
    public var isChanged: Bool
    /// The dataset as DCAT describes it.
    let dcat: JSONValue
  }

  /// The address of the portal.
  public var portal: String
  /// The version of CKAN that it runs.
  public var version: String
  /// When it was written, as RFC 3339.
  public var time: String
  /// The datasets.
  public var datasets: [Dataset] = []

  /// Makes a receipt.
  ///
  /// - Parameters:
  ///   - publisher: Who published.
  ///   - time: The present moment.
  public init(of publisher: Publisher, at time: String) {
    portal = publisher.settings.url
    version = publisher.facts.version
    self.time = time
  }

  /// Writes `receipt.json` and `dcat.jsonld`.
  ///
  /// - Parameter folder: The folder for what belongs to the portal.
  /// - Throws: `PortalError` where they can't be written.
  public func write(to folder: String) throws(PortalError) {
    try Documents.write(json, to: folder + "/receipt.json")
    try Documents.write(DCAT.catalogue(of: self), to: folder + "/dcat.jsonld")
  }

  private var json: JSONValue {
    [
      "portal": .text(portal), "ckan": .text(version), "time": .text(time),
      "datasets": .array(datasets.map(Self.json)),
    ]
  }

  private static func json(_ dataset: Dataset) -> JSONValue {
    [
      "key": .text(dataset.key), "id": .text(dataset.id), "name": .text(dataset.name),
      "title": .text(dataset.title), "url": .text(dataset.url),
      "changed": .truth(dataset.isChanged), "records": .number(String(dataset.records)),
      "resources": .array(
        dataset.files.map { file in
          [
            "key": .text(file.key), "id": .text(file.id), "page": .text(file.page),
            "url": .text(file.url), "sha256": .text(file.sha256),
            "bytes": .number(String(file.bytes)),
          ]
        }),
    ]
  }
}

extension Receipt.Dataset {
  /// What a last look at a dataset found.
  init(_ plan: DatasetPlan, _ look: Look, changed: Bool, done: [Change]) {
    key = plan.dataset.key
    id = look.state?.id ?? ""
    name = plan.name
    title = plan.entry.title
    url = "\(look.api.site)/dataset/\(plan.name)"
    records = plan.records
    self.done = done
    isChanged = changed
    let (site, id) = (look.api.site, id)
    files = look.resources.compactMap { file in
      look.resource(file.key).map { resource in
        File(
          key: file.key, id: resource.id, page: "\(site)/dataset/\(id)/resource/\(resource.id)",
          url: resource.url, sha256: file.sha256, bytes: file.bytes)
      }
    }
    dcat = DCAT.dataset(plan, url: url, files: files)
  }
}
