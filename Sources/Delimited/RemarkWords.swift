public import Tabular

extension Remark.Reason {
  /// What was met and what to do about it, in words.
  public var message: Message {
    switch self {
    case .byteOrderMark(let encoding):
      Message(
        indonesian: "berkas diawali penanda urutan byte (BOM) \(encoding.title)",
        english: "the file begins with a byte order mark of \(encoding.title)")
    case .notUTF8(let byte):
      Message(
        indonesian:
          "byte \(Message.hex(byte)) bukan UTF-8; berkas dibaca sebagai Windows-1252 ('\(Message.letter(byte))')",
        english:
          "byte \(Message.hex(byte)) is not UTF-8; the file is read as Windows-1252 ('\(Message.letter(byte))')"
      )
    case .invalidByte(let byte):
      Message(
        indonesian:
          "byte \(Message.hex(byte)) bukan UTF-8; dibaca sebagai '\(Message.letter(byte))' (Windows-1252); periksa hurufnya lalu simpan ulang sebagai UTF-8",
        english:
          "byte \(Message.hex(byte)) is not UTF-8; read as '\(Message.letter(byte))' (Windows-1252); check the letter and save the file as UTF-8"
      )
    case .undefinedByte(let byte):
      Message(
        indonesian:
          "byte \(Message.hex(byte)) tidak punya arti di Windows-1252; periksa pengodean berkas",
        english: "byte \(Message.hex(byte)) means nothing in Windows-1252; check the encoding")
    case .unpairedSurrogate(let unit):
      Message(
        indonesian:
          "setengah huruf UTF-16 (0x\(Message.hex(UInt32(unit), digits: 4))); dibaca sebagai '\u{FFFD}'; ekspor ulang berkas",
        english:
          "half a UTF-16 character (0x\(Message.hex(UInt32(unit), digits: 4))); read as '\u{FFFD}'; export the file again"
      )
    case .halfCharacter(let byte):
      Message(
        indonesian:
          "byte \(Message.hex(byte)) tersisa di akhir berkas UTF-16; berkas mungkin terpotong, ekspor ulang",
        english:
          "byte \(Message.hex(byte)) is left over at the end of a UTF-16 file; it may be cut off, export it again"
      )
    default: recordMessage
    }
  }

  private var recordMessage: Message {
    switch self {
    case .nulCharacter:
      Message(
        indonesian: "ada karakter NUL di dalam sel; berkas mungkin rusak, ekspor ulang",
        english: "a NUL character in a cell; the file may be damaged, export it again")
    case .unclosedQuote:
      Message(
        indonesian:
          "tanda kutip dibuka tetapi tidak ditutup; dibaca sebagai teks sampai akhir baris; tutup atau hapus tanda kutipnya",
        english:
          "a quote opens and never closes; read as text up to the end of the line; close or remove the quote"
      )
    case .textAfterClosingQuote:
      Message(
        indonesian:
          "ada teks setelah tanda kutip penutup; sel dibaca apa adanya; gandakan tanda kutip di dalam sel",
        english:
          "text follows a closing quote; the cell is kept as written; double the quotes inside the cell"
      )
    case .blanksOutsideQuotes:
      Message(
        indonesian: "ada spasi di antara tanda kutip dan pemisah; spasi itu diabaikan",
        english: "blanks stand between a quote and a delimiter; they are ignored")
    case .strayQuote:
      Message(
        indonesian:
          "ada tanda kutip di tengah sel; dibaca sebagai teks; apit seluruh sel dengan tanda kutip bila perlu",
        english: "a quote stands inside a cell; kept as text; quote the whole cell if need be")
    case .wrappedRecord(let delimiter):
      Message(
        indonesian:
          "seluruh baris terbungkus dalam satu sel; diuraikan dengan pemisah '\(Message.name(delimiter, .indonesian))'; simpan ulang berkas dengan satu pemisah",
        english:
          "the whole record stands in one cell; taken apart at '\(Message.name(delimiter, .english))'; save the file with one delimiter"
      )
    case .otherDelimiter(let delimiter):
      Message(
        indonesian:
          "baris memakai pemisah lain, '\(Message.name(delimiter, .indonesian))'; diuraikan dengan pemisah itu; simpan ulang berkas dengan satu pemisah",
        english:
          "the line has another delimiter, '\(Message.name(delimiter, .english))'; taken apart at it; save the file with one delimiter"
      )
    case .fieldTooLong(let limit):
      Message(
        indonesian: "sel lebih panjang dari \(limit) byte; dipotong; periksa tanda kutipnya",
        english: "the cell is longer than \(limit) bytes; cut there; check its quotes")
    default: lineMessage
    }
  }

  private var lineMessage: Message {
    switch self {
    case .doubledCarriageReturn:
      Message(
        indonesian:
          "akhir baris ganda (CR CR LF), sehingga muncul baris kosong; simpan ulang dengan akhir baris biasa",
        english: "a doubled line end (CR CR LF) makes a blank line; save with ordinary line ends")
    case .otherLineTerminator(let terminator):
      Message(
        indonesian: "akhir baris \(terminator.title), berbeda dari kebanyakan baris",
        english: "the line ends in \(terminator.title), unlike most")
    case .separatorLine(let delimiter):
      Message(
        indonesian: "baris ini menyebut pemisah '\(Message.name(delimiter, .indonesian))'",
        english: "this line names the delimiter '\(Message.name(delimiter, .english))'")
    case .lastLineUnterminated:
      Message(
        indonesian: "baris terakhir tidak diakhiri ganti baris; pastikan berkas tidak terpotong",
        english: "the last line has no line break; make sure the file is not cut off")
    case .fileChanged(let change): Message.changed(change)
    default:
      Message(
        indonesian:
          "CR tunggal mengakhiri baris di tengah berkas; simpan ulang dengan akhir baris biasa",
        english: "a lone CR ends the line; save the file with ordinary line ends")
    }
  }
}

extension Message {
  /// The character of a byte in Windows-1252.
  static func letter(_ byte: UInt8) -> String {
    Unicode.Scalar(Windows1252.scalar(byte)).map { String(Character($0)) } ?? ""
  }

  static func changed(_ change: Remark.FileChange) -> Message {
    switch change {
    case .size:
      Message(
        indonesian: "ukuran berkas berubah ketika dibaca; jalankan lagi setelah penulisan selesai",
        english: "the file's size changed while it was read; run again when it is complete")
    case .modificationTime:
      Message(
        indonesian: "berkas ditulis ketika dibaca; jalankan lagi setelah penulisan selesai",
        english: "the file was written to while it was read; run again when it is complete")
    case .replaced:
      Message(
        indonesian: "berkas diganti ketika dibaca; jalankan lagi",
        english: "the file was replaced while it was read; run again")
    }
  }
}
