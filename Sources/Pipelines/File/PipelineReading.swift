extension PipelineFile {
  /// Reads one pipeline file and the files it refers to, with what `settings` replace in them;
  /// rules are not examined yet.
  ///
  /// `path` is relative to `folder`, the working folder with its final slash, which is empty for
  /// that of the process.
  ///
  /// - Throws: Everything that is wrong with it, in the order it was met.
  public static func read(
    _ path: String, in folder: String = "", settings: SettingsFile? = nil
  ) throws(PipelineError.Collection) -> PipelineFile {
    let root: YAMLNode
    do throws(PipelineError) {
      root = try tree(path, in: folder)
    } catch {
      throw PipelineError.Collection([error])
    }
    return try file(root, path: path, folder: folder, settings)
  }

  /// Reads a pipeline from a text, as if it stood at `path`.
  ///
  /// - Throws: Everything that is wrong with it, in the order it was met.
  public static func read(
    text: String, path: String, in folder: String = ""
  ) throws(PipelineError.Collection) -> PipelineFile {
    let root: YAMLNode
    do throws(PipelineError) {
      root = try tree(text, path)
    } catch {
      throw PipelineError.Collection([error])
    }
    return try file(root, path: path, folder: folder, nil)
  }

  static func tree(
    _ path: String, in folder: String
  ) throws(PipelineError) -> YAMLNode {
    try tree(try FileBytes.readText(folder + path, named: path), path)
  }

  private static func tree(_ text: String, _ path: String) throws(PipelineError) -> YAMLNode {
    guard let root = try YAMLNode.read(text, file: path), !root.isEmpty else {
      throw PipelineError(.emptyFile, file: path)
    }
    return root
  }

  private static func file(
    _ root: YAMLNode, path: String, folder: String, _ settings: SettingsFile?
  ) throws(PipelineError.Collection) -> PipelineFile {
    let trees = SourceTrees(root, path: path, folder: folder, settings)
    var errors = trees.errors
    var vocabulary = Vocabulary()
    for (root, path) in trees.references {
      var building = PipelineBuilding(file: path, folder: folder)
      building.add(root, to: &vocabulary)
      if !trees.isWrong(path) { errors += building.errors }
    }
    var building = PipelineBuilding(file: path, folder: folder)
    let file = building.pipeline(trees.root, vocabulary: vocabulary)
    // Where the shape is wrong already, what follows from it would only confuse.
    if errors.isEmpty { errors += building.errors }
    guard errors.isEmpty else { throw PipelineError.Collection(errors) }
    return file
  }

  /// The path under which a pipeline stands whose table this one uses.
  func path(of use: Use) -> String { FileBytes.folder(of: path) + use.pipeline + ".yaml" }

  /// The place of a node of this file; the file as a whole where it is nil.
  func place(of node: YAMLNode?) -> FilePlace {
    node.map { FilePlace(of: $0, in: path) } ?? FilePlace(file: path)
  }
}
