/// What the main part of a workbook tells: its sheets and how it counts days.
struct XLSXTabs {
  /// A sheet and the part it stands in.
  struct Tab {
    var sheet: Sheet
    /// The name of its part; nil where the workbook doesn't say.
    var part: String?
    /// False for charts, dialogs and macros of old.
    var isTable: Bool
  }

  /// The sheets in the order of their tabs.
  var tabs: [Tab] = []
  /// True where day 0 is 1 January 1904.
  var beginsIn1904 = false

  /// Reads the main part.
  init(
    _ part: ZipArchive.Part, of package: XLSXPackage, relationships: [XLSXPackage.Relationship]
  ) throws(SpreadsheetError) {
    var targets: [String: XLSXPackage.Relationship] = [:]
    for relationship in relationships { targets[relationship.id] = relationship }
    for element in try PartElements.all(of: part, in: package.archive) {
      let attributes = element.attributes
      if element.name == "workbookPr", let flag = attributes["date1904"] {
        beginsIn1904 = flag == "1" || flag == "true" || flag == "on"
      } else if element.name == "sheet", element.around.last == "sheets" {
        let target = attributes[":id"].flatMap { targets[$0] }
        tabs.append(
          Tab(
            sheet: Sheet(
              name: attributes["name"] ?? "",
              visibility: attributes["state"].flatMap(Sheet.Visibility.init(rawValue:)) ?? .visible),
            part: target?.target, isTable: target.map { $0.kind == "worksheet" } ?? true))
      }
    }
  }
}
