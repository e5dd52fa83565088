import Pipelines

/// What a dataset is to be on the portal.
struct DatasetPlan: Sendable {
  /// A file of the dataset.
  struct Resource: Sendable {
    /// What Cermat calls it, for ever: `csv` or `datapackage`.
    var key: String
    /// The name for people.
    var name: String
    /// A sentence.
    var description: String
    /// The format as CKAN shows it.
    var format: String
    /// The media type.
    var mediaType: String
    /// The name of the file.
    var fileName: String
    /// What it holds.
    var content: HTTPRequest.Part.Content
    /// The digest of what it holds.
    var sha256: String
    /// The length of what it holds.
    var bytes: Int
  }

  /// The dataset in the output folder.
  let dataset: ValidatedDataset
  /// What the catalogue says of it.
  let entry: CatalogueEntry
  /// The name on the portal.
  let name: String
  /// The fields of a dataset by their name in CKAN: `title`, `notes`, `license_id`, ….
  let fields: [(name: String, value: String)]
  /// The tags, sorted.
  let tags: [String]
  /// The groups, sorted.
  let groups: [String]
  /// The extras.
  let extras: [(key: String, value: String)]
  /// The data dictionary of the CSV.
  let dictionary: DataDictionary
  /// The number of records.
  let records: Int
  /// What keeps it from being published.
  private(set) var obstacles: [Obstacle]

  /// Plans a dataset and looks at everything that can be looked at without a portal.
  ///
  /// - Parameters:
  ///   - dataset: The dataset.
  ///   - portal: The settings of the portal.
  /// - Throws: `PortalError` where its file can't be read.
  init(_ dataset: ValidatedDataset, _ portal: PortalFile) throws(PortalError) {
    self.dataset = dataset
    let own = portal.datasets[dataset.name] ?? portal.datasets[dataset.key] ?? .init()
    entry = CatalogueEntry(resource: dataset.resource, package: dataset.package)
    name = own.name ?? portal.prefix + dataset.name
    fields = [
      ("title", entry.title), ("notes", entry.description ?? entry[.definition] ?? ""),
      ("license_id", Extras.licence(entry.licences.first?.name ?? "")),
      ("version", entry.version ?? ""), ("maintainer", entry[.contact] ?? ""),
      ("maintainer_email", entry.email ?? portal.email ?? ""),
    ]
    tags = Set((entry.keywords + portal.tags + own.tags).compactMap(MetadataExamination.tag))
      .sorted()
    groups = Set(portal.groups + own.groups).sorted()
    extras = Extras.extras(of: entry, portal, key: dataset.key)
    dictionary = DataDictionary(schema: dataset.resource["schema"])
    obstacles = MetadataExamination.obstacles(to: entry, named: name)
    let bytes = try Files.bytes(dataset.csv)
    if Digest.sha256(bytes) != dataset.sha256 || bytes.count != dataset.bytes {
      obstacles.append(.changedFile)
    }
    let cells = CSVCells(bytes: bytes)
    var header: [String] = []
    cells.forEach { cell in
      if cell.record == 0 { header.append(cells.text(of: cell)) }
      return cell.record == 0
    }
    if header != dictionary.columns.map(\.name) { obstacles.append(.otherColumns) }
    let found = PersonalScan.scan(cells, Self.scanned(dataset.resource["schema"]))
    records = found.records
    obstacles += found.findings.map(Obstacle.personal)
    obstacles += Self.texts(of: descriptor(""), key: "").compactMap { key, text in
      PersonalScan.scan(text, of: key).map(Obstacle.personal)
    }
  }

  /// Adds what only shows beside other datasets.
  mutating func add(_ obstacle: Obstacle) { obstacles.append(obstacle) }

  private static func scanned(_ schema: JSONValue?) -> [PersonalScan.Field] {
    (schema?["fields"]?.elements ?? []).map { field in
      PersonalScan.Field(
        name: field["name"]?.text ?? "",
        isNumber: ["integer", "number"].contains(field["type"]?.text ?? ""),
        hasUnit: field["unit"] != nil)
    }
  }

  /// The CSV and the data package that describes it.
  ///
  /// - Parameter url: The address of the CSV on the portal, which the data package names; nil as
  ///   long as it has none.
  /// - Returns: The files of the dataset.
  func resources(csv url: String?) -> [Resource] {
    let descriptor = Array(descriptor(url ?? "\(dataset.name).csv").document.utf8)
    return [
      Resource(
        key: "csv", name: entry.title, description: entry.description ?? "", format: "CSV",
        mediaType: "text/csv", fileName: "\(name).csv", content: .file(dataset.csv),
        sha256: dataset.sha256, bytes: dataset.bytes),
      Resource(
        key: "datapackage", name: "datapackage.json",
        description: "Data Package: metadata, tipe dan kamus data", format: "JSON",
        mediaType: "application/json", fileName: "datapackage.json", content: .bytes(descriptor),
        sha256: Digest.sha256(descriptor), bytes: descriptor.count),
    ]
  }

  /// The data package of this dataset alone, with nothing that others in its folder say.
  private func descriptor(_ path: String) -> JSONValue {
    let own = CatalogueEntry.isShared(dataset.package) ? nil : dataset.resource
    var members = dataset.package.members.filter { member in
      member.name != "resources" && member.name != "name"
        && (own == nil || !["contributors", "keywords", "sources"].contains(member.name))
    }
    members.insert(.init(name: "name", value: .text(name)), at: min(1, members.count))
    for name in ["contributors", "keywords"] {
      if let value = own?[name] { members.append(.init(name: name, value: value)) }
    }
    let resource = dataset.resource.members.map { member in
      member.name == "path" ? JSONValue.Member(name: "path", value: .text(path)) : member
    }
    members.append(.init(name: "resources", value: [.object(resource)]))
    return .object(members)
  }

  /// All texts in a value with the name of the member that they belong to; digests are no texts.
  private static func texts(of value: JSONValue, key: String) -> [(key: String, text: String)] {
    switch value {
    case .null, .truth, .number: []
    case .text(let text): [(key, text)]
    case .array(let values): values.flatMap { texts(of: $0, key: key) }
    case .object(let members):
      members.filter { !["hash", "version", "$schema"].contains($0.name) }
        .flatMap { texts(of: $0.value, key: key.isEmpty ? $0.name : "\(key).\($0.name)") }
    }
  }
}
