import Glibc
public import Tabular

/// What can go wrong with a workbook, in both languages.
extension SpreadsheetError {
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
    case .cannotRead(let code):
      Message(
        indonesian: "berkas tidak dapat dibaca (\(String(cString: strerror(code))))",
        english: "the file can't be read (\(String(cString: strerror(code))))")
    case .foreign(let foreign): foreign.message
    case .tooLarge(let limit, let allowed, let part): limit.message(allowed: allowed, part: part)
    default: contentMessage
    }
  }

  private var contentMessage: Message {
    switch reason {
    case .empty:
      Message(
        indonesian: "berkas kosong (0 byte); minta pengirim mengirimnya lagi",
        english: "the file is empty (0 bytes); ask the sender to send it again")
    case .truncated:
      Message(
        indonesian: "berkas terpotong: akhirnya hilang; minta pengirim mengirimnya lagi",
        english: "the file is cut off: its end is missing; ask the sender to send it again")
    case .passwordProtected:
      Message(
        indonesian: "buku kerja terkunci kata sandi; buka, lalu simpan tanpa kata sandi",
        english: "the workbook is protected by a password; open it and save it without one")
    case .damaged(let part, let detail):
      Message(
        indonesian:
          "buku kerja rusak di bagian '\(part)' (\(detail)); buka dan simpan ulang, atau minta dikirim lagi",
        english:
          "the workbook is damaged in its part '\(part)' (\(detail)); open it and save it again, or ask for it again"
      )
    case .missingPart(let part):
      Message(
        indonesian:
          "bagian '\(part)' tidak ada di dalam buku kerja; minta pengirim mengirimnya lagi",
        english: "the part '\(part)' is not in the workbook; ask the sender to send it again")
    default: sheetMessage
    }
  }

  private var sheetMessage: Message {
    switch reason {
    case .noSuchSheet(let name, let nearest, let known): Self.noSheet(name, nearest, known)
    case .notATable(let sheet):
      Message(
        indonesian: "lembar '\(sheet)' berisi grafik atau lainnya, bukan sel; pilih lembar lain",
        english: "the sheet '\(sheet)' holds a chart or the like, no cells; choose another")
    default:
      Message(
        indonesian: "buku kerja tidak memiliki lembar berisi sel; periksa berkasnya",
        english: "the workbook has no sheet with cells; check the file")
    }
  }

  private static func noSheet(_ name: String, _ nearest: String?, _ known: [String]) -> Message {
    let names = known.map { "'\($0)'" }.joined(separator: ", ")
    return Message(
      indonesian: "tidak ada lembar '\(name)'"
        + (nearest.map { "; mungkin maksudnya '\($0)'" } ?? "")
        + "; lembar yang ada: \(names)",
      english: "there is no sheet '\(name)'"
        + (nearest.map { "; perhaps '\($0)' is meant" } ?? "") + "; the sheets are: \(names)")
  }
}

extension SpreadsheetError.Limit {
  /// What is too large, and what can be done.
  func message(allowed: Int, part: String?) -> Message {
    let local = part.map { " '\($0)'" } ?? ""
    return switch self {
    case .unpackedSize:
      Message(
        indonesian:
          "bagian\(local) menjadi lebih dari \(allowed) byte setelah diekstrak; jika berkas ini memang benar, naikkan dengan limits: { \(rawValue): … }",
        english:
          "the part\(local) unpacks to more than \(allowed) bytes; if the file is genuine, raise it with limits: { \(rawValue): … }"
      )
    case .unpackedRatio:
      Message(
        indonesian:
          "bagian\(local) mengembang lebih dari \(allowed) kali saat diekstrak, seperti bom zip; jika berkas ini memang benar, naikkan dengan limits: { \(rawValue): … }",
        english:
          "the part\(local) unpacks to more than \(allowed) times its size, as a zip bomb does; if the file is genuine, raise it with limits: { \(rawValue): … }"
      )
    case .heldSize:
      Message(
        indonesian:
          "buku kerja ini harus dimuat utuh ke memori dan lebih besar dari batas \(allowed) byte; simpan ulang sebagai .xlsx atau naikkan dengan limits: { \(rawValue): … }",
        english:
          "this workbook has to be held in memory and is larger than the limit of \(allowed) bytes; save it as .xlsx or raise it with limits: { \(rawValue): … }"
      )
    case .cells:
      Message(
        indonesian:
          "lembar berisi lebih dari \(allowed) sel; pecah lembarnya atau naikkan dengan limits: { \(rawValue): … }",
        english:
          "the sheet has more than \(allowed) cells; split it or raise it with limits: { \(rawValue): … }"
      )
    case .sharedTextSize:
      Message(
        indonesian:
          "teks di dalam buku kerja lebih dari \(allowed) byte; pecah berkasnya atau naikkan dengan limits: { \(rawValue): … }",
        english:
          "the texts of the workbook take more than \(allowed) bytes; split it or raise it with limits: { \(rawValue): … }"
      )
    }
  }
}

extension SpreadsheetError.Foreign {
  /// What the file is instead, and what can be done.
  var message: Message {
    switch self {
    case .xlsb:
      Message(
        indonesian: "isinya buku kerja biner Excel (XLSB); simpan ulang sebagai .xlsx",
        english: "its content is a binary Excel workbook (XLSB); save it as .xlsx")
    case .oldExcel:
      Message(
        indonesian:
          "isinya buku kerja Excel versi 4 atau lebih lama; simpan ulang sebagai .xlsx",
        english: "its content is a workbook of Excel 4 or older; save it as .xlsx")
    case .document:
      Message(
        indonesian: "isinya dokumen pengolah kata; minta tabelnya sebagai buku kerja",
        english: "its content is a word processor's document; ask for its table as a workbook")
    case .presentation:
      Message(
        indonesian: "isinya presentasi; minta tabelnya sebagai buku kerja",
        english: "its content is a presentation; ask for its table as a workbook")
    case .archive:
      Message(
        indonesian: "isinya arsip ZIP tanpa buku kerja; ekstrak dahulu",
        english: "its content is a ZIP archive without a workbook; unpack it first")
    case .compoundFile:
      Message(
        indonesian: "isinya berkas OLE tanpa buku kerja; simpan ulang sebagai .xlsx",
        english: "its content is an OLE file without a workbook; save it as .xlsx")
    case .pageWithoutTable:
      Message(
        indonesian: "isinya halaman web tanpa tabel; unduh atau ekspor ulang berkasnya",
        english: "its content is a web page without a table; download or export the file again")
    case .unknown:
      Message(
        indonesian: "isinya bukan buku kerja yang dikenal; simpan ulang sebagai .xlsx",
        english: "its content is no workbook that is known; save it as .xlsx")
    }
  }
}
