extension SampleRow {
  /// True for `(1) (2) (3)`, `1 2 3`, `1 2 3=1+2` or `(a) (b) (c)`, also where a spreadsheet made ©
  /// of `(c)`.
  var isColumnNumbers: Bool {
    guard filled.count >= 3 else { return false }
    let names = columnNames
    let numbered = names.enumerated().allSatisfy { place, name in
      name == String(place + 1) || name.hasPrefix("\(place + 1)=")
    }
    let lettered = names.enumerated().allSatisfy { place, name in
      guard place < 26, let scalar = Unicode.Scalar(UInt32(97 + place)) else { return false }
      let letter = String(Character(scalar))
      return name == letter || name.hasPrefix(letter + "=") || (place == 2 && name == "©")
        || (place == 17 && name == "®")
    }
    return numbered || lettered
  }

  /// True for column numbers with a mistake, as `1 3 3 4 5`: texts that rise by one mostly and
  /// never fall, right above `next`, whose figures are numbers in the workbook.
  func isMistakenColumnNumbers(above next: SampleRow?) -> Bool {
    guard let next, filled.count >= 3, !marks.isEmpty,
      filled.allSatisfy({ marks[$0].isDisjoint(with: .typed) })
    else { return false }
    let numbers = columnNames.compactMap { $0.utf8.count <= 2 ? Int($0) : nil }
    guard numbers.count == filled.count, numbers[0] == 1 else { return false }
    let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
    guard steps.allSatisfy({ $0 >= 0 }), steps.count(where: { $0 == 1 }) * 3 >= steps.count * 2,
      abs(numbers[numbers.count - 1] - filled.count) <= 1
    else { return false }
    let figures = filled.count { $0 < next.marks.count && next.marks[$0].contains(.number) }
    return figures * 2 >= filled.count
  }

  /// The filled cells without parentheses, dots and blanks.
  private var columnNames: [String] {
    filled.map { cells[$0].lowercased().filter { !"().[] ".contains($0) } }
  }
}
