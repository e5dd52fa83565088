import Pipelines
import Synchronization
import Testing

@testable import Portal

/// A portal that answers from a table and counts what it was asked.
private final class ScriptedPortal: HTTPTransport {
  private let answers: [String: [HTTPResponse]]
  private let asked = Mutex<[String]>([])

  init(_ answers: [String: [HTTPResponse]]) { self.answers = answers }

  var log: [String] { asked.withLock { $0 } }

  func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    let action = String(request.url.split(separator: "/").last ?? "")
    let earlier = asked.withLock { asked in
      asked.append(action)
      return asked.count { $0 == action } - 1
    }
    guard let answers = answers[action], !answers.isEmpty else {
      return HTTPResponse(status: 404, content: Array(#"{"success": false}"#.utf8))
    }
    return answers[min(earlier, answers.count - 1)]
  }
}

private func ok(_ result: JSONValue) -> HTTPResponse {
  let answer: JSONValue = ["success": true, "result": result]
  return HTTPResponse(status: 200, content: Array(answer.line.utf8))
}

private let sound: [String: [HTTPResponse]] = [
  "status_show": [ok(["ckan_version": "2.11.6", "extensions": ["datastore", "xloader"]])],
  "user_show": [ok(["name": "editor"])],
  "organization_list_for_user": [ok([["id": "o-1", "name": "dinas"]])],
  "scheming_dataset_schema_show": [
    HTTPResponse(status: 400, content: Array(#""Bad request""#.utf8))
  ],
]

@Suite struct PublisherTests {
  private func publisher(
    _ portal: ScriptedPortal, url: String = "https://p.example", waits: Waits = Waits()
  ) throws -> Publisher {
    try Publisher(
      PortalFile(path: "portal.yaml", url: url, organisation: "dinas"),
      token: Token("t", from: "tes"), folder: "/tidak/ada", transport: portal,
      policy: RetryPolicy(attempts: 3, wait: { waits.add($0) }, jitter: { $0 }))
  }

  /// The waits that were asked for.
  private final class Waits: Sendable {
    private let list = Mutex<[Int]>([])
    func add(_ wait: Int) { list.withLock { $0.append(wait) } }
    var all: [Int] { list.withLock { $0 } }
  }

  @Test(arguments: [
    "http://p.example", "http://127.0.0.1.evil.example", "http://localhost@evil.example",
    "ftp://p.example", "https:", "https://u:p@p.example", "p.example", "",
  ])
  func sendsNothingToAnUnsafeAddress(_ url: String) throws {
    let portal = ScriptedPortal(sound)
    #expect(throws: PortalError(.unsafeAddress, at: url)) { try publisher(portal, url: url) }
    #expect(portal.log.isEmpty)
  }

  @Test(arguments: ["https://p.example", "http://127.0.0.1:5055", "http://localhost/"])
  func takesASafeAddress(_ url: String) throws {
    let facts = try publisher(ScriptedPortal(sound), url: url).facts
    #expect(facts.hasLoader && facts.hasDataStore && facts.organisation == "o-1")
  }

  @Test(
    arguments: [
      ("status_show", ok(["ckan_version": "2.9.11"]), .otherVersion("2.9.11")),
      ("status_show", ok(["ckan_version": "2.13.0"]), .otherVersion("2.13.0")),
      ("user_show", ok(.object([])), .anonymous),
      (
        "organization_list_for_user", ok([["id": "o-2", "name": "lain"]]),
        .noRole(organisation: "dinas")
      ),
      ("status_show", HTTPResponse(status: 200, content: [0x3C]), .notCKAN(status: 200)),
    ] as [(String, HTTPResponse, PortalError.Reason)])
  func stopsBeforeAnythingIsSent(
    _ action: String, _ answer: HTTPResponse, _ reason: PortalError.Reason
  ) {
    var answers = sound
    answers[action] = [answer]
    do {
      _ = try publisher(ScriptedPortal(answers))
      Issue.record("no error")
    } catch {
      #expect((error as? PortalError)?.reason == reason)
    }
  }

  @Test func triesAgainAfterAWhile() throws {
    var answers = sound
    let busy = HTTPResponse(status: 429, headers: ["retry-after": "9"], content: [])
    answers["status_show"] =
      [HTTPResponse(status: 502, content: [0x3C]), busy] + sound["status_show", default: []]
    let waits = Waits()
    _ = try publisher(ScriptedPortal(answers), waits: waits)
    #expect(waits.all == [1000, 9000])
  }

  @Test(arguments: [400, 403, 409])
  func neverRepeatsWhatWasRefused(_ status: Int) {
    var answers = sound
    answers["status_show"] = [HTTPResponse(status: status, content: Array("\"x\"".utf8))]
    let (portal, waits) = (ScriptedPortal(answers), Waits())
    #expect(throws: PortalError(.refused(status: status, words: "x"), at: "status_show")) {
      try publisher(portal, waits: waits)
    }
    #expect(portal.log == ["status_show"] && waits.all.isEmpty)
  }

  @Test func givesUpInTheEnd() {
    var answers = sound
    answers["status_show"] = [HTTPResponse(status: 503, content: [])]
    let portal = ScriptedPortal(answers)
    #expect(throws: PortalError.self) { try publisher(portal) }
    #expect(portal.log.count == 3)
  }
}
