import Pipelines

/// An answer while it comes in.
///
/// A class, because libcurl holds a pointer to it.
final class Arriving {
  private let limit: Int
  private let digest: Digest?
  private var headers: [String: String] = [:]
  private var content: [UInt8] = []
  private var length = 0
  /// True where more came than is kept.
  private(set) var isTooLong = false

  init(limit: Int, digesting: Bool) {
    self.limit = limit
    digest = digesting ? Digest() : nil
  }

  /// The answer that a pointer stands for.
  static func at(_ pointer: UnsafeMutableRawPointer?) -> Arriving? {
    pointer.map { Unmanaged<Arriving>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes bytes of the content; returns how many it took.
  func takeContent(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(start: bytes, count: count)
    length += count
    if let digest {
      digest.update(bytes)
      return count
    }
    guard length <= limit else {
      isTooLong = true
      return 0
    }
    content.append(contentsOf: bytes)
    return count
  }

  /// Takes a line of the header; a new status line begins a new answer.
  func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    let line = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    if line.hasPrefix("HTTP/") { headers = [:] }
    guard let colon = line.firstIndex(of: ":") else { return count }
    let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
    let end = value.lastIndex { !$0.isWhitespace }
    headers[line[..<colon].lowercased()] = end.map { String(value[...$0]) } ?? ""
    return count
  }

  /// The whole answer.
  func response(status: Int) -> HTTPResponse {
    var response = HTTPResponse(status: status, headers: headers, content: content)
    response.length = length
    response.sha256 = digest?.finish()
    return response
  }
}
