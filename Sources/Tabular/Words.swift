import Glibc

extension TabularError {
  /// What happened, and the remedy.
  public var message: Message {
    switch reason {
    case .spillNotOpened(let folder, let errno):
      words(
        "berkas sementara tidak bisa dibuat di '\(folder)': \(Self.system(errno).indonesian)",
        "no temporary file can be made in '\(folder)': \(Self.system(errno).english)")
    case .spillNotWritten(let folder, let errno):
      words(
        "berkas sementara di '\(folder)' tidak bisa ditulis: \(Self.system(errno).indonesian)",
        "the temporary file in '\(folder)' can't be written: \(Self.system(errno).english)")
    case .spillNotRead(let folder, let errno):
      words(
        "berkas sementara di '\(folder)' tidak bisa dibaca kembali: \(Self.system(errno).indonesian)",
        "the temporary file in '\(folder)' can't be read back: \(Self.system(errno).english)")
    case .noRows:
      words(
        "tidak ada baris yang berisi; periksa berkasnya", "no row holds anything; check the file")
    case .missingField(let field, let label, let nearest, let column):
      missing(field, label, nearest, column)
    case .duplicateLabel(let field, let label, let columns, let labels):
      duplicate(field, label, columns, labels)
    case .columnBeyondEnd(let field, let number, let columns):
      words(
        "kolom '\(field)' ditetapkan sebagai kolom ke-\(number), padahal hanya ada \(columns) kolom",
        "'\(field)' is declared as column \(number), but there are only \(columns)")
    case .headerRowsMissing(let lines):
      words(
        "baris judul kolom \(Self.list(lines)) tidak ada di antara baris-baris pertama; perbaiki 'headerRows'",
        "the header rows \(Self.list(lines)) are not among the first rows; correct 'headerRows'")
    case .badPattern(let field, let pattern):
      words(
        "pola '\(pattern)' untuk kolom '\(field)' tidak bisa dipakai; periksa penulisannya",
        "the pattern '\(pattern)' of '\(field)' can't be used; check how it is written")
    case .severalTables(let candidates):
      several(candidates)
    }
  }

  private func several(_ candidates: [Candidate]) -> Message {
    let named = candidates.map { $0.range + ($0.title.map { " ('\($0)')" } ?? "") }
    let first = candidates.first?.range ?? ""
    return words(
      "ada \(candidates.count) tabel yang sama cocoknya di lembar ini: \(named.joined(separator: ", ")); pilih satu, misalnya 'range: \(first)'",
      "\(candidates.count) tables of this sheet fit equally well: \(named.joined(separator: ", ")); choose one, as 'range: \(first)'"
    )
  }

  private func words(_ indonesian: String, _ english: String) -> Message {
    Message(indonesian: indonesian, english: english)
  }

  private func missing(_ field: String, _ label: String, _ nearest: String?, _ column: Int?)
    -> Message
  {
    guard let nearest, let column else {
      return words(
        "judul kolom '\(label)' untuk '\(field)' tidak ditemukan; tidak ada kolom yang berjudul, periksa 'headerRows'",
        "no column is labelled '\(label)' for '\(field)'; no column has a name, check 'headerRows'")
    }
    return words(
      "judul kolom '\(label)' untuk '\(field)' tidak ditemukan; yang paling mirip '\(nearest)' di kolom ke-\(column); betulkan berkas atau 'label'",
      "no column is labelled '\(label)' for '\(field)'; the nearest is '\(nearest)', column \(column); correct the file or 'label'"
    )
  }

  private func duplicate(_ field: String, _ label: String, _ columns: [Int], _ labels: [String])
    -> Message
  {
    let distinct = Set(labels).count == labels.count
    let remedy = distinct ? labels[0] : "\(label)#1"
    return words(
      "judul kolom '\(label)' untuk '\(field)' dipakai \(columns.count) kolom (ke-\(Self.list(columns))); tulis misalnya '\(remedy)'",
      "\(columns.count) columns (\(Self.list(columns))) are labelled '\(label)' for '\(field)'; write '\(remedy)', for one"
    )
  }

  private static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }

  /// What a number of the system means, for those that a user can do something about.
  private static func system(_ number: Int32) -> Message {
    switch number {
    case 0: Message(indonesian: "isinya terpotong", english: "its end is missing")
    case ENOSPC: Message(indonesian: "media penyimpanan penuh", english: "the disk is full")
    case EDQUOT:
      Message(indonesian: "kuota penyimpanan habis", english: "the disk quota is used up")
    case EACCES, EPERM, EROFS:
      Message(indonesian: "tidak ada izin menulis", english: "writing is not permitted")
    case ENOENT, ENOTDIR:
      Message(indonesian: "foldernya tidak ada", english: "there is no such folder")
    default:
      Message(indonesian: "galat sistem \(number)", english: "system error \(number)")
    }
  }
}
