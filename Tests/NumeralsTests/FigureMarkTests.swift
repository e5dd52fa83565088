import Numerals
import Testing

private func parted(_ text: String) -> String {
  var text = text
  return text.withUTF8 { bytes in
    FigureMark.part(bytes).map {
      String(decoding: bytes[$0.figure], as: UTF8.self) + " | " + $0.mark
    } ?? "none"
  }
}

@Suite("Footnote marks beside figures")
struct FigureMarkTests {
  @Test(
    "Figure and mark",
    arguments: [
      ("1.234*)", "1.234 | *)"), ("1.234 *", "1.234 | *"), ("1.234 r)", "1.234 | r)"),
      ("1.234x)", "1.234 | x)"), ("1.234¹⁾", "1.234 | ¹⁾"), ("1.234 ²", "1.234 | ²"),
      ("*1.234", "1.234 | *"), ("*) 1.234", "1.234 | *)"), ("1.234 (r)", "1.234 | (r)"),
      ("1.234 e)", "1.234 | e)"), ("1.234 xx)", "1.234 | xx)"), ("12,5%*)", "12,5% | *)"),
      ("(1.234) *)", "(1.234) | *)"), ("1.234 1)", "1.234 | 1)"), ("-5 **)", "-5 | **)"),
      ("1.234 (*)", "1.234 | (*)"), ("  7†  ", "7 | †"), ("1.234 A)", "1.234 | A)"),
      ("1.234", "none"), ("(1.234)", "none"), ("1.2341)", "none"), ("1.234 r", "none"),
      ("1.234x", "none"), ("5 m", "none"), ("5 (m)", "none"), ("1.234l)", "none"),
      ("1.23o)", "none"), ("(1)", "none"), ("a)", "none"), ("*", "none"), ("**)", "none"),
      ("(53.559.000 a)", "none"), ("Kota Semarang *)", "none"), ("", "none"), ("5 rupiah)", "none"),
    ])
  func parts(_ text: String, _ expected: String) { #expect(parted(text) == expected) }

  @Test(
    "The mark that explains itself below a table",
    arguments: [
      ("r) angka diperbaiki", "r)"), ("*) Angka sementara", "*)"), ("¹⁾ termasuk desa", "¹⁾"),
      ("** = perkiraan", "**"), ("Sumber: BPS", nil), ("A. Belanja", nil), ("1.2 Gaji", nil),
      ("r)", nil),
    ] as [(String, String?)])
  func leads(_ line: String, _ mark: String?) { #expect(FigureMark.leading(line) == mark) }

  @Test(
    "Texts that say that there is no figure",
    arguments: [
      "-", "–", "—", " - ", "…", "...", "………", ". . .", "n.a.", "NA", "N/A", "NULL", "null", "*",
      "--", "tidak ada", "Belum  tersedia", "−",
    ])
  func missing(_ text: String) { #expect(NumeralReader.saysMissing(text)) }

  @Test("Other texts do not", arguments: ["", " ", "0", "x", "-5", "nol", "1-", "Nasional", "ada"])
  func present(_ text: String) { #expect(!NumeralReader.saysMissing(text)) }
}
