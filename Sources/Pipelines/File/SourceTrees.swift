/// The trees of a pipeline file and of the files it refers to, with what settings replace in them
/// and parameters replaced in their texts, and everything that is wrong with their shape.
struct SourceTrees {
  /// The tree of the pipeline file.
  private(set) var root: YAMLNode
  /// The trees and paths of the files it refers to, in order.
  private(set) var references: [(root: YAMLNode, path: String)] = []
  /// What is wrong.
  private(set) var errors: [PipelineError] = []
  private var wrong: Set<String> = []

  /// Reads the files that the pipeline at `path` refers to; they are named relative to it, and
  /// `path` is relative to the working folder `folder`.
  init(_ root: YAMLNode, path: String, folder: String, _ settings: SettingsFile?) {
    self.root = settings?.applied(to: root) ?? root
    readReferences(of: path, in: folder, settings)
    let trees = [(root: self.root, file: path)] + references.map { (root: $0.root, file: $0.path) }
    let scope = ParameterScope(of: trees)
    // Parameters of a file that could not be read are not missing.
    let isWhole = errors.isEmpty
    if isWhole { errors += scope.errors }
    self.root = examined(self.root, .pipeline, path, scope, isWhole: isWhole)
    for index in references.indices {
      let (root, path) = references[index]
      references[index].root = examined(root, .references, path, scope, isWhole: isWhole)
    }
  }

  /// True where the shape of the file at `path` is wrong.
  func isWrong(_ path: String) -> Bool { wrong.contains(path) }

  /// Names of these files may have parameters of the pipeline in them, but none of their own.
  private mutating func readReferences(
    of file: String, in folder: String, _ settings: SettingsFile?
  ) {
    guard let written = root["references"] else { return }
    let own = ParameterScope(of: [(root: root, file: file)])
    var interpolation = Interpolation(file: file, scope: own)
    let naming = interpolation.node(written, as: .list(.text))
    errors += interpolation.errors
    guard errors.isEmpty else { return }
    for name in naming.texts {
      let path = FileBytes.folder(of: file) + name
      do throws(PipelineError) {
        let root = try PipelineFile.tree(path, in: folder)
        references.append((settings?.applied(to: root) ?? root, path))
      } catch {
        // A file that isn't there is a mistake of the file that names it.
        let place = FilePlace(of: written, in: file)
        errors.append(
          error.place.line != nil ? error : PipelineError(.reading(error.message), at: place))
      }
    }
  }

  private mutating func examined(
    _ root: YAMLNode, _ table: KeyTable, _ path: String, _ scope: ParameterScope, isWhole: Bool
  ) -> YAMLNode {
    var interpolation = Interpolation(file: path, scope: scope)
    let root = interpolation.root(root, as: table)
    var examination = ShapeExamination(file: path)
    examination.examine(root, as: .object(table))
    // What is wrong with a text is told once.
    let shape = examination.errors.filter { !interpolation.untouched.contains($0.place) }
    let found = (isWhole ? interpolation.errors : []) + shape
    errors += found
    if !found.isEmpty { wrong.insert(path) }
    return root
  }
}
