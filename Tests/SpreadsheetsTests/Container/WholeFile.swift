import Glibc

/// Reads files for tests.
enum WholeFile {
  /// All bytes of a file; none where it can't be read.
  static func bytes(_ path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &room, room.count)
      guard count > 0 else { return bytes }
      bytes += room[..<count]
    }
  }
}
