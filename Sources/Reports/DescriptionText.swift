public import Pipelines
import Tabular

/// The text that `cermat describe` prints: never wider than `width` columns, the YAML aside.
public struct DescriptionText: Sendable {
  private let language: Language
  private let style: TextStyle
  private let width: Int

  /// Settings of the text; by default Indonesian without colours in 80 columns.
  public init(language: Language = .indonesian, style: TextStyle = .plain, width: Int = 80) {
    self.language = language
    self.style = style
    self.width = max(width, 40)
  }

  /// The whole text; ends with a line break.
  public func text(_ file: FileDescription) -> String {
    var sections: [[String]] = file.format == nil ? [] : [opening(file), sheets(file)]
    for table in file.tables {
      sections += [
        opening(table), settings(table), lineUses(table), fields(table), findings(table),
        preview(table),
      ]
    }
    sections.append(yaml(file.yaml))
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func opening(_ file: FileDescription) -> [String] {
    let format = (file.format ?? "").uppercased()
    let facts = pick(
      "\(number(file.bytes)) byte, buku kerja \(format), \(number(file.sheets.count)) lembar",
      "\(number(file.bytes)) bytes, \(format) workbook, \(number(file.sheets.count)) "
        + (file.sheets.count == 1 ? "sheet" : "sheets"))
    return [heading(file.path)] + lines(StyledText(facts))
  }

  /// The sheets of a workbook, each with what was found in it.
  private func sheets(_ file: FileDescription) -> [String] {
    [heading(pick("Lembar", "Sheets"))]
      + file.sheets.flatMap { sheet in
        var text = StyledText(sheet.name, .strong)
        if sheet.visibility == .hidden { text.add(pick(" (tersembunyi)", " (hidden)")) }
        text.add(": ")
        if let reason = sheet.reason {
          text.add(reason.text(in: language), .faint)
        } else {
          let tables = file.tables.filter { $0.sheet == sheet.name }
          text.add(
            tables.map { table in
              let records = pick(
                "\(number(table.records)) rekaman",
                "\(number(table.records)) \(table.records == 1 ? "record" : "records")")
              let columns = pick(
                "\(table.fields.count) kolom",
                "\(table.fields.count) \(table.fields.count == 1 ? "field" : "fields")")
              return (table.range.map { "\($0): " } ?? "") + "\(records), \(columns)"
            }.joined(separator: "; "))
        }
        return lines(text)
      }
  }

  private func pick(_ indonesian: String, _ english: String) -> String {
    Message(indonesian: indonesian, english: english).text(in: language)
  }

  private func number(_ count: Int) -> String { ShownNumber.text(count, in: language) }

  private func heading(_ text: String) -> String {
    StyledText(text, .strong).lines(width: width, style: style).joined(separator: "\n")
  }

  private func lines(_ text: StyledText, indent: Int = 2, hanging: Int = 6) -> [String] {
    text.lines(width: width, indent: indent, hanging: hanging, style: style)
  }

  private func opening(_ description: Description) -> [String] {
    let facts = pick(
      "\(number(description.bytes)) byte, \(number(description.lines)) baris, "
        + "\(number(description.records)) rekaman",
      "\(number(description.bytes)) bytes, \(number(description.lines)) lines, "
        + "\(number(description.records)) records")
    let tableFacts = pick(
      "\(number(description.lines)) baris, \(number(description.records)) rekaman",
      "\(number(description.lines)) rows, \(number(description.records)) records")
    var result =
      description.sheet.map { sheet in
        let range = description.range.map { " \($0)" } ?? ""
        return [heading(pick("Lembar", "Sheet") + " '\(sheet)'" + range)]
          + lines(StyledText(tableFacts))
      } ?? [heading(description.path)] + lines(StyledText(facts))
    for title in description.titles {
      result += lines(StyledText(pick("judul: ", "title: ") + title))
    }
    for fact in description.metadata { result += lines(StyledText("\(fact.key): \(fact.value)")) }
    return result
  }

  private func settings(_ description: Description) -> [String] {
    guard !description.settings.isEmpty else { return [] }
    return [heading(pick("Cara membaca", "How it is read"))]
      + description.settings.flatMap { setting in
        var text = StyledText("\(setting.key): ", .strong)
        text.add(setting.value)
        text.add(" — \(origin(setting.origin))", .faint)
        if let basis = setting.basis { text.add(": \(basis.text(in: language))", .faint) }
        return lines(text)
      }
  }

  private func origin(_ origin: Description.DescribedSetting.Origin) -> String {
    switch origin {
    case .detected: pick("terdeteksi", "detected")
    case .assumed: pick("anggapan", "assumed")
    }
  }

  private func lineUses(_ description: Description) -> [String] {
    var result = [heading(pick("Pemakaian baris", "What the lines are"))]
    let counts = ReadingSummary.LineUse.allCases.compactMap { use -> String? in
      guard let count = description.reading.counts[use], count > 0 else { return nil }
      return "\(number(count)) \(word(use))"
    }
    result += lines(StyledText(counts.joined(separator: ", ")))
    for other in description.reading.otherLines.prefix(12) where other.use != .blank {
      let place =
        description.sheet == nil
        ? pick("baris \(other.line)", "line \(other.line)")
        : pick("baris \(other.line)", "row \(other.line)")
      result += lines(StyledText("\(place) (\(word(other.use))): \(other.text)", .faint))
    }
    return result
  }

  private func word(_ use: ReadingSummary.LineUse) -> String {
    Words.use(use).text(in: language)
  }

  private func fields(_ description: Description) -> [String] {
    [heading(pick("Kolom", "Fields"))]
      + description.fields.flatMap { described in
        var text = StyledText("\(described.field.name)", .strong)
        text.add(" (\(described.field.kind.rawValue)")
        if let unit = described.field.unit { text.add(", \(unit)") }
        if let written = described.field.writtenUnit {
          text.add(pick(", ditulis dalam \(written.name)", ", printed in \(written.name)"))
        }
        text.add(")")
        if let label = described.field.label { text.add(" ← '\(label)'") }
        if let basis = described.basis { text.add(" — \(basis.text(in: language))", .faint) }
        if let convention = described.convention {
          let known = [convention.value, convention.basis?.text(in: language) ?? ""]
          text.add("; " + known.filter { !$0.isEmpty }.joined(separator: ": "), .faint)
        }
        return lines(text)
      }
  }

  private func findings(_ description: Description) -> [String] {
    guard !description.findings.isEmpty else { return [] }
    let groups = groups(of: description.findings)
    let shown = groups.prefix(20).flatMap { finding, others in
      var text = StyledText(Place.text(finding.cells[0].location, in: language) + ": ", .strong)
      text.add(finding.message.text(in: language), finding.severity.tone)
      if others > 0 {
        text.add(pick(" (dan \(number(others)) sel lain)", " (and \(number(others)) other cells)"))
      }
      return lines(text)
    }
    let more = groups.count - 20
    return [heading(pick("Temuan saat membaca", "Met while reading"))] + shown
      + (more > 0 ? lines(StyledText(pick("dan \(more) lagi", "and \(more) more"), .faint)) : [])
  }

  /// The first finding of each sort in each column, with the number of others of that sort.
  private func groups(of findings: [Finding]) -> [(first: Finding, others: Int)] {
    var groups: [(first: Finding, others: Int)] = []
    var places: [[String]: Int] = [:]
    for finding in findings {
      guard let field = finding.cells[0].location.field else {
        groups.append((finding, 0))
        continue
      }
      if let place = places[[finding.rule, field]] {
        groups[place].others += 1
      } else {
        places[[finding.rule, field]] = groups.count
        groups.append((finding, 0))
      }
    }
    return groups
  }

  private func preview(_ description: Description) -> [String] {
    guard !description.preview.isEmpty else { return [] }
    return [heading(pick("Contoh rekaman", "First records"))]
      + description.preview.flatMap { cells in
        lines(StyledText(cells.joined(separator: " | ")))
      }
  }

  private func yaml(_ yaml: String) -> [String] {
    let title = pick(
      "YAML yang sama artinya, siap ditempel ke berkas pipeline",
      "YAML that says the same, ready to be pasted into a pipeline file")
    var text = yaml
    while text.hasSuffix("\n") { text.removeLast() }
    return [heading(title), text]
  }
}
