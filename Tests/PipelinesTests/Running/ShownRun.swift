import Rules
import Tabular

@testable import Pipelines

extension CompletedRun {
  /// The run in the lines of the results of `pipelines/README.md`.
  func lines() throws -> [String] {
    try tableLines() + ruleLines() + datasetLines() + officeLines() + chartLines()
      + report.failures.map {
        "failure \($0.pipeline): \($0.message.english)"
      }
  }

  private func tableLines() throws -> [String] {
    try report.pipelines.flatMap { pipeline in
      let tables = tables[pipeline.name] ?? [:]
      return try tables.keys.sorted().flatMap { name in
        try tables[name].map { ["table \(name)"] + (try $0.lines()) } ?? []
      }
    }
  }

  private func ruleLines() -> [String] {
    report.rules.map { outcome in
      let count = outcome.value == .violated ? outcome.violations : outcome.unverifiable
      let places = outcome.value == .satisfied ? "" : ", \(count) of \(outcome.checked)"
      return "rule \(outcome.id): \(outcome.value.rawValue)\(places)"
    }
  }

  private func officeLines() -> [String] {
    report.findings.map { "office \($0.office ?? "-"): \($0.rule)" }
  }

  private func chartLines() -> [String] {
    report.charts.map { chart in
      let records = chart.labels.indices.map { index in
        ([chart.labels[index]] + chart.series.map { $0.values[index] ?? "-" })
          .joined(separator: " ")
      }
      let state = chart.isValid ? "" : ", not validated"
      return "chart \(chart.dataset): \(chart.form.rawValue), "
        + records.joined(separator: ", ") + state
    }
  }

  private func datasetLines() -> [String] {
    report.datasets.map { dataset in
      guard dataset.blockedBy.isEmpty else {
        return "dataset \(dataset.name): blocked by \(dataset.blockedBy.joined(separator: ", "))"
      }
      let records = dataset.records == 1 ? "1 record" : "\(dataset.records) records"
      let withheld = dataset.withheld == 0 ? "" : ", \(dataset.withheld) withheld"
      return "dataset \(dataset.name): \(records)\(withheld)"
    }
  }
}

extension Table {
  /// The labels and the values of all records, as CSV without quotes.
  func lines() throws -> [String] {
    var lines = [schema.fields.map(\.name).joined(separator: ",")]
    try batches.forEach { batch in
      for row in 0..<batch.count {
        let cells = batch.columns.map { column -> String in
          let cell = column.cell(at: row)
          return cell == .missing ? "" : cell.shown
        }
        lines.append(cells.joined(separator: ","))
      }
    }
    return lines
  }
}
