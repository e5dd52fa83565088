import Numerals
import Rules
import Tabular

extension PreparedDataset {
  /// The chart of the records that go out, which are also drawn where the dataset is held back; nil
  /// where none is wanted.
  ///
  /// - Throws: `TabularError` where a batch can't be read back.
  func chart() throws(TabularError) -> Chart? {
    guard let drawing, !emitted.isEmpty, let label = table.schema.position(of: drawing.label)
    else { return nil }
    let fields = drawing.values.compactMap { table.schema.position(of: $0) }
    guard fields.count == drawing.values.count else { return nil }
    var chart = Chart(
      pipeline: pipeline, dataset: name, title: title, form: drawing.form,
      isValid: blockedBy.isEmpty, labels: [],
      series: fields.map { position in
        let field = table.schema.fields[position]
        return Chart.Series(title: field.title ?? field.name, unit: field.unit, values: [])
      })
    for number in 0..<table.batches.count where chart.labels.count < Chart.limit {
      let batch = try table.batches.batch(at: number)
      for row in 0..<batch.count where emitted.contains(batch.firstRecord + row) {
        guard chart.labels.count < Chart.limit else { break }
        chart.labels.append(batch.columns[label].shown(at: row))
        for (series, field) in fields.enumerated() {
          chart.series[series].values.append(
            batch.columns[field].numerals?.value(at: row)?.description)
        }
      }
    }
    chart.more = emitted.count - chart.labels.count
    return chart
  }
}

extension Column {
  /// The text of a row, or its number as a text.
  fileprivate func shown(at row: Int) -> String {
    texts?.text(at: row) ?? raw(at: row)
  }
}
