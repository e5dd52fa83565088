import Glibc
import Spreadsheets
import Tabular

/// Which sheets of a workbook hold the table of a resource.
struct SheetChoice {
  private let workbook: OpenWorkbook
  private let resource: Resource
  private let range: SheetRange?

  /// A choice among the sheets of `workbook` for `resource`, of which `range` is looked at.
  init(_ workbook: OpenWorkbook, _ resource: Resource, _ range: SheetRange?) {
    self.workbook = workbook
    self.resource = resource
    self.range = range
  }

  /// The sheets that were chosen.
  struct Found {
    /// Their places.
    var places: [Int]
    /// The places of hidden sheets that have every declared label too.
    var hiddenTwins: [Int] = []
  }

  private var all: [Sheet] { workbook.workbook.sheets }
  private var path: String { workbook.workbook.path }

  /// The sheets, in the order in which they are named, or of their tabs.
  ///
  /// Where the resource names none, the only sheet with cells is taken, else the only one that has
  /// every declared label: visible ones first.
  ///
  /// - Throws: `PipelineError` where a name fits no sheet, or where more than one could be meant.
  func sheets(
    probing source: (OpenSheet?) -> SourceFile
  ) throws(PipelineError) -> Found {
    guard resource.sheets.isEmpty else { return Found(places: try named()) }
    var filled: [Int] = []
    var fitting: [Int] = []
    for index in all.indices {
      let sheet = OpenSheet(workbook: workbook, index: index, range: range)
      guard let fits = try source(sheet).fits(resource) else { continue }
      filled.append(index)
      if fits { fitting.append(index) }
    }
    for candidates in [fitting.filter { all[$0].visibility == .visible }, fitting] {
      if candidates.count == 1 {
        return Found(places: candidates, hiddenTwins: fitting.filter { $0 != candidates[0] })
      }
      if candidates.count > 1 { throw unclear(candidates, fit: true) }
    }
    if filled.count == 1 { return Found(places: filled) }
    guard !filled.isEmpty else {
      throw PipelineError(
        TabularError(.noRows, at: Location(resource: resource.paths.first ?? path)), path: path)
    }
    throw unclear(filled, fit: false)
  }

  private func unclear(_ candidates: [Int], fit: Bool) -> PipelineError {
    PipelineError(
      .unclearSheet(path: name, candidates: candidates.map { all[$0].name }, fit: fit),
      at: resource.place)
  }

  /// The path as the resource has it.
  private var name: String { resource.paths.first { path.hasSuffix($0) } ?? path }

  private func named() throws(PipelineError) -> [Int] {
    var found: [Int] = []
    for name in resource.sheets {
      let matches = matches(name)
      guard !matches.isEmpty else {
        throw PipelineError(
          .unknownSheet(
            name, path: self.name, nearest: NearestWords.to(name, among: all.map(\.name)),
            known: all.map(\.name)), at: resource.place)
      }
      found += matches.filter { !found.contains($0) }
    }
    return found
  }

  /// The sheets of that name, as written, else without regard to case and blanks; or those that fit
  /// a pattern.
  private func matches(_ name: String) -> [Int] {
    let exact = all.indices.filter { all[$0].name == name }
    if !exact.isEmpty { return exact }
    if name.contains(where: { "*?".contains($0) }) {
      return all.indices.filter { fnmatch(name, all[$0].name, 0) == 0 }
    }
    let key = LabelForm.key(name)
    return key.isEmpty ? [] : all.indices.filter { LabelForm.key(all[$0].name) == key }
  }
}

extension SourceFile {
  /// Whether the first rows of the sheet have every declared label; nil where it has no cells.
  fileprivate func fits(_ resource: Resource) throws(PipelineError) -> Bool? {
    guard let sheet, let block = try SheetPass(self, sheet).firstRows() else { return nil }
    guard block.starts.count > 0 else { return nil }
    let fields = resource.sourceFields
    do throws(TabularError) {
      let layout = try layout(of: block, fields: fields)
      _ = try ColumnMatch(fields: fields, header: layout.header, in: place)
      return !fields.isEmpty && !layout.header.lines.isEmpty
    } catch {
      return false
    }
  }
}
