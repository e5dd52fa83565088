extension KeyTable {
  /// The keys of the settings of a portal.
  static let portal = KeyTable(
    "portal",
    [
      .required("url", .text, "The address of the portal: https://data.example.go.id"),
      .required(
        "organisation", .text, "The name of the organisation on the portal that publishes."),
      .required("regions", .object(regions), "The region that the data speak of."),
      .optional("groups", .list(.text), "Names of groups on the portal for every dataset."),
      .optional("tags", .list(.text), "Tags for every dataset, besides its keywords."),
      .optional("prefix", .text, "What stands before the name of every dataset on the portal."),
      .optional(
        "email", .text, "The address of the office that answers questions; never that of a person."),
      .optional(
        "extras", .map(.text),
        "Other names on the portal for the extras of CKAN: definisi: definisi_operasional."),
      .optional(
        "datasets", .map(.object(portalDataset)), "What differs for single datasets, by their name."
      ),
    ])

  private static let regions = KeyTable(
    "regions",
    [
      .required("name", .text, "The name for people: Kabupaten Banjarnegara."),
      .required("kemendagri", .text, "The code of the Ministry of Home Affairs: \"33.04\"."),
      .required("bps", .text, "The code of Statistics Indonesia: \"3304\"."),
    ])

  private static let portalDataset = KeyTable(
    "dataset",
    [
      .optional("name", .text, "The name on the portal; it stands in the address for ever."),
      .optional("groups", .list(.text), "Names of groups besides those for every dataset."),
      .optional("tags", .list(.text), "Tags besides those for every dataset."),
    ])
}
