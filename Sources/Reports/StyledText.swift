/// Whether text for a terminal carries colours.
public enum TextStyle: Sendable, Hashable {
  /// Letters alone.
  case plain
  /// Colours and weights as ANSI sequences.
  case coloured
}

/// What a piece of text means, and with it how it may be coloured.
enum Tone: Sendable, Hashable {
  case plain, strong, faint, good, note, warning, error

  /// The parameters of the ANSI sequence (ECMA-48 SGR); nil where there is none.
  var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .good: "32"
    case .note: "36"
    case .warning: "33"
    case .error: "31"
    }
  }
}

/// A paragraph in pieces of one tone each.
struct StyledText {
  private(set) var characters: [(character: Character, tone: Tone)] = []

  init() {}

  init(_ text: String, _ tone: Tone = .plain) { add(text, tone) }

  /// Adds text; what a terminal would act on (control and direction characters) is shown as `·`,
  /// line breaks and tabs as a blank.
  mutating func add(_ text: some StringProtocol, _ tone: Tone = .plain) {
    for character in text {
      characters.append((Self.harmless(character), tone))
    }
  }

  /// What stands for a character on a terminal.
  static func harmless(_ character: Character) -> Character {
    if character == "\n" || character == "\r\n" || character == "\t" || character == "\r" {
      return " "
    }
    let isActive = character.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
      default: false
      }
    }
    return isActive ? "·" : character
  }
}

extension StyledText {
  /// The paragraph as lines of at most `width` columns.
  ///
  /// The first is indented by `indent` columns, the others by `hanging`. Lines break at blanks; a
  /// word longer than a line is cut.
  func lines(width: Int, indent: Int = 0, hanging: Int = 4, style: TextStyle) -> [String] {
    var lines: [String] = []
    var line: [(character: Character, tone: Tone)] = []
    var used = 0
    var margin: Int { lines.isEmpty ? indent : hanging }
    func breakLine() {
      lines.append(Self.rendered(line, indent: margin, style: style))
      line = []
      used = 0
    }
    func addBlank(before word: ArraySlice<(character: Character, tone: Tone)>) {
      let tone = line.last?.tone == word.first?.tone ? word.first?.tone : nil
      line.append((" ", tone ?? .plain))
      used += 1
    }
    for word in words {
      let length = word.reduce(0) { $0 + DisplayWidth.of($1.character) }
      if !line.isEmpty {
        if margin + used + 1 + length <= width {
          addBlank(before: word)
        } else if hanging + length <= width || margin + used + 8 > width {
          breakLine()
        } else {
          addBlank(before: word)
        }
      }
      for piece in word {
        let columns = DisplayWidth.of(piece.character)
        if margin + used + columns > width { breakLine() }
        line.append(piece)
        used += columns
      }
    }
    if !line.isEmpty || lines.isEmpty { breakLine() }
    return lines
  }

  private var words: [ArraySlice<(character: Character, tone: Tone)>] {
    characters.split { $0.character == " " }
  }

  private static func rendered(
    _ line: [(character: Character, tone: Tone)], indent: Int, style: TextStyle
  ) -> String {
    var text = line.isEmpty ? "" : String(repeating: " ", count: indent)
    var current = Tone.plain
    for (character, tone) in line {
      if style == .coloured, tone != current {
        if current != .plain { text += "\u{1b}[0m" }
        if let code = tone.code { text += "\u{1b}[\(code)m" }
        current = tone
      }
      text.append(character)
    }
    return current == .plain ? text : text + "\u{1b}[0m"
  }
}
