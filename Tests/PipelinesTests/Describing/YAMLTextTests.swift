import Testing

@testable import Pipelines

@Suite struct YAMLTextTests {
  @Test(arguments: [
    ("nama", "nama"), ("Kab./Kota", "Kab./Kota"), ("No", "\"No\""), ("true", "\"true\""),
    ("33.04", "\"33.04\""), ("", "\"\""), ("a: b", "\"a: b\""), ("%", "\"%\""),
    ("a\"b", "\"a\\\"b\""), ("a ", "\"a \""), ("baris\nbaru", "\"baris\\nbaru\""),
  ])
  func quotesWhatYAMLWouldMisread(_ text: String, _ written: String) {
    #expect(YAMLText.scalar(text) == written)
  }

  @Test(arguments: [1, 2, 3]) func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let signs = Array(" :#-?,[]{}&*!|>'\"%@`~\\/\t\n\r.09azAZé\u{85}\u{2028}\u{7f}\u{1}😀").map(
      String.init)
    for _ in 0..<300 {
      let text = (0..<next(8)).map { _ in signs[Int(next(UInt64(signs.count)))] }.joined()
      let yaml = "nilai: \(YAMLText.list([text, "x"], single: false))\n"
      let root = try #require(try YAMLNode.read(yaml, file: "uji"))
      #expect(root["nilai"]?.texts.first == text, "seed \(seed): \(yaml)")
    }
  }
}
