import Tabular

/// The words of descriptions.
enum DescribingWords {
  static let emptySheet = Message(indonesian: "lembar kosong", english: "the sheet is empty")
}
