import Foundation

/// The folder of the package, with its final slash; samples and pipelines stand below it.
enum PackageFolder {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let url = tests.deletingLastPathComponent().deletingLastPathComponent()
  static var path: String { url.path + "/" }

  /// The pipelines of the samples.
  static let pipelines = [
    "anggaran", "indikator", "kegiatan", "media-digital", "opd", "penduduk", "perjanjian-kinerja",
    "sakip", "skm", "spbe",
  ]
}
