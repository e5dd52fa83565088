import Diagnosis
import Pipelines
import Tabular

/// Writes a return slip: what one office has to repair, on paper, as the walidata returns data
/// under Satu Data Indonesia (Perpres 39/2019).
///
/// Nothing personal stands on it: those who sign are named by their function. Without a script.
struct ReturnSlip {
  /// The most items that a slip lists.
  static let limit = 1_000
  /// The most cells that are told beside the first of an item.
  private static let otherLimit = 20
  /// The most files whose digests are told.
  private static let fileLimit = 20

  let slip: SlipItems
  let report: RunReport
  let language: Language

  func write(to stream: TextStream) throws {
    var html = HTMLWriter(stream: stream)
    head(to: &html)
    items(to: &html)
    if slip.items.count > Self.limit {
      paragraph(SlipWords.more(slip.items.count - Self.limit), to: &html)
    }
    paragraph(SlipWords.deadline, blank: true, to: &html)
    signatures(to: &html)
    reference(to: &html)
    html.markup("</body>\n</html>\n")
    try html.stream.finish()
  }

  private func word(_ message: Message) -> String { HTMLText.escaped(message.text(in: language)) }

  private func paragraph(_ words: Message, blank: Bool = false, to html: inout HTMLWriter) {
    html.markup("<p>\(word(words))\(blank ? " <span class=\"blank\"></span>" : "")</p>\n")
  }

  private func head(to html: inout HTMLWriter) {
    let policy = PageFiles.policy(style: PageFiles.slipStyle, script: nil)
    html.markup(
      """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(word(SlipWords.title)) – \(HTMLText.escaped(slip.office))</title>
      <style>\(PageFiles.slipStyle)</style>
      </head>
      <body>
      <h1>\(word(SlipWords.title))</h1>
      <p class="subtitle">\(word(SlipWords.subtitle))</p>
      <table class="head">

      """)
    for (label, value) in [
      (SlipWords.to, nil), (SlipWords.number, ""), (SlipWords.date, ""),
    ] as [(Message, String?)] {
      html.markup("<tr><th scope=\"row\">\(word(label))</th><td>")
      if value == nil {
        html.data(slip.office)
      } else {
        html.markup("<span class=\"blank\"></span>")
      }
      html.markup("</td></tr>\n")
    }
    html.markup("</table>\n")
    paragraph(SlipWords.opening(slip.items.count), to: &html)
  }

  private func items(to html: inout HTMLWriter) {
    html.markup("<table class=\"items\"><thead><tr>")
    for (kind, label) in [
      ("nth", SlipWords.nth), ("file", SlipWords.place), ("figure", SlipWords.stated),
      ("figure", SlipWords.expected), ("why", SlipWords.why), ("answer", SlipWords.answer),
    ] {
      html.markup("<th scope=\"col\" class=\"\(kind)\">\(word(label))</th>")
    }
    html.markup("</tr></thead>\n<tbody>\n")
    for (index, item) in slip.items.prefix(Self.limit).enumerated() {
      html.markup("<tr><td class=\"nth\">\(index + 1)</td><td>")
      place(item.place, to: &html)
      html.markup("</td><td>")
      cell(item.raw, to: &html)
      html.markup("</td><td>")
      if let proposal = item.proposal {
        html.markup("<strong>")
        cell(proposal, to: &html)
        html.markup("</strong>")
      } else {
        html.markup("<span class=\"soft\">\(word(SlipWords.notKnown))</span>")
      }
      html.markup("</td><td>")
      html.data(clipped(item.reason.text(in: language)))
      if let mechanism = item.mechanism { html.markup(" (\(word(mechanism)))") }
      html.markup("</td><td></td></tr>\n")
      others(item, to: &html)
    }
    html.markup("</tbody></table>\n")
  }

  /// The cells that must be changed together with the first, each with what it should be.
  private func others(_ item: SlipItems.Item, to html: inout HTMLWriter) {
    guard !item.others.isEmpty else { return }
    html.markup("<tr class=\"others\"><td></td><td colspan=\"5\">\(word(SlipWords.others)) ")
    for (index, cell) in item.others.prefix(Self.otherLimit).enumerated() {
      let place = Place.short(cell.location, beside: item.place, in: language)
      html.markup(index == 0 ? "" : "; ")
      html.data(clipped("\(place): \(cell.raw) → \(cell.proposal ?? "?")"))
    }
    if item.others.count > Self.otherLimit {
      html.markup(" " + word(SlipWords.more(item.others.count - Self.otherLimit)))
    }
    html.markup("</td></tr>\n")
  }

  private func place(_ location: Location, to html: inout HTMLWriter) {
    let file = location.resource.split(separator: "/").last.map(String.init) ?? location.resource
    html.data(clipped(file))
    html.markup("<div class=\"soft\">")
    var parts: [String] = []
    if let sheet = location.sheet { parts.append(Words.sheet(sheet).text(in: language)) }
    if let line = location.line { parts.append(SlipWords.line(line).text(in: language)) }
    if let cell = location.cell { parts.append(Words.cell(cell).text(in: language)) }
    if let column = location.label ?? location.field {
      parts.append(Words.column(column).text(in: language))
    }
    html.data(clipped(parts.joined(separator: ", ")))
    html.markup("</div>")
  }

  private func cell(_ text: String, to html: inout HTMLWriter) {
    guard !text.isEmpty else {
      return html.markup("<span class=\"soft\">\(word(SlipWords.nothing))</span>")
    }
    html.data(clipped(text))
  }

  /// A page has no room for texts without end; the report has them whole.
  private func clipped(_ text: String) -> String {
    text.count > 400 ? text.prefix(399) + "…" : text
  }

  private func signatures(to html: inout HTMLWriter) {
    html.markup("<div class=\"signs\">")
    for (sign, line) in [
      (SlipWords.custodian, SlipWords.custodianLine), (SlipWords.producer, SlipWords.producerLine),
    ] {
      html.markup("<div><div>\(word(sign))</div><div class=\"line\">\(word(line))</div></div>")
    }
    html.markup("</div>\n")
  }

  /// The files that the items stand in, by which the office knows what was checked.
  private func reference(to html: inout HTMLWriter) {
    let named = Set(slip.items.map(\.place.resource))
    var digests: [String: String] = [:]
    for input in report.inputs where named.contains(input.path) {
      digests[input.path] = String(input.sha256.prefix(12))
    }
    html.markup("<div class=\"reference\">\(word(SlipWords.reference))<ul>\n")
    for path in digests.keys.sorted().prefix(Self.fileLimit) {
      html.markup("<li>")
      html.data(path)
      html.markup(" <code>\(HTMLText.escaped(digests[path] ?? ""))</code></li>\n")
    }
    html.markup("</ul></div>\n")
  }
}
