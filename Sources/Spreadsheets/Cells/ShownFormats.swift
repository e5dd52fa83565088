/// How the numbers of a style are written, worked out once.
enum ShownFormat {
  case general
  case code(FormatCode)
}

/// The formats of a workbook by the numbers of its styles; equal ones are read once.
struct ShownFormats {
  private var formats: [ShownFormat] = []
  private var indents: [UInt8] = []
  private var known: [String: ShownFormat] = ["General": .general]
  /// True where some style indents its text.
  private(set) var hasIndents = false
  /// True where some style shows texts otherwise than they are.
  private(set) var changesTexts = false

  /// Adds the styles that were not seen yet.
  mutating func extend(to styles: [CellStyle]) {
    for style in styles.dropFirst(formats.count) {
      let code = style.format.code
      let format = known[code] ?? .code(FormatCode(code))
      known[code] = format
      formats.append(format)
      if case .code(let code) = format, code.text != nil { changesTexts = true }
      indents.append(style.indent)
      if style.indent > 0 { hasIndents = true }
    }
  }

  /// The format of a style.
  @inline(__always)
  subscript(style: UInt32) -> ShownFormat {
    Int(style) < formats.count ? formats[Int(style)] : .general
  }

  /// The steps by which a style indents its text.
  func indent(of style: UInt32) -> UInt8 { Int(style) < indents.count ? indents[Int(style)] : 0 }
}
