import Pipelines

/// The style and the script of the pages, and the policy that allows them and nothing else.
enum PageFiles {
  /// The style of `report.html`.
  static let style = text([
    PackageResources.theme_css, PackageResources.layout_css, PackageResources.causes_css,
    PackageResources.print_css,
  ])
  /// The style of the return slips.
  static let slipStyle = text([PackageResources.slip_css])
  /// The script of `report.html`.
  static let script =
    "\"use strict\";\n{\n"
    + text([
      PackageResources.data_js, PackageResources.build_js, PackageResources.excerpt_js,
      PackageResources.relation_js, PackageResources.findings_js, PackageResources.causes_js,
      PackageResources.start_js,
    ]) + "}\n"

  private static func text(_ files: [[UInt8]]) -> String {
    files.map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// The content security policy of a page with these parts: no other script or style is run, and
  /// nothing is fetched from anywhere.
  static func policy(style: String, script: String?) -> String {
    let scripts = script.map { "; script-src 'sha256-\(digest($0))'" } ?? ""
    return "default-src 'none'; style-src 'sha256-\(digest(style))'\(scripts); "
      + "base-uri 'none'; form-action 'none'"
  }

  /// The SHA-256 digest of a text in base 64 (RFC 4648).
  private static func digest(_ text: String) -> String {
    let digits = Array(Digest.sha256(Array(text.utf8)))
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { index in
      UInt32(String(digits[index...index + 1]), radix: 16) ?? 0
    }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = (0..<3).reduce(UInt32(0)) { sum, place in
        sum << 8 | (place < group.count ? group[start + place] : 0)
      }
      for place in 0..<4 {
        result.append(
          place <= group.count ? alphabet[Int(value >> UInt32(18 - 6 * place) & 63)] : "=")
      }
    }
    return result
  }
}
