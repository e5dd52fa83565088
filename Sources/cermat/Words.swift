import Tabular

/// What the commands themselves say.
enum Words {
  static func noPipelines(_ folder: String) -> Message {
    Message(
      indonesian:
        "\(folder): tidak ada berkas pipeline (.yaml); sebutkan berkasnya atau pakai --pipelines FOLDER",
      english:
        "\(folder): there are no pipeline files (.yaml); name one or use --pipelines FOLDER")
  }

  static func sound(_ count: Int) -> Message {
    Message(
      indonesian: "\(count) pipeline diperiksa, tidak ada kesalahan",
      english: "\(count) \(count == 1 ? "pipeline" : "pipelines") examined, nothing is wrong")
  }

  static func unknownRule(_ name: String, nearest: [String]) -> Message {
    let hint = nearest.map { "'\($0)'" }.joined(separator: ", ")
    return Message(
      indonesian: "aturan '\(name)' tidak ada" + (hint.isEmpty ? "" : "; maksudnya \(hint)?"),
      english: "there is no rule '\(name)'" + (hint.isEmpty ? "" : "; did you mean \(hint)?"))
  }

  static func folderInUse(_ folder: String) -> Message {
    Message(
      indonesian:
        "\(folder): salinan hanya ditulis ke folder baru, folder kosong, atau hasil 'cermat fix' sebelumnya",
      english:
        "\(folder): copies go only to a folder that is new, empty, or written by 'cermat fix'")
  }

  static func changed(_ made: Int, _ omitted: Int, log: String) -> Message {
    Message(
      indonesian:
        "\(made) sel diperbaiki dalam salinan, \(omitted) usulan tidak diterapkan; lihat \(log)",
      english: "\(made) cells mended in the copies, \(omitted) proposals not applied; see \(log)")
  }

  static func gone(_ count: Int) -> Message {
    Message(
      indonesian: "\(count) temuan tidak muncul lagi pada salinan",
      english: "\(count) findings are gone on the copies")
  }

  static let stillThere = Message(indonesian: "masih ada: ", english: "still there: ")
  static let newFinding = Message(indonesian: "temuan baru: ", english: "new finding: ")
}
