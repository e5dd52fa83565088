import Rules
import Tabular
import Testing

@testable import Pipelines

/// What `README.md` shows must be so.
@Suite struct FrontPageTests {
  @Test func examplePipelineFindsWhatThePageSays() throws {
    let page = try FileBytes.readText(packageRoot + "README.md", named: "README.md")
    let yaml = try #require(page.split(separator: "```yaml\n").last?.split(separator: "```").first)
    let folder = try TemporaryFolder()
    try folder.write(String(yaml), to: "program.yaml")
    let loading = PipelineLoading(paths: [folder.path + "program.yaml"])
    let report = Execution.run(loading, settings: RunSettings(workingFolder: packageRoot)).report
    #expect(report.failures.map(\.message.english) == [])
    #expect(report.rules.map(\.id) == ["persen", "jumlah"])
    #expect(report.findings.map(\.stated) == ["97.55", "95.97"])
    #expect(report.findings.map(\.expected) == ["97.67", "96.67"])
    #expect(report.datasets.map(\.blockedBy) == [["persen"]])
  }

  @Test func settingsThatThePageShowsAreKnown() throws {
    let page = try FileBytes.readText(packageRoot + "README.md", named: "README.md")
    let yaml = try #require(page.split(separator: "```yaml settings\n").last)
    let folder = try TemporaryFolder()
    try folder.write(String(try #require(yaml.split(separator: "```").first)), to: "lembayung.yaml")
    let settings = try SettingsFile.read("lembayung.yaml", in: folder.path)
    try settings.examine(
      among: SettingsTargets(of: ["pipelines/anggaran.yaml"], in: packageRoot))
  }

  @Test func portalThatThePageShowsIsOne() throws {
    let page = try FileBytes.readText(packageRoot + "README.md", named: "README.md")
    let yaml = try #require(page.split(separator: "```yaml portal\n").last)
    let folder = try TemporaryFolder()
    try folder.write(String(try #require(yaml.split(separator: "```").first)), to: "portal.yaml")
    let portal = try PortalFile(reading: folder.path + "portal.yaml")
    #expect(portal.url == "https://data.banjarnegarakab.go.id")
    #expect(portal.regions.kemendagri == "33.04" && portal.regions.bps == "3304")
    #expect(portal.groups == ["kependudukan"] && portal.email == "statistik@example.go.id")
    #expect(portal.extras == ["definisi": "definisi_operasional"])
    let dataset = portal.datasets["penduduk-kelompok-umur"]
    #expect(dataset?.name == "penduduk-menurut-umur" && dataset?.tags == ["Dukcapil"])
  }

  @Test func portalWithoutItsKeysIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("url: x\nregions: { kemendagri: \"33.04\" }\ngrup: []\n", to: "portal.yaml")
    let error = #expect(throws: PipelineError.Collection.self) {
      try PortalFile(reading: folder.path + "portal.yaml")
    }
    #expect(error?.errors.count == 4)
  }
}
