/// The bytes of a part while it is unpacked, counted as they come.
final class PartStream {
  /// The smallest size at which the ratio to the packed size matters, in bytes.
  private static let ratioFrom = 16 << 20

  /// The part.
  let part: ZipArchive.Part
  /// The bytes delivered so far.
  private(set) var byteCount = 0
  private let stream: LibzipFile.Stream
  private let limits: SpreadsheetLimits

  init(_ stream: LibzipFile.Stream, part: ZipArchive.Part, limits: SpreadsheetLimits) {
    self.stream = stream
    self.part = part
    self.limits = limits
  }

  /// Unpacks up to `buffer.count` bytes; 0 at the end, where the checksum is right.
  ///
  /// - Throws: where the part is damaged, truncated or larger than the limits.
  func next(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    let count: Int
    do throws(LibzipFile.Failure) { count = try stream.read(into: buffer) } catch {
      throw ZipArchive.translate(error, part: part.name)
    }
    byteCount += count
    guard byteCount <= limits.unpackedSize else {
      throw tooLarge(.unpackedSize, allowed: limits.unpackedSize)
    }
    let (allowed, overflow) = part.packedSize.multipliedReportingOverflow(by: limits.unpackedRatio)
    guard byteCount <= Self.ratioFrom || overflow || byteCount <= allowed else {
      throw tooLarge(.unpackedRatio, allowed: limits.unpackedRatio)
    }
    return count
  }

  private func tooLarge(_ limit: SpreadsheetError.Limit, allowed: Int) -> SpreadsheetError {
    SpreadsheetError(.tooLarge(limit, allowed: allowed, part: part.name))
  }
}
