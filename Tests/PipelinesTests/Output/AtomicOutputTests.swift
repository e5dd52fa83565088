import Foundation
import Tabular
import Testing

@testable import Pipelines

@Suite struct AtomicOutputTests {
  /// A folder of its own for a test, removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private struct Interruption: Error {}

  @Test func writesTheFileAndNothingElseInFoldersThatItMakes() throws {
    try withFolder { folder in
      let place = "\(folder)/datasets/penduduk/umur.csv"
      try AtomicOutput.write(to: place) { output in
        try output.write("kode,nama\n")
        try output.write(String(repeating: "x", count: 1_000_000))
        #expect(output.byteCount == 1_000_010)
        #expect(!FileManager.default.fileExists(atPath: place))
      }
      #expect(try String(contentsOfFile: place, encoding: .utf8).utf8.count == 1_000_010)
      #expect(try files(in: "\(folder)/datasets/penduduk") == ["umur.csv"])
    }
  }

  @Test func tellsTheDigestOfWhatItWrote() throws {
    try withFolder { folder in
      let output = try AtomicOutput(path: "\(folder)/abc")
      try output.write("a")
      try output.write("bc")
      #expect(output.sha256 == nil)
      try output.seal()
      // FIPS 180-2, appendix B.1
      #expect(
        output.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(try files(in: folder) == [".abc.partial"])
      try output.commit()
      #expect(try files(in: folder) == ["abc"])
    }
  }

  @Test func keepsTheLastGoodFileWhenTheWorkFails() throws {
    try withFolder { folder in
      let place = "\(folder)/umur.csv"
      try AtomicOutput.write(to: place) { try $0.write("lama") }
      #expect(throws: Interruption.self) {
        try AtomicOutput.write(to: place) { output in
          try output.write(String(repeating: "baru", count: 500_000))
          throw Interruption()
        }
      }
      #expect(try String(contentsOfFile: place, encoding: .utf8) == "lama")
      #expect(try files(in: folder) == ["umur.csv"])
    }
  }

  @Test func takesOverWhatAKilledRunLeft() throws {
    try withFolder { folder in
      try String(repeating: "sisa", count: 1000)
        .write(toFile: "\(folder)/.umur.csv.partial", atomically: false, encoding: .utf8)
      try AtomicOutput.write(to: "\(folder)/umur.csv") { try $0.write("baru") }
      #expect(try String(contentsOfFile: "\(folder)/umur.csv", encoding: .utf8) == "baru")
      #expect(try files(in: folder) == ["umur.csv"])
    }
  }

  @Test func refusesAPlaceThatIsBeingWritten() throws {
    try withFolder { folder in
      let first = try AtomicOutput(path: "\(folder)/umur.csv")
      #expect(throws: OutputError(path: "\(folder)/umur.csv", reason: .inUse)) {
        _ = try AtomicOutput(path: "\(folder)/umur.csv")
      }
      try first.commit()
      try AtomicOutput.write(to: "\(folder)/umur.csv") { try $0.write("kedua") }
      #expect(try String(contentsOfFile: "\(folder)/umur.csv", encoding: .utf8) == "kedua")
    }
  }

  @Test func saysWhereAFileOrAFolderIsInTheWay() throws {
    try withFolder { folder in
      try "berkas".write(toFile: "\(folder)/out", atomically: false, encoding: .utf8)
      #expect(throws: OutputError(path: "\(folder)/out", reason: .notAFolder)) {
        _ = try AtomicOutput(path: "\(folder)/out/report.json")
      }
      #expect(throws: OutputError(path: "\(folder)/out/a", reason: .notAFolder)) {
        _ = try AtomicOutput(path: "\(folder)/out/a/report.json")
      }
      try FileManager.default.createDirectory(
        atPath: "\(folder)/report.json", withIntermediateDirectories: false)
      #expect(throws: OutputError(path: "\(folder)/report.json", reason: .isAFolder)) {
        _ = try AtomicOutput(path: "\(folder)/report.json")
      }
    }
  }

  @Test func saysThatAFolderMayNotBeWritten() throws {
    #expect(throws: OutputError.self) { _ = try AtomicOutput(path: "/proc/cermat/report.json") }
    guard getuid() != 0 else {
      print("skipped: permissions don't bind the superuser")
      return
    }
    try withFolder { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
      #expect(throws: OutputError(path: "\(folder)/report.json", reason: .notPermitted)) {
        _ = try AtomicOutput(path: "\(folder)/report.json")
      }
    }
  }

  @Test func keepsTheLastGoodFileOnAFullDisk() throws {
    try withFolder { folder in
      let mount = Process()
      mount.executableURL = URL(fileURLWithPath: "/bin/mount")
      mount.arguments = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
      mount.standardError = FileHandle.nullDevice
      try mount.run()
      mount.waitUntilExit()
      guard mount.terminationStatus == 0 else {
        print("skipped: no small file system can be mounted here")
        return
      }
      defer { umount2(folder, 0) }
      try AtomicOutput.write(to: "\(folder)/umur.csv") { try $0.write("lama") }
      #expect(throws: OutputError(path: "\(folder)/umur.csv", reason: .noSpace)) {
        try AtomicOutput.write(to: "\(folder)/umur.csv") { output in
          try output.write(String(repeating: "x", count: 1_000_000))
        }
      }
      #expect(try String(contentsOfFile: "\(folder)/umur.csv", encoding: .utf8) == "lama")
      #expect(try files(in: folder) == ["umur.csv"])
    }
  }

  @Test(arguments: [
    (OutputError.Reason.notPermitted, "permission denied", "izin ditolak"),
    (.noSpace, "no space left", "ruang penyimpanan habis"),
    (.notAFolder, "a part of this path is a file", "bagian dari jalur ini adalah berkas"),
    (.isAFolder, "a folder has this name", "sudah ada folder dengan nama ini"),
    (.inUse, "another run is writing it", "sedang ditulis oleh proses lain"),
    (.system(errno: 5), "system error 5", "kesalahan sistem 5"),
    (.refused(by: "lib: penuh"), "can't be made (lib: penuh)", "tidak dapat dibuat (lib: penuh)"),
  ])
  func tellsPlaceFactAndRemedy(reason: OutputError.Reason, english: String, indonesian: String) {
    let message = OutputError(path: "out/report.json", reason: reason).message
    #expect(message.english.hasPrefix("out/report.json: error: "))
    #expect(message.english.contains(english))
    #expect(message.english.contains("; "))
    #expect(message.indonesian.hasPrefix("out/report.json: kesalahan: "))
    #expect(message.indonesian.contains(indonesian))
    #expect(message.indonesian.contains("; "))
  }
}
