import Diagnosis
import Tabular

/// What the text reports say of causes besides their sentences.
extension Words {
  /// How sure a cause is.
  static func confidence(_ confidence: Cause.Confidence) -> Message {
    switch confidence {
    case .certain: Message(indonesian: "pasti", english: "certain")
    case .likely: Message(indonesian: "kemungkinan besar", english: "likely")
    case .possible: Message(indonesian: "mungkin", english: "possible")
    }
  }

  /// What stands in a cell and what should.
  static func shouldBe(_ raw: String, _ proposal: String) -> Message {
    Message(
      indonesian: "tertulis: \(raw); seharusnya: \(proposal)",
      english: "states: \(raw); should be: \(proposal)")
  }

  /// How many findings a cause explains.
  static func explains(_ count: Int) -> Message {
    Message(
      indonesian: "menjelaskan \(count) temuan",
      english: count == 1 ? "explains 1 finding" : "explains \(count) findings")
  }

  /// How many causes are not listed.
  static func moreCauses(_ count: Int) -> Message {
    Message(
      indonesian: "\(count) penyebab lain ada di report.html",
      english: count == 1
        ? "1 other cause is in report.html" : "\(count) other causes are in report.html")
  }

  /// A workbook that can't be given back with marks as it is another one by now.
  static func changedSince(_ path: String) -> Message {
    Message(
      indonesian: "\(path): berubah sejak dibaca, sehingga sel yang salah tidak ditandai",
      english: "\(path): changed since it was read, so its wrong cells are not marked")
  }

  /// A workbook of a format that can't be marked.
  static func notMarkable(_ path: String) -> Message {
    Message(
      indonesian: "\(path): sel yang salah tidak ditandai, karena hanya XLSX yang dapat ditandai",
      english: "\(path): the wrong cells are not marked, as only XLSX can be")
  }

  /// Cells of a workbook that could not be marked.
  static func notMarked(_ count: Int, in path: String) -> Message {
    Message(
      indonesian: "\(path): \(count) sel tidak dapat ditandai",
      english: "\(path): \(count) \(count == 1 ? "cell" : "cells") could not be marked")
  }
}
