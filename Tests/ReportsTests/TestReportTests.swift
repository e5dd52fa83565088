import Foundation
import Pipelines
import Rules
import Tabular
import Testing

@testable import Reports

/// `junit.xml`, by the elements and attributes that Jenkins allows (`junit-10.xsd` of its xUnit
/// plugin).
@Suite struct TestReportTests {
  /// An element of a document.
  private struct Element {
    var name: String
    var attributes: [String: String]
    var text: String
    var children: [Element]

    init?(_ json: Any?) {
      guard let parts = json as? [Any], parts.count == 4, let name = parts[0] as? String,
        let attributes = parts[1] as? [String: String], let text = parts[2] as? String,
        let children = parts[3] as? [Any]
      else { return nil }
      (self.name, self.attributes, self.text) = (name, attributes, text)
      self.children = children.compactMap(Element.init)
    }

    func child(_ name: String) -> Element? { children.first { $0.name == name } }

    /// The elements of that name within, and itself.
    func all(_ name: String) -> [Element] {
      (self.name == name ? [self] : []) + children.flatMap { $0.all(name) }
    }
  }

  /// What an element must have, may have, and what may stand in it.
  private static let schema: [String: (required: Set<String>, allowed: Set<String>, Set<String>)] =
    [
      "testsuites": ([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
      "testsuite": (
        ["name", "tests", "failures", "errors"],
        [
          "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log",
          "url",
        ],
        ["testsuite", "properties", "testcase", "system-out", "system-err"]
      ),
      "testcase": (
        ["name"], ["time", "classname", "group"],
        ["skipped", "error", "failure", "system-out", "system-err"]
      ),
      "skipped": ([], ["type", "message"], []), "error": ([], ["type", "message"], []),
      "failure": ([], ["type", "message"], []), "system-out": ([], [], []),
    ]

  /// The root of the report; nil, and told, where there is no python3 to read it with.
  private func root(
    of report: RunReport, in language: Language = .indonesian
  ) throws -> Element? {
    guard try Python.has("json, xml.etree.ElementTree", for: "read junit.xml with") else {
      return nil
    }
    let data = try written { try TestReport(language: language).write(report, to: $0) }
    let (status, output) = try Python.run(
      """
      import json, sys, xml.etree.ElementTree as tree
      def told(x): return [x.tag, x.attrib, x.text or "", [told(y) for y in x]]
      print(json.dumps(told(tree.fromstring(sys.stdin.buffer.read()))))
      """, input: data)
    #expect(status == 0, "\(String(decoding: output, as: UTF8.self))")
    return Element(try JSONSerialization.jsonObject(with: output))
  }

  private func check(_ element: Element) {
    guard let (required, allowed, children) = Self.schema[element.name] else {
      Issue.record("<\(element.name)> is not in the schema")
      return
    }
    let attributes = Set(element.attributes.keys)
    #expect(required.isSubset(of: attributes), "<\(element.name)> has \(attributes)")
    #expect(attributes.isSubset(of: required.union(allowed)), "<\(element.name)> has \(attributes)")
    #expect(Set(element.children.map(\.name)).isSubset(of: children), "in <\(element.name)>")
    for child in element.children { check(child) }
    guard element.name == "testsuites" || element.name == "testsuite" else { return }
    let cases = element.all("testcase")
    #expect(element.attributes["tests"] == "\(cases.count)")
    for (attribute, name) in [("failures", "failure"), ("errors", "error")] {
      #expect(element.attributes[attribute] == "\(cases.count { $0.child(name) != nil })")
    }
    if let skipped = element.attributes["skipped"] {
      #expect(skipped == "\(cases.count { $0.child("skipped") != nil })")
    }
  }

  @Test(arguments: SampleReport.allCases) private func followsTheSchema(sample: SampleReport) throws
  {
    guard let root = try root(of: sample.report) else { return }
    check(root)
  }

  @Test(arguments: ExplainedReport.hostileTexts) func holdsWhateverTheDataHold(text: String) throws
  {
    guard let root = try root(of: ExplainedReport.hostile(text)) else { return }
    check(root)
    #expect(root.all("failure").count >= 1)
  }

  private static let rules = SampleReport.discrepancies.report.rules

  /// The only case of a report with that rule, and with findings of it of those severities.
  private func onlyCase(_ rule: RuleOutcome, _ severities: [Severity] = []) throws -> Element? {
    var report = RunReport()
    report.pipelines = [.init(name: rule.pipeline, title: "", records: 1)]
    report.rules = [rule]
    report.findings = severities.enumerated().map { index, severity in
      var finding = SampleReport.ratio
      (finding.id, finding.rule, finding.severity) = ("id-\(index)", rule.id, severity)
      return finding
    }
    guard let root = try root(of: report) else { return nil }
    check(root)
    return root.all("testcase").first
  }

  private func rule(
    _ value: RuleOutcome.Value, _ severity: Severity, applies: Bool = true
  ) -> RuleOutcome {
    RuleOutcome(
      pipeline: "anggaran", id: "jenjang", title: "Jenjang", text: "rollup(a)",
      severity: severity, value: value,
      reason: value == .unverifiable
        ? Message(indonesian: "tidak ada rekaman", english: "no records") : nil, checked: 1,
      violations: value == .violated ? 1 : 0, unverifiable: 0, applies: applies)
  }

  @Test func whatDoesNotApplyIsSkipped() throws {
    guard let one = try onlyCase(rule(.unverifiable, .error, applies: false)) else { return }
    #expect(one.children.map(\.name) == ["skipped"])
    #expect(
      one.child("skipped")?.attributes
        == ["type": "inapplicable", "message": "tidak berlaku: tidak ada rekaman"])
  }

  @Test func whatCouldNotBeCheckedIsAnErrorWhereItKeepsDataBack() throws {
    guard let error = try onlyCase(rule(.unverifiable, .error)) else { return }
    #expect(error.children.map(\.name) == ["error"])
    #expect(
      error.child("error")?.attributes
        == ["type": "unverifiable", "message": "tidak dapat diperiksa: tidak ada rekaman"])
    let warning = try onlyCase(rule(.unverifiable, .warning))
    #expect(warning?.children.map(\.name) == ["skipped"])
  }

  @Test func notesAreNoFailures() throws {
    guard let note = try onlyCase(rule(.violated, .note), [.note, .note]) else { return }
    #expect(note.children.map(\.name) == ["system-out"])
    let lines = note.child("system-out")?.text.split(separator: "\n") ?? []
    #expect(lines.count == 2)
    #expect(lines.first?.contains(", kolom '%': catatan: persen tidak sama") == true)
    #expect(try onlyCase(rule(.satisfied, .error), [.note])?.children.map(\.name) == ["system-out"])
    #expect(try onlyCase(rule(.satisfied, .error))?.children.isEmpty == true)
    let mixed = try onlyCase(rule(.violated, .error), [.note, .warning])
    #expect(mixed?.child("failure")?.attributes["type"] == "error")
    #expect(try onlyCase(rule(.violated, .note), [.warning])?.child("failure") != nil)
  }

  @Test func tellsHowManyFindingsAreElsewhere() throws {
    var report = SampleReport.many(1_234)
    report.rules[0].violations = 2_000
    guard let root = try root(of: report, in: .english) else { return }
    check(root)
    let failure = try #require(root.all("failure").first)
    let lines = failure.text.split(separator: "\n")
    #expect(lines.count == 102)
    #expect(lines[100] == "… 1,134 more are in findings.csv")
    #expect(lines[101] == "… 766 more places are only counted")
    #expect(failure.attributes["message"]?.hasSuffix("(and 1,999 more findings)") == true)
  }

  @Test func whatWasNotCompletedIsAnErrorOfItsPipeline() throws {
    var report = RunReport()
    let message = Message(indonesian: "berkas tidak ada", english: "no such file")
    report.failures = [
      .init(pipeline: "rusak", message: message), .init(pipeline: "", message: message),
    ]
    guard let root = try root(of: report) else { return }
    check(root)
    #expect(root.children.map { $0.attributes["name"] } == ["rusak", "cermat"])
    #expect(
      root.all("error").map { $0.attributes["message"] } == [
        "berkas tidak ada", "berkas tidak ada",
      ])
  }

  @Test(arguments: [
    (
      WordsOfTests.elsewhere(1), "… 1 temuan lain ada di findings.csv",
      "… 1 more is in findings.csv"
    ),
    (
      WordsOfTests.unlisted(1), "… 1 tempat lain hanya dihitung, tidak dirinci",
      "… 1 more place is only counted"
    ),
  ])
  func saysIt(message: Message, indonesian: String, english: String) {
    #expect(message.indonesian == indonesian)
    #expect(message.english == english)
  }
}
