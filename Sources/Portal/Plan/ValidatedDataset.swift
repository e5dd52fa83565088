import Glibc
import Pipelines

/// A dataset in the output folder of a run that passed its rules; those in quarantine are never
/// looked at.
public struct ValidatedDataset: Sendable {
  /// The pipeline that made it.
  public let pipeline: String
  /// The name.
  public let name: String
  /// The folder with its CSV and the data package.
  let folder: String
  /// The resource of the data package.
  let resource: JSONValue
  /// The whole data package.
  let package: JSONValue

  /// What Cermat calls the dataset on every portal.
  public var key: String { "\(pipeline)/\(name)" }

  /// The path of the CSV.
  var csv: String { "\(folder)/\(name).csv" }

  /// The digest that the data package has of the CSV.
  var sha256: String { String((resource["hash"]?.text ?? "").trimmingPrefix("sha256:")) }

  /// The length in bytes that the data package has of the CSV.
  var bytes: Int { resource["bytes"]?.whole ?? -1 }

  /// All validated datasets of an output folder, in the order of their keys.
  ///
  /// - Parameter output: The output folder of a run.
  /// - Returns: The datasets; none where no run wrote any.
  /// - Throws: `PortalError` where a data package can't be read.
  public static func all(in output: String) throws(PortalError) -> [ValidatedDataset] {
    let shelf = "\(output)/datasets"
    var datasets: [ValidatedDataset] = []
    for pipeline in folders(in: shelf) {
      let path = "\(shelf)/\(pipeline)/datapackage.json"
      guard access(path, F_OK) == 0 else { continue }
      let package = try Files.json(path)
      for resource in package["resources"]?.elements ?? [] {
        guard let file = resource["path"]?.text, file.hasSuffix(".csv"), !file.contains("/") else {
          throw PortalError(.unreadable(PipelineError(.unreadable(.notText), file: path)), at: path)
        }
        datasets.append(
          ValidatedDataset(
            pipeline: pipeline, name: String(file.dropLast(4)), folder: "\(shelf)/\(pipeline)",
            resource: resource, package: package))
      }
    }
    return datasets
  }

  private static func folders(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

/// Files read for publishing.
enum Files {
  /// The JSON of a file.
  static func json(_ path: String) throws(PortalError) -> JSONValue {
    let bytes = try bytes(path)
    do throws(JSONReader.Fault) {
      return try JSONReader.value(of: bytes)
    } catch {
      throw PortalError(.unreadable(PipelineError(.unreadable(.notText), file: path)), at: path)
    }
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws(PortalError) -> [UInt8] {
    do throws(PipelineError) {
      return try FileBytes.read(path, named: path)
    } catch {
      throw PortalError(.unreadable(error), at: path)
    }
  }
}
