/// The Action API of a CKAN portal, a call at a time.
///
/// A call is sent once: whether it may be repeated depends on what it did, which only whoever reads
/// the portal again can tell.
struct ActionAPI: Sendable {
  /// The address of the portal without a final slash.
  let site: String
  /// Who calls; nil for a stranger.
  let token: Token?
  /// How it is sent.
  let transport: any HTTPTransport

  /// Calls an action with a JSON object.
  ///
  /// - Parameters:
  ///   - action: The name of the action.
  ///   - parameters: Its parameters.
  /// - Returns: The result.
  /// - Throws: `PortalError` where there is none.
  func call(_ action: String, _ parameters: JSONValue) throws(PortalError) -> JSONValue {
    try send(action, .json(Array(parameters.line.utf8)))
  }

  /// Calls an action with a form, of which files may be parts.
  ///
  /// - Parameters:
  ///   - action: The name of the action.
  ///   - parts: The fields.
  /// - Returns: The result.
  /// - Throws: `PortalError` where there is none.
  func call(_ action: String, parts: [HTTPRequest.Part]) throws(PortalError) -> JSONValue {
    try send(action, .form(parts))
  }

  /// Calls an action whose object may not be there.
  ///
  /// - Parameters:
  ///   - action: The name of the action.
  ///   - parameters: Its parameters.
  /// - Returns: The result; nil where the portal answers 404.
  /// - Throws: `PortalError` where there is none for another reason.
  func find(_ action: String, _ parameters: JSONValue) throws(PortalError) -> JSONValue? {
    do throws(PortalError) {
      return try call(action, parameters)
    } catch {
      if case .refused(404, _) = error.reason { return nil }
      throw error
    }
  }

  /// The length and digest of what is to be downloaded.
  ///
  /// - Parameter url: The address; the token goes only to the portal itself.
  /// - Returns: The number of bytes and their SHA-256 digest; nil where there is nothing.
  /// - Throws: `PortalError` where it can't be downloaded.
  func digest(of url: String) throws(PortalError) -> (bytes: Int, sha256: String)? {
    let isOwn = url.hasPrefix(site + "/")
    let request = HTTPRequest(
      url: url, body: .none, token: isOwn ? token : nil, receiving: .digest)
    let response = try exchange(request, at: url)
    guard response.status == 200, let sha256 = response.sha256 else {
      if response.status == 404 { return nil }
      throw refusal(of: response, at: url)
    }
    return (response.length, sha256)
  }

  private func send(_ action: String, _ body: HTTPRequest.Body) throws(PortalError) -> JSONValue {
    let request = HTTPRequest(
      url: "\(site)/api/3/action/\(action)", body: body, token: token, receiving: .content)
    let response = try exchange(request, at: action)
    guard response.status == 200 else { throw refusal(of: response, at: action) }
    guard let answer = try? JSONReader.value(of: response.content),
      answer["success"] == .truth(true), case .object = answer
    else { throw PortalError(.notCKAN(status: 200), at: action) }
    return answer["result"] ?? .null
  }

  private func exchange(
    _ request: HTTPRequest, at place: String
  ) throws(PortalError) -> HTTPResponse {
    do throws(HTTPFailure) {
      return try transport.send(request)
    } catch {
      let reason: PortalError.Reason =
        switch error.reason {
        case .unreachable: .unreachable(error.words)
        case .untrusted: .untrusted(error.words)
        case .broken, .slow: .broken(error.words)
        case .tooLong: .notCKAN(status: 200)
        case .unreadable, .unsent: .unsent(error.words)
        }
      throw PortalError(reason, at: place)
    }
  }

  /// Why an answer is no result.
  private func refusal(of response: HTTPResponse, at place: String) -> PortalError {
    let answer = try? JSONReader.value(of: response.content)
    let said = (answer?["error"] ?? answer).map(Self.flattened) ?? ""
    let words = token.map { $0.blotted(said) } ?? said
    let reason: PortalError.Reason =
      switch response.status {
      case 300..<400: .redirected(to: response.headers["location"] ?? "")
      case 413: .tooLarge(status: 413)
      case 409 where said.contains("upload: ") && said.contains("too large"):
        .tooLarge(status: 409)
      case 429, 500...:
        .failing(
          status: response.status, words: words,
          pause: response.headers["retry-after"].flatMap { Int($0) })
      case 404 where answer?["success"] == nil: .notCKAN(status: 404)
      case 400..<500 where answer != nil: .refused(status: response.status, words: words)
      default: .notCKAN(status: response.status)
      }
    return PortalError(reason, at: place)
  }

  /// What the portal says on one line, as `name: That URL is already in use`.
  private static func flattened(_ value: JSONValue) -> String {
    let words =
      switch value {
      case .null: ""
      case .text(let text), .number(let text): text
      case .truth(let truth): "\(truth)"
      case .array(let values): values.map(flattened).filter { !$0.isEmpty }.joined(separator: " ")
      case .object(let members):
        members.filter { $0.name != "__type" && $0.name != "help" }
          .map { "\($0.name): \(flattened($0.value))" }.joined(separator: "; ")
      }
    let flat = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return flat.count > 400 ? flat.prefix(400) + "…" : flat
  }
}
