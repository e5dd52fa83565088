import Delimited
import Dispatch
import Tabular

/// One file of a resource, read from its first byte to its last as often as needed.
struct SourceFile {
  /// The path, relative to the working folder.
  let path: String
  /// The resource.
  let resource: Resource
  /// Whether the file is taken apart by a thread of its own.
  let parallel: Bool
  /// The working folder, with its final slash.
  let folder: String
  /// Who is told of the bytes that were read.
  let progress: ReadingProgress?

  /// A smaller file is not worth a thread, in bytes.
  private static let threadWorthy = 4 << 20
  /// The blocks that may wait between the two threads.
  private static let queueLength = 2

  /// True for a file large enough to be worth a thread of its own.
  static func isThreadWorthy(_ path: String) -> Bool { FileBytes.size(path) >= threadWorthy }

  /// What is known of a file after it was read.
  struct Outcome: Sendable {
    /// The digest of its bytes.
    var sha256: String
    /// The number of its bytes.
    var bytes: Int
    /// What was met on the way.
    var remarks: [Remark]
    /// How its text is delimited.
    var dialect: Dialect
    /// The number of physical lines.
    var lineCount: Int
  }

  /// Reads the file; `take` receives the dialect and every block of rows, in order.
  ///
  /// - Throws: `PipelineError` where the file can't be read on, or what `take` throws.
  func read(
    _ take: (Dialect, RowBlock) throws(PipelineError) -> Void
  ) throws(PipelineError) -> Outcome {
    guard !FileBytes.isUnbounded(folder + path) else {
      throw PipelineError(.unreadable(.notAFile), file: path)
    }
    let digest = Digest()
    let progress = progress
    let reader: DelimitedReader
    do throws(DelimitedError) {
      reader = try DelimitedReader(path: folder + path, request: resource.dialect.request) {
        bytes in
        digest.update(bytes)
        progress?.add(bytes.count)
      }
    } catch {
      throw PipelineError(error, path: path)
    }
    if parallel, Self.isThreadWorthy(folder + path) {
      try readApart(reader, take)
    } else {
      while let block = try next(reader) { try take(reader.dialect, block) }
    }
    return Outcome(
      sha256: digest.finish(), bytes: reader.byteCount, remarks: reader.remarks,
      dialect: reader.dialect, lineCount: reader.lineCount)
  }

  private func next(_ reader: DelimitedReader) throws(PipelineError) -> RowBlock? {
    do throws(DelimitedError) {
      return try reader.next()
    } catch {
      throw PipelineError(error, path: path)
    }
  }

  private enum Handed: Sendable {
    case block(RowBlock)
    case failure(PipelineError)
    case end
  }

  /// Reads on a thread of its own, up to a few blocks ahead of `take`.
  private func readApart(
    _ reader: DelimitedReader, _ take: (Dialect, RowBlock) throws(PipelineError) -> Void
  ) throws(PipelineError) {
    let queue = BoundedQueue<Handed>(capacity: Self.queueLength)
    let dialect = reader.dialect
    // Only that thread touches the reader until it has handed over the end.
    let owned = Owned(reader)
    let path = path
    DispatchQueue(label: "cermat.reading").async {
      do throws(DelimitedError) {
        while let block = try owned.value.next() { queue.put(.block(block)) }
        queue.put(.end)
      } catch {
        queue.put(.failure(PipelineError(error, path: path)))
      }
    }
    var failure: PipelineError?
    while true {
      switch queue.take() {
      case .end:
        if let failure { throw failure }
        return
      case .failure(let error): throw failure ?? error
      case .block(let block):
        guard failure == nil else { continue }
        do throws(PipelineError) { try take(dialect, block) } catch { failure = error }
      }
    }
  }

  private struct Owned: @unchecked Sendable {
    let value: DelimitedReader
    init(_ value: DelimitedReader) { self.value = value }
  }
}

extension Resource.Dialect {
  /// What the reader of delimited text is told.
  var request: DialectRequest {
    let quoting: Quoting? = quoteChar.flatMap { mark in
      mark == "none" ? Quoting.none : mark.utf8.first.map { Quoting.mark($0) }
    }
    return DialectRequest(
      delimiter: delimiter?.utf8.first, quoteChar: quoting,
      encoding: encoding.flatMap(TextEncoding.init(rawValue:)))
  }
}
