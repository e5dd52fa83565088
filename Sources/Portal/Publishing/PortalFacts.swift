import Pipelines

/// What the portal is and may be asked for, found out before anything is sent.
struct PortalFacts: Sendable {
  /// The version of CKAN.
  let version: String
  /// The id of the organisation.
  let organisation: String
  /// True where the portal has a DataStore.
  let hasDataStore: Bool
  /// True where a loader of the portal brings uploaded files into the DataStore.
  let hasLoader: Bool
  /// True where that loader is XLoader.
  let hasXLoader: Bool
  /// The fields that the portal's own schema of datasets has, which take the place of extras.
  let schema: Set<String>

  /// Asks the portal.
  ///
  /// - Parameters:
  ///   - api: The portal.
  ///   - settings: What is to be published there.
  /// - Throws: `PortalError` where the owner of the token can't publish.
  init(_ api: ActionAPI, _ settings: PortalFile) throws(PortalError) {
    let status = try api.call("status_show", [:])
    version = status["ckan_version"]?.text ?? ""
    let parts = version.split(separator: ".").prefix(2).compactMap { Int($0) }
    guard parts.count == 2, parts[0] == 2, (10...12).contains(parts[1]) else {
      throw PortalError(.otherVersion(version), at: settings.url)
    }
    let extensions = Set(status["extensions"]?.texts ?? [])
    hasDataStore = extensions.contains("datastore")
    hasLoader = !extensions.isDisjoint(with: ["xloader", "datapusher", "datapusher_plus"])
    hasXLoader = extensions.contains("xloader")
    // A token that is not known makes a stranger of its owner in silence.
    do throws(PortalError) {
      guard try api.call("user_show", [:])["name"] != nil else {
        throw PortalError(.anonymous, at: settings.url)
      }
    } catch {
      if case .refused = error.reason { throw PortalError(.anonymous, at: settings.url) }
      throw error
    }
    let own = try api.call(
      "organization_list_for_user", ["permission": "create_dataset"]
    ).elements
    guard
      let id = own.first(where: {
        $0["name"]?.text == settings.organisation || $0["id"]?.text == settings.organisation
      })?["id"]?.text
    else {
      throw PortalError(.noRole(organisation: settings.organisation), at: settings.url)
    }
    organisation = id
    schema = try Self.schema(api)
    let groups = Set(settings.groups + settings.datasets.values.flatMap(\.groups))
    for group in groups.sorted() where try api.find("group_show", ["id": .text(group)]) == nil {
      throw PortalError(.noGroup(group), at: settings.url)
    }
  }

  /// The fields of ckanext-scheming; none where the portal has no such extension.
  private static func schema(_ api: ActionAPI) throws(PortalError) -> Set<String> {
    do throws(PortalError) {
      let schema = try api.call("scheming_dataset_schema_show", ["type": "dataset"])
      return Set((schema["dataset_fields"]?.elements ?? []).compactMap { $0["field_name"]?.text })
    } catch {
      if case .refused = error.reason { return [] }
      throw error
    }
  }
}
