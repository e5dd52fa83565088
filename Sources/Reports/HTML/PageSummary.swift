import Diagnosis
import Pipelines
import Rules
import Tabular

/// The top of the page: what the run came to, in figures.
struct PageSummary {
  private let report: RunReport

  init(_ report: RunReport) { self.report = report }

  func write(to html: inout HTMLWriter) {
    let counts = FindingGroups.counts(FindingGroups.of(report))
    let found = counts[.error, default: 0] + counts[.warning, default: 0]
    html.markup("<section><div class=\"status \(report.status.rawValue)\">\(icon)<div>")
    html.element("p", Words.discrepancies(found, in: report.status))
    html.element("p", class: "ink", PageWords.status(report.status))
    html.markup("</div></div>\n<ul class=\"figures\">")
    let checked = report.rules.reduce(0) { $0 + $1.checked }
    let failed = report.rules.reduce(0) { $0 + $1.violations }
    figure(checked, PageWords.checks, PageWords.agreeing(checked - failed, of: checked), &html)
    let valid = report.datasets.count { $0.blockedBy.isEmpty }
    figure(
      valid, PageWords.publishable, PageWords.ofDatasets(report.datasets.count), &html)
    figure(
      report.causes.count, PageWords.causesFound,
      PageWords.causesToRepair(report.causes.count { $0.severity == .error }), &html)
    figure(
      counts.values.reduce(0, +), PageWords.findings,
      PageWords.bySeverity(counts), &html)
    html.markup("</ul></section>\n")
    failures(to: &html)
  }

  private func figure(
    _ count: Int, _ name: Message, _ detail: Message, _ html: inout HTMLWriter
  ) {
    html.markup("<li class=\"figure\"><span class=\"large\">")
    html.words(PageWords.number(count))
    html.markup("</span>")
    html.element("span", class: "name", name)
    html.element("span", class: "detail", detail)
    html.markup("</li>")
  }

  private var icon: String {
    let sign =
      report.status == .clean ? "M7 12.5l3.5 3.5L17 9" : "M12 7v6.5M12 16.6v.4"
    return "<svg width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" fill=\"none\" "
      + "stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" aria-hidden=\"true\">"
      + "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"\(sign)\"/></svg>"
  }

  private func failures(to html: inout HTMLWriter) {
    guard !report.failures.isEmpty else { return }
    html.markup("<section class=\"panel\">")
    html.element("h2", Heading.failures.words)
    html.markup("<ul>")
    for failure in report.failures {
      html.markup("<li>")
      if !failure.pipeline.isEmpty {
        html.element("strong", data: failure.pipeline)
        html.markup(": ")
      }
      html.words(failure.message)
      html.markup("</li>")
    }
    html.markup("</ul></section>\n")
  }
}
