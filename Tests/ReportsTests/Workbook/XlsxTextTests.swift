import Testing

@testable import Reports

@Suite struct XlsxTextTests {
  private func stored(_ text: String, limit: Int = 32_767) -> String {
    XlsxText.stored(text, limit: limit, cutMark: "… [dipotong]")
  }

  @Test(arguments: [
    ("=1+1", "=1+1"), ("_x0041_", "_x005F_x0041_"), ("a_x00fF_b", "a_x005F_x00fF_b"),
    ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("__x0041_", "__x005F_x0041_"),
    ("_x004_", "_x004_"), ("_X0041_", "_X0041_"), ("_x0041", "_x0041"), ("_xGGGG_", "_xGGGG_"),
    ("a\u{1}\u{fffe}b\tc\nd", "a\u{fffd}\u{fffd}b\tc\nd"), ("a\r\nb\rc", "a\nb\nc"),
    ("😀\u{fffd}ﬁ", "😀\u{fffd}ﬁ"), ("", ""),
  ])
  func keepsWhatAWorkbookCanHold(text: String, expected: String) {
    #expect(stored(text) == expected)
  }

  @Test func cutsAtTheLimitCountedInUTF16() {
    let fits = String(repeating: "a", count: 32_767)
    #expect(stored(fits) == fits)
    let emoji = String(repeating: "😀", count: 16_383)
    #expect(stored(emoji) == emoji)
    let tooLong = stored(emoji + "ab")
    #expect(tooLong.utf16.count <= 32_767 && tooLong.utf16.count > 32_760)
    #expect(tooLong.hasSuffix("😀… [dipotong]"))
    #expect(stored(fits + "b") == fits.prefix(32_755) + "… [dipotong]")
    // Longer in UTF-8, not in UTF-16.
    let accents = String(repeating: "é", count: 32_767)
    #expect(stored(accents) == accents)
  }

  @Test func neverCutsWithinAnEscape() {
    for limit in 20...40 {
      let cut = stored(String(repeating: "_x0041_", count: 9), limit: limit)
      #expect(cut.utf16.count <= limit && cut.hasSuffix("… [dipotong]"))
      let kept = cut.dropLast(12)
      #expect(String(repeating: "_x005F_x0041_", count: 9).hasPrefix(kept))
      #expect(!(1..<7).contains(kept.count % 13))
    }
  }

  @Test(arguments: [
    ("pendek", 20.0, 1), ("", 20, 1), ("satu\ndua\n\ntiga", 20, 4),
    (String(repeating: "kata ", count: 20), 20, 5), (String(repeating: "x", count: 50), 20, 3),
    ("ab " + String(repeating: "x", count: 30) + " cd", 20, 3),
    (String(repeating: "漢", count: 30), 20, 4),
  ])
  func countsLines(text: String, width: Double, lines: Int) {
    let counted = RowHeight.lines(of: text, width: width)
    #expect(counted >= lines && counted <= lines + 2, "\(counted) for \(lines)")
  }

  @Test func rowsAreNeverHigherThanExcelAllows() {
    #expect(RowHeight.points(lines: 1) == nil)
    #expect(RowHeight.points(lines: 3) == 45)
    #expect(RowHeight.points(lines: 500) == 409)
  }
}
