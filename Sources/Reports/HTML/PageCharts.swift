import Pipelines
import Rules
import Tabular

/// Small charts: tables whose figures also stand as bars, so that they can be read, copied and
/// printed.
struct PageCharts {
  private let report: RunReport

  init(_ report: RunReport) { self.report = report }

  func write(to html: inout HTMLWriter) {
    let outcomes = report.pipelines.map { pipeline in
      (pipeline, report.rules.filter { $0.pipeline == pipeline.name })
    }.filter { $0.1.contains { $0.checked > 0 } }
    guard !outcomes.isEmpty || !report.charts.isEmpty else { return }
    html.markup("<section>")
    html.element("h2", PageWords.charts)
    html.markup("<div class=\"charts\">\n")
    if !outcomes.isEmpty { checks(outcomes, to: &html) }
    for chart in report.charts { write(chart, to: &html) }
    html.markup("</div></section>\n")
  }

  private func checks(
    _ outcomes: [(RunReport.Pipeline, [RuleOutcome])], to html: inout HTMLWriter
  ) {
    html.markup("<div class=\"panel\">")
    html.element("h3", PageWords.checksPerPipeline)
    html.markup("<div class=\"scroll\"><table class=\"chart\">")
    html.tableHead([
      (PageWords.pipeline, false), (PageWords.agreeingBar, false), (PageWords.agreeingCount, true),
    ])
    html.markup("<tbody>")
    for (pipeline, rules) in outcomes {
      let checked = rules.reduce(0) { $0 + $1.checked }
      let failed = min(checked, rules.reduce(0) { $0 + $1.violations })
      html.markup("<tr><th scope=\"row\" class=\"name\">")
      html.data(pipeline.name)
      html.markup("</th><td class=\"bar\">")
      let share = checked == 0 ? 0 : Double(failed) / Double(checked)
      // What failed stays visible however little it is.
      let width = failed == 0 ? 0 : max(2, share * 100)
      html.markup(
        bar([("fill-bar", 0, 100 - width), ("fill-error", 100 - width, width)]))
      html.markup("</td><td class=\"number\">")
      html.words(PageWords.share(checked - failed, of: checked))
      html.markup("</td></tr>\n")
    }
    html.markup("</tbody></table></div></div>\n")
  }

  private func write(_ chart: Chart, to html: inout HTMLWriter) {
    html.markup("<div class=\"panel\"><h3>")
    html.data(chart.title)
    html.markup("</h3>")
    if !chart.isValid { html.element("p", class: "tag warning", PageWords.notValid) }
    html.markup("<div class=\"scroll\"><table class=\"chart \(chart.form.rawValue)\">")
    let figures = chart.series.map { $0.values.map(Self.size) }
    let largest = figures.joined().reduce(0) { max($0, abs($1)) }
    switch chart.form {
    case .pyramid: pyramid(chart, figures, largest, to: &html)
    case .bars, .realisation: bars(chart, figures, largest, to: &html)
    }
    html.markup("</table></div>")
    if chart.more > 0 { html.element("p", class: "soft", PageWords.moreRecords(chart.more)) }
    html.markup("</div>\n")
  }

  private func pyramid(
    _ chart: Chart, _ figures: [[Double]], _ largest: Double, to html: inout HTMLWriter
  ) {
    html.markup("<thead><tr><th scope=\"col\" colspan=\"2\" class=\"number\">")
    html.data(chart.series[0].title)
    html.markup("</th><td></td><th scope=\"col\" colspan=\"2\">")
    html.data(chart.series[1].title)
    html.markup("</th></tr></thead><tbody>")
    // The oldest stand on top, as people draw it.
    for index in chart.labels.indices.reversed() {
      let (left, right) = (share(figures[0][index], largest), share(figures[1][index], largest))
      html.markup("<tr><td class=\"number\">")
      value(chart.series[0].values[index], to: &html)
      html.markup("</td><td class=\"bar\">\(bar([("fill-left", 100 - left, left)]))</td>")
      html.element("th", data: chart.labels[index])
      html.markup("<td class=\"bar\">\(bar([("fill-right", 0, right)]))</td><td class=\"number\">")
      value(chart.series[1].values[index], to: &html)
      html.markup("</td></tr>\n")
    }
    html.markup("</tbody>")
  }

  private func bars(
    _ chart: Chart, _ figures: [[Double]], _ largest: Double, to html: inout HTMLWriter
  ) {
    html.markup("<thead><tr><td class=\"name\"></td><td class=\"bar\"></td>")
    for series in chart.series {
      html.markup("<th scope=\"col\" class=\"number\">")
      html.data(series.title)
      html.markup("</th>")
    }
    if chart.form == .realisation { html.markup("<th scope=\"col\" class=\"number\">%</th>") }
    html.markup("</tr></thead><tbody>")
    for index in chart.labels.indices {
      html.markup("<tr>")
      html.markup("<th scope=\"row\" class=\"name\">")
      html.data(chart.labels[index])
      html.markup("</th><td class=\"bar\">")
      let part = figures[0][index]
      if chart.form == .realisation {
        html.markup(
          bar([
            ("fill-ground", 0, share(figures[1][index], largest)),
            ("fill-bar", 0, share(part, largest)),
          ]))
      } else {
        html.markup(bar([("fill-bar", 0, share(part, largest))]))
      }
      html.markup("</td>")
      for series in chart.series {
        let title = HTMLText.escaped(series.title)
        html.markup("<td class=\"number\" data-name=\"\(title)\">")
        value(series.values[index], to: &html)
        html.markup("</td>")
      }
      if chart.form == .realisation {
        let whole = figures[1][index]
        html.markup("<td class=\"number\">")
        if whole > 0 { html.words(PageWords.percent(part / whole)) }
        html.markup("</td>")
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody>")
  }

  private func value(_ canonical: String?, to html: inout HTMLWriter) {
    guard let canonical else { return html.markup("–") }
    html.words(PageWords.number(canonical))
  }

  /// How large a figure is drawn; nothing is judged by it.
  private static func size(_ canonical: String?) -> Double { canonical.flatMap(Double.init) ?? 0 }

  private func share(_ figure: Double, _ largest: Double) -> Double {
    largest > 0 ? max(0, min(100, abs(figure) / largest * 100)) : 0
  }

  /// A bar of pieces: class, start and width in per cent.
  private func bar(_ pieces: [(kind: String, start: Double, width: Double)]) -> String {
    let rectangles = pieces.filter { $0.width > 0 }.map { piece in
      "<rect class=\"\(piece.kind)\" x=\"\(tenths(piece.start))%\" y=\"0\" "
        + "width=\"\(tenths(piece.width))%\" height=\"100%\" rx=\"2\"/>"
    }
    return "<svg aria-hidden=\"true\">\(rectangles.joined())</svg>"
  }

  private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
