import Delimited
import Diagnosis
public import Tabular

/// The log of a fix, as CSV: every change that was proposed, made or not.
public enum FixLog {
  /// The name of the file.
  public static let name = "perubahan.csv"
  private static let header = [
    "file", "sheet", "cell", "line", "column", "old", "new", "made", "reason", "cause", "mechanism",
    "confidence", "message",
  ]

  /// Writes the log of `fixing` into its folder.
  ///
  /// - Throws: `OutputError` where it can't be written.
  public static func write(
    _ fixing: Fixing, into folder: inout WrittenFiles, text: (Message) -> String
  ) throws(OutputError) {
    try folder.write(to: name) { output in
      var stream = TextStream(to: output)
      var writer = DelimitedWriter { stream.write($0.bindMemory(to: UInt8.self)) }
      func put(_ record: [String]) throws {
        for cell in record { writer.append(cell) }
        try writer.endRecord()
      }
      try put(header)
      for fix in fixing.fixes {
        let place = fix.cell.location
        try put([
          place.resource, place.sheet ?? "", place.cell ?? "", place.line.map(String.init) ?? "",
          place.column.map(String.init) ?? "", guarded(fix.cell.raw),
          guarded(fix.cell.proposal ?? ""), fix.refusal == nil ? "1" : "0",
          fix.refusal.map { text($0.message) } ?? "", "\(fix.cause)", fix.mechanism.rawValue,
          fix.confidence.rawValue, guarded(text(fix.message)),
        ])
      }
      try writer.finish()
      try stream.finish()
    }
  }

  /// A text that no spreadsheet program takes for a formula.
  private static func guarded(_ text: String) -> String {
    guard let first = text.first, "=+@\t\r".contains(first) else { return text }
    return "'" + text
  }
}

extension Fix.Refusal {
  /// Why a change was not made, in words.
  public var message: Message {
    switch self {
    case .noProposal:
      Message(
        indonesian: "penyebabnya tidak menyatakan nilai untuk setiap sel",
        english: "the cause does not say what each cell should hold")
    case .notSure: Message(indonesian: "belum pasti", english: "not sure enough")
    case .contradicted:
      Message(
        indonesian: "penyebab lain meminta nilai yang berbeda",
        english: "another cause wants another value")
    case .otherText:
      Message(
        indonesian: "isinya sekarang lain, atau terdapat lebih dari satu kali di sel itu",
        english: "something else stands there now, or it stands there more than once")
    case .sharedFormula:
      Message(
        indonesian: "selnya berisi rumus yang dipakai bersama sel lain",
        english: "the cell holds a formula that others share")
    case .format:
      Message(
        indonesian: "berkas jenis ini tidak dapat diubah; ubahlah dengan tangan",
        english: "files of that kind can't be changed; change it by hand")
    case .outside:
      Message(
        indonesian: "berkasnya di luar folder kerja",
        english: "the file is outside of the working folder")
    case .noCell:
      Message(indonesian: "tempatnya bukan satu sel", english: "the place is no single cell")
    case .unreadable:
      Message(
        indonesian: "berkasnya tidak dapat dibaca lagi", english: "the file can't be read again")
    }
  }
}
