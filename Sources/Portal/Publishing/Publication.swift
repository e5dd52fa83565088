public import Pipelines
public import Tabular

/// A dataset that is to be published, and what keeps it from that.
public struct Publication: Sendable {
  /// What it is to be on the portal.
  let plan: DatasetPlan

  /// What Cermat calls the dataset: `pipeline/dataset`.
  public var key: String { plan.dataset.key }
  /// The name on the portal.
  public var name: String { plan.name }
  /// What keeps it from being published; nothing is sent of a dataset that has any.
  public var obstacles: [Message] { plan.obstacles.map { $0.message(of: plan.dataset) } }
  /// How many records it has.
  public var records: Int { plan.records }

  /// Plans datasets without asking the portal.
  ///
  /// - Parameters:
  ///   - datasets: The datasets.
  ///   - settings: The settings of the portal.
  /// - Returns: A publication for each, in their order.
  /// - Throws: `PortalError` where a file can't be read or the settings have wrong codes.
  public static func all(
    _ datasets: [ValidatedDataset], _ settings: PortalFile
  ) throws(PortalError) -> [Publication] {
    if let code = MetadataExamination.wrongRegion(settings.regions) {
      throw PortalError(.wrongRegion(code), at: settings.path)
    }
    var plans: [DatasetPlan] = []
    for dataset in datasets { plans.append(try DatasetPlan(dataset, settings)) }
    for index in plans.indices {
      let others = plans.indices.filter { $0 != index && plans[$0].name == plans[index].name }
      if let other = others.first {
        plans[index].add(.repeatedName(plans[other].dataset.key))
      }
    }
    return plans.map(Publication.init)
  }
}
