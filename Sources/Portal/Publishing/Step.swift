/// The next thing to be done: one change, or all that go into one request.
struct Step {
  /// The first change.
  let change: Change
  /// All changes of the step.
  let changes: [Change]

  /// The first step towards all changes; nil where there are none.
  init?(first changes: [Change]) {
    guard let first = changes.first else { return nil }
    change = first
    self.changes = first.isOfRevision ? changes.filter(\.isOfRevision) : [first]
  }
}

extension Change {
  /// True for what goes into one `package_revise`.
  fileprivate var isOfRevision: Bool {
    switch self {
    case .field, .upload: true
    default: false
    }
  }

  /// What is changed, in one word.
  var place: String {
    switch self {
    case .createDataset: "dataset"
    case .createResource(let key), .upload(let key, _): key
    case .dictionary: "dictionary"
    case .field(let name, _, _): name
    case .load: "DataStore"
    case .show: "private"
    }
  }
}

extension Publisher {
  /// Does one step.
  mutating func perform(
    _ step: Step, _ look: Look, _ plan: DatasetPlan
  ) throws(PortalError) {
    let payload = Payload(plan: plan, facts: facts)
    guard let state = look.state else {
      _ = try api.call("package_create", payload.newDataset)
      return
    }
    switch step.change {
    case .createDataset: break
    case .createResource(let key):
      guard let file = look.resources.first(where: { $0.key == key }) else { return }
      _ = try api.call("resource_create", payload.newResource(file, in: state.id))
    case .dictionary(let anew):
      guard let csv = look.resource("csv") else { return }
      try DataStore(api: api, resource: csv.id, plan: plan).sendDictionary(anew: anew)
    case .field, .upload:
      let uploads = look.resources.compactMap { file in
        step.changes.contains { $0.isUpload(of: file.key) }
          ? look.resource(file.key).map { ($0.id, file) } : nil
      }
      try revise(payload.revision(uploads, of: state, earlier: look.sent), plan)
    case .load:
      guard let csv = look.resource("csv") else { return }
      try load(DataStore(api: api, resource: csv.id, plan: plan), plan)
    case .show:
      let match: JSONValue = [
        "id": .text(state.id), "metadata_modified": .text(state.metadataModified),
      ]
      try revise(
        [
          .init(name: "match", content: .bytes(Array(match.line.utf8))),
          .init(name: "update", content: .bytes(Array(#"{"private": false}"#.utf8))),
        ], plan)
    }
  }

  private func revise(
    _ parts: [HTTPRequest.Part], _ plan: DatasetPlan
  ) throws(PortalError) {
    do throws(PortalError) {
      _ = try api.call("package_revise", parts: parts)
    } catch {
      if case .refused(409, let words) = error.reason, words.contains("match") {
        throw PortalError(.lockLost, at: plan.name)
      }
      throw error
    }
  }

  /// True where XLoader has replaced the digest that came with the file by its own.
  private func isThrough(_ store: DataStore, _ plan: DatasetPlan) throws(PortalError) -> Bool {
    let resource = try api.call("resource_show", ["id": .text(store.resource)])
    return resource["hash"]?.text?.hasPrefix("sha256:") != true
  }

  /// Fills the table, or waits until the portal's loader has.
  private func load(_ store: DataStore, _ plan: DatasetPlan) throws(PortalError) {
    guard facts.hasLoader else { return try store.fill() }
    var found = 0
    for second in 0..<max(1, options.loaderSeconds) {
      found = try store.matching()
      if found == plan.records {
        let isThrough = facts.hasXLoader ? try isThrough(store, plan) : true
        if isThrough { return }
      }
      if second == 30, facts.hasXLoader {
        // A load that was lost, or that a restart ended, is asked for again.
        _ = try? api.call("xloader_submit", ["resource_id": .text(store.resource)])
      }
      policy.wait(1000)
    }
    throw PortalError(
      .notLoaded(resource: "\(plan.name).csv", found: found, expected: plan.records),
      at: plan.name)
  }
}
