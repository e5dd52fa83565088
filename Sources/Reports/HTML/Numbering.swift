/// Things numbered from 0 in the order they came.
struct Numbering<Element: Hashable> {
  /// The things.
  private(set) var elements: [Element] = []
  private var numbers: [Element: Int] = [:]

  /// The number of a thing, which gets the next one where it is new.
  mutating func number(_ element: Element) -> Int {
    if let number = numbers[element] { return number }
    numbers[element] = elements.count
    elements.append(element)
    return elements.count - 1
  }

  /// The number of a thing that was numbered before; -1 where it was not.
  subscript(element: Element) -> Int { numbers[element] ?? -1 }
}
