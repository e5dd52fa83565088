import Glibc
public import Tabular

/// Something that keeps a file from being written.
public struct OutputError: Error, Sendable, Hashable {
  /// What the system said.
  public enum Reason: Sendable, Hashable {
    /// The folder or the file may not be written.
    case notPermitted
    /// No space is left, or the quota is used up.
    case noSpace
    /// A part of the path that should be a folder is a file.
    case notAFolder
    /// A folder stands where the file should go.
    case isAFolder
    /// A file stands there that Cermat did not write, or that was changed since.
    case notOurs
    /// Another run is writing the same file.
    case inUse
    /// Anything else, with the system's error number.
    case system(errno: Int32)
    /// A library that makes the file gave up, in its words.
    case refused(by: String)

    /// The reason that stands behind an error number of the system.
    public init(errno number: Int32) {
      self =
        switch number {
        case EACCES, EPERM, EROFS: .notPermitted
        case ENOSPC, EDQUOT: .noSpace
        case ENOTDIR: .notAFolder
        case EISDIR: .isAFolder
        default: .system(errno: number)
        }
    }
  }

  /// The path that could not be written.
  public var path: String
  /// What the system said.
  public var reason: Reason

  /// Makes an error.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What happened, where, and the remedy.
  public var message: Message {
    let (fact, remedy) = reason.words
    return Message(errorAt: path, fact, remedy: remedy)
  }
}

extension OutputError.Reason {
  fileprivate var words: (fact: Message, remedy: Message) {
    switch self {
    case .notPermitted:
      (
        Message(indonesian: "tidak dapat ditulis: izin ditolak", english: "permission denied"),
        Message(
          indonesian: "periksa izin foldernya atau pilih folder lain dengan '--output'",
          english: "check the permissions of the folder or choose another with '--output'")
      )
    case .noSpace:
      (
        Message(indonesian: "ruang penyimpanan habis", english: "no space left"),
        Message(
          indonesian: "kosongkan ruang atau pilih folder lain dengan '--output'",
          english: "free some space or choose another folder with '--output'")
      )
    case .notAFolder:
      (
        Message(
          indonesian: "bagian dari jalur ini adalah berkas, bukan folder",
          english: "a part of this path is a file, not a folder"),
        Message(
          indonesian: "pindahkan berkas itu atau pilih folder lain dengan '--output'",
          english: "move that file or choose another folder with '--output'")
      )
    case .isAFolder:
      (
        Message(
          indonesian: "sudah ada folder dengan nama ini", english: "a folder has this name"),
        Message(
          indonesian: "pindahkan folder itu atau pilih folder lain dengan '--output'",
          english: "move that folder or choose another with '--output'")
      )
    case .notOurs:
      (
        Message(
          indonesian: "berkas ini tidak ditulis oleh Cermat, atau sudah diubah sesudahnya",
          english: "this file was not written by Cermat, or was changed since"),
        Message(
          indonesian: "pindahkan berkas itu atau pilih folder lain",
          english: "move that file or choose another folder")
      )
    case .inUse:
      (
        Message(
          indonesian: "sedang ditulis oleh proses lain", english: "another run is writing it"),
        Message(
          indonesian: "tunggu sampai selesai atau pilih folder lain dengan '--output'",
          english: "wait for it to end or choose another folder with '--output'")
      )
    case .system(let number):
      (
        Message(
          indonesian: "tidak dapat ditulis (kesalahan sistem \(number))",
          english: "can't be written (system error \(number))"),
        Message(
          indonesian: "periksa media penyimpanannya lalu ulangi",
          english: "check the storage and try again")
      )
    case .refused(let words):
      (
        Message(
          indonesian: "tidak dapat dibuat (\(words))", english: "can't be made (\(words))"),
        Message(
          indonesian: "periksa media penyimpanannya lalu ulangi",
          english: "check the storage and try again")
      )
    }
  }
}
