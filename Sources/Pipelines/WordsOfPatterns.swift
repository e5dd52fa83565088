import Tabular

extension PipelineError.PatternFault {
  /// The sentence on `pattern`.
  func sentence(_ pattern: String) -> Message {
    switch self {
    case .syntax(let words):
      Message(
        indonesian: "pola '\(pattern)' bukan ekspresi reguler (\(words)); perbaiki polanya",
        english: "the pattern '\(pattern)' is no regular expression (\(words)); mend it")
    case .repeatedRepetition:
      Message(
        indonesian:
          "pola '\(pattern)' mengulang sesuatu yang hanya berisi ulangan, seperti (a+)+, dan terlalu lama dicoba; hapus salah satu ulangannya",
        english:
          "the pattern '\(pattern)' repeats nothing but repetitions, as (a+)+, and takes too long to try; drop one of them"
      )
    case .noGroup:
      Message(
        indonesian:
          "pola '\(pattern)' tidak memberi nama pada satu bagian pun; tulis misalnya (?<tahun>[0-9]{4})",
        english: "the pattern '\(pattern)' names no part; write for example (?<tahun>[0-9]{4})")
    }
  }
}
