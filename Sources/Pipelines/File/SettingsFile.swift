import Tabular

/// Paths and parameters by which others use the same pipelines for their own files.
public struct SettingsFile: Sendable {
  /// The path of the file.
  public let path: String
  /// The file as an input of a run.
  public let input: RunReport.Input
  private let parameters: [YAMLNode.Entry]
  private let paths: [YAMLNode.Entry]

  /// Reads a settings file; whether pipelines know what it names is examined with them.
  ///
  /// `path` is relative to `folder`, the working folder with its final slash, which is empty for
  /// that of the process.
  ///
  /// - Throws: Everything that is wrong with its shape, in the order of the file.
  static func read(
    _ path: String, in folder: String
  ) throws(PipelineError.Collection) -> SettingsFile {
    let root: YAMLNode
    let input: RunReport.Input
    do throws(PipelineError) {
      guard !FileBytes.isUnbounded(folder + path) else {
        throw PipelineError(.unreadable(.notAFile), file: path)
      }
      let bytes = try FileBytes.read(folder + path, named: path)
      input = RunReport.Input(
        path: path, sha256: Digest.sha256(bytes), bytes: bytes.count, records: 0)
      let text = try FileBytes.text(bytes, named: path)
      root = try YAMLNode.read(text, file: path) ?? YAMLNode(.mapping([]), line: 1, column: 1)
    } catch {
      throw PipelineError.Collection([error])
    }
    var examination = ShapeExamination(file: path)
    examination.examine(root, as: .object(.settings))
    guard examination.errors.isEmpty else {
      throw PipelineError.Collection(examination.errors)
    }
    return SettingsFile(path: path, input: input, root)
  }

  private init(path: String, input: RunReport.Input, _ root: YAMLNode) {
    self.path = path
    self.input = input
    func entries(_ key: String) -> [YAMLNode.Entry] {
      (root[key]?.entries ?? []).map { entry in
        YAMLNode.Entry(key: entry.key, value: entry.value.standing(in: path))
      }
    }
    parameters = entries("parameters")
    paths = entries("paths")
  }

  /// The tree of a pipeline, or of a file that pipelines refer to, with what is set here in the
  /// place of what stands there.
  func applied(to root: YAMLNode) -> YAMLNode {
    let pipeline = root["pipeline"]?.text ?? ""
    return root.replacingValues { section, value in
      switch section {
      case "parameters":
        value.replacingValues { name, value in parameters.value(of: name) ?? value }
      case "resources":
        value.replacingValues { name, resource in
          resource.reading(paths.value(of: "\(pipeline).\(name)"))
        }
      case "lists":
        value.replacingValues { name, list in list.reading(paths.value(of: name)) }
      default: value
      }
    }
  }

  /// Compares what is set here with what there is to be set.
  ///
  /// - Throws: What none of the pipelines knows; where one of them could not be read, also why.
  func examine(among targets: SettingsTargets) throws(PipelineError.Collection) {
    let errors =
      unknown(.parameter, parameters, targets.parameters) + unknown(.source, paths, targets.paths)
    guard errors.isEmpty else { throw PipelineError.Collection(errors + targets.errors) }
  }

  private func unknown(
    _ thing: PipelineError.Thing, _ entries: [YAMLNode.Entry], _ known: Set<String>
  ) -> [PipelineError] {
    entries.compactMap { entry in
      guard let name = entry.key.text, !known.contains(name) else { return nil }
      let known = known.sorted()
      let nearest = NearestWords.to(name, among: known)
      return PipelineError(
        .unknownName(thing, name, nearest: nearest, known: known),
        at: FilePlace(of: entry.key, in: path))
    }
  }
}

/// What a settings file may name: all parameters, resources and lists from files of the pipelines
/// in the folders that a run takes its pipelines from, whether they run or not.
struct SettingsTargets {
  /// The parameters.
  private(set) var parameters: Set<String> = []
  /// Resources as `pipeline.resource`, and lists that come from files.
  private(set) var paths: Set<String> = []
  /// What kept files from being asked.
  private(set) var errors: [PipelineError] = []

  /// What the pipeline files at `paths`, those beside them, and the files they refer to know.
  init(of paths: [String], in folder: String) {
    let folders = Set(paths.map { FileBytes.folder(of: $0) })
    let beside = folders.flatMap { beside in
      ["*.yaml", "*.yml"].flatMap { PathPattern.files(beside + $0, in: folder) }
    }
    var waiting = Set(paths + beside).sorted()
    var read: Set<String> = []
    while let path = waiting.popLast() {
      guard read.insert(path).inserted else { continue }
      do throws(PipelineError) {
        let text = try FileBytes.readText(folder + path, named: path)
        guard let root = try YAMLNode.read(text, file: path) else { continue }
        add(root)
        waiting += (root["references"]?.texts ?? []).map { FileBytes.folder(of: path) + $0 }
      } catch {
        errors.append(error)
      }
    }
  }

  private mutating func add(_ root: YAMLNode) {
    parameters.formUnion((root["parameters"]?.entries ?? []).compactMap(\.key.text))
    let resources = (root["resources"]?.entries ?? []).compactMap(\.key.text)
    if let pipeline = root["pipeline"]?.text {
      paths.formUnion(resources.map { "\(pipeline).\($0)" })
    }
    let lists = (root["lists"]?.entries ?? []).filter { $0.value["path"] != nil }
    paths.formUnion(lists.compactMap(\.key.text))
  }
}

extension [YAMLNode.Entry] {
  fileprivate func value(of key: String) -> YAMLNode? { first { $0.key.text == key }?.value }
}

extension YAMLNode {
  /// The node and everything in it as told of the file at `path`.
  fileprivate func standing(in path: String) -> YAMLNode {
    var node = self
    node.file = path
    if case .sequence(let members) = content {
      node.content = .sequence(members.map { $0.standing(in: path) })
    }
    return node
  }

  /// A resource or list with another path, where it has one.
  fileprivate func reading(_ path: YAMLNode?) -> YAMLNode {
    guard let path else { return self }
    return replacingValues { key, value in key == "path" ? path : value }
  }
}
