/// What a catalogue says of one dataset, read from the data package that holds it.
struct CatalogueEntry: Sendable {
  /// A part of the metadata that Satu Data Indonesia knows.
  enum Element: String, Sendable, Hashable, CaseIterable {
    case concept, definition, classification, measure, unit
    case frequency, period, method, source
    case producer, custodian, contact, licence
    case level, risk, standardCode, metadataCode, listCode, interpretation, formula
  }

  /// A licence.
  struct Licence: Sendable, Hashable {
    var name: String
    var path: String?
    var title: String?
  }

  private static let names: [String: Element] = [
    "concept": .concept, "konsep": .concept, "definition": .definition, "definisi": .definition,
    "definisi_operasional": .definition, "classification": .classification,
    "klasifikasi": .classification, "klasifikasi_penyajian": .classification,
    "measure": .measure, "ukuran": .measure, "unit": .unit, "satuan": .unit,
    "frequency": .frequency, "frekuensi": .frequency, "period": .period, "periode": .period,
    "periode_data": .period, "method": .method, "metode": .method,
    "metode_pengumpulan": .method, "level": .level, "tingkat_penyajian": .level,
    "level_penyajian": .level, "risk": .risk, "risiko": .risk, "klasifikasi_risiko": .risk,
    "standard_code": .standardCode, "kode_standar_data": .standardCode,
    "metadata_code": .metadataCode, "kode_metadata": .metadataCode, "list_code": .listCode,
    "id_ddp": .listCode, "interpretation": .interpretation, "interpretasi": .interpretation,
    "formula": .formula, "rumus": .formula,
  ]

  /// The title for people.
  private(set) var title = ""
  /// A sentence for the catalogue.
  private(set) var description: String?
  /// Keywords as written.
  private(set) var keywords: [String] = []
  /// The licences.
  private(set) var licences: [Licence] = []
  /// The version of the dataset.
  private(set) var version: String?
  /// The address of the office that answers, where the pipeline file has one.
  private(set) var email: String?
  private var texts: [Element: [String]] = [:]
  /// Metadata with keys of their own, as text.
  private(set) var others: [(key: String, value: String)] = []

  /// The text of an element; nil where it says nothing.
  subscript(element: Element) -> String? {
    let texts = element == .licence ? licences.map(\.name) : texts[element] ?? []
    let said = texts.filter { $0.contains { !$0.isWhitespace } }
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  /// Reads what a resource says, and the data package around it where its datasets share that.
  ///
  /// - Parameters:
  ///   - resource: The resource of a `datapackage.json`.
  ///   - package: The whole of it.
  init(resource: JSONValue, package: JSONValue) {
    let shared = Self.isShared(package) ? package : .null
    title = resource["title"]?.text ?? ""
    description = resource["description"]?.text
    keywords = (resource["keywords"] ?? shared["keywords"])?.texts ?? []
    version = package["version"]?.text
    licences =
      (resource["licenses"] ?? package["licenses"])?.elements.compactMap { licence in
        licence["name"]?.text.map {
          Licence(name: $0, path: licence["path"]?.text, title: licence["title"]?.text)
        }
      } ?? []
    for office in (resource["contributors"] ?? shared["contributors"])?.elements ?? [] {
      guard let title = office["title"]?.text else { continue }
      for role in office["roles"]?.texts ?? [] {
        switch role {
        case "creator": texts[.producer, default: []].append(title)
        case "dataCurator": texts[.custodian, default: []].append(title)
        case "contact":
          texts[.contact, default: []].append(title)
          email = email ?? office["email"]?.text
        default: break
        }
      }
    }
    let named = (resource["sources"]?.elements ?? []).filter { $0["version"] == nil }
    let sources = named.isEmpty ? shared["sources"]?.elements ?? [] : named
    texts[.source] = sources.compactMap { $0["title"]?.text }
    for member in resource["metadata"]?.members ?? [] { add(member) }
  }

  /// True where all datasets of a package have the same offices, keywords and sources.
  static func isShared(_ package: JSONValue) -> Bool {
    !(package["resources"]?.elements ?? []).contains(where: hasOwn)
  }

  /// True for a resource with offices, keywords or sources of its own, which no other one shares.
  private static func hasOwn(_ resource: JSONValue) -> Bool {
    resource["contributors"] != nil || resource["keywords"] != nil
      || (resource["sources"]?.elements ?? []).contains { $0["version"] == nil }
  }

  private mutating func add(_ member: JSONValue.Member) {
    let key = String(member.name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    let said = Self.texts(of: member.value)
    if let element = Self.names[key] {
      texts[element, default: []] += said
    } else if !said.isEmpty {
      others.append((key, said.joined(separator: "; ")))
    }
  }

  private static func texts(of value: JSONValue) -> [String] {
    switch value {
    case .null: []
    case .text(let text), .number(let text): [text]
    case .truth(let truth): [truth ? "ya" : "tidak"]
    case .array(let values): values.flatMap(texts)
    case .object(let members):
      members.map { "\($0.name): \(texts(of: $0.value).joined(separator: ", "))" }
    }
  }
}
