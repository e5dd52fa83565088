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
}
