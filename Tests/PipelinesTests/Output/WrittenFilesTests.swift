import FoundationEssentials
import Glibc
import Testing

@testable import Pipelines

/// What somebody else put into a folder is never touched.
@Suite struct WrittenFilesTests {
  private func text(_ folder: borrowing TemporaryFolder, _ name: String) -> String? {
    try? FileBytes.readText(folder.path + name, named: name)
  }

  private func write(
    _ names: [String: String], to folder: borrowing TemporaryFolder,
    changed: WrittenFiles.Changed = .refused
  ) throws {
    var files = WrittenFiles(in: folder.path + "d", changed: changed)
    for (name, text) in names { try files.write(Array(text.utf8), to: name) }
    try files.finish()
  }

  private func names(_ folder: borrowing TemporaryFolder) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path + "d")) ?? []).sorted()
  }

  @Test func stalesOfAnEarlierRunGoWithTheirFolders() throws {
    let folder = try TemporaryFolder()
    try write(["a/b/satu.csv": "1", "dua.csv": "2", "tiga\n\\.csv": "3"], to: folder)
    try write(["dua.csv": "22"], to: folder)
    #expect(names(folder) == [".cermat-files", "dua.csv"])
    #expect(text(folder, "d/dua.csv") == "22")
    try write([:], to: folder)
    #expect(!FileBytes.exists(folder.path + "d"))
  }

  @Test func theListIsThatOfSha256sum() throws {
    let folder = try TemporaryFolder()
    try write(["a": "abc", "b\n": "abc"], to: folder)
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(text(folder, "d/.cermat-files") == "\(digest)  a\n\\\(digest)  b\\n\n")
  }

  @Test(arguments: [WrittenFiles.Changed.refused, .replaced])
  func foreignFilesStay(_ changed: WrittenFiles.Changed) throws {
    let folder = try TemporaryFolder()
    try write(["a.csv": "1"], to: folder, changed: changed)
    try folder.write("punya saya", to: "d/b.csv")
    #expect(throws: OutputError(path: folder.path + "d/b.csv", reason: .notOurs)) {
      try write(["b.csv": "2"], to: folder, changed: changed)
    }
    try write(["c.csv": "3"], to: folder, changed: changed)
    #expect(names(folder) == [".cermat-files", "b.csv", "c.csv"])
    #expect(text(folder, "d/b.csv") == "punya saya")
  }

  @Test func whatWasChangedSinceIsNeitherRemovedNorOverwritten() throws {
    let folder = try TemporaryFolder()
    try write(["a.csv": "1"], to: folder)
    try folder.write("diperbaiki", to: "d/a.csv")
    #expect(throws: OutputError(path: folder.path + "d/a.csv", reason: .notOurs)) {
      try write(["a.csv": "2"], to: folder)
    }
    try write(["b.csv": "3"], to: folder)
    #expect(text(folder, "d/a.csv") == "diperbaiki")
  }

  @Test func aReportThatWasChangedSinceIsReplaced() throws {
    let folder = try TemporaryFolder()
    try write(["a.csv": "1"], to: folder, changed: .replaced)
    try folder.write("catatan", to: "d/a.csv")
    try write(["a.csv": "2"], to: folder, changed: .replaced)
    #expect(text(folder, "d/a.csv") == "2")
  }

  @Test func linksAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("asli", to: "asli.csv")
    try write(["x/a.csv": "1"], to: folder)
    #expect(symlink("../asli.csv", folder.path + "d/b.csv") == 0)
    #expect(symlink("..", folder.path + "d/y") == 0)
    for name in ["b.csv", "y/asli.csv"] {
      #expect(throws: OutputError.self) { try write([name: "2"], to: folder) }
    }
    #expect(text(folder, "asli.csv") == "asli")
  }

  @Test func whatAKilledRunWroteIsItsOwn() throws {
    let folder = try TemporaryFolder()
    try write(["a.csv": "1"], to: folder)
    var killed = WrittenFiles(in: folder.path + "d", changed: .refused)
    try killed.write(Array("2".utf8), to: "a.csv")
    try killed.write(Array("3".utf8), to: "b.csv")
    // No finish: the next run takes over.
    try write(["b.csv": "4"], to: folder)
    #expect(names(folder) == [".cermat-files", "b.csv"])
    #expect(text(folder, "d/b.csv") == "4")
  }
}
