/// How large things may be before reading refuses them.
public struct ReadingLimits: Sendable, Hashable {
  /// The largest cell in bytes; longer ones are cut, with a remark.
  ///
  /// A quoted cell that does not
  /// close within it counts as never closed.
  public var fieldSize: Int
  /// The longest physical line in bytes; a longer one ends the reading with an error.
  public var lineSize: Int
  /// The largest file in bytes; nil allows any.
  public var fileSize: Int?

  /// Makes limits: 16 MiB a cell, 64 MiB a line and any file unless told otherwise.
  public init(fieldSize: Int = 16 << 20, lineSize: Int = 64 << 20, fileSize: Int? = nil) {
    self.fieldSize = max(1, fieldSize)
    self.lineSize = max(1, lineSize)
    self.fileSize = fileSize
  }
}
