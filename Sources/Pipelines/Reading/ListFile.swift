import Delimited
import Tabular

/// Code lists that stand in files of their own.
struct ListFile {
  /// The path as written.
  let path: String
  /// The folder that it is relative to, with its final slash.
  let folder: String

  /// What a column of a row must hold for its code to count.
  struct Condition {
    /// The label of the column.
    let label: String
    /// The texts of which it must hold one.
    let texts: [String]
  }

  /// The codes in order.
  ///
  /// `key` is the label of their column in a CSV, or the key under which they stand in YAML.
  /// Without a key they stand in the first column.
  ///
  /// - Throws: `PipelineError` where the file can't be read or has no such column.
  func codes(
    key: String?, where conditions: [Condition] = []
  ) throws(PipelineError) -> [String] {
    if isYAML { return try codesOfYAML(key: key) }
    return try cells(of: [key], where: conditions).map { $0[0] }.filter { !$0.isEmpty }
  }

  /// The codes of a CSV, each once and in order, with the spelling in another column of each row.
  ///
  /// - Throws: `PipelineError` where the file can't be read or has no such columns.
  func spellings(
    key: String, spellings: String, where conditions: [Condition]
  ) throws(PipelineError) -> [(code: String, spelling: String)] {
    try cells(of: [key, spellings], where: conditions).filter { !$0[0].isEmpty }
      .map { ($0[0], $0[1]) }
  }

  /// True where the file is YAML, which has no columns.
  var isYAML: Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }

  /// The cells of the columns with these labels, or the first column for nil, in the rows of a CSV
  /// that fulfil all conditions.
  private func cells(
    of labels: [String?], where conditions: [Condition]
  ) throws(PipelineError) -> [[String]] {
    let rows = try rows()
    guard let header = rows.first, let first = header.first else {
      throw PipelineError(.emptyFile, file: path)
    }
    var columns: [Int] = []
    for label in labels { columns.append(try column(label ?? first, in: header)) }
    var tests: [(column: Int, texts: [String])] = []
    for condition in conditions {
      tests.append((try column(condition.label, in: header), condition.texts))
    }
    return rows.dropFirst().compactMap { row in
      let counts = tests.allSatisfy { $0.column < row.count && $0.texts.contains(row[$0.column]) }
      return counts ? columns.map { $0 < row.count ? row[$0] : "" } : nil
    }
  }

  private func column(_ label: String, in header: [String]) throws(PipelineError) -> Int {
    let key = LabelForm.key(label)
    guard let column = header.firstIndex(where: { LabelForm.key($0) == key }) else {
      throw missing(label, known: header)
    }
    return column
  }

  private func missing(_ label: String, known: [String]) -> PipelineError {
    let nearest = NearestWords.to(label, among: known)
    return PipelineError(
      .missingColumn(label, resource: path, nearest: nearest, known: known), file: path)
  }

  /// The rows of a CSV that hold something, with trimmed cells.
  private func rows() throws(PipelineError) -> [[String]] {
    do throws(DelimitedError) {
      let reader = try DelimitedReader(path: folder + path)
      var rows: [[String]] = []
      while let block = try reader.next() {
        for row in 0..<block.rowCount {
          let texts = block.texts(row: row).map(\.trimmed)
          if texts.contains(where: { !$0.isEmpty }) { rows.append(texts) }
        }
      }
      return rows
    } catch {
      throw PipelineError(error, path: path)
    }
  }

  private func codesOfYAML(key: String?) throws(PipelineError) -> [String] {
    let text = try FileBytes.readText(folder + path, named: path)
    guard let root = try YAMLNode.read(text, file: path) else {
      throw PipelineError(.emptyFile, file: path)
    }
    if case .sequence(let members) = root.content {
      return members.compactMap { member in member.text ?? key.flatMap { member[$0]?.text } }
    }
    guard let key, let node = root[key] else {
      throw missing(key ?? "key", known: root.entries.compactMap(\.key.text))
    }
    return node.texts
  }
}

extension StringProtocol {
  /// The text without blanks at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
