/// Pipeline files, read and examined, and everything that is wrong with them.
public struct PipelineLoading: Sendable {
  /// A file that was refused.
  public struct Refused: Sendable, Hashable {
    /// The path.
    public var path: String
    /// The name of its pipeline, or the path where that could not be told.
    public var pipeline: String
    /// What is wrong, in the order of the file.
    public var errors: [PipelineError]
  }

  /// The sound files: those that were named in the order they were named, then those they use.
  public private(set) var files: [PipelineFile] = []
  /// What is wrong with the others, in the order they were named.
  public private(set) var refused: [Refused] = []
  /// The settings file; nil where none was named or it was refused.
  public private(set) var settings: SettingsFile?

  /// Reads and examines the pipeline files at `paths`, and those whose tables they use where they
  /// stand in the same folder under their own name, without reading any data.
  ///
  /// With the settings file at `settings` they have its paths and parameters. Where that is
  /// refused no file is sound: nobody meant the pipelines to run without it.
  ///
  /// Paths are relative to `folder`, which ends in a slash or is empty for that of the process.
  public init(paths: [String], in folder: String = "", settings: String? = nil) {
    if let settings {
      do throws(PipelineError.Collection) {
        let file = try SettingsFile.read(settings, in: folder)
        try file.examine(among: SettingsTargets(of: paths, in: folder))
        self.settings = file
      } catch {
        refuse(settings, settings, error.errors)
        return
      }
    }
    var waiting = paths
    var read: Set<String> = []
    while !waiting.isEmpty {
      let path = waiting.removeFirst()
      guard read.insert(path).inserted else { continue }
      do throws(PipelineError.Collection) {
        let file = try PipelineFile.read(path, in: folder, settings: self.settings)
        waiting += admit(file, in: folder)
      } catch {
        refuse(path, path, error.errors)
      }
    }
    examineTogether()
  }

  private mutating func refuse(_ path: String, _ name: String, _ errors: [PipelineError]) {
    refused.append(Refused(path: path, pipeline: name, errors: errors.sortedByPlace()))
  }

  /// Takes a file in and returns the paths of pipelines it uses that are not there yet.
  private mutating func admit(_ file: PipelineFile, in working: String) -> [String] {
    if let other = files.first(where: { $0.name == file.name }) {
      let place = file.place(of: file.root["pipeline"])
      refuse(
        file.path, file.path,
        [.init(.repeatedPipeline(file.name, otherFile: other.path), at: place)])
      return []
    }
    files.append(file)
    let missing = file.uses.filter { use in !files.contains { $0.name == use.pipeline } }
    return missing.map { file.path(of: $0) }.filter { FileBytes.exists(working + $0) }
  }

  /// Examines what needs all files: the tables of others, then rules and conditions.
  private mutating func examineTogether() {
    let cycles = UseOrder.cycles(among: files)
    let all = files
    let unread = Set(refused.map(\.path))
    files = []
    for file in all {
      var errors = PipelineExamination.errors(of: file, among: all, refused: unread)
      if let cycle = cycles[file.name] {
        errors.append(PipelineError(.cycle(cycle), at: file.place(of: file.root["uses"])))
      }
      if errors.isEmpty { files.append(file) } else { refuse(file.path, file.name, errors) }
    }
  }
}

extension [PipelineError] {
  /// In the order of the places in the file, each error once.
  func sortedByPlace() -> [PipelineError] {
    var seen: Set<PipelineError> = []
    return filter { seen.insert($0).inserted }.enumerated().sorted { one, other in
      let (left, right) = (one.element.place, other.element.place)
      return (left.file, left.line ?? 0, left.column ?? 0, one.offset)
        < (right.file, right.line ?? 0, right.column ?? 0, other.offset)
    }.map(\.element)
  }
}
