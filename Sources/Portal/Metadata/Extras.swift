import Pipelines

/// The extras of CKAN for a dataset: what Satu Data Indonesia asks for, under readable keys, and
/// what ckanext-dcat reads.
enum Extras {
  /// The key by which a dataset that Cermat published is known again.
  static let ownKey = "sdi_key"

  private static let names: [(element: CatalogueEntry.Element, key: String)] = [
    (.producer, "produsen_data"), (.custodian, "walidata"), (.definition, "definisi"),
    (.concept, "konsep"), (.classification, "klasifikasi"), (.measure, "ukuran"),
    (.unit, "satuan"), (.frequency, "frekuensi"), (.period, "periode_data"),
    (.method, "metode_pengumpulan"), (.source, "sumber_data"), (.contact, "penanggung_jawab"),
    (.standardCode, "kode_standar_data"), (.metadataCode, "kode_metadata"), (.listCode, "id_ddp"),
    (.level, "level_penyajian"), (.interpretation, "interpretasi"), (.formula, "rumus"),
  ]

  /// Keys that are fields of CKAN's datasets, which no extra may have.
  private static let fields: Set<String> = [
    "id", "name", "title", "notes", "url", "author", "author_email", "maintainer",
    "maintainer_email", "license_id", "version", "state", "type", "owner_org", "private", "tags",
    "groups", "resources", "extras", "metadata_created", "metadata_modified", "creator_user_id",
    "isopen", "num_resources", "num_tags", "organization", "plugin_data",
  ]

  /// The extras, no key twice, sorted by key as CKAN returns them.
  ///
  /// - Parameters:
  ///   - entry: What the catalogue says.
  ///   - portal: The settings of the portal, which may give extras other names.
  ///   - key: What Cermat calls the dataset.
  /// - Returns: Keys with their values, none of them empty.
  static func extras(
    of entry: CatalogueEntry, _ portal: PortalFile, key: String
  ) -> [(key: String, value: String)] {
    var extras: [(key: String, value: String)] = names.compactMap { element, key in
      entry[element].map { (key, $0) }
    }
    extras += [
      ("klasifikasi_risiko", entry[.risk] ?? "Terbuka"),
      ("kode_wilayah_kemendagri", portal.regions.kemendagri),
      ("kode_wilayah_bps", portal.regions.bps), ("spatial_text", portal.regions.name),
    ]
    if let address = entry[.frequency].flatMap(Frequency.address) {
      extras.append(("frequency", address))
    }
    if let span = entry[.period].flatMap(TimeSpan.init) {
      extras += [("temporal_start", span.start), ("temporal_end", span.end)]
    }
    if let producer = entry[.producer] { extras.append(("publisher_name", producer)) }
    if let contact = entry[.contact] { extras.append(("contact_name", contact)) }
    if let email = entry.email ?? portal.email { extras.append(("contact_email", email)) }
    extras += entry.others
    var seen: Set<String> = [ownKey]
    let named = extras.compactMap { extra -> (key: String, value: String)? in
      var key = portal.extras[extra.key] ?? extra.key
      if fields.contains(key) { key += "_" }
      return seen.insert(key).inserted ? (key, extra.value) : nil
    }
    return (named + [(ownKey, key)]).sorted { $0.key < $1.key }
  }

  /// The identifier of a licence as CKAN's own list has it; others as they are.
  static func licence(_ name: String) -> String {
    let known = [
      "cc-by-4.0": "cc-by", "cc-by-sa-4.0": "cc-by-sa", "cc0-1.0": "cc-zero",
      "odc-by-1.0": "odc-by", "odbl-1.0": "odc-odbl",
    ]
    return known[name.lowercased()] ?? name
  }
}
