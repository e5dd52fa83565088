import Tabular

extension PipelineError.Reason {
  /// The sentence on sheets of workbooks without its place.
  var sheetSentence: Message? {
    switch self {
    case .rangeOfText(let path):
      Message(
        indonesian: "\(path) bukan buku kerja; hapus 'range'",
        english: "\(path) is no workbook; take out 'range'")
    case .unknownSheet(let name, let path, let nearest, let known):
      Message(
        indonesian: "lembar '\(name)' tidak ada di \(path)\(choice(nearest, known).indonesian)",
        english: "\(path) has no sheet '\(name)'\(choice(nearest, known).english)")
    case .unclearSheet(let path, let candidates, let fit):
      fit
        ? Message(
          indonesian:
            "kolom yang dideklarasikan ada di beberapa lembar \(path): \(candidates.quoted); sebut satu atau semuanya dengan 'sheet'",
          english:
            "the declared columns stand in several sheets of \(path): \(candidates.quoted); name one or all of them with 'sheet'"
        )
        : Message(
          indonesian:
            "tidak ada lembar di \(path) yang memuat semua kolom yang dideklarasikan; lembarnya: \(candidates.quoted); sebut lembarnya dengan 'sheet'",
          english:
            "no sheet of \(path) has all declared columns; its sheets: \(candidates.quoted); name the sheet with 'sheet'"
        )
    default: nil
    }
  }
}
