/// Text of data made safe to stand in Markdown (CommonMark with GitHub's tables).
enum MarkdownText {
  /// `text` on one line with everything escaped that Markdown or HTML would act on.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\n", "\r\n", "\r", "\t", "\u{2028}", "\u{2029}": result.append(" ")
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$":
        result.append("\\")
        result.append(character)
      case _ where character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }:
        result.append("·")
      default: result.append(character)
      }
    }
    return beginsBlock(result) ? "\\" + result : result
  }

  /// True where a line that begins with `text` would be a list or a rule.
  private static func beginsBlock(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return first == "-" || first == "+" || first == "="
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// The line below the header of a table; numbers stand to the right.
  static func rule(_ alignments: [Alignment]) -> String {
    row(alignments.map { $0 == .right ? "---:" : "---" })
  }

  /// How a column of a table is set.
  enum Alignment {
    case left, right
  }
}
