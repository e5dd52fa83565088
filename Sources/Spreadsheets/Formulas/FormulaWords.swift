public import Tabular

extension FormulaRemark {
  /// What was met, as a sentence for people.
  public var message: Message {
    switch kind {
    case .shortRange(let range): message(of: range)
    case .typedConstant(let constant): message(of: constant)
    case .staleValue:
      Message(
        indonesian:
          "\(cell) menyimpan \(shown(stated).indonesian), padahal \(formula) menghasilkan "
          + "\(shown(expected).indonesian) (selisih \(shown(difference).indonesian)); "
          + "buka berkasnya, hitung ulang, lalu simpan",
        english:
          "\(cell) stores \(shown(stated).english), but \(formula) gives "
          + "\(shown(expected).english) (difference \(shown(difference).english)); "
          + "open the file, calculate again, and save")
    case .neverCalculated(let count):
      Message(
        indonesian:
          "semua rumus lembar '\(sheet)' menyimpan 0, padahal \(count) di antaranya bukan nol, "
          + "misalnya \(cell) = \(formula) menghasilkan \(shown(expected).indonesian); "
          + "berkas ini belum pernah dihitung: buka dengan program lembar kerja, lalu simpan",
        english:
          "all formulas of sheet '\(sheet)' store 0, but \(count) of them give another value, "
          + "as \(cell) = \(formula), which gives \(shown(expected).english); "
          + "the file was never calculated: open it in a spreadsheet program and save it")
    }
  }

  private func message(of range: ShortRange) -> Message {
    let count = range.leftOut.count
    let line: Bilingual = range.isColumn ? ("baris", "row") : ("kolom", "column")
    let number: Bilingual = count == 1 ? ("satu", "one") : (String(count), String(count))
    let plural = line.english + (count == 1 ? "" : "s")
    let fault: Bilingual =
      switch range.side {
      case .end:
        (
          "berhenti \(number.indonesian) \(line.indonesian) terlalu awal",
          "stops \(number.english) \(plural) too early"
        )
      case .start:
        (
          "mulai \(number.indonesian) \(line.indonesian) terlalu akhir",
          "begins \(number.english) \(plural) too late"
        )
      case .middle:
        (
          "melewati \(number.indonesian) \(line.indonesian) di tengahnya",
          "skips \(number.english) \(plural) in the middle"
        )
      }
    let cells = leftOutCells(range)
    let example: Bilingual =
      range.neighbour.map { (" seperti di \($0)", " as in \($0)") } ?? ("", "")
    return Message(
      indonesian:
        "\(cell) = \(formula) \(fault.indonesian): \(cells.indonesian) tidak ikut dijumlahkan; "
        + "seharusnya \(range.suggestion)\(example.indonesian) = \(shown(expected).indonesian)",
      english:
        "\(cell) = \(formula) \(fault.english): \(cells.english) "
        + "\(count == 1 ? "is" : "are") not added up; "
        + "it should be \(range.suggestion)\(example.english) = \(shown(expected).english)")
  }

  private func leftOutCells(_ range: ShortRange) -> Bilingual {
    let named = Array(zip(range.leftOut, range.values).prefix(3))
    let more = range.leftOut.count - named.count
    let indonesian = named.map { "\($0) (\(shown($1).indonesian))" }.joined(separator: ", ")
    let english = named.map { "\($0) (\(shown($1).english))" }.joined(separator: ", ")
    guard more > 0 else { return (indonesian, english) }
    return (indonesian + " dan \(more) sel lagi", english + " and \(more) more")
  }

  private func message(of constant: TypedConstant) -> Message {
    let result: Bilingual =
      switch constant.comparison {
      case .different:
        (
          "rumus \(formula) menghasilkan \(shown(expected).indonesian)",
          "the formula \(formula) gives \(shown(expected).english)"
        )
      case .equal:
        (
          "rumus \(formula) menghasilkan angka yang sama, tetapi angka yang diketik tidak ikut "
            + "berubah bila rinciannya berubah",
          "the formula \(formula) gives the same, but a typed number does not follow its parts"
        )
      case .unknown:
        (
          "hasil rumus \(formula) tidak dapat dihitung di sini",
          "what the formula \(formula) gives can't be calculated here"
        )
      }
    return Message(
      indonesian:
        "\(cell) berisi angka ketikan \(shown(stated).indonesian), padahal \(constant.before) dan "
        + "\(constant.after) berisi rumus yang sama; \(result.indonesian)",
      english:
        "\(cell) holds the typed number \(shown(stated).english), but \(constant.before) and "
        + "\(constant.after) hold the same formula; \(result.english)")
  }

  private typealias Bilingual = (indonesian: String, english: String)

  /// A number with its thousands marked.
  private func shown(_ value: String?) -> Bilingual {
    guard let value else { return ("tidak ada", "nothing") }
    let digits = value.drop { $0 == "-" }
    let pieces = digits.split(separator: ".", maxSplits: 1)
    var whole = ""
    for (place, digit) in (pieces.first ?? "0").reversed().enumerated() {
      if place > 0, place % 3 == 0 { whole.append(" ") }
      whole.append(digit)
    }
    let sign = value.hasPrefix("-") ? "-" : ""
    func written(_ group: Character, _ point: String) -> String {
      let grouped = String(whole.reversed().map { $0 == " " ? group : $0 })
      return sign + grouped + (pieces.count > 1 ? point + pieces[1] : "")
    }
    return (written(".", ","), written(",", "."))
  }
}

extension FormulaAudit {
  /// How much was judged, as a sentence for people; nil where there are no formulas.
  public var summary: Message? {
    guard formulas > 0 else { return nil }
    let beyond = (
      indonesian: beyondLimits == 0 ? "" : ", \(beyondLimits) di antaranya melebihi batas",
      english: beyondLimits == 0 ? "" : ", \(beyondLimits) of them beyond the limit"
    )
    let omitted = (
      indonesian: omittedRemarks == 0 ? "" : "; \(omittedRemarks) temuan lagi tidak ditampilkan",
      english: omittedRemarks == 0 ? "" : "; \(omittedRemarks) more findings are not shown"
    )
    return Message(
      indonesian:
        "\(formulas) rumus: nilai \(checked) rumus diperiksa, "
        + "\(notJudged) tidak dapat diperiksa\(beyond.indonesian)\(omitted.indonesian)",
      english:
        "\(formulas) formulas: the values of \(checked) were checked, "
        + "those of \(notJudged) could not be\(beyond.english)\(omitted.english)")
  }
}
