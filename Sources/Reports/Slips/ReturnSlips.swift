import Glibc
import Pipelines
import Tabular

/// The return slips of a run: one file an office that has errors or warnings.
struct ReturnSlips {
  /// The folder of the slips, in the output folder.
  static let folder = "lembar-pengembalian"

  private let report: RunReport
  private let language: Language
  private let slips: [(name: String, items: SlipItems)]

  init(_ report: RunReport, language: Language) {
    self.report = report
    self.language = language
    var taken: Set<String> = []
    slips = SlipItems.all(of: report).map { items in
      let slug = Self.slug(items.office)
      var name = "\(Self.prefix)\(slug)\(Self.suffix)"
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(Self.prefix)\(slug)-\(number)\(Self.suffix)"
        number += 1
      }
      return (name, items)
    }
  }

  private static let prefix = "lembar-pengembalian-"
  private static let suffix = ".html"

  /// The slips written to the disk, of which none has taken its place yet.
  ///
  /// Throws `OutputError`.
  func written(into folder: String) throws -> [AtomicOutput] {
    try slips.map { slip in
      let output = try AtomicOutput(path: "\(folder)/\(Self.folder)/\(slip.name)")
      try ReturnSlip(slip: slip.items, report: report, language: language)
        .write(to: TextStream(to: output))
      return output
    }
  }

  /// Removes the slips of an earlier run that this one does not have; other files stay.
  func removeStale(in folder: String) {
    let path = "\(folder)/\(Self.folder)"
    guard let handle = opendir(path) else { return }
    defer { closedir(handle) }
    let names = Set(slips.map(\.name))
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(Self.prefix), name.hasSuffix(Self.suffix), !names.contains(name)
      else { continue }
      unlink("\(path)/\(name)")
    }
  }

  /// The name of an office as a part of a file name: lower case letters, digits and hyphens.
  static func slug(_ office: String) -> String {
    var slug = ""
    for scalar in office.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    let short = String(slug.prefix(80)).split(separator: "-").joined(separator: "-")
    return short.isEmpty ? "tanpa-nama" : short
  }
}
