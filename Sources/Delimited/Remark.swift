public import Tabular

/// Something met while a file was read, which did not keep the next record from being read.
public struct Remark: Sendable, Hashable {
  /// What was met.
  public enum Reason: Sendable, Hashable {
    /// The file begins with a byte order mark.
    case byteOrderMark(TextEncoding)
    /// The first byte that is not UTF-8, for which the file is read as Windows-1252.
    case notUTF8(byte: UInt8)
    /// A byte that is not UTF-8 in a file that otherwise is; read as Windows-1252.
    case invalidByte(UInt8)
    /// A byte without a meaning in Windows-1252; kept as the control character of its number.
    case undefinedByte(UInt8)
    /// Half of a character in UTF-16; read as the replacement character.
    case unpairedSurrogate(UInt16)
    /// A byte too many at the end of a UTF-16 file.
    case halfCharacter(UInt8)
    /// A NUL character, kept in its cell.
    case nulCharacter
    /// A quote that opens a cell and never closes; kept as text, the record ends with its line.
    case unclosedQuote
    /// Text between a closing quote and the next delimiter; the cell is kept as written.
    case textAfterClosingQuote
    /// Blanks between quotes and delimiters, dropped.
    case blanksOutsideQuotes
    /// A quote inside a cell without quotes; kept as text.
    case strayQuote
    /// A carriage return alone, which ends a record in a file where others end otherwise.
    case loneCarriageReturn
    /// CR CR LF, which makes a blank line after every line.
    case doubledCarriageReturn
    /// A line that ends unlike most.
    case otherLineTerminator(LineTerminator)
    /// A cell longer than the limit, cut there.
    case fieldTooLong(limit: Int)
    /// A whole record in one cell, taken apart at the delimiter inside.
    case wrappedRecord(delimiter: UInt8)
    /// A record with another delimiter than the file's, taken apart at its own.
    case otherDelimiter(UInt8)
    /// The file's first line names the delimiter, as `sep=;`.
    case separatorLine(UInt8)
    /// The last line has no line break.
    case lastLineUnterminated
    /// The file was changed while it was read.
    case fileChanged(FileChange)
  }

  /// How a file changed under the reader.
  public enum FileChange: String, Sendable, Hashable, CaseIterable {
    /// Bytes were added or removed.
    case size
    /// It was written to.
    case modificationTime
    /// Another file has taken its name.
    case replaced
  }

  /// The physical line, from 1; nil where the remark is about the whole file.
  public var line: Int?
  /// The offset in the file, from 0; nil where it is not known.
  public var byteOffset: Int?
  /// The column, from 0; nil where the remark is not about a cell.
  public var column: Int?
  /// What was met.
  public var reason: Reason

  /// Makes a remark.
  public init(line: Int? = nil, byteOffset: Int? = nil, column: Int? = nil, reason: Reason) {
    self.line = line
    self.byteOffset = byteOffset
    self.column = column
    self.reason = reason
  }

  /// How much the remark matters by itself.
  public var severity: Severity { reason.severity }
}

extension Remark.Reason {
  /// A name for each sort of remark; remarks are counted and capped by it.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// See the reasons of the same names.
    case byteOrderMark, notUTF8, invalidByte, undefinedByte, unpairedSurrogate, halfCharacter
    /// See the reasons of the same names.
    case nulCharacter, unclosedQuote, textAfterClosingQuote, blanksOutsideQuotes, strayQuote
    /// See the reasons of the same names.
    case loneCarriageReturn, doubledCarriageReturn, otherLineTerminator, fieldTooLong
    /// See the reasons of the same names.
    case wrappedRecord, otherDelimiter, separatorLine, lastLineUnterminated, fileChanged
  }

  /// The sort of this reason.
  public var kind: Kind {
    switch self {
    case .byteOrderMark: .byteOrderMark
    case .notUTF8: .notUTF8
    case .invalidByte: .invalidByte
    case .undefinedByte: .undefinedByte
    case .unpairedSurrogate: .unpairedSurrogate
    case .halfCharacter: .halfCharacter
    case .nulCharacter: .nulCharacter
    case .unclosedQuote: .unclosedQuote
    case .textAfterClosingQuote: .textAfterClosingQuote
    case .blanksOutsideQuotes: .blanksOutsideQuotes
    case .strayQuote: .strayQuote
    case .loneCarriageReturn: .loneCarriageReturn
    case .doubledCarriageReturn: .doubledCarriageReturn
    case .otherLineTerminator: .otherLineTerminator
    case .fieldTooLong: .fieldTooLong
    case .wrappedRecord: .wrappedRecord
    case .otherDelimiter: .otherDelimiter
    case .separatorLine: .separatorLine
    case .lastLineUnterminated: .lastLineUnterminated
    case .fileChanged: .fileChanged
    }
  }

  /// How much a remark of this sort matters by itself.
  public var severity: Severity {
    switch kind {
    case .byteOrderMark, .blanksOutsideQuotes, .otherLineTerminator, .separatorLine,
      .lastLineUnterminated, .notUTF8:
      .note
    case .invalidByte, .undefinedByte, .nulCharacter, .strayQuote, .loneCarriageReturn,
      .doubledCarriageReturn, .wrappedRecord, .otherDelimiter:
      .warning
    case .unpairedSurrogate, .halfCharacter, .unclosedQuote, .textAfterClosingQuote, .fieldTooLong,
      .fileChanged:
      .error
    }
  }
}
