import Rules
import Tabular

extension PipelineError.Outline {
  /// What it is called.
  var words: Message {
    switch self {
    case .nothing: Message(indonesian: "tidak ada isi (~)", english: "nothing (~)")
    case .text: Message(indonesian: "teks", english: "a text")
    case .number: Message(indonesian: "angka seperti 12.5", english: "a number such as 12.5")
    case .ordinal: Message(indonesian: "bilangan bulat mulai 1", english: "a whole number from 1")
    case .truth: Message(indonesian: "true atau false", english: "true or false")
    case .list: Message(indonesian: "daftar", english: "a list")
    case .keys: Message(indonesian: "kunci dengan isinya", english: "keys with values")
    case .oneKey: Message(indonesian: "tepat satu kunci", english: "exactly one key")
    }
  }
}

extension PipelineError.Thing {
  /// What it is called.
  var words: Message {
    switch self {
    case .pipeline: Message(indonesian: "pipeline", english: "pipeline")
    case .table: Message(indonesian: "tabel", english: "table")
    case .field: Message(indonesian: "field", english: "field")
    case .column: Message(indonesian: "kolom", english: "column")
    case .rule: Message(indonesian: "aturan", english: "rule")
    case .list: Message(indonesian: "daftar kode", english: "code list")
    case .code: Message(indonesian: "kode", english: "code")
    case .bands: Message(indonesian: "rentang nilai", english: "bands")
    case .dataset: Message(indonesian: "dataset", english: "dataset")
    case .source:
      Message(
        indonesian: "resource atau daftar dari berkas",
        english: "resource or list from a file")
    case .parameter: Message(indonesian: "parameter", english: "parameter")
    }
  }
}

extension PipelineError.Trouble {
  /// What happened and the remedy.
  var sentence: Message {
    switch self {
    case .missing:
      Message(
        indonesian: "berkas tidak ada; periksa nama dan folder kerjanya",
        english: "there is no such file; check its name and the working folder")
    case .folder:
      Message(
        indonesian: "ini folder, bukan berkas; sebut berkasnya, atau pola seperti folder/*.csv",
        english: "this is a folder, not a file; name the file, or a pattern such as folder/*.csv")
    case .denied:
      Message(
        indonesian: "tidak boleh dibaca; periksa izin berkasnya",
        english: "permission denied; check the permissions of the file")
    case .failing:
      Message(
        indonesian: "gagal dibaca oleh sistem; coba lagi atau salin ulang berkasnya",
        english: "the system failed to read it; try again or copy the file anew")
    case .notText:
      Message(
        indonesian: "bukan teks UTF-8; simpan ulang sebagai UTF-8",
        english: "not text in UTF-8; save it as UTF-8")
    case .notAFile:
      Message(
        indonesian: "ini pipa atau perangkat, bukan berkas; simpan dahulu sebagai berkas",
        english: "this is a pipe or a device, not a file; save it as a file first")
    }
  }
}
