/// What is sent for a dataset.
struct Payload {
  let plan: DatasetPlan
  let facts: PortalFacts

  /// The fields of the dataset.
  ///
  /// - Parameters:
  ///   - state: The dataset on the portal, whose other extras and groups are kept; nil for a new
  ///     one.
  ///   - earlier: The names of what was sent before.
  /// - Returns: Members for `package_create` or the `update` of `package_revise`.
  func members(over state: PortalState?, earlier: [String: String]) -> [JSONValue.Member] {
    func object(_ texts: [String]) -> JSONValue { .array(texts.map { ["name": .text($0)] }) }
    var members = plan.fields.map { JSONValue.Member(name: $0.name, value: .text($0.value)) }
    let schemed = plan.extras.filter { facts.schema.contains($0.key) }
    members += schemed.map { JSONValue.Member(name: $0.key, value: .text($0.value)) }
    let own = plan.extras.filter { !facts.schema.contains($0.key) }
    // The list of extras is always replaced as a whole, so those of others are sent along.
    let others = (state?.extras ?? []).filter { extra in
      !plan.extras.contains { $0.key == extra.key } && earlier[SentFields.extra + extra.key] == nil
    }
    members.append(
      .init(
        name: "extras",
        value: .array(
          (own + others).map { ["key": .text($0.key), "value": .text($0.value)] })))
    members.append(.init(name: "tags", value: object(plan.tags)))
    let groups = Set(state?.groups ?? []).subtracting(SentFields.groups(in: earlier))
      .union(plan.groups)
    members.append(.init(name: "groups", value: object(groups.sorted())))
    return members
  }

  /// A new dataset, hidden until it is complete.
  var newDataset: JSONValue {
    .object(
      [
        .init(name: "name", value: .text(plan.name)),
        .init(name: "owner_org", value: .text(facts.organisation)),
        .init(name: "private", value: true),
      ] + members(over: nil, earlier: [:]))
  }

  /// A new resource without its file.
  func newResource(_ resource: DatasetPlan.Resource, in id: String) -> JSONValue {
    var members: [JSONValue.Member] = [.init(name: "package_id", value: .text(id))]
    members += Self.members(of: resource)
    return .object(members)
  }

  /// The fields of a resource.
  static func members(of resource: DatasetPlan.Resource) -> [JSONValue.Member] {
    [
      .init(name: "name", value: .text(resource.name)),
      .init(name: "description", value: .text(resource.description)),
      .init(name: "format", value: .text(resource.format)),
      .init(name: "mimetype", value: .text(resource.mediaType)),
      .init(name: Extras.ownKey, value: .text(resource.key)),
    ]
  }

  /// Metadata and files in one request, under a lock: nothing of it is done where the dataset was
  /// changed since `state` was read.
  ///
  /// - Parameters:
  ///   - uploads: The files to send, with the ids of their resources.
  ///   - state: The dataset as it was read.
  ///   - earlier: The names of what was sent before.
  /// - Returns: The form for `package_revise`.
  func revision(
    _ uploads: [(id: String, resource: DatasetPlan.Resource)], of state: PortalState,
    earlier: [String: String]
  ) -> [HTTPRequest.Part] {
    func part(_ name: String, _ json: JSONValue) -> HTTPRequest.Part {
      .init(name: name, content: .bytes(Array(json.line.utf8)))
    }
    let match: JSONValue = [
      "id": .text(state.id), "metadata_modified": .text(state.metadataModified),
    ]
    // An update alone would merge lists element by element, so they are taken out first.
    var parts = [
      part("match", match), part("filter", ["-extras", "-tags", "-groups"]),
      part("update", .object(members(over: state, earlier: earlier))),
    ]
    for (id, resource) in uploads {
      var members = Self.members(of: resource)
      // A digest that no loader knows, so that it loads the file.
      members.append(.init(name: "hash", value: .text("sha256:" + resource.sha256)))
      parts.append(part("update__resources__\(id)", .object(members)))
      parts.append(
        .init(
          name: "update__resources__\(id)__upload", content: resource.content,
          fileName: resource.fileName, mediaType: resource.mediaType))
    }
    return parts
  }
}
