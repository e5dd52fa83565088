/// A step through a web page, in document order.
enum PageStep {
  /// A table begins; `isHidden` where it is not shown.
  case tableBegins(isHidden: Bool)
  /// The innermost table ends.
  case tableEnds
  /// A head, body or foot of the innermost table begins or ends.
  case groupEnds
  /// A row of the innermost table begins.
  case rowBegins(isHidden: Bool)
  /// It ends.
  case rowEnds
  /// A cell of the innermost table begins, a `td` or `th`.
  case cellBegins(element: String, HTMLAttributes)
  /// It ends.
  case cellEnds
  /// The columns that come next in the innermost table are so many, and hidden or not.
  case columns(Int, isHidden: Bool)
  /// Text, shown to the reader.
  case text(UnsafeBufferPointer<UInt8>)
  /// A line ends.
  case lineBreak
  /// A paragraph begins or ends.
  case paragraph
  /// Something that parts words.
  case blank
  /// Text begins, or ends, to stand above the line.
  case superscript(Bool)
  /// Text begins, or ends, whose blanks count.
  case preformatted(Bool)
  /// Text of the page's title.
  case title(UnsafeBufferPointer<UInt8>)
  /// Text of a style sheet.
  case styleSheet(UnsafeBufferPointer<UInt8>)
}

/// What an element of a page is to its tables.
enum PageElement {
  case table, rowGroup, row, cell, column
  case block, lineBreak, input, option, superscript, preformatted
  case title, styleSheet
  /// Never shown.
  case unseen
  /// Part of the text around it.
  case inline

  /// What the element of that name is.
  init(_ name: String) {
    self =
      switch name {
      case "table": .table
      case "thead", "tbody", "tfoot": .rowGroup
      case "tr": .row
      case "td", "th": .cell
      case "col", "colgroup": .column
      case "caption", "p", "div", "center", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
        "dl", "dt", "dd", "hr", "form", "fieldset", "legend", "blockquote", "address", "section",
        "article", "header", "footer", "main", "nav", "aside", "figure", "figcaption", "body":
        .block
      case "br": .lineBreak
      case "input": .input
      case "option": .option
      case "sup": .superscript
      case "pre", "textarea": .preformatted
      case "title": .title
      case "style": .styleSheet
      case "script", "noscript", "template", "object", "iframe", "comment", "head", "xml":
        .unseen
      default: .inline
      }
  }
}
