/// Where datasets are published, and under which names: the settings of a portal.
public struct PortalFile: Sendable, Hashable {
  /// The region that the data speak of.
  public struct Regions: Sendable, Hashable {
    /// The name for people.
    public var name = ""
    /// The code of the Ministry of Home Affairs, with dots.
    public var kemendagri = ""
    /// The code of Statistics Indonesia.
    public var bps = ""
  }

  /// What differs for one dataset.
  public struct Dataset: Sendable, Hashable {
    /// The name on the portal.
    public var name: String?
    /// Groups besides those for every dataset.
    public var groups: [String] = []
    /// Tags besides those for every dataset.
    public var tags: [String] = []

    /// Nothing differs.
    public init() {}
  }

  /// The path of the file.
  public var path: String
  /// The address of the portal without a final slash.
  public var url: String
  /// The name of the organisation on the portal.
  public var organisation: String
  /// The region.
  public var regions = Regions()
  /// Groups for every dataset.
  public var groups: [String] = []
  /// Tags for every dataset.
  public var tags: [String] = []
  /// What stands before the name of every dataset.
  public var prefix = ""
  /// The address of the office that answers questions.
  public var email: String?
  /// Other names for extras, by the name that they have else.
  public var extras: [String: String] = [:]
  /// What differs for single datasets, by their name.
  public var datasets: [String: Dataset] = [:]

  /// Makes settings by hand.
  ///
  /// - Parameters:
  ///   - path: The path of the file, for messages.
  ///   - url: The address of the portal.
  ///   - organisation: The name of the organisation on the portal.
  public init(path: String, url: String, organisation: String) {
    self.path = path
    self.url = String(url.reversed().drop { $0 == "/" }.reversed())
    self.organisation = organisation
  }

  /// Reads the settings of a portal.
  ///
  /// - Parameter path: The path of the file.
  /// - Throws: Everything that is wrong with its shape, in the order of the file.
  public init(reading path: String) throws(PipelineError.Collection) {
    let root: YAMLNode
    do throws(PipelineError) {
      guard !FileBytes.isUnbounded(path) else {
        throw PipelineError(.unreadable(.notAFile), file: path)
      }
      let text = try FileBytes.readText(path, named: path)
      root = try YAMLNode.read(text, file: path) ?? YAMLNode(.mapping([]), line: 1, column: 1)
    } catch {
      throw PipelineError.Collection([error])
    }
    var examination = ShapeExamination(file: path)
    examination.examine(root, as: .object(.portal))
    guard examination.errors.isEmpty else {
      throw PipelineError.Collection(examination.errors)
    }
    self.init(
      path: path, url: root["url"]?.text ?? "", organisation: root["organisation"]?.text ?? "")
    let region = root["regions"]
    regions = Regions(
      name: region?["name"]?.text ?? "", kemendagri: region?["kemendagri"]?.text ?? "",
      bps: region?["bps"]?.text ?? "")
    groups = root["groups"]?.texts ?? []
    tags = root["tags"]?.texts ?? []
    prefix = root["prefix"]?.text ?? ""
    email = root["email"]?.text
    for entry in root["extras"]?.entries ?? [] {
      if let key = entry.key.text { extras[key] = entry.value.text }
    }
    for entry in root["datasets"]?.entries ?? [] {
      guard let key = entry.key.text else { continue }
      var dataset = Dataset()
      dataset.name = entry.value["name"]?.text
      dataset.groups = entry.value["groups"]?.texts ?? []
      dataset.tags = entry.value["tags"]?.texts ?? []
      datasets[key] = dataset
    }
  }
}
