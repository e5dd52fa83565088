import Foundation

/// What is read of the made-up regency: the files named in `Regency/setelan.yaml`, or others in the
/// place of some.
enum RegencySettings: String, CaseIterable {
  /// The settings as they are, with the survey in a workbook.
  case usual = "setelan.yaml"
  /// The sheets of the survey as text files, in which mistakes can be made.
  case inText = "setelan-teks.yaml"
  /// The same facts in files of other forms.
  case otherForms = "bentuk-lain/setelan.yaml"

  /// The text of the settings file.
  func text() throws -> String {
    func text(_ path: String) throws -> String {
      try String(
        contentsOf: PackageFolder.url.appendingPathComponent(RegencyCopy.path + path),
        encoding: .utf8)
    }
    let usual = try text(Self.usual.rawValue)
    return self == .usual ? usual : Self.merged(usual, with: try text(rawValue))
  }

  /// The lines of `usual` with those of `other` in the place of those that set the same, or at the
  /// end of their section.
  private static func merged(_ usual: String, with other: String) -> String {
    var sections = [(name: String, lines: [String])]()
    for line in usual.components(separatedBy: "\n") + other.components(separatedBy: "\n") {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if !line.hasPrefix(" ") {
        let known = sections.firstIndex { $0.name == line }
        let section = known.map { sections.remove(at: $0) } ?? (line, [])
        sections.append(section)
      } else {
        let last = sections.count - 1
        sections[last].lines.removeAll { key(of: $0) == key(of: line) }
        sections[last].lines.append(line)
      }
    }
    return sections.flatMap { [$0.name] + $0.lines }.joined(separator: "\n") + "\n"
  }

  private static func key(of line: String) -> String? {
    line.components(separatedBy: ":").first
  }
}
