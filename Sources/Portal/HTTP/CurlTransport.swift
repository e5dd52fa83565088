import CCurl
import Pipelines

/// Sends requests with libcurl: certificates are verified, redirects of calls are not followed, and
/// the length of what is sent is told in advance.
public struct CurlTransport: HTTPTransport {
  /// Seconds that connecting may take.
  public var connectSeconds = 20
  /// Seconds without a single byte after which a transfer is given up.
  public var stallSeconds = 120
  /// Bytes of an answer that are kept at most.
  public var longestContent = 64 << 20
  /// Seconds that the whole of a request may take; 0 for any time as long as bytes move.
  public var totalSeconds = 0

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Makes a transport.
  public init() {}

  /// Sends a request and waits for the whole answer.
  ///
  /// - Parameter request: What to send.
  /// - Returns: The answer, whatever its status.
  /// - Throws: `HTTPFailure` where there is no whole answer.
  public func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    guard Self.isReady, let handle = curl_easy_init() else {
      throw HTTPFailure(reason: .unsent, words: "libcurl")
    }
    defer { curl_easy_cleanup(handle) }
    let arriving = Arriving(limit: longestContent, digesting: request.receiving == .digest)
    let pointer = Unmanaged.passUnretained(arriving).toOpaque()
    set(request, on: handle)
    cermat_curl_set_pointer(handle, CURLOPT_WRITEDATA, pointer)
    cermat_curl_set_pointer(handle, CURLOPT_HEADERDATA, pointer)
    cermat_curl_set_bytes(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      Arriving.at(context)?.takeContent(bytes, size * count) ?? 0
    }
    cermat_curl_set_bytes(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      Arriving.at(context)?.takeHeader(bytes, size * count) ?? 0
    }
    let headers = Self.headers(of: request)
    defer { curl_slist_free_all(headers) }
    cermat_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
    let form = try Self.attach(request.body, to: handle)
    defer { curl_mime_free(form) }
    let code = withExtendedLifetime(arriving) {
      guard case .json(let bytes) = request.body else { return curl_easy_perform(handle) }
      return bytes.withUnsafeBytes { bytes in
        cermat_curl_set_long(handle, CURLOPT_POSTFIELDSIZE, bytes.count)
        cermat_curl_set_pointer(
          handle, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
        return curl_easy_perform(handle)
      }
    }
    guard code == CURLE_OK else {
      throw HTTPFailure(
        reason: arriving.isTooLong ? .tooLong : Self.reason(code),
        words: String(cString: curl_easy_strerror(code)))
    }
    var status = 0
    cermat_curl_status(handle, &status)
    return arriving.response(status: status)
  }

  private func set(_ request: HTTPRequest, on handle: UnsafeMutableRawPointer) {
    cermat_curl_set_text(handle, CURLOPT_URL, request.url)
    cermat_curl_set_text(handle, CURLOPT_USERAGENT, "cermat")
    cermat_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    cermat_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    cermat_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, connectSeconds)
    cermat_curl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
    cermat_curl_set_long(handle, CURLOPT_LOW_SPEED_TIME, stallSeconds)
    cermat_curl_set_long(handle, CURLOPT_TIMEOUT, totalSeconds)
    // Verification is libcurl's default; it is stated, so that nothing can turn it off unseen.
    cermat_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
    cermat_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
    guard request.receiving == .digest else { return }
    // Portals may keep files elsewhere; libcurl drops the token on the way to another host.
    cermat_curl_set_text(
      handle, CURLOPT_REDIR_PROTOCOLS_STR,
      request.url.hasPrefix("https:") ? "https" : "http,https")
    cermat_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 1)
    cermat_curl_set_long(handle, CURLOPT_MAXREDIRS, 5)
  }

  private static func headers(of request: HTTPRequest) -> UnsafeMutablePointer<curl_slist>? {
    // Without "Expect" no server can keep the body waiting.
    var lines = ["Expect:"]
    if request.receiving == .content { lines.append("Accept: application/json") }
    if case .json = request.body { lines.append("Content-Type: application/json") }
    if let token = request.token { lines.append("Authorization: \(token.secret)") }
    return lines.reduce(nil) { curl_slist_append($0, $1) }
  }

  /// The form that goes with the handle, to be freed after the request.
  private static func attach(
    _ body: HTTPRequest.Body, to handle: UnsafeMutableRawPointer
  ) throws(HTTPFailure) -> OpaquePointer? {
    guard case .form(let parts) = body, let form = curl_mime_init(handle) else { return nil }
    for part in parts {
      let field = curl_mime_addpart(form)
      curl_mime_name(field, part.name)
      switch part.content {
      case .bytes(let bytes):
        _ = bytes.withUnsafeBytes { bytes in
          curl_mime_data(field, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
      case .file(let path):
        guard curl_mime_filedata(field, path) == CURLE_OK else {
          curl_mime_free(form)
          throw HTTPFailure(reason: .unreadable, words: path)
        }
      }
      if let name = part.fileName { curl_mime_filename(field, name) }
      if let type = part.mediaType { curl_mime_type(field, type) }
    }
    cermat_curl_set_pointer(handle, CURLOPT_MIMEPOST, UnsafeMutableRawPointer(form))
    return form
  }

  private static func reason(_ code: CURLcode) -> HTTPFailure.Reason {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
      .unreachable
    case CURLE_OPERATION_TIMEDOUT: .slow
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      .untrusted
    case CURLE_READ_ERROR: .unreadable
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_OUT_OF_MEMORY,
      CURLE_TOO_MANY_REDIRECTS:
      .unsent
    default: .broken
    }
  }
}
