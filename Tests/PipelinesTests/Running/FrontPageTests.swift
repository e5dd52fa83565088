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
}
