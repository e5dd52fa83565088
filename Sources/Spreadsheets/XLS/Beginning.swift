/// The record that a workbook or a part of it begins with (BOF).
struct Beginning {
  /// What begins.
  enum Part: Hashable {
    /// What all sheets share.
    case globals
    /// A sheet of cells.
    case sheet
    /// A chart, a macro sheet or a module of programs.
    case other
  }

  /// What begins.
  var part: Part
  /// How the records are laid out.
  var version: BIFFVersion

  /// Reads it; nil where the record is another or of a version that can't be read.
  ///
  /// Web applications write a version of 0 and then records as in BIFF5.
  init?(_ record: BIFFRecord) {
    guard record.kind == RecordKind.begin, let version = record.body.uint16(at: 0),
      let part = record.body.uint16(at: 2)
    else { return nil }
    self.version = version == 0x0600 ? .eight : .five
    self.part =
      switch part {
      case 0x0005: .globals
      case 0x0010: .sheet
      default: .other
      }
  }

  /// Whether a file without a compound file around it begins as a workbook of any version does.
  static func begins(_ bytes: [UInt8]) -> Bool { isReadable(bytes) || isOld(bytes) }

  /// Whether a stream begins as one of BIFF5 or BIFF8 does.
  static func isReadable(_ bytes: [UInt8]) -> Bool {
    var records = RecordSequence(bytes, from: 0)
    guard let first = records.next(), Beginning(first) != nil else { return false }
    return (4...32).contains(first.body.count)
  }

  /// Whether a stream begins as one of BIFF2 to BIFF4 does.
  static func isOld(_ bytes: [UInt8]) -> Bool {
    var records = RecordSequence(bytes, from: 0)
    guard let first = records.next(), (4...8).contains(first.body.count) else { return false }
    return [0x0009, 0x0209, 0x0409].contains(first.kind)
  }
}

/// How the records of a workbook are laid out.
enum BIFFVersion {
  /// Excel 5 and 95: texts in bytes of a code page.
  case five
  /// Excel 97 to 2003: texts in UTF-16.
  case eight
}
