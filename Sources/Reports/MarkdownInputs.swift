import Pipelines
import Tabular

extension MarkdownReport {
  /// What was read: the resources, and how each of their lines was used.
  func inputs(of report: RunReport, to stream: inout TextStream) {
    guard !report.inputs.isEmpty else { return }
    stream.write("\n## \(word(.inputs))\n\n")
    stream.write(MarkdownText.row([Heading.file, .records, .size, .lines, .digest].map(word)))
    stream.write(MarkdownText.rule([.left, .right, .right, .left, .left]))
    for (index, input) in report.inputs.enumerated() {
      let reading = report.readings.indices.contains(index) ? report.readings[index] : nil
      let sheet = input.sheet.map { ", " + Words.sheet($0).text(in: language) } ?? ""
      stream.write(
        MarkdownText.row([
          escaped(input.path + sheet), number(input.records), number(input.bytes),
          reading.map(uses) ?? "", "`\(input.sha256.prefix(12))`",
        ]))
    }
    let others = report.readings.filter { !$0.otherLines.isEmpty }
    guard !others.isEmpty else { return }
    stream.write("\n### \(word(.otherLines))\n\n")
    stream.write(MarkdownText.row([Heading.file, .line, .use, .text].map(word)))
    stream.write(MarkdownText.rule([.left, .right, .left, .left]))
    for reading in others {
      for line in reading.otherLines {
        stream.write(
          MarkdownText.row([
            escaped(reading.resource), String(line.line), Words.use(line.use).text(in: language),
            escaped(line.text),
          ]))
      }
    }
  }

  /// `44 data, 1 judul kolom, 2 keterangan`.
  private func uses(_ reading: ReadingSummary) -> String {
    ReadingSummary.LineUse.allCases.compactMap { use in
      guard let count = reading.counts[use], count > 0 else { return nil }
      return "\(number(count)) \(Words.use(use).text(in: language))"
    }.joined(separator: ", ")
  }
}
