import Foundation
import Testing

@testable import Portal

/// Calls against a server that behaves as badly as portals and their proxies do.
@Suite struct ActionAPITests {
  private let server: HostileServer?
  private let token: Token

  init() throws {
    server = HostileServer()
    token = try Token("rahasia-123", from: "tes")
  }

  private func api(_ server: HostileServer) -> ActionAPI {
    var transport = CurlTransport()
    transport.totalSeconds = 2
    transport.longestContent = 1 << 20
    return ActionAPI(site: server.site, token: token, transport: transport)
  }

  @Test func tellsLengthAndToken() throws {
    guard let server else { return }
    let api = api(server)
    #expect(try api.call("ok", ["a": "é"]) == ["count": 1])
    let path = NSTemporaryDirectory() + "/portal-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let content = String(repeating: "33.10,1\n", count: 40_000)
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    _ = try api.call(
      "ok",
      parts: [
        .init(name: "match", content: .bytes(Array(#"{"id":"x"}"#.utf8))),
        .init(name: "upload", content: .file(path), fileName: "a.csv", mediaType: "text/csv"),
      ])
    let log = try server.log(of: "ok", in: api)
    #expect(log.count == 2)
    for entry in log {
      #expect(entry["authorization"] == "rahasia-123")
      #expect(entry["length"]?.whole == entry["got"]?.whole)
      #expect(entry["coding"] == nil && entry["expect"] == nil)
    }
    #expect(log.first?["start"]?.text?.contains("Ã©") == true)
    let start = try #require(log.last?["start"]?.text)
    #expect(start.contains(#"name="match""#) && start.contains(#"filename="a.csv""#))
    #expect(start.contains("Content-Type: text/csv\r\n\r\n33.10,1\n"))
  }

  @Test(arguments: [
    ("html", PortalError.Reason.notCKAN(status: 200)), ("forbidden", .notCKAN(status: 403)),
    ("bare", .refused(status: 400, words: "Bad request - JSON Error: x")),
    ("conflict", .refused(status: 409, words: "name: Sudah dipakai •••")),
    ("large", .tooLarge(status: 413)), ("upload-large", .tooLarge(status: 409)),
    ("redirect", .redirected(to: "/api/3/action/ok")), ("endless", .notCKAN(status: 200)),
    ("later", .failing(status: 429, words: "", pause: 7)),
    ("failing-502", .failing(status: 502, words: "", pause: nil)),
    ("none", .refused(status: 404, words: "message: Not found")),
  ])
  func says(_ action: String, _ reason: PortalError.Reason) throws {
    guard let server else { return }
    #expect(throws: PortalError(reason, at: action)) { try api(server).call(action, [:]) }
    #expect(try server.log(of: action, in: api(server)).count == 1)
    #expect(try server.log(of: "ok", in: api(server)).isEmpty)
  }

  @Test(arguments: ["broken", "gone", "slow"])
  func seesABrokenConnection(_ action: String) throws {
    guard let server else { return }
    do {
      _ = try api(server).call(action, [:])
      Issue.record("no error")
    } catch {
      #expect(error.isTemporary)
    }
  }

  @Test func nobodyAnswers() {
    let api = ActionAPI(site: "http://127.0.0.1:9", token: token, transport: CurlTransport())
    do {
      _ = try api.call("ok", [:])
      Issue.record("no error")
    } catch {
      let isUnreachable = if case .unreachable = error.reason { true } else { false }
      #expect(isUnreachable)
    }
  }

  @Test func findsNothingWhereThereIsNothing() throws {
    guard let server else { return }
    #expect(try api(server).find("none", [:]) == nil)
  }

  @Test func sendsTheTokenToThePortalOnly() throws {
    guard let server, let other = HostileServer() else { return }
    let api = api(server)
    let digest = try api.digest(of: server.site + "/x/ok")
    #expect(digest?.bytes == 41)
    _ = try api.digest(of: other.site + "/x/ok")
    #expect(try server.log(of: "ok", in: api).last?["authorization"] == "rahasia-123")
    #expect(try other.log(of: "ok", in: api).last?["authorization"] == nil)
    #expect(try api.digest(of: server.site + "/x/none") == nil)
    #expect(try api.digest(of: server.site + "/x/redirect")?.bytes == 41)
  }
}
