/// One look at a dataset on the portal, and what is missing there.
struct Look {
  let plan: DatasetPlan
  let api: ActionAPI
  let facts: PortalFacts
  /// The dataset as it is; nil where there is none.
  let state: PortalState?
  private let earlier: Ledger.Entry?
  /// The files of which it is known what they hold, by their key.
  private var known: [String: Ledger.Resource] = [:]

  /// Looks for the dataset: by the id in the ledger, else by its name.
  init(
    _ plan: DatasetPlan, _ api: ActionAPI, _ facts: PortalFacts, _ entry: Ledger.Entry?
  ) throws(PortalError) {
    (self.plan, self.api, self.facts, earlier) = (plan, api, facts, entry)
    let id = entry?.id ?? plan.name
    let found = try api.find("package_show", ["id": .text(id)]).map(PortalState.init)
    guard let found, found.isActive else {
      if let entry { throw PortalError(.vanished(id: entry.id), at: plan.name) }
      state = nil
      return
    }
    if entry == nil, found.extra(Extras.ownKey) != plan.dataset.key {
      throw PortalError(.foreignDataset, at: plan.name)
    }
    guard found.organisation == facts.organisation else {
      throw PortalError(.otherOrganisation(found.organisationName ?? ""), at: plan.name)
    }
    state = found
    for (key, file) in entry?.resources ?? [:] {
      guard let resource = found.resource(key, id: file.id) else {
        throw PortalError(.vanished(id: file.id), at: plan.name)
      }
      if resource.size == file.size, resource.lastModified == file.lastModified {
        known[key] = file
      }
    }
  }

  /// The names of what was sent before.
  var sent: [String: String] { earlier?.sent ?? [:] }

  /// A resource as it is on the portal.
  func resource(_ key: String) -> PortalState.Resource? {
    state?.resource(key, id: earlier?.resources[key]?.id)
  }

  /// The files as they are to be.
  var resources: [DatasetPlan.Resource] { plan.resources(csv: csvAddress) }

  /// The address of the CSV, which is known before there is a file.
  private var csvAddress: String? {
    resource("csv").map { address(of: $0, named: "\(plan.name).csv") }
  }

  /// The address of a file at the portal itself, wherever the portal says that it keeps it.
  private func address(of resource: PortalState.Resource, named name: String) -> String {
    "\(api.site)/dataset/\(state?.id ?? "")/resource/\(resource.id)/download/\(name)"
  }

  /// Refuses to go on where somebody else changed what Cermat sent.
  ///
  /// - Throws: `PortalError` that names what was changed.
  func refuseEdits() throws(PortalError) {
    guard let state, let earlier, !earlier.isPending else { return }
    let planned = Dictionary(SentFields.planned(plan).map { ($0.name, $0.value) }) { $1 }
    var edited = earlier.sent.filter { name, value in
      let found = SentFields.found(name, in: state, plan, earlier.sent)
      return found != value && found != planned[name] ?? ""
    }.keys.sorted()
    edited += earlier.resources.keys.sorted().filter { known[$0] == nil }
    guard edited.isEmpty else { throw PortalError(.editedOnPortal(edited), at: plan.name) }
  }

  /// Everything that is missing, in the order in which it is done.
  ///
  /// - Parameter verifying: Whether files are compared that the ledger knows.
  /// - Returns: The changes; none where the portal has all that is planned.
  /// - Throws: `PortalError` where the portal doesn't tell.
  mutating func changes(verifying: Bool) throws(PortalError) -> [Change] {
    guard let state else {
      let files = plan.resources(csv: nil)
      let dictionary: [Change] = facts.hasDataStore ? [.dictionary(anew: true)] : []
      let load: [Change] = facts.hasDataStore ? [.load(records: plan.records)] : []
      return [.createDataset] + files.map { .createResource(key: $0.key) } + dictionary
        + files.map { .upload(key: $0.key, bytes: $0.bytes) } + load + [.show]
    }
    var changes: [Change] = []
    let files = resources
    for file in files where resource(file.key) == nil {
      changes.append(.createResource(key: file.key))
    }
    let csv = resource("csv")
    let store = csv.map { DataStore(api: api, resource: $0.id, plan: plan) }
    var isAnew = false
    if facts.hasDataStore {
      let difference = try plan.dictionary.difference(from: store?.info())
      isAnew = difference == .columns
      if difference != .none { changes.append(.dictionary(anew: isAnew)) }
    }
    changes += SentFields.changes(plan, state, sent)
    for file in files {
      let isCurrent = try isCurrent(file, verifying: verifying)
      let isReloaded = isAnew && file.key == "csv" && facts.hasLoader
      if isReloaded || !isCurrent {
        changes.append(.upload(key: file.key, bytes: file.bytes))
      }
    }
    let waits = changes.contains { $0 == .dictionary(anew: true) || $0.isUpload(of: "csv") }
    if facts.hasDataStore {
      var isLoaded = !waits && earlier?.loaded == plan.dataset.sha256
      if isLoaded, let store { isLoaded = try store.matching() == plan.records }
      if !isLoaded { changes.append(.load(records: plan.records)) }
    }
    if state.isPrivate { changes.append(.show) }
    return changes
  }

  /// True where the portal has the file; it is downloaded where the ledger doesn't tell.
  private mutating func isCurrent(
    _ file: DatasetPlan.Resource, verifying: Bool
  ) throws(PortalError) -> Bool {
    guard let resource = resource(file.key), resource.isUpload else { return false }
    if !verifying, let known = known[file.key] { return known.sha256 == file.sha256 }
    guard let found = try api.digest(of: address(of: resource, named: file.fileName)) else {
      return false
    }
    known[file.key] = Ledger.Resource(
      id: resource.id, sha256: found.sha256, size: resource.size,
      lastModified: resource.lastModified)
    return found.sha256 == file.sha256
  }

  /// What the ledger keeps of this look.
  func entry(pending: Bool) -> Ledger.Entry? {
    guard let state else { return nil }
    var entry = Ledger.Entry(id: state.id)
    entry.isPending = pending
    entry.loaded = earlier?.loaded ?? ""
    entry.metadataModified = state.metadataModified
    entry.resources = known
    for file in resources where known[file.key] == nil {
      guard let resource = resource(file.key) else { continue }
      // Not compared: a digest of nothing says so.
      entry.resources[file.key] = Ledger.Resource(id: resource.id, sha256: "", size: nil)
    }
    let planned = SentFields.planned(plan).map { ($0.name, $0.value) }
    entry.sent = pending ? sent : Dictionary(planned) { $1 }
    return entry
  }
}

extension PortalState {
  /// True where nothing differs that people change by hand.
  func isSameContent(as other: PortalState) -> Bool {
    ["title", "notes", "license_id", "version", "maintainer", "maintainer_email"].allSatisfy {
      text($0) == other.text($0)
    } && tags == other.tags && groups == other.groups && isPrivate == other.isPrivate
      && extras.map(\.key) == other.extras.map(\.key)
      && extras.map(\.value) == other.extras.map(\.value) && resources == other.resources
  }
}

extension Change {
  /// True for the sending of that file.
  func isUpload(of key: String) -> Bool {
    if case .upload(let file, _) = self { file == key } else { false }
  }
}
