import Tabular

/// How reports draw the records of a dataset, by the names of fields.
public struct ChartDrawing: Sendable, Hashable {
  /// The form.
  public var form: Chart.Form
  /// The field that names the records.
  public var label: String
  /// The fields of the figures, in the order that the form wants them.
  public var values: [String]

  /// The drawing that a node asks for; nil where it asks for none.
  init?(_ node: YAMLNode?) {
    guard let entry = node?.entries.first, let form = entry.key.text.flatMap(Chart.Form.init)
    else { return nil }
    self.form = form
    label = entry.value["label"]?.text ?? ""
    values = form.keys.map { entry.value[$0]?.text ?? "" }
  }
}

extension Chart.Form {
  /// The keys of the figures.
  var keys: [String] {
    switch self {
    case .pyramid: ["left", "right"]
    case .bars: ["value"]
    case .realisation: ["value", "whole"]
    }
  }
}

extension PipelineExamination {
  /// Charts of fields that are not there, or whose figures are no numbers.
  static func chartErrors(of file: PipelineFile) -> [PipelineError] {
    file.datasets.flatMap { dataset -> [PipelineError] in
      guard let chart = file.root["datasets"]?[dataset.name]?["chart"]?.entries.first,
        let form = chart.key.text.flatMap(Chart.Form.init),
        let schema = file[resource: dataset.table]?.schema
      else { return [] }
      let numbers = schema.fields.filter(\.kind.isNumeric).map(\.name)
      return fieldErrors(chart.value["label"], among: schema.fields.map(\.name), in: file)
        + form.keys.flatMap { fieldErrors(chart.value[$0], among: numbers, in: file) }
    }
  }

  private static func fieldErrors(
    _ node: YAMLNode?, among known: [String], in file: PipelineFile
  ) -> [PipelineError] {
    node.map { unknown(.field, $0.text ?? "", among: known, at: file.place(of: $0)) } ?? []
  }
}
