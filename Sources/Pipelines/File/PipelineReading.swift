extension PipelineFile {
  /// Reads one pipeline file and the files it refers to; rules are not examined yet.
  ///
  /// `path` is relative to `folder`, the working folder with its final slash, which is empty for
  /// that of the process.
  ///
  /// - Throws: Everything that is wrong with it, in the order it was met.
  public static func read(
    _ path: String, in folder: String = ""
  ) throws(PipelineError.Collection) -> PipelineFile {
    let root: YAMLNode
    do throws(PipelineError) {
      root = try tree(path, in: folder)
    } catch {
      throw PipelineError.Collection([error])
    }
    return try file(root, path: path, folder: folder)
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
    return try file(root, path: path, folder: folder)
  }

  private static func tree(
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
    _ root: YAMLNode, path: String, folder: String
  ) throws(PipelineError.Collection) -> PipelineFile {
    var examination = ShapeExamination(file: path)
    examination.examine(root, as: .object(.pipeline))
    var errors = examination.errors
    let vocabulary = shared(root, path: path, folder: folder, errors: &errors)
    var building = PipelineBuilding(file: path, folder: folder)
    let file = building.pipeline(root, vocabulary: vocabulary)
    // Where the shape is wrong already, what follows from it would only confuse.
    if errors.isEmpty { errors += building.errors }
    guard errors.isEmpty else { throw PipelineError.Collection(errors) }
    return file
  }

  /// What the files under `references` share, which are named relative to the pipeline file.
  private static func shared(
    _ root: YAMLNode, path: String, folder: String, errors: inout [PipelineError]
  ) -> Vocabulary {
    var vocabulary = Vocabulary()
    let naming = root["references"]
    let place = FilePlace(file: path, line: naming?.line, column: naming?.column)
    for name in naming?.texts ?? [] {
      let path = FileBytes.folder(of: path) + name
      do throws(PipelineError) {
        let root = try tree(path, in: folder)
        var examination = ShapeExamination(file: path)
        examination.examine(root, as: .object(.references))
        var building = PipelineBuilding(file: path, folder: folder)
        building.add(root, to: &vocabulary)
        errors += examination.errors.isEmpty ? building.errors : examination.errors
      } catch {
        // A file that isn't there is a mistake of the file that names it.
        let isRead = error.place.line != nil
        errors.append(isRead ? error : PipelineError(.reading(error.message), at: place))
      }
    }
    return vocabulary
  }

  /// The place of a node of this file; the file as a whole where it is nil.
  func place(of node: YAMLNode?) -> FilePlace {
    FilePlace(file: path, line: node?.line, column: node?.column)
  }
}
