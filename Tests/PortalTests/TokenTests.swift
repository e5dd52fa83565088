import Foundation
import Testing

@testable import Portal

@Suite struct TokenTests {
  @Test(arguments: ["", "  \n", "a b", "a\nb", "é", "a\u{7f}"])
  func refuses(_ text: String) {
    #expect(throws: PortalError(.unusableToken, at: "X")) { try Token(text, from: "X") }
  }

  @Test func showsItselfToNobody() throws {
    let token = try Token(" rahasia-1 \n", from: "X")
    #expect(token.secret == "rahasia-1")
    let request = HTTPRequest(url: "u", body: .none, token: token, receiving: .content)
    var dumped = ""
    dump(request, to: &dumped)
    for text in ["\(token)", "\(request)", dumped, String(reflecting: request)] {
      #expect(!text.contains("rahasia"))
    }
    #expect(token.blotted("kata rahasia-1!") == "kata •••!")
  }

  @Test(arguments: [(0o600, true), (0o400, true), (0o640, false), (0o604, false), (0o620, false)])
  func readsAFileOnlyItsOwnerMayRead(_ mode: Int, _ isTaken: Bool) throws {
    let path = NSTemporaryDirectory() + "/token-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("abc\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    if isTaken {
      #expect(try Token(file: path).secret == "abc")
    } else {
      #expect(throws: PortalError(.openTokenFile, at: path)) { try Token(file: path) }
    }
  }

  @Test func refusesWhatIsNoFile() {
    for path in ["/tmp", "/dev/null", "/tidak/ada"] {
      #expect(throws: PortalError(.noTokenFile, at: path)) { try Token(file: path) }
    }
  }
}
