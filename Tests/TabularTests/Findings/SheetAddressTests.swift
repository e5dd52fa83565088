import Tabular
import Testing

@Suite struct SheetAddressTests {
  @Test(arguments: [
    ("A1", "B1", true), ("B1", "A2", true), ("Z9", "A10", true), ("Z3", "AA3", true),
    ("AB3", "AA3", false), ("E16", "E8", false), ("C12", "C12", false),
  ]) func standsBefore(_ one: String, _ other: String, _ isBefore: Bool) {
    #expect(SheetAddress.isBefore(one, other) == isBefore)
  }
}
