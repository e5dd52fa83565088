/// Something that has to change on the portal so that it holds what is planned.
public enum Change: Sendable, Hashable {
  /// The dataset is made, hidden until it is complete.
  case createDataset
  /// A resource is made, still without its file.
  case createResource(key: String)
  /// The data dictionary is sent; `anew` where the columns or their types differ.
  case dictionary(anew: Bool)
  /// A field, the tags, the groups or an extra gets another value.
  case field(name: String, from: String, to: String)
  /// A file is sent.
  case upload(key: String, bytes: Int)
  /// The records are loaded into the DataStore.
  case load(records: Int)
  /// The dataset is shown to everybody.
  case show
}

/// The fields, tags, groups and extras of a dataset by name, as far as Cermat sends them.
enum SentFields {
  /// The names of extras begin so.
  static let extra = "extras."

  /// Those of a plan.
  static func planned(_ plan: DatasetPlan) -> [(name: String, value: String)] {
    plan.fields
      + [
        ("tags", plan.tags.joined(separator: ", ")),
        ("groups", plan.groups.joined(separator: ", ")),
      ]
      + plan.extras.map { (extra + $0.key, $0.value) }
  }

  /// What the portal has under a name; of the groups only those that are planned or were sent.
  static func found(
    _ name: String, in state: PortalState, _ plan: DatasetPlan, _ sent: [String: String]
  ) -> String {
    switch name {
    case "tags": state.tags.joined(separator: ", ")
    case "groups":
      Set(groups(in: sent)).union(plan.groups).intersection(state.groups).sorted()
        .joined(separator: ", ")
    default:
      name.hasPrefix(extra)
        ? state.extra(String(name.dropFirst(extra.count))) ?? "" : state.text(name)
    }
  }

  /// The groups that were sent before.
  static func groups(in sent: [String: String]) -> [String] {
    (sent["groups"] ?? "").split(separator: ", ").map(String.init)
  }

  /// What differs between the plan and the portal.
  static func changes(
    _ plan: DatasetPlan, _ state: PortalState, _ sent: [String: String]
  ) -> [Change] {
    let planned = planned(plan)
    let dropped = sent.keys.sorted().filter { name in !planned.contains { $0.name == name } }
    return (planned + dropped.map { ($0, "") }).compactMap { name, value in
      let found = found(name, in: state, plan, sent)
      return found == value ? nil : .field(name: name, from: found, to: value)
    }
  }
}
