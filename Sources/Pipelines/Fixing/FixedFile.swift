import Delimited
import Diagnosis
import Numerals
import Spreadsheets
import Tabular

/// One source with changes made in it.
struct FixedFile {
  /// The bytes with the changes.
  private(set) var bytes: [UInt8]
  /// The changes that could not be made, by their place in the plan.
  private(set) var refused: [Int: Fix.Refusal] = [:]

  /// Makes changes in the file `bytes`, which `resource` describes.
  init(
    _ bytes: [UInt8], path: String, as resource: Resource?, _ fixes: [(place: Int, fix: Fix)],
    folder: String
  ) {
    self.bytes = bytes
    guard Workbook.recognises(Array(bytes.prefix(4096))) else {
      editText(path, resource, fixes, folder)
      return
    }
    editWorkbook(path, resource, fixes, folder)
  }

  private mutating func editText(
    _ path: String, _ resource: Resource?, _ fixes: [(place: Int, fix: Fix)], _ folder: String
  ) {
    let request = resource?.dialect.request ?? DialectRequest()
    guard let reader = try? DelimitedReader(path: folder + path, request: request),
      (try? reader.next()) != nil
    else {
      for (place, _) in fixes { refused[place] = .unreadable }
      return
    }
    var edits: [FieldEdit] = []
    var places: [FieldEdit: Int] = [:]
    for (place, fix) in fixes {
      guard let line = fix.cell.location.line, let column = fix.cell.location.column,
        let proposal = fix.cell.proposal
      else {
        refused[place] = .noCell
        continue
      }
      let edit = FieldEdit(line: line, column: column, old: fix.cell.raw, new: proposal)
      let isThere = edits.contains { ($0.line, $0.column, $0.new) == (line, column, proposal) }
      if !isThere {
        places[edit] = place
        edits.append(edit)
      }
    }
    let edited = TextEditing.edited(bytes, reader.dialect, by: edits)
    bytes = edited.bytes
    for (edit, reason) in edited.refused {
      guard let place = places[edit] else { continue }
      refused[place] = reason == .noField ? .noCell : .otherText
    }
  }

  private mutating func editWorkbook(
    _ path: String, _ resource: Resource?, _ fixes: [(place: Int, fix: Fix)], _ folder: String
  ) {
    let resource = resource ?? Resource(describing: path)
    let shown = shownTexts(path, resource, fixes, folder)
    var edits: [CellEdit] = []
    var places: [CellEdit: Int] = [:]
    for (place, fix) in fixes {
      guard let sheet = fix.cell.location.sheet, let cell = fix.cell.location.cell,
        let proposal = fix.cell.proposal
      else {
        refused[place] = .noCell
        continue
      }
      guard let text = shown[fix.cell.location]?.replacingOnly(fix.cell.raw, by: proposal) else {
        refused[place] = .otherText
        continue
      }
      let number = fix.cell.value.map { fix.cell.raw.hasSuffix("%") ? $0.hundredth : $0 }
      let value: CellEdit.Value
      if let number {
        // What was a text only because it was mistyped becomes a number.
        value =
          fix.mechanism == .separator ? .number(number) : .figure(number: number, text: text)
      } else {
        value = .text(text)
      }
      let edit = CellEdit(sheet: sheet, cell: cell, value: value)
      if places.updateValue(place, forKey: edit) == nil { edits.append(edit) }
    }
    do {
      let edited = try WorkbookEditing.edited(bytes, by: edits, limits: resource.limits)
      bytes = edited.bytes
      for refusal in edited.refused {
        guard let place = places[refusal.edit] else { continue }
        refused[place] = refusal.reason == .sharedFormula ? .sharedFormula : .noCell
      }
    } catch {
      for (place, _) in fixes { refused[place] = .format }
    }
  }

  /// What the cells of the changes show now.
  private func shownTexts(
    _ path: String, _ resource: Resource, _ fixes: [(place: Int, fix: Fix)], _ folder: String
  ) -> [Location: String] {
    var wanted: [ExcerptPlan.Source: Set<Int>] = [:]
    for (_, fix) in fixes {
      let location = fix.cell.location
      let source = ExcerptPlan.Source(resource: path, sheet: location.sheet)
      wanted[source, default: []].insert(location.cell.map(SheetAddress.row(of:)) ?? 0)
    }
    var rows = ExcerptRows(folder: folder)
    // Only where the file still holds the bytes that are changed.
    let input = RunReport.Input(
      path: path, sha256: Digest.sha256(bytes), bytes: bytes.count, records: 0)
    rows.read(input, as: resource, wanted)
    var texts: [Location: String] = [:]
    for (_, fix) in fixes {
      guard let cell = fix.cell.location.cell else { continue }
      let source = ExcerptPlan.Source(resource: path, sheet: fix.cell.location.sheet)
      let row = rows.texts[source]?[SheetAddress.row(of: cell)] ?? []
      let column = SheetAddress.column(of: cell)
      texts[fix.cell.location] = row.indices.contains(column) ? row[column] : ""
    }
    return texts
  }
}

extension String {
  /// The text with its only place of `old` replaced, all of it where it shows the same in another
  /// notation; nil where that stands there several times.
  fileprivate func replacingOnly(_ old: String, by new: String) -> String? {
    guard !old.isEmpty, self != old else { return new }
    var places: [Range<Index>] = []
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(old) {
        let place = start..<index(start, offsetBy: old.count)
        // A part of a longer number is another number.
        let joins =
          self[..<start].last?.isNumber == true && old.first?.isNumber == true
          || self[place.upperBound...].first?.isNumber == true && old.last?.isNumber == true
        if !joins { places.append(place) }
      }
      start = index(after: start)
    }
    guard let place = places.first else {
      return filter(\.isNumber) == old.filter(\.isNumber) ? new : nil
    }
    guard places.count == 1 else { return nil }
    return self[..<place.lowerBound] + new + self[place.upperBound...]
  }

  /// A plain decimal divided by a hundred.
  fileprivate var hundredth: String {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    guard let mantissa = Int128(parts.joined()) else { return self }
    let scale = (parts.count > 1 ? parts[1].count : 0) + 2
    return ExactDecimal(mantissa: mantissa, scale: scale).description
  }
}
