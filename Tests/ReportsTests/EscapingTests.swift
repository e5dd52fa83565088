import Testing

@testable import Reports

@Suite struct EscapingTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"),
    (" =1", " '=1"), ("a;=1", "a;'=1"), ("a\n=1", "a\n'=1"), ("\t=1", "\t'=1"), ("＝1", "'＝1"),
    ("-53.559.000", "-53.559.000"), ("+7,5 %", "+7,5 %"), ("-", "-"), ("", ""), ("97.55", "97.55"),
    ("-0.12", "-0.12"), ("a=b", "a=b"), ("Dinas - Sosial", "Dinas - Sosial"),
    ("(53.559)", "(53.559)"),
  ])
  func guardsFormulasAndKeepsNumbers(text: String, expected: String) {
    #expect(SpreadsheetCell.guarded(text) == expected)
  }

  @Test(arguments: [
    ("Dinas Sosial", "Dinas Sosial"), ("a|b", "a\\|b"), ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"),
    ("<b>&amp;", "\\<b\\>\\&amp;"), ("[a](b)", "\\[a\\](b)"), ("- satu", "\\- satu"),
    ("dua\nbaris", "dua baris"), ("\u{1b}[1m", "·\\[1m"), ("#1", "\\#1"), ("\\", "\\\\"),
  ])
  func escapesMarkdown(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }
}
