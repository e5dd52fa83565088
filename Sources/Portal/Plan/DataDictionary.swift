/// The data dictionary of a resource in the DataStore: what keeps the portal from guessing types.
struct DataDictionary: Sendable, Hashable {
  /// A column.
  struct Column: Sendable, Hashable {
    /// The name, which is that in the header of the CSV.
    var name: String
    /// `text`, `numeric` or `timestamp`, as PostgreSQL and the portal's loader know them.
    var type: String
    /// What is told of it: label, notes, unit, and the type for the loader.
    var info: [JSONValue.Member]
  }

  /// The columns in the order of the CSV.
  var columns: [Column]

  /// The dictionary of a Table Schema.
  ///
  /// - Parameter schema: The schema in a data package.
  init(schema: JSONValue?) {
    columns = (schema?["fields"]?.elements ?? []).map { field in
      let type = Self.type(field["type"]?.text ?? "string")
      let info: [(String, String?)] = [
        ("label", field["title"]?.text), ("notes", field["description"]?.text),
        ("satuan", field["unit"]?.text), ("type_override", type),
      ]
      return Column(
        name: field["name"]?.text ?? "", type: type,
        info: info.compactMap { name, text in
          text.map { JSONValue.Member(name: name, value: .text($0)) }
        })
    }
  }

  /// The columns as `datastore_create` takes them.
  var fields: JSONValue {
    .array(
      columns.map { column in
        ["id": .text(column.name), "type": .text(column.type), "info": .object(column.info)]
      })
  }

  /// How the portal's dictionary differs from this one.
  enum Difference: Sendable, Hashable {
    /// Not at all.
    case none
    /// In what is told of the columns.
    case info
    /// In the columns or their types: the records have to be loaded anew.
    case columns
  }

  /// Compares with what `datastore_info` answers.
  func difference(from info: JSONValue?) -> Difference {
    let fields = (info?["fields"]?.elements ?? []).filter { $0["id"]?.text != "_id" }
    guard fields.map({ $0["id"]?.text }) == columns.map(\.name),
      fields.map({ $0["type"]?.text }) == columns.map(\.type)
    else { return .columns }
    let isTold = zip(fields, columns).allSatisfy { field, column in
      column.info.allSatisfy { field["info"]?[$0.name] == $0.value }
    }
    return isTold ? .none : .info
  }

  /// Codes, words and truth values stay texts, whatever they look like.
  private static func type(_ type: String) -> String {
    switch type {
    case "integer", "number", "year": "numeric"
    case "date": "timestamp"
    default: "text"
    }
  }
}
