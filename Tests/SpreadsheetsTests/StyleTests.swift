import Testing

@testable import Spreadsheets

@Suite("How cells are shown")
struct StyleTests {
  @Test("A cell that says nothing is shown as entered")
  func general() { #expect(CellStyle(format: .general).format.code == "General") }
}
