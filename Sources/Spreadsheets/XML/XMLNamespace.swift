/// The vocabulary that a name of a workbook part belongs to.
enum XMLNamespace: UInt8, CaseIterable {
  /// No namespace, as attributes without a prefix.
  case none
  /// One that no reader knows.
  case unknown
  /// `xml:space` and the like.
  case xml
  /// SpreadsheetML.
  case sheet
  /// `r:id` in OOXML parts.
  case relationship
  /// The relationships parts of OOXML packages.
  case packageRelationships
  /// `[Content_Types].xml`.
  case contentTypes
  /// Alternatives for programs of different age.
  case markupCompatibility
  case office, table, text, style, number, format, draw, meta, manifest
  /// What LibreOffice adds to OpenDocument.
  case calcExtension, libreOfficeExtension

  /// The namespace with that URI.
  init(uri: UnsafeBufferPointer<UInt8>) {
    self = Self.known.first { $0.uri.elementsEqual(uri) }?.namespace ?? .unknown
  }

  private static let uris: [(String, XMLNamespace)] = [
    ("http://www.w3.org/XML/1998/namespace", .xml),
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .sheet),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", .sheet),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relationship),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", .relationship),
    ("http://schemas.openxmlformats.org/package/2006/relationships", .packageRelationships),
    ("http://schemas.openxmlformats.org/package/2006/content-types", .contentTypes),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", .markupCompatibility),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", .office),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", .table),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", .text),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", .style),
    ("urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", .number),
    ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", .format),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", .draw),
    ("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", .meta),
    ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", .manifest),
    (
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", .calcExtension
    ),
    (
      "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
      .libreOfficeExtension
    ),
  ]
  private static let known: [(uri: [UInt8], namespace: XMLNamespace)] = uris.map {
    (Array($0.0.utf8), $0.1)
  }
}
