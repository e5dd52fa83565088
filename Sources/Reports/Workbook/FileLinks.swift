import Glibc
import Pipelines
import Tabular

/// The addresses of the sources and of their marked copies, as links from the output folder.
///
/// They are relative, so that they hold wherever the folders are moved together.
struct FileLinks {
  private let sources: [String: String]
  private let marked: Set<String>

  /// Looks for the files of `report` once.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - output: The output folder.
  ///   - working: The folder that paths are relative to, with its final slash.
  init(_ report: RunReport, from output: String, working: String) {
    let resources = Set(report.inputs.map(\.path))
    let base = Self.real(output)
    let home = Self.real(working.isEmpty ? "." : working)
    var sources: [String: String] = [:]
    for resource in resources where access(Self.path(of: resource, in: working), F_OK) == 0 {
      guard let base, let home else { continue }
      let target = resource.hasPrefix("/") ? resource : "\(home)/\(resource)"
      sources[resource] = Self.relative(target, to: base)
    }
    self.sources = sources
    marked = resources.filter { resource in
      !resource.hasPrefix("/") && !resource.contains("../")
        && access("\(output)/\(MarkedWorkbooks.folder)/\(resource)", F_OK) == 0
    }
  }

  private static func path(of resource: String, in working: String) -> String {
    resource.hasPrefix("/") ? resource : working + resource
  }

  /// The address of the cell in the source; nil where the file is not there.
  func source(of location: Location) -> String? {
    sources[location.resource].map { address(of: $0, location) }
  }

  /// The address of the cell in the marked copy of its workbook; nil where there is none.
  func copy(of location: Location) -> String? {
    guard marked.contains(location.resource) else { return nil }
    return address(of: "\(MarkedWorkbooks.folder)/\(location.resource)", location)
  }

  private func address(of path: String, _ location: Location) -> String {
    let file = Self.escaped(path)
    guard let sheet = location.sheet, let cell = location.cell else { return file }
    return "\(file)#'\(sheet.replacing("'", with: "''"))'!\(cell)"
  }

  // MARK: paths

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The way from the folder `base` to `path`, both absolute.
  static func relative(_ path: String, to base: String) -> String {
    let (parts, folders) = (path.split(separator: "/"), base.split(separator: "/"))
    let shared = zip(parts.dropLast(), folders).prefix { $0 == $1 }.count
    let up = repeatElement("..", count: folders.count - shared)
    return (up + parts.dropFirst(shared).map(String.init)).joined(separator: "/")
  }

  /// A path as a relative reference of RFC 3986: all but its unreserved characters in per cent.
  static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var escaped = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x2f, 0x5f, 0x7e:
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default: escaped += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return escaped
  }
}
