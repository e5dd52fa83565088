public import Pipelines
import Tabular

extension TerminalSummary {
  /// How many findings of a kind of news are printed.
  private static let newsLimit = 20

  /// What of a run is new, before everything else; no lines where nothing is known of earlier runs.
  func news(_ report: RunReport) -> [String] {
    guard let news = RunNews(report) else { return [] }
    var lines = StyledText(news.sentence.text(in: language) + ".", .strong).lines(
      width: width, style: style)
    for item in news.items.prefix(Self.newsLimit) {
      lines += line(
        Words.state(item.state), item.state == .changed ? .warning : .error,
        item.finding.cells.first.map { Place.text($0.location, in: language) } ?? "",
        item.finding.rule, item.finding.message)
    }
    lines += more(news.items.count)
    for finding in news.resolved.prefix(Self.newsLimit) {
      lines += line(Words.gone, .good, finding.place, finding.rule, finding.message)
    }
    return lines + more(news.resolved.count)
  }

  /// What lies between two runs; ends with a line break.
  public func difference(
    appeared: [PastFinding], changed: [PastFinding], gone: [PastFinding]
  ) -> String {
    let parts: [(Message, Tone, [PastFinding])] = [
      (Words.state(.new), .error, appeared), (Words.state(.changed), .warning, changed),
      (Words.gone, .good, gone),
    ]
    return parts.flatMap { word, tone, findings in
      findings.flatMap { line(word, tone, $0.place, $0.rule, $0.message) }
    }.map { $0 + "\n" }.joined()
  }

  private func line(
    _ word: Message, _ tone: Tone, _ place: String, _ rule: String, _ message: Message
  ) -> [String] {
    var text = StyledText(word.text(in: language) + ": ", tone)
    text.add(place + ": ", .strong)
    text.add("[\(rule)] ", .faint)
    text.add(message.text(in: language))
    return text.lines(width: width, indent: 2, style: style)
  }

  private func more(_ count: Int) -> [String] {
    guard count > Self.newsLimit else { return [] }
    let text = Words.moreNews(count - Self.newsLimit).text(in: language)
    return StyledText(text, .faint).lines(width: width, indent: 2, style: style)
  }
}

extension Words {
  /// How many are not printed.
  static func moreNews(_ count: Int) -> Message {
    both(
      "… dan \(ShownNumber.text(count, in: .indonesian)) lagi",
      "… and \(ShownNumber.text(count, in: .english)) more")
  }
}
