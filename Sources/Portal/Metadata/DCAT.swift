/// Datasets as the Data Catalog Vocabulary of the W3C describes them (DCAT 3), in JSON-LD.
enum DCAT {
  /// The catalogue of what a receipt lists.
  static func catalogue(of receipt: Receipt) -> JSONValue {
    [
      "@context": [
        "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "vcard": "http://www.w3.org/2006/vcard/ns#",
        "spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#",
      ],
      "@id": .text(receipt.portal), "@type": "dcat:Catalog", "dct:language": "id",
      "dcat:dataset": .array(receipt.datasets.map(\.dcat)),
    ]
  }

  /// A dataset with its files.
  static func dataset(
    _ plan: DatasetPlan, url: String, files: [Receipt.Dataset.File]
  ) -> JSONValue {
    let entry = plan.entry
    let extras = Dictionary(plan.extras.map { ($0.key, $0.value) }) { $1 }
    var members: [(String, JSONValue)] = [
      ("@id", .text(url)), ("@type", "dcat:Dataset"), ("dct:identifier", .text(plan.name)),
      ("dct:title", text(entry.title)),
      ("dct:description", text(entry.description ?? entry[.definition] ?? "")),
    ]
    if !plan.tags.isEmpty { members.append(("dcat:keyword", .array(plan.tags.map(text)))) }
    if let licence = entry.licences.first {
      members.append(("dct:license", licence.path.map(link) ?? .text(licence.name)))
    }
    if let office = entry[.producer] {
      members.append(("dct:creator", ["@type": "foaf:Organization", "foaf:name": .text(office)]))
    }
    if let office = entry[.custodian] ?? entry[.producer] {
      members.append(("dct:publisher", ["@type": "foaf:Organization", "foaf:name": .text(office)]))
    }
    if let office = entry[.contact] {
      var contact: [JSONValue.Member] = [
        .init(name: "@type", value: "vcard:Organization"),
        .init(name: "vcard:fn", value: .text(office)),
      ]
      if let email = extras["contact_email"] {
        contact.append(.init(name: "vcard:hasEmail", value: link("mailto:" + email)))
      }
      members.append(("dcat:contactPoint", .object(contact)))
    }
    if let frequency = extras["frequency"] {
      members.append(("dct:accrualPeriodicity", link(frequency)))
    }
    if let start = extras["temporal_start"], let end = extras["temporal_end"] {
      let span: JSONValue = [
        "@type": "dct:PeriodOfTime", "dcat:startDate": day(start), "dcat:endDate": day(end),
      ]
      members.append(("dct:temporal", span))
    }
    let spatial: JSONValue = [
      "@type": "dct:Location",
      "dct:identifier": [
        .text("kemendagri:" + (extras["kode_wilayah_kemendagri"] ?? "")),
        .text("bps:" + (extras["kode_wilayah_bps"] ?? "")),
      ],
      "dct:title": .text(extras["spatial_text"] ?? ""),
    ]
    members.append(("dct:spatial", spatial))
    if let source = entry[.source] { members.append(("dct:source", text(source))) }
    members.append(("dcat:distribution", .array(files.map(distribution))))
    return .object(members.map { JSONValue.Member(name: $0.0, value: $0.1) })
  }

  private static func distribution(_ file: Receipt.Dataset.File) -> JSONValue {
    let isCSV = file.key == "csv"
    return [
      "@id": .text(file.page), "@type": "dcat:Distribution", "dcat:accessURL": link(file.page),
      "dcat:downloadURL": link(file.url),
      "dcat:mediaType": link(
        "https://www.iana.org/assignments/media-types/"
          + (isCSV ? "text/csv" : "application/json")),
      "dcat:byteSize": .number(String(file.bytes)),
      "spdx:checksum": [
        "@type": "spdx:Checksum",
        "spdx:algorithm": link("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        "spdx:checksumValue": .text(file.sha256),
      ],
    ]
  }

  private static func text(_ text: String) -> JSONValue {
    ["@value": .text(text), "@language": "id"]
  }

  private static func link(_ address: String) -> JSONValue { ["@id": .text(address)] }

  private static func day(_ day: String) -> JSONValue {
    ["@value": .text(day), "@type": "xsd:date"]
  }
}
