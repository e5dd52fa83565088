/// A text as names are compared: letters in lower case, blanks of any sort collapsed to one.
public enum ComparableText {
  /// The form of `text` in which two spellings of one name are equal.
  public static func of(_ text: String) -> String {
    var result = ""
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = !result.isEmpty
        continue
      }
      if pendingBlank { result.unicodeScalars.append(" ") }
      pendingBlank = false
      result += scalar.properties.lowercaseMapping
    }
    return result
  }
}
