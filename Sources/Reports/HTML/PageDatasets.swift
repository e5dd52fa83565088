import Pipelines
import Rules
import Tabular

/// Which datasets may be published, and what holds the others back.
struct PageDatasets {
  private let report: RunReport
  private let titles: [RuleName: String]

  init(_ report: RunReport) {
    self.report = report
    titles = Dictionary(
      report.rules.map { (RuleName(pipeline: $0.pipeline, id: $0.id), $0.title) }
    ) { first, _ in first }
  }

  func write(to html: inout HTMLWriter) {
    guard !report.datasets.isEmpty else { return }
    html.markup("<section>")
    html.element("h2", PageWords.datasets)
    html.element("p", class: "lead", PageWords.datasetsLead)
    html.markup("<div class=\"panel\"><table class=\"listing datasets stacked\">")
    html.tableHead([
      (Heading.dataset.words, false), (Heading.state.words, false), (Heading.records.words, true),
    ])
    html.markup("<tbody>")
    // What is held back first: that needs someone.
    for dataset in report.datasets where !dataset.blockedBy.isEmpty { row(dataset, to: &html) }
    for dataset in report.datasets where dataset.blockedBy.isEmpty { row(dataset, to: &html) }
    html.markup("</tbody></table></div></section>\n")
  }

  private func row(_ dataset: RunReport.Dataset, to html: inout HTMLWriter) {
    html.markup("<tr><th scope=\"row\">")
    html.data(dataset.title.isEmpty ? dataset.name : dataset.title)
    html.markup("<div class=\"file\">")
    html.data(dataset.path)
    html.markup("</div></th><td>")
    if dataset.blockedBy.isEmpty {
      html.element("span", class: "tag good", PageWords.mayGoOut)
    } else {
      html.element("span", class: "tag error", PageWords.heldBack)
      html.markup("<details class=\"file\"><summary>")
      html.words(PageWords.unfulfilled(dataset.blockedBy.count))
      html.markup("</summary><ul>")
      for rule in dataset.blockedBy {
        let title = titles[RuleName(pipeline: dataset.pipeline, id: rule)] ?? ""
        html.element("li", data: title.isEmpty ? rule : title)
      }
      html.markup("</ul></details>")
    }
    if dataset.withheld > 0 {
      html.element("div", class: "file", Words.withheld(dataset.withheld))
    }
    html.markup("</td><td class=\"number records\">")
    html.words(Words.records(dataset.records))
    html.markup("</td></tr>\n")
  }
}
