import CZip
import Glibc

/// An archive that libzip has open, and the only place that speaks with libzip.
///
/// A class, because it owns the C object.
final class LibzipFile {
  /// What libzip says went wrong.
  enum Failure: Error {
    /// The end of the archive is missing, or a part ends too soon.
    case truncated
    case encrypted
    /// In libzip's words.
    case damaged(String)
    /// The system can't read; `errno`.
    case cannotRead(code: Int32)
  }

  /// An entry of the directory.
  struct Entry {
    var name: String
    var size: Int
    var packedSize: Int
    var encrypted: Bool
  }

  /// A part while it is unpacked.
  final class Stream {
    private let file: OpaquePointer
    private let archive: LibzipFile

    fileprivate init(file: OpaquePointer, archive: LibzipFile) {
      self.file = file
      self.archive = archive
    }

    deinit { zip_fclose(file) }

    /// Unpacks up to `room.count` bytes; 0 at the end, where the checksum is right.
    func read(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
      guard let start = room.baseAddress else { return 0 }
      let count = zip_fread(file, start, zip_uint64_t(room.count))
      guard count >= 0 else { throw LibzipFile.failure(zip_file_get_error(file).pointee) }
      return Int(count)
    }
  }

  private let archive: OpaquePointer
  private let held: UnsafeMutableRawBufferPointer?

  /// Takes an archive by an open file, which stays open and is left to the caller.
  init(descriptor: Int32) throws(Failure) {
    let own = dup(descriptor)
    guard own >= 0 else { throw Failure.cannotRead(code: errno) }
    lseek(own, 0, SEEK_SET)
    var code: Int32 = 0
    guard let archive = zip_fdopen(own, 0, &code) else {
      let system = errno
      close(own)
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      error.sys_err = system
      defer { zip_error_fini(&error) }
      throw Self.failure(error)
    }
    self.archive = archive
    held = nil
  }

  /// Takes an archive in memory.
  init(bytes: [UInt8]) throws(Failure) {
    let held = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    held.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(held.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else {
      held.deallocate()
      throw Self.failure(error)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      held.deallocate()
      throw Self.failure(error)
    }
    self.archive = archive
    self.held = held
  }

  deinit {
    zip_discard(archive)
    held?.deallocate()
  }

  /// The entries in the order of the directory.
  func entries() -> [Entry] {
    let count = max(zip_get_num_entries(archive, 0), 0)
    return (0..<count).map { index in
      var status = zip_stat_t()
      guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0, let name = status.name
      else { return Entry(name: "", size: 0, packedSize: 0, encrypted: false) }
      return Entry(
        name: String(cString: name), size: Int(clamping: status.size),
        packedSize: Int(clamping: status.comp_size),
        encrypted: status.encryption_method != UInt16(ZIP_EM_NONE))
    }
  }

  /// Opens the entry at a place of the directory.
  func open(_ index: Int) throws(Failure) -> Stream {
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw Self.failure(zip_get_error(archive).pointee)
    }
    return Stream(file: file, archive: self)
  }

  // MARK: writing

  /// An archive with some parts replaced, added or left out; the others are copied as they are
  /// packed.
  static func rewritten(
    _ bytes: [UInt8], setting parts: [String: [UInt8]], dropping dropped: Set<String>
  ) throws(Failure) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // Where libzip copies the beginning of an archive it takes the bytes over, so they are its own
    // from the start.
    guard let held = malloc(Swift.max(bytes.count, 1)) else {
      throw Failure.cannotRead(code: ENOMEM)
    }
    bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { memcpy(held, start, bytes.count) }
    }
    guard let source = zip_source_buffer_create(held, zip_uint64_t(bytes.count), 1, &error) else {
      free(held)
      throw failure(error)
    }
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, 0, &error) else {
      zip_source_free(source)
      throw failure(error)
    }
    let new = parts.sorted { $0.key < $1.key }.map { name, bytes in
      (name, UnsafeMutableRawBufferPointer.copy(of: bytes), bytes.count)
    }
    defer { for part in new { part.1.deallocate() } }
    for (name, room, count) in new {
      let part = zip_source_buffer(archive, room.baseAddress, zip_uint64_t(count), 0)
      let index = zip_file_add(archive, name, part, zip_flags_t(ZIP_FL_OVERWRITE))
      // One moment for all, so that the same changes give the same bytes.
      guard index >= 0, zip_file_set_mtime(archive, zip_uint64_t(index), 1_672_531_200, 0) == 0
      else {
        defer { zip_discard(archive) }
        throw failure(zip_get_error(archive).pointee)
      }
    }
    for name in dropped {
      let index = zip_name_locate(archive, name, 0)
      if index >= 0 { zip_delete(archive, zip_uint64_t(index)) }
    }
    guard zip_close(archive) == 0 else {
      defer { zip_discard(archive) }
      throw failure(zip_get_error(archive).pointee)
    }
    return try contents(of: source)
  }

  private static func contents(of source: OpaquePointer) throws(Failure) -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw failure(zip_source_error(source).pointee) }
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_source_read(source, &room, zip_uint64_t(room.count))
      guard count >= 0 else { throw failure(zip_source_error(source).pointee) }
      if count == 0 { return bytes }
      bytes += room[..<Int(count)]
    }
  }

  private static func failure(_ error: zip_error_t) -> Failure {
    switch error.zip_err {
    case ZIP_ER_NOZIP, ZIP_ER_EOF: return .truncated
    case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP: return .encrypted
    case ZIP_ER_READ, ZIP_ER_OPEN, ZIP_ER_SEEK: return .cannotRead(code: error.sys_err)
    default:
      // The text is held by the error, so it has to be one of our own to be let go again.
      var own = zip_error_t()
      zip_error_init_with_code(&own, error.zip_err)
      defer { zip_error_fini(&own) }
      return .damaged(String(cString: zip_error_strerror(&own)))
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  fileprivate static func copy(of bytes: [UInt8]) -> UnsafeMutableRawBufferPointer {
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Swift.max(bytes.count, 1), alignment: 8)
    room.copyBytes(from: bytes)
    return room
  }
}
