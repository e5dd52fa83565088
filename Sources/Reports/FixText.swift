import Diagnosis
public import Pipelines
public import Tabular

/// What `cermat fix` prints.
extension TerminalSummary {
  /// The line of a change that was made.
  public func change(_ fix: Fix) -> String {
    var text = StyledText(Place.text(fix.cell.location, in: language) + ": ", .strong)
    text.add("\(fix.cell.raw) → \(fix.cell.proposal ?? "")", .good)
    return text.lines(width: width, style: style).map { $0 + "\n" }.joined()
  }

  /// A finding in one line of text.
  public func finding(_ finding: Finding) -> String {
    var text = StyledText()
    if let cell = finding.cells.first {
      text.add(Place.text(cell.location, in: language) + ": ", .strong)
    }
    text.add("[\(finding.rule)] ", .faint)
    text.add(finding.message.text(in: language))
    return text.lines(width: width, style: style).map { $0 + "\n" }.joined()
  }
}
