public import Tabular

extension Obstacle {
  /// What keeps a dataset from being published, and the remedy.
  func message(of dataset: ValidatedDataset) -> Message {
    let words = words(of: dataset)
    return Message(
      indonesian: "\(dataset.csv): kesalahan: \(words.indonesian)",
      english: "\(dataset.csv): error: \(words.english)")
  }

  private func words(of dataset: ValidatedDataset) -> Message {
    switch self {
    case .missing(let elements):
      Message(
        indonesian: "metadata belum lengkap: "
          + elements.map(\.words.indonesian).joined(separator: ", ")
          + "; isi di bawah 'metadata' dataset '\(dataset.name)'",
        english: "metadata are missing: " + elements.map(\.words.english).joined(separator: ", ")
          + "; give them under 'metadata' of the dataset '\(dataset.name)'")
    case .noTitle:
      Message(
        indonesian: "tidak ada judul; isi 'title' dataset '\(dataset.name)'",
        english: "there is no title; give 'title' of the dataset '\(dataset.name)'")
    case .notOpen(let risk):
      Message(
        indonesian: "klasifikasi risikonya '\(risk)'; hanya data terbuka yang diterbitkan",
        english: "its risk is '\(risk)'; only open data are published")
    case .badName(let name):
      Message(
        indonesian:
          "nama '\(name)' tidak diterima CKAN (2–100 huruf a–z, angka, '-' dan '_'); beri nama lain pada setelan portal",
        english:
          "CKAN doesn't take the name '\(name)' (2–100 of a–z, digits, '-' and '_'); give another in the portal settings"
      )
    case .personal(let finding): finding.words
    case .changedFile:
      Message(
        indonesian: "isinya bukan lagi yang lolos pemeriksaan; jalankan 'cermat run' lagi",
        english: "it is not what passed the rules any more; run 'cermat run' again")
    case .otherColumns:
      Message(
        indonesian: "kolomnya lain dari datapackage.json; jalankan 'cermat run' lagi",
        english: "its columns are not those of datapackage.json; run 'cermat run' again")
    case .repeatedName(let other):
      Message(
        indonesian: "'\(other)' bernama sama di portal; beri nama lain pada setelan portal",
        english: "'\(other)' has the same name on the portal; give another in the portal settings")
    }
  }
}

extension PersonalScan.Finding {
  fileprivate var words: Message {
    let kind = kind.words
    guard record > 0 else {
      return Message(
        indonesian: "data pribadi dalam metadata '\(field)': \(kind.indonesian) \(masked); hapus",
        english: "personal data in the metadata '\(field)': \(kind.english) \(masked); remove it")
    }
    return Message(
      indonesian:
        "data pribadi di kolom '\(field)': \(count) \(kind.indonesian), mulai rekaman \(record) (\(masked)); buang kolom atau isinya",
      english:
        "personal data in the column '\(field)': \(count) \(kind.english), from record \(record) (\(masked)); leave out the column or the numbers"
    )
  }
}

extension PersonalNumber {
  fileprivate var words: Message {
    switch self {
    case .nik: Message(indonesian: "NIK", english: "NIK (identity number)")
    case .nip: Message(indonesian: "NIP", english: "NIP (civil servant number)")
    case .telephone: Message(indonesian: "nomor telepon", english: "telephone number")
    }
  }
}

extension CatalogueEntry.Element {
  /// The element as people call it, with its key.
  var words: Message {
    let indonesian =
      switch self {
      case .concept: "konsep"
      case .definition: "definisi"
      case .classification: "klasifikasi"
      case .measure: "ukuran"
      case .unit: "satuan"
      case .frequency: "frekuensi"
      case .period: "periode data"
      case .method: "metode pengumpulan"
      case .source: "sumber data"
      case .producer: "produsen data"
      case .custodian: "walidata"
      case .contact: "penanggung jawab"
      case .licence: "lisensi"
      case .level: "tingkat penyajian"
      case .risk: "klasifikasi risiko"
      case .standardCode: "kode standar data"
      case .metadataCode: "kode metadata"
      case .listCode: "ID DDP"
      case .interpretation: "interpretasi"
      case .formula: "rumus"
      }
    return Message(indonesian: "\(indonesian) ('\(rawValue)')", english: "'\(rawValue)'")
  }
}

extension Change {
  /// What is to be changed, on one line.
  public var message: Message {
    switch self {
    case .createDataset:
      Message(indonesian: "buat dataset (belum tampak)", english: "create the dataset (hidden)")
    case .createResource(let key):
      Message(indonesian: "buat sumber daya '\(key)'", english: "create the resource '\(key)'")
    case .dictionary(let anew):
      anew
        ? Message(
          indonesian: "kirim kamus data, tabel DataStore dibuat baru",
          english: "send the data dictionary, the table of the DataStore is made anew")
        : Message(indonesian: "perbarui kamus data", english: "renew the data dictionary")
    case .field(let name, let from, let to):
      Message(
        indonesian: "\(name): '\(from)' menjadi '\(to)'", english: "\(name): '\(from)' to '\(to)'")
    case .upload(let key, let bytes):
      Message(
        indonesian: "unggah berkas '\(key)' (\(bytes) bita)",
        english: "upload the file '\(key)' (\(bytes) bytes)")
    case .load(let records):
      Message(
        indonesian: "muat \(records) rekaman ke DataStore",
        english: "load \(records) records into the DataStore")
    case .show: Message(indonesian: "tampilkan untuk umum", english: "show it to everybody")
    }
  }
}
