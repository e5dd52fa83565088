/// The table of a resource in the DataStore.
struct DataStore: Sendable {
  /// Records sent in one request.
  private static let batch = 2000
  /// Records that are compared one by one, from the first.
  private static let compared = 200

  let api: ActionAPI
  let resource: String
  let plan: DatasetPlan

  /// The dictionary and the number of records; nil where there is no table.
  func info() throws(PortalError) -> JSONValue? {
    try api.find("datastore_info", ["id": .text(resource)])
  }

  /// Sends the data dictionary.
  ///
  /// - Parameter anew: Where true, a table that is there is given up first.
  /// - Throws: `PortalError` where the portal doesn't take it.
  func sendDictionary(anew: Bool) throws(PortalError) {
    if anew, try info() != nil {
      _ = try api.call("datastore_delete", ["resource_id": .text(resource), "force": true])
    }
    _ = try api.call(
      "datastore_create",
      ["resource_id": .text(resource), "force": true, "fields": plan.dictionary.fields])
  }

  /// Loads all records of the CSV into an empty table; for portals without a loader.
  func fill() throws(PortalError) {
    try sendDictionary(anew: true)
    let cells = CSVCells(bytes: try Files.bytes(plan.dataset.csv))
    var batch: [JSONValue] = []
    var members: [JSONValue.Member] = []
    var failure: PortalError?
    cells.forEach { cell in
      guard cell.record > 0, cell.field < plan.dictionary.columns.count else { return true }
      if cell.field == 0 { members = [] }
      let text = cells.text(of: cell)
      members.append(
        .init(
          name: plan.dictionary.columns[cell.field].name,
          value: text.isEmpty ? .null : .text(text)))
      guard members.count == plan.dictionary.columns.count else { return true }
      batch.append(.object(members))
      guard batch.count == Self.batch else { return true }
      do throws(PortalError) {
        try insert(batch)
        batch = []
      } catch {
        failure = error
      }
      return failure == nil
    }
    if let failure { throw failure }
    if !batch.isEmpty { try insert(batch) }
  }

  private func insert(_ records: [JSONValue]) throws(PortalError) {
    _ = try api.call(
      "datastore_upsert",
      [
        "resource_id": .text(resource), "force": true, "method": "insert",
        "records": .array(records),
      ])
  }

  /// How many records stand in the table as the CSV has them: all where their number is right and
  /// the first are the same; else at most one less.
  func matching() throws(PortalError) -> Int {
    guard
      let answer = try api.find(
        "datastore_search",
        [
          "resource_id": .text(resource), "sort": "_id",
          "limit": .number(String(Self.compared)),
        ])
    else { return 0 }
    let total = answer["total"]?.whole ?? 0
    guard total == plan.records else { return min(total, max(0, plan.records - 1)) }
    let stored = answer["records"]?.elements ?? []
    let columns = plan.dictionary.columns
    let cells = CSVCells(bytes: try Files.bytes(plan.dataset.csv))
    var differing = 0
    cells.forEach { cell in
      guard cell.record > 0, cell.field < columns.count else { return true }
      guard cell.record <= stored.count else { return false }
      let column = columns[cell.field]
      let found = stored[cell.record - 1][column.name]
      if !Self.isSame(cells.text(of: cell), found, column.type) { differing += 1 }
      return true
    }
    return differing == 0 ? total : max(0, total - 1)
  }

  private static func isSame(_ text: String, _ value: JSONValue?, _ type: String) -> Bool {
    guard !text.isEmpty else { return value == nil || value == "" }
    switch value {
    case .text(let stored) where type == "timestamp": return stored.hasPrefix(text)
    case .text(let stored) where type == "text": return stored == text
    case .text(let stored), .number(let stored):
      return type == "numeric" && plain(stored) == plain(text)
    default: return false
    }
  }

  /// A number without the zeros that say nothing; nil where it has an exponent.
  private static func plain(_ text: String) -> String? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }) else {
      return nil
    }
    guard text.contains(".") else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String((kept.first == "." ? kept.dropFirst() : kept).reversed())
  }
}
