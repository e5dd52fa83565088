extension NumeralReader {
  /// Texts that Indonesian tables commonly write for a missing value.
  ///
  /// Never used unless a caller passes them as `missingValues`: a dash may also mean zero, which
  /// only the people who made the table can say. Counted in 904 real files: dashes in 31, words in 8.
  public static let commonMissingWords = [
    "-", "–", "—", "…", "...", "n/a", "N/A", "NA", "NaN", "NULL", "null", "tidak ada", "belum ada",
  ]
}
