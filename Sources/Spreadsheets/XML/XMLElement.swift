import Glibc

/// The name of an element or attribute, valid only while it is told.
struct XMLName {
  /// The name without its prefix.
  var local: UnsafeBufferPointer<UInt8>
  /// What its prefix stands for.
  var namespace: XMLNamespace

  /// True where the name without its prefix is `literal`.
  @inline(__always)
  static func == (name: XMLName, literal: StaticString) -> Bool {
    guard name.local.count == literal.utf8CodeUnitCount, let start = name.local.baseAddress else {
      return false
    }
    if name.local.count == 1 { return start.pointee == literal.utf8Start.pointee }
    return memcmp(start, literal.utf8Start, literal.utf8CodeUnitCount) == 0
  }

  /// Lets names stand in `switch`.
  @inline(__always)
  static func ~= (literal: StaticString, name: XMLName) -> Bool { name == literal }
}

/// An attribute, valid only while its element is told.
struct XMLAttribute {
  /// The name.
  var name: XMLName
  /// The value in UTF-8, with its entities replaced.
  var value: UnsafeBufferPointer<UInt8>

  /// The value as a string.
  var string: String { String(decoding: value, as: UTF8.self) }
}

/// The start of an element, valid only while it is told.
struct XMLElement {
  /// The name.
  var name: XMLName
  /// The attributes as written; namespace declarations are not among them.
  var attributes: UnsafeBufferPointer<XMLAttribute>

  /// The value of the attribute of that name without its prefix and of that namespace.
  subscript(_ name: StaticString, in namespace: XMLNamespace = .none) -> UnsafeBufferPointer<UInt8>?
  {
    for attribute in attributes
    where attribute.name == name && attribute.name.namespace == namespace {
      return attribute.value
    }
    return nil
  }

  /// The same as a string; for small parts, not the main path.
  func string(_ name: StaticString, in namespace: XMLNamespace = .none) -> String? {
    self[name, in: namespace].map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Who is told what a part of a workbook holds, in order.
protocol XMLListening {
  /// An element begins.
  mutating func start(_ element: XMLElement)
  /// An element ends; its name is that of its start.
  mutating func end(_ name: XMLName)
  /// A piece of text in UTF-8; a text may come in several.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Why reading is to stop; once it is set nothing more is told, or no heed is paid to it.
  var failure: SpreadsheetError? { get }
}
