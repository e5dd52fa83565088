import Diagnosis
import Tabular

/// The words that the script of the page uses, by the names it knows them by. `{n}` stands for a
/// number; where a bar parts two forms, the first is for one.
extension PageWords {
  /// All of them.
  static let scripted: [(name: String, words: Message)] =
    general + excerptsAndRelations + grades + lists

  private static let general: [(name: String, words: Message)] = [
    ("title", title), ("all", both("Semua", "All")),
    ("searchHint", both("kata, angka, berkas, sel …", "words, figures, files, cells …")),
    ("place", both("Tempat", "Place")), ("sheet", both("lembar", "sheet")),
    ("cell", both("sel", "cell")), ("column", both("kolom", "column")),
    ("rule", both("Aturan:", "Rule:")), ("stated", both("tertulis", "stated")),
    ("expected", both("seharusnya", "should be")), ("difference", both("selisih", "difference")),
    ("calculated", both("hasil hitungan", "calculated")),
    ("nothing", both("(kosong)", "(nothing)")), ("notKnown", both("belum diketahui", "not known")),
    ("copyPlace", both("Salin tempat", "Copy place")),
    ("copyLink", both("Salin tautan ke penyebab ini", "Copy link to this cause")),
    ("copied", both("Tersalin", "Copied")),
    ("notCopied", both("Tidak dapat disalin", "Could not be copied")),
    ("showAll", both("tampilkan semua ({n} tanda)", "show all ({n} characters)")),
    ("showMore", both("Tampilkan {n} lagi", "Show {n} more")),
  ]

  private static let excerptsAndRelations: [(name: String, words: Message)] = [
    ("excerpt", both("Potongan tabel sumber", "The piece of the source")),
    ("relation", both("Hubungan yang tidak cocok", "The relation that does not hold")),
    ("alternatives", both("Kemungkinan lain", "Other explanations")),
    (
      "explains",
      both(
        "{n} temuan yang dijelaskannya", "The {n} finding it explains|The {n} findings it explains")
    ),
    (
      "bounded",
      both(
        "Kemungkinannya terlalu banyak untuk dicoba semua.",
        "There were more explanations than could be tried.")
    ),
    ("wrongCell", both("sel yang salah", "wrong cell")),
    ("mark-bad", both("sel yang salah", "wrong cell")),
    ("mark-source", both("asal kesalahan", "where the mistake comes from")),
    ("mark-part", both("angka yang ikut dihitung", "figures that take part")),
    ("sumOfParts", both("jumlah", "sum")),
    ("moreParts", both("{n} bagian lagi", "{n} more part|{n} more parts")),
  ]

  private static let lists: [(name: String, words: Message)] = [
    (
      "noCause",
      both(
        "Tidak ada penyebab yang memenuhi saringan.", "No cause fulfils the filters.")
    ),
    ("noOther", both("Tidak ada.", "There are none.")),
    ("causeCount", both("{n} penyebab", "{n} cause|{n} causes")),
    ("shownFindings", both("{n} temuan", "{n} finding|{n} findings")),
    ("findingCount", both("{n} temuan", "{n} finding|{n} findings")),
  ]

  private static let grades: [(name: String, words: Message)] =
    Severity.allCases.map { ($0.rawValue, Words.severity($0)) }
    + Cause.Confidence.allCases.map { ("confidence-\($0.rawValue)", confidence($0)) }
    + Cause.Mechanism.allCases.map { ("mechanism-\($0.rawValue)", mechanism($0)) }

  static func confidence(_ confidence: Cause.Confidence) -> Message {
    switch confidence {
    case .certain: both("pasti", "certain")
    case .likely: both("kemungkinan besar", "likely")
    case .possible: both("mungkin", "possible")
    }
  }

  static func mechanism(_ mechanism: Cause.Mechanism) -> Message {
    switch mechanism {
    case .missingPart: both("bagian tidak terjumlah", "part left out")
    case .countedTwice: both("terhitung dua kali", "counted twice")
    case .copiedRow: both("baris tersalin", "copied row")
    case .copiedCell: both("sel tersalin", "copied cell")
    case .digitTypo: both("satu angka salah ketik", "one digit mistyped")
    case .transposedDigits: both("dua angka tertukar", "two digits swapped")
    case .lostDigit: both("satu angka hilang", "a digit lost")
    case .extraDigit: both("satu angka berlebih", "a digit too many")
    case .separator: both("tanda pemisah salah", "wrong separators")
    case .unitFactor: both("satuan keliru", "wrong unit")
    case .sign: both("tanda terbalik", "wrong sign")
    case .truncated: both("dipotong, tidak dibulatkan", "cut off, not rounded")
    case .staleValue: both("nilai lama", "old value")
    case .wrongBase: both("dihitung dari angka lain", "calculated from another figure")
    case .derived: both("turunan angka salah", "follows from a wrong figure")
    case .nameTypo: both("nama salah tulis", "name misspelt")
    case .jointRounding: both("pembulatan bertentangan", "roundings contradict")
    case .conflict: both("pernyataan bertentangan", "statements contradict")
    case .unknown: both("asal tidak diketahui", "origin unknown")
    }
  }
}
