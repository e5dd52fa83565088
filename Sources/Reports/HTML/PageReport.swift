import Diagnosis
public import Pipelines
import Rules
import Tabular

/// Writes `report.html`: one page for people that holds everything it needs.
///
/// What a head of office needs stands in the markup and is read without the script: what was
/// checked, which datasets may be published, the causes as sentences, the charts. The script lays
/// out the causes with their excerpts and relations, filters and searches. It makes text nodes of
/// everything that comes from data.
public struct PageReport: Sendable {
  /// The causes that are told in the markup itself.
  static let causeLimit = 200

  /// The language that the page begins in; it can be switched.
  public var language: Language

  /// A page that begins in `language`.
  public init(language: Language = .indonesian) { self.language = language }

  /// Writes `report` to `stream` and ends it; throws the first error of the sink.
  public func write(_ report: RunReport, to stream: TextStream) throws {
    var html = HTMLWriter(stream: stream)
    head(to: &html)
    top(of: report, to: &html)
    html.markup("<main class=\"wrap\">\n")
    PageSummary(report).write(to: &html)
    PageDatasets(report).write(to: &html)
    causes(of: report, to: &html)
    others(of: report, to: &html)
    PageCharts(report).write(to: &html)
    PageSources(report).write(to: &html)
    html.markup("</main>\n<footer class=\"wrap\">")
    html.element("p", PageWords.footer)
    html.markup("<p id=\"announcement\" class=\"seen-only\" role=\"status\"></p></footer>\n")
    PageData(report, language: language).write(to: &html)
    html.markup("<script>\(PageFiles.script)</script>\n</body>\n</html>\n")
    try html.stream.finish()
  }

  private func head(to html: inout HTMLWriter) {
    let policy = PageFiles.policy(style: PageFiles.style, script: PageFiles.script)
    html.markup(
      """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(PageWords.title.text(in: language))</title>
      <style>\(PageFiles.style)</style>
      </head>
      <body>

      """)
    html.markup("<a class=\"skip\" href=\"#causes\">")
    html.words(PageWords.skip)
    html.markup("</a>\n")
  }

  private func top(of report: RunReport, to html: inout HTMLWriter) {
    html.markup("<header class=\"top\"><div class=\"wrap\"><div><p class=\"brand\">Cermat</p><h1>")
    html.words(PageWords.title)
    html.markup("</h1>")
    html.element("p", class: "lead", PageWords.scope(report))
    html.markup("</div><div class=\"controls\" data-scripted hidden>")
    for (code, name) in [("id", "Bahasa Indonesia"), ("en", "English")] {
      html.markup(
        "<button type=\"button\" data-language=\"\(code)\" aria-pressed=\"false\">\(name)</button>")
    }
    html.markup("<button type=\"button\" id=\"theme\" aria-pressed=\"false\">")
    html.words(PageWords.dark)
    html.markup("</button></div></div></header>\n")
  }

  private func causes(of report: RunReport, to html: inout HTMLWriter) {
    html.markup("<section id=\"causes\" tabindex=\"-1\" aria-labelledby=\"causes-title\">")
    html.markup("<h2 id=\"causes-title\">")
    html.words(PageWords.causes)
    html.markup("</h2>")
    html.element("p", class: "lead", PageWords.causesLead)
    filters(to: &html)
    html.markup(
      "<p id=\"count\" class=\"count soft\" role=\"status\"></p>\n<div id=\"cause-list\">")
    if report.causes.isEmpty { html.element("p", PageWords.noCauses) }
    html.markup("<ol class=\"causes\">\n")
    for cause in report.causes.prefix(Self.causeLimit) {
      html.markup("<li class=\"cause \(cause.severity.rawValue)\"><p>")
      html.markup("<span class=\"tag \(cause.severity.rawValue)\">")
      html.words(Words.severity(cause.severity))
      html.markup("</span> ")
      html.words(cause.explanation.message)
      html.markup("</p></li>\n")
    }
    html.markup("</ol>")
    if report.causes.count > Self.causeLimit {
      html.element("p", PageWords.moreCauses(report.causes.count - Self.causeLimit))
    }
    html.markup("</div></section>\n")
  }

  private func filters(to html: inout HTMLWriter) {
    html.markup("<div class=\"filters\" role=\"search\" data-scripted hidden><label>")
    html.words(PageWords.search)
    html.markup("<input id=\"filter-q\" type=\"search\" autocomplete=\"off\"></label>")
    let choices = [
      ("pipeline", PageWords.pipeline), ("severity", PageWords.severity),
      ("office", PageWords.office),
    ]
    for (name, words) in choices {
      html.markup("<label>")
      html.words(words)
      html.markup("<select id=\"filter-\(name)\"></select></label>")
    }
    html.markup("<button type=\"button\" id=\"reset\">")
    html.words(PageWords.reset)
    html.markup("</button></div>\n")
  }

  /// The findings that no cause explains, which the script lays out.
  private func others(of report: RunReport, to html: inout HTMLWriter) {
    let count = report.findings.count { $0.cause == nil }
    html.markup("<section id=\"others\"><details class=\"fold panel\"><summary>")
    html.words(PageWords.others)
    html.markup(" (<span id=\"other-count\">\(count)</span>)</summary><div id=\"other-list\">")
    html.element("p", PageWords.othersElsewhere)
    html.markup("</div></details></section>\n")
  }
}
