/// A resource of an earlier data package, taken over as it stands.
///
/// A dataset that a run does not replace keeps its place in the package with the digest, length and
/// schema of the file that stays.
public struct KeptResource: Sendable, Hashable {
  /// The path of its CSV, relative to the descriptor.
  let path: String
  /// The resource as JSON, laid out as `DataPackage` does.
  let json: String

  /// The resources of a descriptor that `DataPackage` wrote; none of anything else.
  static func all(in descriptor: String) -> [KeptResource] {
    var resources: [KeptResource] = []
    var block: [Substring] = []
    for line in descriptor.split(separator: "\n") {
      if line == "    {" {
        block = ["{"]
      } else if line == "    }" || line == "    }," {
        block.append("    }")
        if let path = path(in: block) {
          resources.append(KeptResource(path: path, json: block.joined(separator: "\n")))
        }
        block = []
      } else if !block.isEmpty {
        block.append(line)
      }
    }
    return resources
  }

  private static func path(in block: [Substring]) -> String? {
    let prefix = "      \"path\": \""
    guard let line = block.first(where: { $0.hasPrefix(prefix) }), line.hasSuffix("\",") else {
      return nil
    }
    return String(line.dropFirst(prefix.count).dropLast(2))
  }
}
