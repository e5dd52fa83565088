import Glibc
import Tabular

/// A delimited file split without any cleverness, for tests that need real rows; the product's
/// reader is another module.
enum TinyCSV {
  /// The folder of shared real files, or nil where it is not there.
  static let shared: String? = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    let folder = "/" + parts.joined(separator: "/") + "/shared"
    return access(folder, R_OK) == 0 ? folder : nil
  }()

  /// The rows of a text; the delimiter is the first of `;`, tab and `,` that its first lines hold.
  static func rows(of text: String) -> RowBlock {
    let head = text.prefix(2_000)
    let delimiter: UInt8 =
      head.contains(";") && !head.contains("\",\"")
      ? UInt8(ascii: ";") : head.contains("\t") ? 9 : UInt8(ascii: ",")
    let bytes = Array(text.utf8)
    var block = RowBlock()
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var (line, first, isQuoted) = (1, 1, false)
    func endRow() {
      cells.append(cell)
      block.append(cells, line: first, lineCount: line - first + 1)
      (cells, cell) = ([], [])
      line += 1
      first = line
    }
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if isQuoted {
        cell.append(byte)
        if byte == 10 { line += 1 }
      } else if byte == delimiter {
        cells.append(cell)
        cell = []
      } else if byte == 10 || (byte == 13 && (place + 1 == bytes.count || bytes[place + 1] != 10)) {
        endRow()
      } else if byte != 13 {
        cell.append(byte)
      }
    }
    if !cells.isEmpty || !cell.isEmpty { endRow() }
    return block
  }

  /// The text of a file in UTF-8 or UTF-16, byte order mark taken off.
  static func text(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
      }
      return String(decoding: units, as: UTF16.self)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The delimited files below a folder, in order.
  static func files(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var found: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      if name.hasSuffix(".csv") { found.append(path) } else { found += files(in: path) }
    }
    return found.sorted()
  }
}
