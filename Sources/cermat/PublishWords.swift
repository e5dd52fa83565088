import Portal
import Tabular

/// What `cermat publish` says.
extension Words {
  static func noDatasets(in folder: String) -> Message {
    Message(
      indonesian: "\(folder): tidak ada dataset yang sah; jalankan 'cermat run' dulu",
      english: "\(folder): there are no valid datasets; run 'cermat run' first")
  }

  static func noDataset(_ name: String, in folder: String) -> Message {
    Message(
      indonesian: "\(folder): tidak ada dataset sah bernama '\(name)'",
      english: "\(folder): there is no valid dataset '\(name)'")
  }

  static func wouldChange(_ name: String, _ changes: [Change]) -> Message {
    guard !changes.isEmpty else {
      return Message(
        indonesian: "\(name): tidak ada yang berubah", english: "\(name): nothing would change")
    }
    return Message(
      indonesian: "\(name): akan berubah\n"
        + changes.map { "  - \($0.message.indonesian)" }.joined(separator: "\n"),
      english: "\(name): would change\n"
        + changes.map { "  - \($0.message.english)" }.joined(separator: "\n"))
  }

  static func published(_ dataset: Receipt.Dataset) -> Message {
    dataset.isChanged
      ? Message(
        indonesian: "\(dataset.name): terbit, \(dataset.records) rekaman; \(dataset.url)",
        english: "\(dataset.name): published, \(dataset.records) records; \(dataset.url)")
      : Message(
        indonesian: "\(dataset.name): tidak ada yang berubah; \(dataset.url)",
        english: "\(dataset.name): nothing changed; \(dataset.url)")
  }
}
