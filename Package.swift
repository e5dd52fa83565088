// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: [], resources: resources,
    swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + [.init(stringLiteral: name)],
    exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "cermat",
  products: [.executable(name: "cermat", targets: ["cermat"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    module("Numerals"),
    module("Tabular", ["Numerals"]),
    module("Delimited", ["Tabular", "Numerals", "CCsv", "CMalloc"]),
    module("Spreadsheets", ["Tabular", "Numerals", "CZip", "CXML2", "CMalloc"]),
    module("Rules", ["Tabular", "Numerals"]),
    module("Diagnosis", ["Rules", "Tabular", "Numerals"]),
    module(
      "Pipelines",
      [
        "Delimited", "Spreadsheets", "Diagnosis", "Rules", "Tabular", "Numerals", "CCrypto",
        .product(name: "Yams", package: "Yams"),
      ]),
    module(
      "Reports",
      ["Pipelines", "Delimited", "Spreadsheets", "Diagnosis", "Rules", "Tabular", "CXlsxWriter"],
      resources: [.embedInCode("Page")]),
    module(
      "RunHistory",
      ["Pipelines", "Rules", "Tabular", .product(name: "GRDB", package: "GRDB.swift")]),
    module("Publishing", ["Pipelines", "Delimited", "Rules", "Tabular", "Numerals"]),
    module("Portal", ["Pipelines", "Tabular", "CCurl"]),
    .executableTarget(
      name: "cermat",
      dependencies: [
        "Pipelines", "Reports", "Publishing", "Portal", "RunHistory", "Diagnosis", "Rules",
        "Tabular", "Numerals", "Delimited", "Spreadsheets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    tests("Numerals", []),
    tests("Tabular", ["Numerals"]),
    tests("Delimited", ["Tabular", "Numerals"], exclude: ["Fixtures"]),
    tests("Spreadsheets", ["Tabular", "Numerals"], exclude: ["Fixtures", "Cells/Differences.md"]),
    tests("Rules", ["Tabular", "Numerals"]),
    tests("Pipelines", ["Delimited", "Spreadsheets", "Rules", "Tabular", "Numerals"]),
    tests("Diagnosis", ["Rules", "Tabular", "Numerals"]),
    tests(
      "Reports", ["Pipelines", "Spreadsheets", "Diagnosis", "Rules", "Tabular", "Numerals"],
      exclude: ["Snapshots", "Browser", "Fixtures"]),
    tests(
      "RunHistory",
      ["Pipelines", "Rules", "Tabular", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("Publishing", ["Pipelines", "Rules", "Tabular", "Numerals"], exclude: ["Snapshots"]),
    tests("Portal", ["Pipelines", "Tabular"], exclude: ["Servers"]),
    .testTarget(
      name: "BudgetCorpusTests", dependencies: ["Pipelines", "Rules", "Tabular", "Numerals"],
      exclude: ["apbd.yaml", "Differences.md"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "cermat", "Pipelines", "Reports", "Diagnosis", "Rules", "Tabular", "Numerals",
      ],
      exclude: ["Cases", "Goldens", "Regency", "Twins.yaml"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
