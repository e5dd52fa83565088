extension NumeralReader {
  /// Texts that Indonesian tables commonly write for a missing value.
  ///
  /// A reader knows them only where a caller passes them as `missingValues`: a dash may also mean
  /// zero, which only the people who made the table can say. Counted in 904 real files: dashes in
  /// 31, words in 8.
  public static let commonMissingWords = [
    "-", "–", "—", "…", "...", "n/a", "N/A", "NA", "NaN", "NULL", "null", "tidak ada", "belum ada",
  ]

  private static let missingWords: Set<String> = [
    "n/a", "na", "n.a", "n.a.", "nan", "null", "nil", "none", "tidak ada", "belum ada",
    "tidak ada data", "belum ada data", "tidak tersedia", "belum tersedia", "data tidak tersedia",
    "data belum tersedia", "t.a.d", "t.a.d.", "tad",
  ]

  /// True for a text that says that there is no figure: nothing but dashes, dots and stars, or one
  /// of the words for it in any case.
  public static func saysMissing(_ text: String) -> Bool {
    let text = text.filter { !$0.isWhitespace || $0 == " " }
    guard text.contains(where: { $0 != " " }), text.utf8.count <= 64 else { return false }
    if text.allSatisfy({ "-–—−‐….·*_ ".contains($0) }) { return true }
    let words = text.lowercased().split(separator: " ").joined(separator: " ")
    return missingWords.contains(words)
  }
}
