/// What a dataset is on the portal, as `package_show` answers.
struct PortalState: Sendable {
  /// A file of the dataset.
  struct Resource: Sendable, Hashable {
    var id: String
    var key: String?
    var name: String
    var description: String
    var format: String
    var url: String
    var isUpload: Bool
    var size: Int?
    var lastModified: String?
  }

  let id: String
  let name: String
  let isPrivate: Bool
  let isActive: Bool
  let organisation: String?
  let organisationName: String?
  let metadataModified: String
  let tags: [String]
  let groups: [String]
  let extras: [(key: String, value: String)]
  let resources: [Resource]
  private let package: JSONValue

  init(_ package: JSONValue) {
    self.package = package
    id = package["id"]?.text ?? ""
    name = package["name"]?.text ?? ""
    isPrivate = package["private"]?.truth ?? false
    isActive = package["state"]?.text == "active"
    organisation = package["owner_org"]?.text
    organisationName = package["organization"]?["name"]?.text
    metadataModified = package["metadata_modified"]?.text ?? ""
    tags = (package["tags"]?.elements ?? []).compactMap { $0["name"]?.text }.sorted()
    groups = (package["groups"]?.elements ?? []).compactMap { $0["name"]?.text }.sorted()
    extras = (package["extras"]?.elements ?? []).compactMap { extra in
      extra["key"]?.text.map { ($0, extra["value"]?.text ?? "") }
    }
    resources = (package["resources"]?.elements ?? []).map { resource in
      Resource(
        id: resource["id"]?.text ?? "", key: resource[Extras.ownKey]?.text,
        name: resource["name"]?.text ?? "", description: resource["description"]?.text ?? "",
        format: resource["format"]?.text ?? "", url: resource["url"]?.text ?? "",
        isUpload: resource["url_type"]?.text == "upload", size: resource["size"]?.whole,
        lastModified: resource["last_modified"]?.text)
    }
  }

  /// The text of a field; empty where there is none.
  func text(_ field: String) -> String { package[field]?.text ?? "" }

  /// The value of an extra, also where a schema of the portal made a field of it.
  func extra(_ key: String) -> String? {
    extras.first { $0.key == key }?.value ?? package[key]?.text
  }

  /// The file that was published under a key.
  func resource(_ key: String, id: String?) -> Resource? {
    resources.first { resource in
      if let id { resource.id == id } else { resource.key == key }
    }
  }
}
