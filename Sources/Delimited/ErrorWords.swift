import Glibc
public import Tabular

extension DelimitedError {
  /// What went wrong and what to do about it, in words; without the place.
  public var message: Message {
    switch reason {
    case .missing:
      Message(
        indonesian: "berkas tidak ditemukan; periksa nama dan foldernya",
        english: "no such file; check its name and folder")
    case .folder:
      Message(
        indonesian: "ini folder, bukan berkas; sebutkan berkas di dalamnya",
        english: "this is a folder, not a file; name a file in it")
    case .notPermitted:
      Message(
        indonesian: "berkas tidak boleh dibaca oleh pengguna ini; minta izin baca",
        english: "this user may not read the file; ask for permission")
    case .cannotOpen(let code):
      Message(
        indonesian: "berkas tidak dapat dibuka (\(Self.text(code)))",
        english: "the file can't be opened (\(Self.text(code)))")
    case .empty:
      Message(
        indonesian: "berkas kosong; minta ekspor ulang dari pengirim",
        english: "the file is empty; ask the sender to export it again")
    case .otherContent(let content): Self.message(content)
    case .readFailed(let code):
      Message(
        indonesian:
          "berkas gagal dibaca sampai selesai (\(Self.text(code))); periksa media lalu ulangi",
        english: "reading failed (\(Self.text(code))); check the disk and try again")
    default: limitMessage
    }
  }

  private var limitMessage: Message {
    switch reason {
    case .fileTooLarge(let limit):
      Message(
        indonesian:
          "berkas lebih besar dari batas \(limit) byte; pecah berkas atau naikkan batasnya",
        english: "the file is larger than the limit of \(limit) bytes; split it or raise the limit")
    case .lineTooLong(let limit):
      Message(
        indonesian:
          "baris lebih panjang dari batas \(limit) byte; periksa apakah ini memang berkas teks berpemisah",
        english:
          "the line is longer than the limit of \(limit) bytes; check that this is delimited text")
    case .encodingContradicted(let given, let found):
      Message(
        indonesian:
          "pipeline menyebut \(given.title), tetapi berkas diawali penanda \(found.title); ubah atau hapus 'encoding'",
        english:
          "the pipeline says \(given.title), but the file begins with the mark of \(found.title); change or remove 'encoding'"
      )
    case .impossibleDialect(let delimiter, let quoteChar):
      Message(
        indonesian:
          "pemisah \(Message.hex(delimiter)) dan tanda kutip \(Message.hex(quoteChar)) tidak dapat dipakai; pilih dua karakter ASCII yang berbeda",
        english:
          "delimiter \(Message.hex(delimiter)) and quote \(Message.hex(quoteChar)) can't be used; choose two different ASCII characters"
      )
    default:
      Message(indonesian: "berkas tidak dapat dibaca", english: "the file can't be read")
    }
  }

  private static func text(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "errno \(code)"
  }

  private static func message(_ content: FileContent) -> Message {
    let name = content.title
    return switch content {
    case .xlsx, .ods, .ole, .html:
      Message(
        indonesian: "isinya \(name.indonesian), bukan teks berpemisah; simpan ulang sebagai CSV",
        english: "its content is \(name.english), not delimited text; save it as CSV")
    case .gzip, .zip, .archive:
      Message(
        indonesian: "isinya \(name.indonesian), bukan teks berpemisah; ekstrak dahulu",
        english: "its content is \(name.english), not delimited text; unpack it first")
    case .utf32:
      Message(
        indonesian: "isinya \(name.indonesian), yang tidak didukung; simpan ulang sebagai UTF-8",
        english: "its content is \(name.english), which is not supported; save it as UTF-8")
    default:
      Message(
        indonesian: "isinya \(name.indonesian), bukan teks berpemisah; minta berkas CSV-nya",
        english: "its content is \(name.english), not delimited text; ask for the CSV file")
    }
  }
}

extension FileContent {
  /// The name for people.
  public var title: Message {
    switch self {
    case .xlsx: Message(indonesian: "buku kerja Excel (XLSX)", english: "an Excel workbook (XLSX)")
    case .ods: Message(indonesian: "lembar kerja ODS", english: "an ODS spreadsheet")
    case .zip: Message(indonesian: "arsip ZIP", english: "a ZIP archive")
    case .ole:
      Message(
        indonesian: "dokumen Office lama (XLS/DOC)", english: "an old Office document (XLS/DOC)")
    case .pdf: Message(indonesian: "dokumen PDF", english: "a PDF document")
    case .png: Message(indonesian: "gambar PNG", english: "a PNG image")
    case .jpeg: Message(indonesian: "gambar JPEG", english: "a JPEG image")
    case .gif: Message(indonesian: "gambar GIF", english: "a GIF image")
    case .gzip: Message(indonesian: "berkas terkompresi gzip", english: "a gzip file")
    case .archive: Message(indonesian: "arsip terkompresi", english: "a compressed archive")
    case .sqlite: Message(indonesian: "basis data SQLite", english: "an SQLite database")
    case .parquet: Message(indonesian: "berkas Parquet", english: "a Parquet file")
    case .html: Message(indonesian: "halaman web (HTML)", english: "a web page (HTML)")
    case .xml: Message(indonesian: "dokumen XML", english: "an XML document")
    case .rtf: Message(indonesian: "dokumen RTF", english: "an RTF document")
    case .utf32: Message(indonesian: "teks UTF-32", english: "UTF-32 text")
    case .binary: Message(indonesian: "data biner", english: "binary data")
    }
  }
}
