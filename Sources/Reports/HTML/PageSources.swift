import Pipelines
import Tabular

/// The files that the report speaks of, with their digests.
struct PageSources {
  /// The most files that are listed.
  private static let limit = 500

  private let report: RunReport

  init(_ report: RunReport) { self.report = report }

  func write(to html: inout HTMLWriter) {
    guard !report.inputs.isEmpty else { return }
    html.markup("<section><details class=\"fold panel\"><summary>")
    html.words(Heading.inputs.words)
    html.markup(" (\(report.inputs.count))</summary>")
    html.markup("<div class=\"scroll\"><table class=\"listing\">")
    html.tableHead([
      (Heading.file.words, false), (Heading.records.words, true), (Heading.digest.words, false),
    ])
    html.markup("<tbody>")
    for input in report.inputs.prefix(Self.limit) {
      html.markup("<tr><td>")
      html.data(input.path)
      if let sheet = input.sheet {
        html.markup(", ")
        html.words(Words.sheet(sheet))
      }
      html.markup("</td><td class=\"number\">")
      html.words(PageWords.number(input.records))
      html.markup("</td><td><code>")
      html.data(String(input.sha256.prefix(12)))
      html.markup("</code></td></tr>\n")
    }
    html.markup("</tbody></table></div>")
    if report.inputs.count > Self.limit {
      html.element("p", PageWords.moreFiles(report.inputs.count - Self.limit))
    }
    html.markup("</details></section>\n")
  }
}
