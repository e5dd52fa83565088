import Foundation
import Testing

@testable import Pipelines

@Suite struct JSONWriterTests {
  private func json(_ body: (inout JSONWriter) -> Void) throws -> String {
    try TextStream.text { stream in
      var writer = JSONWriter(to: stream)
      body(&writer)
      try writer.finish()
    }
  }

  @Test func laysOutOneLineAnElement() throws {
    let text = try json { json in
      json.object { json in
        json.member("format", "cermat-report")
        json.member("version", 1)
        json.key("empty")
        json.array { _ in }
        json.key("findings")
        json.array { json in
          for line in 1...2 {
            json.line { json in
              json.object { json in
                json.member("line", line)
                json.member("sheet", nil as String?)
                json.key("interval")
                json.array { json in
                  json.value("97.665")
                  json.value("97.675")
                }
                json.key("known")
                json.value(true)
              }
            }
          }
        }
      }
    }
    #expect(
      text == """
        {
          "format": "cermat-report",
          "version": 1,
          "empty": [],
          "findings": [
            {"line": 1, "sheet": null, "interval": ["97.665", "97.675"], "known": true},
            {"line": 2, "sheet": null, "interval": ["97.665", "97.675"], "known": true}
          ]
        }

        """)
  }

  @Test func inAPageNothingEndsTheElementAroundIt() throws {
    let text = try TextStream.text { stream in
      stream.write("<script>")
      var writer = JSONWriter(to: stream, in: .page)
      writer.line { $0.array { $0.value("</script><!--\u{2028}") } }
      stream = writer.returned()
      stream.write("</script>")
    }
    #expect(text == #"<script>["\u003c/script>\u003c!--\u2028"]</script>"#)
  }

  @Test(arguments: [
    ("Banjarnegara", "\"Banjarnegara\""), ("", "\"\""), ("a\"b\\c/", "\"a\\\"b\\\\c/\""),
    ("baris\r\nbaru\t", "\"baris\\r\\nbaru\\t\""),
    ("\u{0}\u{1b}\u{7f}", "\"\\u0000\\u001b\\u007f\""),
    ("\u{2028}\u{2029}\u{2027}", "\"\\u2028\\u2029\u{2027}\""), ("é€𝄞", "\"é€𝄞\""),
    ("\u{fffd}", "\"\u{fffd}\""),
  ])
  func escapes(text: String, expected: String) throws {
    #expect(try json { $0.value(text) } == expected + "\n")
  }

  @Test(arguments: [UInt64(1), 20_260, 7_919])
  func isReadBackByAnotherReader(seed: UInt64) throws {
    print("seed \(seed)")
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let texts = (0..<300).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<next(20)).compactMap { _ in
            switch next(4) {
            case 0: Unicode.Scalar(UInt32(next(0x80)))
            case 1: Unicode.Scalar(UInt32(0x2020 + next(0x10)))
            default: Unicode.Scalar(UInt32(next(0x11_0000)))
            }
          }))
    }
    let text = try json { json in
      json.array { json in for text in texts { json.value(text) } }
    }
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String]
    #expect(parsed?.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    #expect(!text.unicodeScalars.contains { $0.value == 0x2028 || $0.value == 0x2029 })
  }

  @Test func keepsTheFirstErrorOfTheSink() {
    struct Full: Error {}
    var calls = 0
    #expect(throws: Full.self) {
      try withoutActuallyEscaping({ (_: UnsafeRawBufferPointer) throws -> Void in
        calls += 1
        throw Full()
      }) { sink in
        var writer = JSONWriter(to: TextStream(to: sink))
        writer.array { json in
          for number in 0..<100_000 { json.value(number) }
        }
        try writer.finish()
      }
    }
    #expect(calls == 1)
  }
}
