public import Tabular

extension PipelineError {
  /// The sentence for people, in both languages, with its place: `file:line:column: what was
  /// found; what was expected`.
  public var message: Message {
    let sentence = reason.sentence
    return Message(
      indonesian: "\(place): \(sentence.indonesian)", english: "\(place): \(sentence.english)")
  }
}

extension FilePlace: CustomStringConvertible {
  /// `file:line:column`, or `file:'sheet'!cell` for workbooks, as far as they are known.
  public var description: String {
    if let sheet {
      return "\(file):'\(sheet)'" + (cell.map { "!\($0)" } ?? "")
    }
    return [file, line.map(String.init), column.map(String.init)].compactMap { $0 }
      .joined(separator: ":")
  }
}

extension PipelineError.Reason {
  /// The sentence without its place.
  var sentence: Message {
    switch self {
    case .unreadable(let trouble): trouble.sentence
    case .emptyFile:
      Message(
        indonesian: "berkas kosong; tulis paling sedikit pipeline, title dan resources",
        english: "the file is empty; write at least pipeline, title and resources")
    case .notYAML(let words):
      Message(
        indonesian:
          "bukan YAML yang benar (\(words)); periksa tanda kutip, titik dua dan lekukan baris",
        english: "not valid YAML (\(words)); check quotes, colons and indentation")
    case .tooLarge(let values):
      Message(
        indonesian: "berkas memuat lebih dari \(values) nilai; bagi menjadi beberapa pipeline",
        english: "the file holds more than \(values) values; divide it into several pipelines")
    case .reading(let message): message
    case .badPattern(let pattern, let fault): fault.sentence(pattern)
    case .rule(let problem): problem.sentenceWithCaret
    default:
      keySentence ?? nameSentence ?? runSentence ?? sheetSentence
        ?? Message(indonesian: "", english: "")
    }
  }

  private var keySentence: Message? {
    switch self {
    case .repeatedKeys(let keys):
      Message(
        indonesian: "kunci \(keys.quoted) tertulis dua kali; sisakan satu",
        english: "the key \(keys.quoted) stands twice; leave one")
    case .unknownKey(let key, let place, let nearest, let known):
      Message(
        indonesian:
          "kunci '\(key)' tidak dikenal dalam \(place)\(choice(nearest, known).indonesian)",
        english: "unknown key '\(key)' in \(place)\(choice(nearest, known).english)")
    case .missingKey(let key, let place):
      Message(
        indonesian: "kunci '\(key)' harus ada dalam \(place)",
        english: "the key '\(key)' is needed in \(place)")
    case .wrongShape(let found, let expected):
      Message(
        indonesian:
          "di sini ada \(found.words.indonesian), seharusnya \(expected.map(\.words.indonesian).joined(separator: " atau "))",
        english:
          "found \(found.words.english), expected \(expected.map(\.words.english).joined(separator: " or "))"
      )
    case .unknownWord(let word, let nearest, let known):
      Message(
        indonesian: "kata '\(word)' tidak dikenal\(choice(nearest, known).indonesian)",
        english: "unknown word '\(word)'\(choice(nearest, known).english)")
    case .wrongText(let text, let expected):
      Message(
        indonesian: "di sini ada '\(text)', seharusnya \(expected.words.indonesian)",
        english: "found '\(text)', expected \(expected.words.english)")
    case .openParameter:
      Message(
        indonesian: "'${' tidak diikuti nama parameter dan '}'; tanda itu sendiri ditulis '$${'",
        english: "no name of a parameter and '}' follow '${'; for the sign itself write '$${'")
    case .parameterInSentence:
      Message(
        indonesian:
          "dalam aturan dan syarat, parameter ditulis dengan namanya saja, tanpa '${' dan '}'",
        english: "rules and conditions name a parameter without '${' and '}'")
    case .longTexts(let limit):
      Message(
        indonesian:
          "isi parameter membuat teks lebih panjang dari \(limit) byte; persingkat isinya",
        english: "parameters make texts of more than \(limit) bytes; shorten them")
    case .onlyTogether(let keys):
      Message(
        indonesian: "pakai salah satu saja dari \(keys.quoted)",
        english: "use exactly one of \(keys.quoted)")
    case .sharedSpelling(let spelling, let codes):
      Message(
        indonesian: "ejaan '\(spelling)' dipakai untuk dua kode, \(codes.quoted); hapus salah satu",
        english: "the spelling '\(spelling)' stands for two codes, \(codes.quoted); remove one")
    case .joinByNames(let fields):
      Message(
        indonesian:
          "'names' perlu satu kunci berjenis teks, padahal 'on' menyebut \(fields.quoted)",
        english: "'names' needs one key of type text, but 'on' names \(fields.quoted)")
    case .wrongCount(let found, let expected):
      Message(
        indonesian: "di sini ada \(found) nama, seharusnya \(expected)",
        english: "found \(found) names, expected \(expected)")
    default: nil
    }
  }

  private var nameSentence: Message? {
    switch self {
    case .badName(let name):
      Message(
        indonesian:
          "nama '\(name)' tidak boleh dipakai; gunakan huruf kecil, angka, '_' atau '-', diawali huruf",
        english:
          "the name '\(name)' is not allowed; use lower case letters, digits, '_' or '-', with a letter first"
      )
    case .badUse(let text):
      Message(
        indonesian: "'\(text)' bukan tabel pipeline lain; tulis pipeline.tabel",
        english: "'\(text)' is no table of another pipeline; write pipeline.table")
    case .repeatedName(let thing, let name):
      Message(
        indonesian: "\(thing.words.indonesian) '\(name)' sudah ada; beri nama lain",
        english: "\(thing.words.english) '\(name)' is there already; give it another name")
    case .unknownName(let thing, let name, let nearest, let known):
      Message(
        indonesian:
          "\(thing.words.indonesian) '\(name)' tidak ada\(choice(nearest, known).indonesian)",
        english: "there is no \(thing.words.english) '\(name)'\(choice(nearest, known).english)")
    case .repeatedPipeline(let name, let other):
      Message(
        indonesian: "pipeline '\(name)' sudah ada di \(other); beri nama lain",
        english: "the pipeline '\(name)' stands in \(other) already; give it another name")
    case .cycle(let names):
      Message(
        indonesian:
          "saling menunggu: \(names.joined(separator: " → ")); hapus salah satu hubungan itu",
        english:
          "these wait for each other: \(names.joined(separator: " → ")); remove one of the links")
    case .stepTooLate(let verb, let after):
      Message(
        indonesian: "langkah '\(verb)' harus berada sebelum '\(after)'",
        english: "the step '\(verb)' must stand before '\(after)'")
    case .lostField(let field, let nearest, let known):
      Message(
        indonesian:
          "field '\(field)' tidak ada lagi setelah semua langkah\(choice(nearest, known).indonesian)",
        english:
          "the field '\(field)' is not there after all steps\(choice(nearest, known).english)")
    case .ruleOfOtherTable(let rule, let table, let wanted):
      Message(
        indonesian:
          "aturan '\(rule)' memeriksa \(table.map { "tabel '\($0)'" } ?? "beberapa tabel"), bukan catatan tabel '\(wanted)'; hapus dari withhold",
        english:
          "the rule '\(rule)' checks \(table.map { "the table '\($0)'" } ?? "several tables"), not the records of '\(wanted)'; take it out of withhold"
      )
    case .noFields:
      Message(
        indonesian: "fields kosong; tulis paling sedikit satu field",
        english: "fields is empty; write at least one field")
    case .headerNeedsUnpivot:
      Message(
        indonesian: "'header' memerlukan langkah 'unpivot', sebab label kolomnya menjadi isi kolom",
        english: "'header' needs a step 'unpivot', because its labels become values")
    default: nil
    }
  }

  private var runSentence: Message? {
    switch self {
    case .noFileMatches(let pattern):
      Message(
        indonesian:
          "tidak ada berkas yang cocok dengan '\(pattern)'; periksa path dan folder kerja",
        english: "no file matches '\(pattern)'; check the path and the working folder")
    case .missingColumn(let label, let resource, let nearest, let known):
      Message(
        indonesian: "kolom '\(label)' tidak ada di \(resource)\(choice(nearest, known).indonesian)",
        english: "\(resource) has no column '\(label)'\(choice(nearest, known).english)")
    case .ambiguousColumn(let label, let resource, let labels):
      Message(
        indonesian:
          "kolom '\(label)' ada \(labels.count) di \(resource): \(labels.quoted); sebut label lengkapnya",
        english:
          "\(resource) has \(labels.count) columns '\(label)': \(labels.quoted); name the whole label"
      )
    case .unknownPivotText(let text, let column, let nearest, let known):
      Message(
        indonesian:
          "isi '\(text)' pada kolom '\(column)' tidak punya tujuan di pivot\(choice(nearest, known).indonesian); tulis '~' bila memang dibuang",
        english:
          "pivot has no column for '\(text)' in '\(column)'\(choice(nearest, known).english); write '~' to leave it out"
      )
    case .missingHeader(let resource, let rows, let found):
      Message(
        indonesian:
          "judul kolom di \(resource) terdiri dari \(found) baris, sedangkan 'header' menyebut \(rows)",
        english: "the header of \(resource) has \(found) rows, but 'header' names \(rows)")
    case .ambiguousJoin(let table, let key):
      Message(
        indonesian:
          "kunci '\(key)' ada lebih dari sekali di tabel '\(table)'; join memerlukan kunci yang tunggal",
        english:
          "the key '\(key)' stands more than once in the table '\(table)'; join needs a unique key")
    case .waitsFor(let pipeline):
      Message(
        indonesian:
          "memakai tabel dari pipeline '\(pipeline)' yang tidak selesai; perbaiki pipeline itu dahulu",
        english:
          "uses a table of the pipeline '\(pipeline)', which was not completed; mend that one first"
      )
    default: nil
    }
  }
}

/// What could have been meant: the nearest words, or all known ones where none is near.
func choice(_ nearest: [String], _ known: [String]) -> Message {
  if !nearest.isEmpty {
    return Message(
      indonesian: "; mungkin maksudnya \(nearest.quoted)",
      english: "; did you mean \(nearest.quoted)?")
  }
  guard !known.isEmpty else { return Message(indonesian: "", english: "") }
  let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
  return Message(indonesian: "; yang dikenal: \(shown)", english: "; known are: \(shown)")
}

extension [String] {
  /// The texts in single quotes, with commas between them.
  var quoted: String { map { "'\($0)'" }.joined(separator: ", ") }
}
